// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brokers/password_dialog.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/profile_shelf.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace greensward::ui {

PasswordDialog::PasswordDialog(EngineMirror& mirror, const QString& name, QWidget* parent)
    : QDialog(parent), m_shelf(mirror.model<ProfileShelf>()), m_brokers(mirror.model<BrokersModel>()), m_name(name)
{
    setWindowTitle(tr("Password for %1").arg(name));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(24), px(20), px(24), px(20));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(10));
    grid->setColumnMinimumWidth(1, px(280));
    m_sentence = new RoleLabel(TextStyle::Body, Role::Text, {}, this);
    m_sentence->setWordWrap(true);
    grid->addWidget(m_sentence, 0, 0, 1, 2);
    const auto addField = [this, grid](int row, const QString& text) {
        auto* field = new QLineEdit(this);
        QString plain = text;
        field->setAccessibleName(plain.remove(QLatin1Char('&')));
        field->setMinimumHeight(px(28));
        auto* label = new RoleLabel(TextStyle::Body, Role::MutedText, text, this);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        return field;
    };
    m_userName = addField(1, tr("&User name"));
    m_password = addField(2, tr("Pass&word"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("never written to a file"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(8));
    foot->addStretch();
    auto* later = new QPushButton(tr("Not now"), this);
    later->setAutoDefault(false);
    m_connect = new QPushButton(tr("&Connect"), this);
    m_connect->setDefault(true);
    setKind(*m_connect, ButtonKind::Primary);
    for (QPushButton* button : {later, m_connect}) {
        button->setMinimumHeight(px(32));
        foot->addWidget(button);
    }
    grid->addLayout(foot, 3, 0, 1, 2);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &PasswordDialog::connectNow);
    const auto check = [this] {
        m_connect->setEnabled(!m_password->text().isEmpty() && !m_userName->text().isEmpty());
    };
    connect(m_userName, &QLineEdit::textChanged, this, check);
    connect(m_password, &QLineEdit::textChanged, this, check);
    if (const int row = m_shelf.find(name); row >= 0)
        m_userName->setText(m_shelf.at(row).userName);
    check();
    (m_userName->text().isEmpty() ? m_userName : m_password)->setFocus();
}

void PasswordDialog::setRefused(bool refused)
{
    m_sentence->setRole(refused ? Role::Lost : Role::Text);
    const int row = m_shelf.find(m_name);
    const bool missing = row >= 0 && m_shelf.at(row).needsPassword && m_shelf.at(row).password.isEmpty();
    m_sentence->setText(refused   ? tr("%1 did not take this user name and password.").arg(m_name)
                        : missing ? tr("%1 needs its password; it was not kept.").arg(m_name)
                                  : tr("What %1 is to know this console by.").arg(m_name));
    setAccessibleDescription(m_sentence->text());
}

void PasswordDialog::connectNow()
{
    const int row = m_shelf.find(m_name);
    if (row < 0)
        return reject(); // deleted meanwhile
    BrokerProfile profile = m_shelf.at(row);
    profile.userName = m_userName->text();
    profile.password = m_password->text();
    profile.needsPassword = true;
    m_shelf.save(profile);
    m_brokers.open(profile);
    accept();
}

} // namespace greensward::ui
