// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shadow/document.h"
#include "shadow/service.h"
#include "shadow/throttle.h"
#include "shadow/writers.h"

#include <functional>
#include <map>
#include <unordered_map>

/// Private to core/shadow: what ShadowService is made of.
namespace greensward::shadow {

/// One shadow or its tombstone.
struct Shadow
{
    Document document;
    std::int64_t version = 0; ///< last one handed out
    bool deleted = false;
    std::int64_t deletedAt = 0; ///< seconds since 1970, of a tombstone
    Ticket written = 0;         ///< of its last write: what is said of it waits for that
    History history;
};

/// A request whose topic or path was understood.
struct Call
{
    Operation operation{};
    std::string_view thing;
    std::string_view shadow; ///< empty: the classic one
    ByteView payload;
    const Requester& requester;
    Moment now;
    bool http = false;

    std::int64_t timestamp() const
    {
        return std::chrono::floor<std::chrono::seconds>(now.wall.time_since_epoch()).count();
    }
};

/// What became of it: the HTTP answer; the messages are queued by then.
struct Outcome
{
    int code = 200;
    std::string body; ///< of success, as in the accepted message
    std::string why;  ///< of refusal
    Ticket waitsFor = 0;
};

class ShadowService::Core
{
public:
    Core(Parts parts, Settings settings) : m_parts(std::move(parts)), m_settings(settings) {}

    Result<void> restore(std::vector<StoredShadow> stored);
    bool publish(std::string_view topic, ByteView payload, const Requester& requester, Moment now);
    std::optional<RestResponse> handle(const RestRequest& request, const Requester& requester, Moment now);
    void committed(Ticket ticket);
    void advance(Moment now);
    std::optional<ShadowView> view(std::string_view thing, std::string_view shadow) const;
    std::vector<ShadowSummary> list() const;

    Parts m_parts;
    Settings m_settings;
    std::vector<Outgoing> m_ready;
    struct Held
    {
        Outgoing message;
        std::uint64_t connection = 0; ///< whose request it answers
        std::string thing;            ///< empty: not an answer
    };
    std::multimap<Ticket, Held> m_held;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Shadows = std::map<std::string, Shadow, std::less<>>;
    /// Where the messages of one accepted request come from.
    struct Origin
    {
        trace::EventId cause = 0;
        trace::JourneyId journey = 0;
    };

    // service.cpp
    Shadow* find(std::string_view thing, std::string_view shadow);
    const Shadow* find(std::string_view thing, std::string_view shadow) const;
    /// The same, but a tombstone that is to be forgotten by then is.
    Shadow* current(const Call& call);
    bool isForgotten(const Shadow& shadow, Moment now) const;
    Shadow& make(std::string_view thing, std::string_view shadow);
    void forget(std::string_view thing, std::string_view shadow);
    void remember(Shadow& shadow, const Call& call, int code, std::string_view reason);
    void send(const Call& call, std::string topic, std::string payload, Ticket ticket, Origin origin, bool answers);
    Ticket waitsFor(const Shadow* shadow) const;

    // service_requests.cpp
    Outcome perform(const Call& call);
    Outcome serve(const Call& call);
    std::optional<Rejection> checkNames(const TopicParts& parts) const;
    std::optional<Rejection> checkThrottles(const Call& call);
    Outcome get(const Call& call);
    Outcome update(const Call& call);
    Outcome remove(const Call& call);
    std::optional<Rejection> checkVersion(const UpdateRequest& request, const Shadow* shadow) const;
    /// token: echoed in the messages. previous: the snapshot before, or "null".
    void sendChanges(const Call& call, const Shadow& shadow, std::string_view token, std::string_view previous,
                     std::string_view current, std::string_view accepted, Origin origin);
    Outcome reject(const Call& call, Rejection why, Shadow* shadow);
    Origin recordAccepted(const Call& call, std::int64_t version);
    void recordRejected(const Call& call, const Rejection& why);

    // service_rest.cpp
    RestResponse listNamed(const RestTarget& target, const Call& call);
    RestResponse refuse(const Rejection& why) const;

    JsonReader m_reader;
    Throttle m_throttle{m_settings};
    Writers m_writers;
    std::unordered_map<std::string, Shadows, Hash, std::equal_to<>> m_things;
    std::size_t m_shadows = 0;
    std::size_t m_historyBytes = 0;
    Ticket m_committed = 0;
};

} // namespace greensward::shadow
