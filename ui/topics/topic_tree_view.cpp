// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_tree_view.h"

#include "ui/kit/theme.h"
#include "ui/models/origin_key.h"
#include "ui/models/topic_tree_model.h"
#include "ui/topics/row_delegates.h"

#include <QCursor>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace greensward::ui {

namespace {

/// Branches with few children open on their own; a fleet of ten thousand does not.
constexpr int kOpenByItself = 24;
/// Of a filter's matches, as many rows are opened; the others are one key away.
constexpr int kMatchesOpen = 400;
constexpr qsizetype kMostOpen = 2000;

} // namespace

TopicTreeView::TopicTreeView(TopicTreeModel& model, QWidget* parent)
    : QTreeView(parent), m_topics(model), m_delegate(new TopicDelegate(this)), m_filtered(model.isFiltered())
{
    setItemDelegate(m_delegate);
    setModel(&model);
    setAccessibleName(tr("Topics"));
    setUniformRowHeights(true);
    setAnimated(false);
    setIndentation(px(18));
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(px(24));
    setRowHeight(28);
    connect(&model, &TopicTreeModel::valuesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &TopicTreeView::holdPlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TopicTreeView::openNewBranches);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TopicTreeView::beforeReset);
    connect(&model, &QAbstractItemModel::modelReset, this, &TopicTreeView::afterReset);
    connect(&model, &TopicTreeModel::valuesChanged, this, &TopicTreeView::takeWanted);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TopicTreeView::fetchBelow);
    if (m_filtered)
        openMatches({}, kMatchesOpen);
    else if (const int rows = model.rowCount(); rows > 0)
        openNewBranches({}, 0, rows - 1);
}

void TopicTreeView::setRowHeight(int height)
{
    m_delegate->setRowHeight(px(height));
    scheduleDelayedItemsLayout();
}

void TopicTreeView::setMarks(const Selection& selection)
{
    m_delegate->setSelection(selection);
}

void TopicTreeView::openNewBranches(const QModelIndex& parent, int first, int last)
{
    if (m_filtered || model()->rowCount(parent) > kOpenByItself)
        return;
    // What the gateway says of itself ($aws/events/…) is there for who looks, and does not push the devices down.
    if (parent.isValid() && nameOfKey(parent.data(TopicTreeModel::PathRole).toString()).startsWith(QLatin1Char('$')))
        return;
    if (first == 0 && parent.isValid())
        expand(parent);
    for (int row = first; row <= last; ++row) {
        const QModelIndex branch = model()->index(row, 0, parent);
        if (const int below = model()->rowCount(branch); below > 0)
            openNewBranches(branch, 0, below - 1);
    }
}

/// Rows are about to come: the one under the pointer, or else the current one, shall stay where it is.
void TopicTreeView::holdPlace()
{
    if (m_anchor || !isVisible())
        return;
    QModelIndex index = indexAt(viewport()->mapFromGlobal(QCursor::pos()));
    if (!underMouse() || !index.isValid())
        index = currentIndex();
    if (!viewport()->rect().intersects(visualRect(index)))
        index = indexAt(QPoint(px(4), px(4)));
    if (index.isValid())
        m_anchor = Anchor{QPersistentModelIndex(index), visualRect(index).y()};
}

void TopicTreeView::doItemsLayout()
{
    QTreeView::doItemsLayout();
    if (const auto anchor = std::exchange(m_anchor, {}); anchor && anchor->index.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(anchor->index).y() - anchor->y);
}

/// The end of a long branch comes into sight: its next page is needed.
void TopicTreeView::fetchBelow()
{
    const QModelIndex last = indexAt(QPoint(px(4), viewport()->height() - px(4)));
    const QModelIndex branch = last.parent();
    if (last.isValid() && last.row() + TopicTreeModel::kNextPage / 4 > m_topics.rowCount(branch) &&
        m_topics.canFetchMore(branch))
        m_topics.fetchMore(branch);
}

