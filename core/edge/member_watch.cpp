// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/member_watch.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace json = boost::json;

namespace {

constexpr Duration kEvery = std::chrono::seconds(60);

std::string textOf(const json::value& entry, const char* name)
{
    const json::value* const value = entry.is_object() ? entry.get_object().if_contains(name) : nullptr;
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

/// The devices' certificates that the answer does not call ACTIVE, or does not name at all.
MemberWatch::Ids barredBy(const json::array& statuses, const GroupDocument& group)
{
    MemberWatch::Ids barred;
    for (const GroupThing& device : group.devices)
        barred.insert(device.certificateId);
    for (const json::value& entry : statuses)
        if (textOf(entry, "Status") == "ACTIVE")
            barred.erase(textOf(entry, "CertificateId"));
    return barred;
}

} // namespace

void MemberWatch::setGroup(const GroupDocument* group)
{
    m_group = group;
    ++m_epoch;
    m_asking = false;
    m_refused = false;
    m_askAt = m_parts.clock.now();
    bar({});
}

void MemberWatch::setOnline(bool online)
{
    m_online = online;
    if (online)
        m_askAt = m_parts.clock.now();
}

void MemberWatch::run()
{
    if (!nextDeadline() || m_parts.clock.now() < m_askAt)
        return;
    m_asking = true;
    m_askAt = m_parts.clock.now() + kEvery;
    m_parts.cloud.memberStatuses(m_group->groupId, [this, epoch = m_epoch](const CloudAnswer& answer) {
        if (epoch == m_epoch)
            answered(answer);
    });
}

std::optional<Instant> MemberWatch::nextDeadline() const
{
    return m_group && !m_group->devices.empty() && m_online && !m_asking && !m_refused ? std::optional(m_askAt)
                                                                                        : std::nullopt;
}

void MemberWatch::answered(const CloudAnswer& answer)
{
    m_asking = false;
    if (!answer.ok()) {
        if (answer.isPassing())
            return;
        m_refused = true;
        m_parts.warn(fmt::format("the cloud does not tell which certificates are in use: {}", answer.problem()));
        return;
    }
    boost::system::error_code error;
    const json::value body = json::parse(answer.body, error);
    const json::value* statuses =
        !error && body.is_object() ? body.get_object().if_contains("Certificates") : nullptr;
    if (statuses && statuses->is_array())
        bar(barredBy(statuses->get_array(), *m_group));
}

void MemberWatch::bar(Ids ids)
{
    if (ids == m_barred)
        return;
    m_barred = std::move(ids);
    m_parts.barred(m_barred);
}

} // namespace greensward::edge
