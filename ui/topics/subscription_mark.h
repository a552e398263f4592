// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/subscription_model.h"

#include <QStyledItemDelegate>

namespace greensward::ui {

/// The colour of a subscription's mark; its shape doubles it, see paintMark().
Role markRole(int mark);
void paintMark(QPainter& painter, const QRectF& where, int mark);

/// Puts the mark of the subscription that a row's topic matches before the first column of another delegate.
class MarkedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MarkedDelegate(SubscriptionModel& subscriptions, QAbstractItemDelegate& plain, int topicColumn, QObject* parent)
        : QStyledItemDelegate(parent), m_subscriptions(subscriptions), m_plain(plain), m_topicColumn(topicColumn)
    {}
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return m_plain.sizeHint(option, index);
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    SubscriptionModel& m_subscriptions;
    QAbstractItemDelegate& m_plain;
    int m_topicColumn;
};

/// Draws rows of SubscriptionModel, ReceivedModel, RetainedModel and TopicHistory.
class MessageRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace greensward::ui
