// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/service.h"

#include "shadow/service_core.h"

#include <fmt/format.h>

namespace greensward::shadow {

namespace {

/// Of all histories together. Beyond it a shadow that is written to gives up its oldest changes.
constexpr std::size_t kHistoryBytes = 64u << 20;

} // namespace

ShadowService::ShadowService(Parts parts, Settings settings)
    : m_core(std::make_unique<Core>(std::move(parts), settings))
{}

ShadowService::~ShadowService() = default;

Result<void> ShadowService::restore(std::vector<StoredShadow> stored)
{
    return m_core->restore(std::move(stored));
}

void ShadowService::setSettings(const Settings& settings)
{
    m_core->m_settings = settings;
}

const Settings& ShadowService::settings() const
{
    return m_core->m_settings;
}

bool ShadowService::publish(std::string_view topic, ByteView payload, const Requester& requester, Moment now)
{
    return m_core->publish(topic, payload, requester, now);
}

std::optional<RestResponse> ShadowService::handle(const RestRequest& request, const Requester& requester, Moment now)
{
    return m_core->handle(request, requester, now);
}

std::vector<Outgoing> ShadowService::takeMessages()
{
    return std::exchange(m_core->m_ready, {});
}

void ShadowService::committed(Ticket ticket)
{
    m_core->committed(ticket);
}

std::size_t ShadowService::waiting() const
{
    return m_core->m_held.size();
}

void ShadowService::advance(Moment now)
{
    m_core->advance(now);
}

std::optional<ShadowView> ShadowService::view(std::string_view thing, std::string_view shadow) const
{
    return m_core->view(thing, shadow);
}

std::vector<ShadowSummary> ShadowService::list() const
{
    return m_core->list();
}

Result<void> ShadowService::Core::restore(std::vector<StoredShadow> stored)
{
    for (const StoredShadow& found : stored) {
        Shadow& shadow = make(found.thing, found.shadow);
        shadow.version = found.version;
        if (found.deletedAt) {
            shadow.deleted = true;
            shadow.deletedAt = *found.deletedAt;
            continue;
        }
        auto document = Document::fromSnapshot(m_reader, found.snapshot);
        if (!document)
            return failure(fmt::format("the shadow {} of the thing {} cannot be read: {}",
                                       found.shadow.empty() ? "without a name" : found.shadow, found.thing,
                                       document.error().message));
        shadow.document = std::move(*document);
    }
    return {};
}

const Shadow* ShadowService::Core::find(std::string_view thing, std::string_view shadow) const
{
    const auto shadows = m_things.find(thing);
    if (shadows == m_things.end())
        return nullptr;
    const auto found = shadows->second.find(shadow);
    return found == shadows->second.end() ? nullptr : &found->second;
}

Shadow* ShadowService::Core::find(std::string_view thing, std::string_view shadow)
{
    return const_cast<Shadow*>(std::as_const(*this).find(thing, shadow));
}

bool ShadowService::Core::isForgotten(const Shadow& shadow, Moment now) const
{
    return shadow.deleted && m_settings.forget.count() > 0 &&
           now.wall.time_since_epoch() >= std::chrono::seconds(shadow.deletedAt) + m_settings.forget;
}

Shadow* ShadowService::Core::current(const Call& call)
{
    Shadow* const shadow = find(call.thing, call.shadow);
    if (shadow == nullptr || !isForgotten(*shadow, call.now))
        return shadow;
    forget(call.thing, call.shadow);
    return nullptr;
}

Shadow& ShadowService::Core::make(std::string_view thing, std::string_view shadow)
{
    auto shadows = m_things.find(thing);
    if (shadows == m_things.end())
        shadows = m_things.emplace(std::string(thing), Shadows{}).first;
    const auto [place, isNew] = shadows->second.try_emplace(std::string(shadow));
    m_shadows += isNew ? 1 : 0;
    return place->second;
}

void ShadowService::Core::forget(std::string_view thing, std::string_view shadow)
{
    const auto shadows = m_things.find(thing);
    const auto found = shadows->second.find(shadow);
    m_historyBytes -= found->second.history.bytes();
    if (m_parts.store != nullptr)
        m_parts.store->drop(thing, shadow);
    shadows->second.erase(found);
    --m_shadows;
    if (shadows->second.empty())
        m_things.erase(shadows);
}

void ShadowService::Core::remember(Shadow& shadow, const Call& call, int code, std::string_view reason)
{
    History& history = shadow.history;
    m_historyBytes -= history.bytes();
    Change change;
    change.version = shadow.version;
    change.time = call.now.wall;
    change.who = call.requester.who;
    change.operation = call.operation;
    change.code = code;
    change.reason = reason;
    history.add(change, call.payload);
    while (m_historyBytes + history.bytes() > kHistoryBytes && history.size() > 1)
        history.dropOldest();
    m_historyBytes += history.bytes();
}

Ticket ShadowService::Core::waitsFor(const Shadow* shadow) const
{
    return shadow != nullptr && shadow->written > m_committed ? shadow->written : 0;
}

void ShadowService::Core::send(const Call& call, std::string topic, std::string payload, Ticket ticket, Origin origin,
                               bool answers)
{
    Outgoing message{std::move(topic), std::move(payload), origin.cause, origin.journey};
    if (ticket == 0) {
        m_ready.push_back(std::move(message));
        return;
    }
    Held held{std::move(message), call.requester.connection, {}};
    if (answers && !call.http) {
        held.thing = call.thing;
        m_throttle.waits(held.connection, held.thing);
    }
    // Equal tickets keep their order, and tickets of one shadow only rise.
    m_held.emplace(ticket, std::move(held));
}

void ShadowService::Core::committed(Ticket ticket)
{
    m_committed = std::max(m_committed, ticket);
    const auto end = m_held.upper_bound(m_committed);
    for (auto next = m_held.begin(); next != end; ++next) {
        m_ready.push_back(std::move(next->second.message));
        if (!next->second.thing.empty())
            m_throttle.answered(next->second.connection, next->second.thing);
    }
    m_held.erase(m_held.begin(), end);
}

void ShadowService::Core::advance(Moment now)
{
    std::vector<std::pair<std::string, std::string>> old;
    for (const auto& [thing, shadows] : m_things)
        for (const auto& [name, shadow] : shadows)
            if (isForgotten(shadow, now))
                old.emplace_back(thing, name);
    for (const auto& [thing, name] : old)
        forget(thing, name);
}

} // namespace greensward::shadow
