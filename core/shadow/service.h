// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"
#include "shadow/history.h"
#include "shadow/rest.h"
#include "shadow/settings.h"
#include "shadow/shadow_store.h"
#include "trace/recorder.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::shadow {

/// The two times of a moment: deadlines run on the first, documents are stamped with the second.
struct Moment
{
    Instant instant{};
    WallTime wall{};
};

/// Who asks. Views live for the call.
struct Requester
{
    std::uint64_t connection = 0; ///< of the broker; 0: not over MQTT, in-flight requests are not counted
    std::string_view who;         ///< client id, "$origin" or principal
    trace::EventId cause = 0;     ///< the request's MessagePublished or its HTTP request
    trace::JourneyId journey = 0;
};

/// A get, update or delete that was answered, accepted or not: what is metered. Views live for the call.
struct Served
{
    std::string_view who;
    std::string_view topic; ///< up to "/shadow" and the name
    std::size_t size = 0;   ///< counted bytes of the shadow, or of the request where that is more
};

/// A message for the broker to publish at QoS 1, not retained.
struct Outgoing
{
    std::string topic;
    std::string payload;
    trace::EventId cause = 0;
    trace::JourneyId journey = 0;
};

/// What a window shows of one shadow, as of the moment it was asked for.
struct ShadowView
{
    std::string thing;
    std::string shadow; ///< empty: the classic one
    std::int64_t version = 0;
    bool deleted = false;
    std::optional<std::int64_t> deletedAt; ///< seconds since 1970
    std::size_t size = 0;                  ///< counted bytes (shadow.md 15.2)
    std::string desired, reported, delta;  ///< compact JSON objects; empty when the section is absent
    struct Leaf
    {
        bool isDesired = false;
        std::vector<std::string> path; ///< member names from the section down, decoded
        std::string value;             ///< JSON
        std::int64_t timestamp = 0;    ///< seconds since 1970
        std::string who;               ///< empty: not known, written before the program started
        bool inDelta = false;          ///< of desired: reported differs
    };
    std::vector<Leaf> leaves;    ///< desired, then reported, in document order; arrays are leaves
    std::vector<Change> history; ///< oldest first, at most History::kMost
};

struct ShadowSummary
{
    std::string thing;
    std::string shadow;
    std::int64_t version = 0;
    bool deleted = false;
    bool hasDelta = false;
    std::size_t size = 0;
};

/// The Device Shadow service of one account, or of one edge core: a state machine without sockets, clocks or threads.
///
/// The driver hands in requests from the broker's tap and from HTTP, and after each takeMessages() and publishes them.
/// With a store, answers to what was written (and whatever is said about such a shadow afterwards) are held until
/// committed(), each shadow's in order; without one they are ready at once. Things need not be registered.
///
/// While the store is congested HTTP is answered 503; MQTT clients are not read from by the broker's driver meanwhile.
///
/// A will that is published on a request topic is not a request (shadow.md 8): do not hand it in. One thread.
class ShadowService
{
public:
    struct Parts
    {
        trace::Recorder& recorder;
        ShadowStore* store = nullptr; ///< null: nothing outlives the service
        /// Asked when Settings::thingMustExist or unknownThingListIs404; null: every thing exists.
        std::function<bool(std::string_view thing)> thingExists;
        /// Null: nobody counts.
        std::function<void(const Served&)> served = {};
    };

    ShadowService(Parts parts, Settings settings = {});
    ~ShadowService();
    ShadowService(const ShadowService&) = delete;
    ShadowService& operator=(const ShadowService&) = delete;

    /// Before the first request: what the store found. The error names the shadow that cannot be read.
    Result<void> restore(std::vector<StoredShadow> stored);
    /// From now on; what is stored stays as it is.
    void setSettings(const Settings& settings);
    const Settings& settings() const;

    /// A message on the topics of the service ("$aws/things/+/shadow/#" is a filter that covers them all). False when
    /// it is not a request: nothing is done then.
    bool publish(std::string_view topic, ByteView payload, const Requester& requester, Moment now);
    /// Nothing when the path is not one of the service. Also queues the messages that an update or delete makes.
    std::optional<RestResponse> handle(const RestRequest& request, const Requester& requester, Moment now);

    /// Everything that may be published now, in order.
    std::vector<Outgoing> takeMessages();
    /// The store has made everything up to this ticket safe.
    void committed(Ticket ticket);
    /// Messages that wait for the store.
    std::size_t waiting() const;
    /// Forgets tombstones that are old enough; to be called now and then (a minute is often enough).
    void advance(Moment now);

    // --- to look at
    std::optional<ShadowView> view(std::string_view thing, std::string_view shadow) const;
    /// By thing, then name; deleted ones included while their number is remembered.
    std::vector<ShadowSummary> list() const;

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace greensward::shadow
