// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client_core.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <fmt/format.h>

// Requests: SUBSCRIBE and UNSUBSCRIBE until they are answered, and the subscriptions held.
namespace greensward::mqtt {

namespace {

constexpr std::string_view kTooLarge = "the request is larger than the server's maximum packet size";
constexpr std::string_view kNoWildcards = "the server does not take wildcards";
constexpr std::string_view kNoShared = "the server does not take shared subscriptions";
constexpr std::string_view kNoSubscriptionIds = "the server does not take subscription identifiers";

/// Bytes of filters that go into one SUBSCRIBE when subscriptions are renewed.
constexpr std::size_t kRenewalBytes = 1024;
constexpr std::size_t kLargestBody = 268'435'455;
constexpr std::uint32_t kLargestSubscriptionId = 268'435'455;

Result<void> checkFilter(std::string_view filter)
{
    if (const auto checked = checkTopicFilter(filter); !checked)
        return failure(fmt::format("the filter is not well-formed: {}", checked.error().text));
    return {};
}

/// Packet identifier, the longest property block, and for each filter its length, options and text.
std::size_t roughSize(const ClientRequest& request)
{
    std::size_t size = 8;
    for (const auto& entry : request.entries)
        size += 3 + entry.filter.size();
    return size;
}

} // namespace

Result<Token> Client::Core::subscribe(std::span<const Subscribe::Entry> entries, Instant now,
                                      std::optional<std::uint32_t> subscriptionId)
{
    m_now = now;
    if (entries.empty())
        return failure("a subscribe needs at least one filter");
    if (subscriptionId && (*subscriptionId == 0 || *subscriptionId > kLargestSubscriptionId))
        return failure("a subscription identifier lies between 1 and 268,435,455");
    ClientRequest request;
    for (const auto& [filter, options] : entries) {
        if (const auto checked = checkFilter(filter); !checked)
            return tl::unexpected(checked.error());
        if (options.noLocal && !splitShared(filter).group.empty())
            return failure("no local must not be set on a shared subscription"); // [MQTT5-3.8.3-4]
        if (options.retainHandling > 2 || options.qos > QoS::ExactlyOnce)
            return failure("retain handling and QoS are at most 2");
        request.entries.push_back({std::string(filter), options});
    }
    if (filtersHeld() + entries.size() > m_settings.subscriptions || roughSize(request) > kLargestBody)
        return failure("too many subscriptions");
    request.token = ++m_lastToken;
    if (is5())
        request.subscriptionId = subscriptionId;
    m_requests.push_back(std::move(request));
    const Token token = m_lastToken;
    pump();
    return token;
}

Result<Token> Client::Core::unsubscribe(std::span<const std::string_view> filters, Instant now)
{
    m_now = now;
    if (filters.empty())
        return failure("an unsubscribe needs at least one filter");
    ClientRequest request;
    request.subscribe = false;
    for (const std::string_view filter : filters) {
        if (const auto checked = checkFilter(filter); !checked)
            return tl::unexpected(checked.error());
        request.entries.push_back({std::string(filter), {}});
    }
    // Those held may all be given back, so there is room for as many again.
    if (filtersHeld() + filters.size() > 2 * m_settings.subscriptions || roughSize(request) > kLargestBody)
        return failure("too many requests wait for an answer");
    for (const std::string_view filter : filters)
        if (const auto held = m_held.find(filter); held != m_held.end())
            m_held.erase(held);
    const Token token = request.token = ++m_lastToken;
    m_requests.push_back(std::move(request));
    pump();
    return token;
}

std::size_t Client::Core::filtersHeld() const
{
    std::size_t count = m_held.size();
    for (const auto& request : m_requests)
        if (request.token != 0)
            count += request.entries.size();
    return count;
}

void Client::Core::pumpRequests()
{
    for (auto at = m_requests.begin(); at != m_requests.end() && hasRoom();) {
        if (at->sentHere) {
            ++at;
        } else if (const auto why = forbidden(*at); !why.empty()) {
            if (at->token != 0)
                drop(at->token, why);
            at = m_requests.erase(at);
        } else {
            sendRequest(*at++);
        }
    }
}

std::string_view Client::Core::forbidden(const ClientRequest& request) const
{
    const bool wild = std::any_of(request.entries.begin(), request.entries.end(), [](const auto& entry) {
        return entry.filter.find_first_of("+#") != std::string::npos;
    });
    const bool shared = std::any_of(request.entries.begin(), request.entries.end(),
                                    [](const auto& entry) { return !splitShared(entry.filter).group.empty(); });
    if (request.subscribe && wild && !m_server.wildcards)
        return kNoWildcards;
    if (request.subscribe && shared && !m_server.shared)
        return kNoShared;
    if (request.subscriptionId && !m_server.subscriptionIds)
        return kNoSubscriptionIds;
    constexpr std::size_t kLongestHeader = 5;
    if (roughSize(request) + kLongestHeader > m_server.maximumPacketSize)
        return kTooLarge;
    return {};
}

void Client::Core::sendRequest(ClientRequest& request)
{
    request.id = takeId();
    request.sentHere = true;
    awaitAnswer(request.sentAt);
    if (request.subscribe) {
        Subscribe packet;
        packet.id = request.id;
        packet.subscriptionId = request.subscriptionId;
        for (const auto& [filter, options] : request.entries)
            packet.entries.push_back({filter, options});
        send(packet);
        return;
    }
    Unsubscribe packet;
    packet.id = request.id;
    for (const auto& entry : request.entries)
        packet.filters.push_back(entry.filter);
    send(packet);
}

/// The server has no session: everything that was granted is asked for again, before what has not been asked yet.
void Client::Core::renewSubscriptions()
{
    std::erase_if(m_requests, [](const auto& request) { return request.token == 0; });
    if (!m_settings.renews) {
        m_held.clear();
        m_requests.clear();
        return;
    }
    std::deque<ClientRequest> renewals;
    std::size_t bytes = 0;
    for (const auto& [filter, held] : m_held) {
        if (renewals.empty() || renewals.back().subscriptionId != held.subscriptionId ||
            bytes + filter.size() > std::min<std::size_t>(kRenewalBytes, m_server.maximumPacketSize / 2)) {
            renewals.emplace_back().subscriptionId = held.subscriptionId;
            bytes = 0;
        }
        renewals.back().entries.push_back({filter, held.options});
        bytes += filter.size() + 3;
    }
    m_requests.insert(m_requests.begin(), std::make_move_iterator(renewals.begin()),
                      std::make_move_iterator(renewals.end()));
}

std::optional<ClientRequest> Client::Core::takeRequest(PacketId id, bool subscribe)
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(), [&](const auto& request) {
        return request.id == id && request.sentHere && request.subscribe == subscribe;
    });
    if (found == m_requests.end())
        return std::nullopt;
    ClientRequest request = std::move(*found);
    m_requests.erase(found);
    m_ids.erase(id);
    return request;
}

} // namespace greensward::mqtt