void TopicTreeView::collectOpen(const QModelIndex& parent)
{
    for (int row = 0; row < model()->rowCount(parent) && m_open.size() < kMostOpen; ++row) {
        const QModelIndex branch = model()->index(row, 0, parent);
        if (!isExpanded(branch))
            continue;
        m_open << branch.data(TopicTreeModel::PathRole).toString();
        collectOpen(branch);
    }
}

void TopicTreeView::beforeReset()
{
    m_currentTopic = currentIndex().data(TopicTreeModel::PathRole).toString();
    if (m_filtered)
        return;
    m_open.clear();
    collectOpen({});
}

void TopicTreeView::afterReset()
{
    m_anchor.reset();
    m_filtered = m_topics.isFiltered();
    if (m_filtered) {
        openMatches({}, kMatchesOpen);
    } else {
        for (const QString& path : std::as_const(m_open))
            expand(m_topics.branch(path));
        for (int row = 0; row < m_topics.rowCount(); ++row) // brokers, which may just have become rows
            if (const QModelIndex broker = m_topics.index(row, 0); broker.data(TopicTreeModel::EndpointRole).toBool())
                expand(broker);
    }
    if (!m_currentTopic.isEmpty())
        showTopic(m_currentTopic);
}

/// Answers what is left of the budget.
int TopicTreeView::openMatches(const QModelIndex& parent, int budget)
{
    const int rows = model()->rowCount(parent);
    budget -= rows;
    for (int row = 0; row < rows && budget > 0; ++row) {
        const QModelIndex branch = model()->index(row, 0, parent);
        if (model()->rowCount(branch) == 0)
            continue;
        expand(branch);
        budget = openMatches(branch, budget);
    }
    return budget;
}

void TopicTreeView::showTopic(const QString& topic)
{
    const QModelIndex index = m_topics.fetch(topic.toStdString());
    m_wanted = index.isValid() ? QString() : topic; // it may come
    if (!index.isValid() || index == currentIndex().siblingAtColumn(0))
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

/// A topic that was chosen before there was any message on it, in an earlier run say, is there now.
void TopicTreeView::takeWanted()
{
    if (m_wanted.isEmpty())
        return;
    if (const QModelIndex index = m_topics.fetch(m_wanted.toStdString()); index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index, EnsureVisible);
    }
}

void TopicTreeView::expandBelow(const QModelIndex& index)
{
    expandRecursively(index.siblingAtColumn(0));
}

void TopicTreeView::layOutColumns()
{
    const bool narrow = viewport()->width() < px(230); // a topic's name matters more than how often
    const int messages = narrow ? 0 : px(60);
    const int age = px(72);
    setColumnHidden(TopicTreeModel::Messages, narrow);
    const int rate = viewport()->width() >= px(420) ? px(64) : 0;
    const bool withValue = viewport()->width() >= px(500);
    setColumnHidden(TopicTreeModel::Value, !withValue);
    setColumnHidden(TopicTreeModel::Rate, rate == 0);
    const int rest = viewport()->width() - messages - age - rate;
    const int value = withValue ? rest * 2 / 5 : 0;
    header()->resizeSection(TopicTreeModel::Topic, rest - value);
    if (!narrow)
        header()->resizeSection(TopicTreeModel::Messages, messages);
    header()->resizeSection(TopicTreeModel::Age, age);
    if (rate > 0)
        header()->resizeSection(TopicTreeModel::Rate, rate);
    if (withValue)
        header()->resizeSection(TopicTreeModel::Value, value);
}

void TopicTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void TopicTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        m_topics.setHeld(!m_topics.isHeld());
    else
        QTreeView::keyPressEvent(event);
}

void TopicTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (!current.isValid() || m_quiet)
        return;
    m_wanted.clear();
    emit topicChosen(current.siblingAtColumn(0));
}

} // namespace greensward::ui
