// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_table.h"

#include "ui/kit/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace greensward::ui {

ListTable::ListTable(QAbstractItemModel& model, const QString& name, QWidget* parent) : QTableView(parent)
{
    setModel(&model);
    setAccessibleName(name);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(px(16));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(px(24));
    setCompact(false);
    connect(this, &QTableView::doubleClicked, this, &ListTable::opened);
}

void ListTable::setCompact(bool compact)
{
    setRowHeight(compact ? 22 : 28);
}

void ListTable::setRowHeight(int length)
{
    verticalHeader()->setDefaultSectionSize(px(length));
}

void ListTable::setColumns(const QList<int>& widths)
{
    m_widths = widths;
    layOut();
}

void ListTable::setOptional(const QList<int>& columns, int least)
{
    m_optional = columns;
    m_least = least;
    layOut();
}

void ListTable::layOut()
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

void ListTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void ListTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        event->ignore(); // pauses the views, see MainWindow
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        emit opened(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace greensward::ui
