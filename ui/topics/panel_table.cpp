// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/panel_table.h"

#include "ui/topics/subscription_mark.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace greensward::ui {

PanelTable::PanelTable(QAbstractItemModel& model, const QString& name, QWidget* parent) : QTableView(parent)
{
    setModel(&model);
    setAccessibleName(name);
    setItemDelegate(new MessageRowDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(px(16));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(px(24));
    setRowHeight(26);
}

void PanelTable::setRowHeight(int length)
{
    verticalHeader()->setDefaultSectionSize(px(length));
}

void PanelTable::setColumns(QList<int> widths)
{
    m_widths = std::move(widths);
    layOut();
}

void PanelTable::setOptional(QList<int> columns, int least)
{
    m_optional = std::move(columns);
    m_least = least;
    layOut();
}

void PanelTable::layOut()
{
    if (m_widths.isEmpty())
        return;
    int fixed = 0;
    int stretch = 0;
    for (int column = 0; column < m_widths.size(); ++column) {
        setColumnHidden(column, false);
        fixed += px(m_widths[column]);
        if (m_widths[column] == 0)
            stretch = column;
    }
    for (const int column : std::as_const(m_optional)) {
        if (viewport()->width() - fixed >= px(m_least))
            break;
        setColumnHidden(column, true);
        fixed -= px(m_widths[column]);
    }
    for (int column = 0; column < m_widths.size(); ++column)
        horizontalHeader()->resizeSection(column, column == stretch ? std::max(px(60), viewport()->width() - fixed)
                                                                    : px(m_widths[column]));
}

void PanelTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void PanelTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete)
        emit deletePressed();
    else if (event->key() == Qt::Key_Space)
        event->ignore(); // pauses the views, see MainWindow
    else
        QTableView::keyPressEvent(event);
}

} // namespace greensward::ui
