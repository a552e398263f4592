// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <utility>

namespace greensward::ui {

/// A table of a side panel: rows of one height, one column that takes what is left, columns that give way one after
/// another when it gets narrow.
class PanelTable final : public QTableView
{
    Q_OBJECT

public:
    PanelTable(QAbstractItemModel& model, const QString& name, QWidget* parent);
    /// In lengths of the drawings, by column; 0 for the one that takes the rest.
    void setColumns(QList<int> widths);
    /// Hidden first when the rest would get less than `least`.
    void setOptional(QList<int> columns, int least = 120);
    void setRowHeight(int length);

signals:
    void deletePressed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    QList<int> m_widths;
    QList<int> m_optional;
    int m_least = 120;
};

} // namespace greensward::ui
