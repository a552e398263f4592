// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <string>

class QAbstractItemModel;
class QPushButton;

namespace greensward::ui {

class ListTable;
class RoleLabel;

/// A list of what is in a group, and what can be done with it: devices, functions.
class MemberPage final : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString table;   ///< its accessible name
        QString add;     ///< "Add a device …"
        QString edit;    ///< empty: a member cannot be edited
        QString remove;  ///< "Take out"
        QString nothing; ///< said while the list is empty
    };
    MemberPage(QAbstractItemModel& model, const Words& words, QWidget* parent);
    ListTable& table() { return *m_table; }
    /// Row −1: none is chosen.
    int chosenRow() const;
    void setActing(bool acting);

signals:
    void addAsked();
    void editAsked(int row);
    void removeAsked(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    ListTable* m_table;
    QPushButton* m_add;
    QPushButton* m_edit;
    QPushButton* m_remove;
    RoleLabel* m_nothing;
    bool m_canEdit;
    bool m_acting = true;
};

} // namespace greensward::ui
