// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace greensward::ui {

/// A table that is a list: whole rows are chosen, one column takes the room that is left, and columns that it can do
/// without give way one after another when it gets narrow.
class ListTable : public QTableView
{
    Q_OBJECT

public:
    ListTable(QAbstractItemModel& model, const QString& name, QWidget* parent);
    /// In lengths of the drawings, by column; 0 for the one that takes the rest.
    void setColumns(const QList<int>& widths);
    /// Hidden first when the rest would get less than the second number.
    void setOptional(const QList<int>& columns, int least = 140);
    void setCompact(bool compact);
    /// In lengths of the drawings.
    void setRowHeight(int length);

signals:
    /// Enter, or a double click.
    void opened(const QModelIndex& row);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    QList<int> m_widths;
    QList<int> m_optional;
    int m_least = 140;
};

} // namespace greensward::ui
