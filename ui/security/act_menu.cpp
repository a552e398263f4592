// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/act_menu.h"

#include "ui/kit/console_style.h"
#include "ui/security/security_desk.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>

namespace greensward::ui {

namespace {

QString copyText()
{
    return QCoreApplication::translate("ActMenu", "Copy as AWS CLI");
}

void copy(const OfferedAct& offered)
{
    QGuiApplication::clipboard()->setText(offered.act.call.cli);
}

} // namespace

void carryOut(SecurityDesk& desk, const OfferedAct& offered)
{
    if (offered.question.isEmpty())
        return desk.acts.carryOut(offered.act);
    desk.notice.ask(offered.question, offered.word, [&acts = desk.acts, act = offered.act] { acts.carryOut(act); });
}

QPushButton* makeButton(SecurityDesk& desk, const OfferedAct& offered, QWidget* parent)
{
    auto* button = new QPushButton(offered.word, parent);
    button->setAccessibleName(offered.name);
    button->setToolTip(offered.name);
    setKind(*button, offered.isDangerous ? ButtonKind::Danger : ButtonKind::Normal);
    QObject::connect(button, &QPushButton::clicked, button, [&desk, offered] { carryOut(desk, offered); });
    auto* copied = new QAction(copyText(), button);
    QObject::connect(copied, &QAction::triggered, button, [offered] { copy(offered); });
    button->addAction(copied);
    button->setContextMenuPolicy(Qt::ActionsContextMenu);
    return button;
}

void fillMenu(QMenu& menu, SecurityDesk& desk, const std::vector<OfferedAct>& offered)
{
    for (const OfferedAct& one : offered)
        QObject::connect(menu.addAction(one.name), &QAction::triggered, &menu, [&desk, one] { carryOut(desk, one); });
    if (offered.empty())
        return;
    QMenu* commands = menu.addMenu(copyText());
    for (const OfferedAct& one : offered)
        QObject::connect(commands->addAction(one.name), &QAction::triggered, commands, [one] { copy(one); });
}

} // namespace greensward::ui
