// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/account_acts.h"

#include <QString>

#include <vector>

class QMenu;
class QPushButton;
class QWidget;

namespace greensward::ui {

struct SecurityDesk;

/// One thing that can be done with what a card shows.
struct OfferedAct
{
    QString word; ///< on its button: "Activate"
    QString name; ///< for those who hear it: "Activate the certificate 4f0a…"
    AccountActs::Act act;
    QString question{};       ///< asked before, where there is no way back; empty: none
    bool isProminent = false; ///< has a button; the others are in the menu
    bool isDangerous = false;
};

/// Does it, at once or after the question.
void carryOut(SecurityDesk& desk, const OfferedAct& offered);
/// A button for it; its context menu copies the command.
QPushButton* makeButton(SecurityDesk& desk, const OfferedAct& offered, QWidget* parent);
/// Entries for all of them, then the same as commands for the AWS CLI.
void fillMenu(QMenu& menu, SecurityDesk& desk, const std::vector<OfferedAct>& offered);

} // namespace greensward::ui
