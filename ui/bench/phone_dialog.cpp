// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/phone_dialog.h"

#include "ui/bench/command_line.h"
#include "ui/bench/qr_picture.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/qt_text.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace greensward::ui {

PhoneDialog::PhoneDialog(OutsidePort& outside, QWidget* parent)
    : QDialog(parent), m_outside(outside), m_phone(outside.phone()), m_address(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Telephone"));
    setMinimumWidth(px(m_phone.onlyHere ? 460 : 560));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(20), px(16), px(20), px(16));
    row->setSpacing(px(20));
    if (!m_phone.onlyHere)
        addCode(*row);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(10));
    row->addLayout(column, 1);
    auto* told = new RoleLabel(TextStyle::Body, Role::Text,
                               m_phone.onlyHere
                                   ? tr("The page of the telephone shows the turbines and switches the sprinkler, as MQTT over "
                                        "WebSocket. A browser of this machine opens it:")
                                   : tr("Scan it with a telephone on the same network. Its page shows the turbines and switches "
                                        "the sprinkler, as MQTT over WebSocket, with a key that is borrowed for an hour."),
                               this);
    told->setWordWrap(true);
    column->addWidget(told);
    for (const std::string& url : m_phone.urls)
        m_address->addItem(toQString(url));
    m_address->setAccessibleName(tr("Address of the page"));
    column->addWidget(m_address);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    auto* copy = new QPushButton(tr("Copy address"), this);
    auto* open = new QPushButton(tr("Open in a browser"), this);
    setKind(*open, ButtonKind::Primary);
    open->setDefault(true);
    auto* inside = new QPushButton(tr("In this window"), this);
    buttons->addWidget(copy);
    buttons->addWidget(inside);
    buttons->addWidget(open);
    buttons->addStretch();
    column->addLayout(buttons);
    if (m_phone.onlyHere)
        addWayIn(*column);
    column->addStretch();
    connect(m_address, &QComboBox::currentIndexChanged, this, &PhoneDialog::showCode);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address->currentText()); });
    connect(inside, &QPushButton::clicked, this, [this] {
        accept();
        emit insideAsked();
    });
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_address->currentText())); });
    showCode();
    open->setFocus();
}

void PhoneDialog::addCode(QHBoxLayout& row)
{
    m_code = new QrPicture(this);
    row.addWidget(m_code, 0, Qt::AlignTop);
}

void PhoneDialog::addWayIn(QVBoxLayout& column)
{
    const OutsidePort::Reach reach = m_outside.reach();
    auto* why = new RoleLabel(TextStyle::Body, Role::Attention,
                              tr("No telephone gets there: this workspace listens on %1, for this machine alone. To let the "
                                 "network in, leave the console and start it so:")
                                  .arg(toQString(reach.listen)),
                              this);
    why->setWordWrap(true);
    column.addWidget(why);
    column.addWidget(new CommandLine(toQString(reach.command), this));
}

void PhoneDialog::showCode()
{
    if (!m_code)
        return;
    m_code->setAccessibleName(tr("QR code of %1").arg(m_address->currentText()));
    if (auto modules = m_outside.qrCode(m_address->currentText().toStdString()))
        m_code->setModules(std::move(*modules));
}

} // namespace greensward::ui
