// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/shadow_sync.h"

#include "edge/cloud_document.h"
#include "shadow/topics.h"

#include <algorithm>
#include <limits>

namespace greensward::edge {

namespace {

constexpr std::size_t kMostRequests = 8;

} // namespace

// --- what is kept in step ------------------------------------------------------------------------------------------

void ShadowSync::restore(std::vector<SyncRecord> records)
{
    for (SyncRecord& record : records)
        m_idle.emplace(record.thing, std::move(record));
}

void ShadowSync::setThings(const std::set<std::string>& things)
{
    for (auto twin = m_twins.begin(); twin != m_twins.end();) {
        if (things.contains(twin->first)) {
            ++twin;
            continue;
        }
        if (twin->second.record)
            m_idle.insert_or_assign(twin->first, std::move(*twin->second.record));
        twin = m_twins.erase(twin);
    }
    for (const std::string& thing : things) {
        const auto [twin, isNew] = m_twins.try_emplace(thing);
        if (!isNew)
            continue;
        if (const auto known = m_idle.extract(thing); !known.empty())
            twin->second.record = std::move(known.mapped());
    }
}

void ShadowSync::clear()
{
    ++m_epoch;
    m_requests = 0;
    if (m_parts.store) {
        for (const auto& [thing, twin] : m_twins)
            if (twin.record)
                m_parts.store->dropRecord(thing);
        for (const auto& [thing, record] : m_idle)
            m_parts.store->dropRecord(thing);
    }
    m_idle.clear();
    m_twins.clear();
}

std::set<std::string> ShadowSync::cloudFilters() const
{
    std::set<std::string> filters;
    for (const auto& [thing, twin] : m_twins)
        filters.insert(shadow::topicPrefix(thing) + "/+/accepted");
    return filters;
}

void ShadowSync::setOnline(bool online)
{
    m_online = online;
    if (!online)
        return;
    for (auto& [thing, twin] : m_twins) { // what was said meanwhile was not heard
        twin.cloudKnown = false;
        twin.dirty = true;
        twin.failures = 0;
        twin.notBefore = {};
    }
}

// --- news ----------------------------------------------------------------------------------------------------------

void ShadowSync::localChanged(std::string_view thing)
{
    if (const auto twin = m_twins.find(thing); twin != m_twins.end())
        twin->second.dirty = true;
}

void ShadowSync::cloudSaid(std::string_view topic, ByteView payload)
{
    constexpr std::string_view kPrefix = "$aws/things/";
    const auto shadow = topic.find("/shadow/");
    if (!topic.starts_with(kPrefix) || shadow == std::string_view::npos || topic.ends_with("/get/accepted"))
        return;
    const auto found = m_twins.find(topic.substr(kPrefix.size(), shadow - kPrefix.size()));
    if (found == m_twins.end())
        return;
    Twin& twin = found->second;
    const auto document = readCloudDocument(payload);
    if (document && topic.ends_with("/update/accepted")) {
        if (twin.busy) {
            twin.heardVersion = std::max(twin.heardVersion, document->version);
            return;
        }
        if (twin.cloudKnown && twin.cloud && document->version <= twin.cloudVersion)
            return; // an echo
        if (twin.cloudKnown && twin.cloud && document->version == twin.cloudVersion + 1) {
            twin.cloud->apply(document->state);
            twin.cloudVersion = document->version;
            twin.dirty = true;
            return;
        }
    }
    twin.cloudKnown = false;
    twin.heardVersion = std::numeric_limits<std::int64_t>::max();
    twin.dirty = true;
}

// --- what is done --------------------------------------------------------------------------------------------------

void ShadowSync::run()
{
    if (!m_online)
        return;
    for (Named& twin : m_twins)
        if (m_requests < kMostRequests)
            look(twin);
}

std::optional<Instant> ShadowSync::nextDeadline() const
{
    std::optional<Instant> next;
    if (m_online && m_requests < kMostRequests)
        for (const auto& [thing, twin] : m_twins)
            if (twin.dirty && !twin.busy && (!next || twin.notBefore < *next))
                next = twin.notBefore;
    return next;
}

bool ShadowSync::settled() const
{
    return std::none_of(m_twins.begin(), m_twins.end(),
                        [](const auto& twin) { return twin.second.dirty || twin.second.busy; });
}

void ShadowSync::look(Named& named)
{
    Twin& twin = named.second;
    if (twin.busy || !twin.dirty || m_parts.clock.now() < twin.notBefore)
        return;
    if (!twin.cloudKnown)
        return fetch(named);
    twin.dirty = false;
    meet(named);
}

ShadowSync::Named* ShadowSync::finished(const std::string& thing)
{
    --m_requests;
    const auto found = m_twins.find(thing);
    if (found == m_twins.end())
        return nullptr;
    found->second.busy = false;
    return &*found;
}

} // namespace greensward::edge
