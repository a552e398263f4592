// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testclient/inbox_model.h"

#include "mqtt/topic.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/subscription_model.h"

namespace greensward::ui {

InboxModel::InboxModel(EngineMirror& mirror, QObject* parent)
    : QSortFilterProxyModel(parent), m_mirror(mirror), m_received(mirror.model<ReceivedModel>())
{
    setSourceModel(&m_received);
    sort(0, Qt::DescendingOrder);
    connect(&mirror.scope(), &ScopeStack::changed, this, [this] { invalidateFilter(); });
}

void InboxModel::setSubscription(const QString& filter)
{
    if (filter.toStdString() == m_filter)
        return;
    m_filter = filter.toStdString();
    invalidateFilter();
}

bool InboxModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const ReceivedModel::Row& message = m_received.row(row);
    if (!m_filter.empty() && !mqtt::topicMatches(m_filter, message.topic))
        return false;
    const ScopeStack& scope = m_mirror.scope();
    return scope.isEmpty() || scope.filter().matches({.topic = message.topic,
                                                      .from = {},
                                                      .text = {},
                                                      .payload = message.payload,
                                                      .time = message.time,
                                                      .size = static_cast<std::uint32_t>(message.payload.size()),
                                                      .kind = trace::Kind::MessageDelivered,
                                                      .flags = message.flags,
                                                      .hasMessage = true});
}

/// By the place in the source: what came later is greater.
bool InboxModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return left.row() < right.row();
}

} // namespace greensward::ui
