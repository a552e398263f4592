// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_tree_view.h"

#include "ui/models/topic_tree_model.h"
#include "ui/topics/row_delegates.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace greensward::ui {

namespace {

/// Branches with few children open on their own; a fleet of ten thousand does not.
constexpr int kOpenByItself = 24;

} // namespace

TopicTreeView::TopicTreeView(TopicTreeModel& model, QWidget* parent)
    : QTreeView(parent), m_delegate(new TopicDelegate(this))
{
    setItemDelegate(m_delegate);
    setModel(&model);
    setAccessibleName(tr("Topics"));
    setUniformRowHeights(true);
    setAnimated(false);
    setIndentation(18);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    setRowHeight(28);
    connect(&model, &TopicTreeModel::valuesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TopicTreeView::openNewBranches);
}

void TopicTreeView::setRowHeight(int pixels)
{
    m_delegate->setRowHeight(pixels);
    scheduleDelayedItemsLayout();
}

void TopicTreeView::openNewBranches(const QModelIndex& parent, int first, int last)
{
    if (model()->rowCount(parent) > kOpenByItself)
        return;
    if (first == 0 && parent.isValid())
        expand(parent);
    for (int row = first; row <= last; ++row) {
        const QModelIndex branch = model()->index(row, 0, parent);
        if (const int below = model()->rowCount(branch); below > 0)
            openNewBranches(branch, 0, below - 1);
    }
}

void TopicTreeView::layOutColumns()
{
    constexpr int kMessages = 64;
    constexpr int kAge = 54;
    constexpr int kWideEnough = 360;
    const int width = viewport()->width();
    const bool withValue = width >= kWideEnough;
    setColumnHidden(TopicTreeModel::Value, !withValue);
    const int rest = width - kMessages - kAge;
    const int value = withValue ? rest * 2 / 5 : 0;
    header()->resizeSection(TopicTreeModel::Topic, rest - value);
    header()->resizeSection(TopicTreeModel::Messages, kMessages);
    if (withValue)
        header()->resizeSection(TopicTreeModel::Value, value);
    header()->resizeSection(TopicTreeModel::Age, kAge);
}

void TopicTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void TopicTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        event->ignore(); // pauses the view, see MainWindow
    else
        QTreeView::keyPressEvent(event);
}

void TopicTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        emit topicChosen(current.siblingAtColumn(0));
}

QString TopicTreeView::filterOf(const QModelIndex& index) const
{
    const QString topic = index.data(TopicTreeModel::PathRole).toString();
    return model()->rowCount(index.siblingAtColumn(0)) > 0 ? topic + QStringLiteral("/#")
                                                           : QStringLiteral("topic:") + topic;
}

void TopicTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    QMenu menu(this);
    menu.addAction(tr("Show only this in the log"), this, [this, index] { emit filterAsked(filterOf(index)); });
    menu.addAction(tr("Copy topic"), this,
                   [index] { QGuiApplication::clipboard()->setText(index.data(TopicTreeModel::PathRole).toString()); });
    menu.exec(event->globalPos());
}

} // namespace greensward::ui
