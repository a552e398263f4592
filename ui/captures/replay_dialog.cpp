// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/replay_dialog.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/discretion.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

ReplayDialog::ReplayDialog(const QString& file, const QString& endpoint, QWidget* parent)
    : QDialog(parent), m_speed(new QComboBox(this))
{
    setWindowTitle(tr("Replay a capture"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(20));
    column->setSpacing(px(16));
    auto* what = new RoleLabel(
        TextStyle::Body, Role::Text,
        tr("Every message of %1 is published again on %2, as its sender did: same topic, payload, quality of service "
           "and retain flag. Devices and rules answer as if it were happening now.")
            .arg(QFileInfo(file).fileName(), discreet(endpoint)),
        this);
    what->setWordWrap(true);
    what->setMinimumWidth(px(420));
    column->addWidget(what);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    auto* label = new RoleLabel(TextStyle::Body, Role::MutedText, tr("&Pace"), this);
    label->setBuddy(m_speed);
    m_speed->setAccessibleName(tr("Pace of the replay"));
    for (const double speed : {0.1, 0.5, 1.0, 2.0, 10.0, 100.0})
        m_speed->addItem(speed == 1 ? tr("as recorded") : tr("%1 times as fast").arg(speed), speed);
    m_speed->addItem(tr("as fast as the broker takes them"), 0.0);
    m_speed->setCurrentIndex(2);
    row->addWidget(label);
    row->addWidget(m_speed, 1);
    column->addLayout(row);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* start = buttons->addButton(tr("Replay"), QDialogButtonBox::AcceptRole);
    setKind(*start, ButtonKind::Primary);
    start->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

double ReplayDialog::speed() const
{
    return m_speed->currentData().toDouble();
}

} // namespace greensward::ui
