// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/brokers_model.h"

#include "ui/models/engine_mirror.h"

#include <cmath>

namespace greensward::ui {

BrokersModel::BrokersModel(EngineMirror& mirror) : m_mirror(mirror)
{
    connect(&m_mirror.feed(), &EventFeed::snapshotDue, this, &BrokersModel::refresh);
}

BrokersPort* BrokersModel::port() const
{
    return m_mirror.engine().brokers();
}

QStringList BrokersModel::names() const
{
    QStringList names;
    for (const BrokerStatus& broker : m_brokers)
        names << broker.name;
    return names;
}

void BrokersModel::open(const BrokerProfile& profile)
{
    if (!port())
        return;
    m_used = true;
    port()->open(profile);
    m_mirror.feed().hurry();
    refresh();
}

void BrokersModel::close(const QString& name)
{
    if (port())
        port()->close(name);
    m_mirror.feed().hurry();
    refresh();
}

void BrokersModel::refresh()
{
    if (!m_used)
        return;
    const QStringList before = names();
    std::vector<BrokerStatus> now = port() ? port()->brokers() : std::vector<BrokerStatus>();
    bool other = now.size() != m_brokers.size();
    for (std::size_t at = 0; !other && at < now.size(); ++at)
        other = standing(now[at]) != standing(m_brokers[at]) || now[at].name != m_brokers[at].name ||
                now[at].dropped != m_brokers[at].dropped;
    m_brokers = std::move(now);
    if (names() != before)
        emit namesChanged();
    if (other)
        emit changed();
}

QString BrokersModel::standing(const BrokerStatus& broker)
{
    switch (broker.state) {
    case BrokerStatus::State::Online:
        return tr("online over %1 as %2").arg(broker.transport, broker.clientId);
    case BrokerStatus::State::Connecting:
        return broker.why.isEmpty() ? tr("connecting …") : tr("connecting again … (before: %1)").arg(broker.why);
    case BrokerStatus::State::Waiting:
        break;
    }
    return tr("tries again in %1 s (attempts that failed: %2): %3")
        .arg(static_cast<int>(std::ceil(broker.nextTry)))
        .arg(broker.attempts)
        .arg(broker.why);
}

} // namespace greensward::ui
