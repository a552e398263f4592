// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/outside_port.h"

#include <QDialog>
#include <QPointer>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace greensward::ui {

class CommandLine;
class RoleLabel;

/// Makes the kit by which a Raspberry Pi becomes a thing of this workspace, and says what to do there.
class KitDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit KitDialog(OutsidePort& outside, QWidget* parent = nullptr);

signals:
    void made(const QString& thing);

private:
    void addReach(QGridLayout& grid, int row);
    void addButtons(QGridLayout& grid, int row);
    void chooseFile();
    void suggestFile();
    void check();
    void make();
    void showNext();
    void fit();

    OutsidePort& m_outside;
    OutsidePort::Reach m_reach;
    QLineEdit* m_name;
    QLineEdit* m_file;
    bool m_fileChosen = false; ///< by hand; until then it follows the name
    RoleLabel* m_said;
    CommandLine* m_next;
    QPushButton* m_make;
    QPushButton* m_close;
};

} // namespace greensward::ui
