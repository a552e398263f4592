// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/brokers_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/profile_shelf.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
    m_mirror.model<ProfileShelf>().setOpen(profile.name, true);
    // What stood before belongs to the connection that is over.
    std::erase_if(m_brokers, [&profile](const BrokerStatus& one) { return one.name == profile.name; });
    m_mirror.feed().hurry();
    refresh();
}

void BrokersModel::close(const QString& name)
{
    if (port()) {
        port()->close(name);
        m_mirror.model<ProfileShelf>().setOpen(name, false);
    }
    m_mirror.feed().hurry();
    refresh();
}

void BrokersModel::reopen()
{
    if (!port() || std::exchange(m_reopened, true))
        return;
    const auto& shelf = m_mirror.model<ProfileShelf>();
    for (const QString& name : QStringList(shelf.open())) {
        const BrokerProfile& profile = shelf.at(shelf.find(name));
        if (!profile.connectAtStart || names().contains(name))
            continue;
        if (profile.needsPassword && profile.password.isEmpty())
            emit passwordWanted(name, false);
        else
            open(profile);
    }
}

void BrokersModel::refresh()
{
    if (!m_used)
        return;
    const QStringList before = names();
    std::vector<BrokerStatus> now = port() ? port()->brokers() : std::vector<BrokerStatus>();
    QStringList refused;
    for (const BrokerStatus& broker : now) {
        const auto known = std::find_if(m_brokers.begin(), m_brokers.end(),
                                         [&broker](const BrokerStatus& one) { return one.name == broker.name; });
        if (broker.passwordRefused && (known == m_brokers.end() || !known->passwordRefused))
            refused << broker.name;
    }
    bool other = now.size() != m_brokers.size();
    for (std::size_t at = 0; !other && at < now.size(); ++at)
        other = standing(now[at]) != standing(m_brokers[at]) || now[at].name != m_brokers[at].name ||
                now[at].dropped != m_brokers[at].dropped;
    m_brokers = std::move(now);
    if (names() != before)
        emit namesChanged();
    if (other)
        emit changed();
    for (const QString& name : std::as_const(refused))
        emit passwordWanted(name, true);
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
