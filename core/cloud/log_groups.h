// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "cloud/account.h"
#include "cloud/item_store.h"
#include "trace/recorder.h"

#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Milliseconds since 1970, as everything in CloudWatch Logs is dated.
using LogTime = std::int64_t;

/// Where an event stands among the events of a group: by its time, then in the order in which they came.
struct LogPlace
{
    LogTime time = 0;
    std::uint64_t number = 0;
    auto operator<=>(const LogPlace&) const = default;
};

struct LogEvent
{
    LogPlace place{};
    LogTime ingested = 0;
    std::string message;
};

/// An event that is about to be kept.
struct NewLogEvent
{
    LogTime time = 0;
    std::string message;
};

struct LogStream
{
    std::string name;
    LogTime created = 0;
    std::vector<LogEvent> events{}; ///< by place
    LogTime lastIngested = 0;       ///< 0: nothing yet
    std::uint64_t sequence = 0;     ///< of the next upload; nobody has to give it
    std::uint64_t growing = 0;      ///< number of the batch that is not kept yet; 0: none
};

struct LogGroup
{
    std::string name;
    LogTime created = 0;
    std::int64_t retentionDays = 0; ///< 0: for ever
    std::map<std::string, std::string> tags{};
    std::map<std::string, LogStream, std::less<>> streams{};
    std::uint64_t bytes = 0; ///< of events, as AWS counts them

    /// Events before this have expired, whether they are gone already or not.
    LogTime expiry(LogTime now) const;
};

/// The account's log groups, streams and events (CloudWatch Logs). Events are kept in the workspace by the batch; what
/// all of them together may take is bounded, and the oldest batches go first. Engine thread.
class LogGroups
{
public:
    using ByName = std::map<std::string, LogGroup, std::less<>>;

    static constexpr std::size_t kEventOverhead = 26; ///< what AWS adds to each message when it counts
    struct Limits
    {
        std::uint64_t bytes = 32u << 20; ///< of all events, counted as AWS does
        std::size_t groups = 1'000;
        std::size_t streams = 20'000; ///< of all groups together
    };
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        trace::Recorder& recorder;
    };
    explicit LogGroups(Parts parts) : LogGroups(parts, Limits{}) {}
    LogGroups(Parts parts, Limits limits) : m_parts(parts), m_limits(limits) {}
    store::StoreResult<void> load();

    const ByName& all() const { return m_groups; }
    /// "arn:aws:logs:us-east-1:123456789012:log-group:NAME"
    std::string arn(std::string_view group) const;
    LogTime now() const;

    aws::ApiResult<LogGroup*> group(std::string_view name);
    aws::ApiResult<LogStream*> stream(LogGroup& group, std::string_view name);
    aws::ApiResult<LogGroup*> createGroup(const std::string& name, std::map<std::string, std::string> tags);
    aws::ApiResult<LogStream*> createStream(LogGroup& group, const std::string& name);
    void removeGroup(const std::string& name);
    void removeStream(LogGroup& group, const std::string& name);
    /// Retention or tags are others now.
    void changed(const LogGroup& group);

    /// In the order of their times. Kept at once: lastTicket() of the store is theirs.
    void put(LogGroup& group, LogStream& stream, std::vector<NewLogEvent> events);
    /// The same for what comes line by line: seen at once, kept with what follows it, at the latest by advance().
    void grow(LogGroup& group, LogStream& stream, std::vector<NewLogEvent> events);

    /// Keeps what grew, and lets go what has expired. Now and then.
    void advance();
    /// For the end.
    void keepGrowing();
    std::uint64_t bytes() const { return m_bytes; }

private:
    struct Batch
    {
        std::size_t places = 0; ///< it has given; fewer than 65,536
        std::size_t events = 0; ///< that are left of it
        std::size_t bytes = 0;  ///< of all it had
        bool kept = false;
    };
    void add(LogGroup& group, LogStream& stream, std::vector<NewLogEvent> events, std::uint64_t batch);
    void keepBatch(const LogGroup& group, LogStream& stream, std::uint64_t batch);
    void keepStream(const LogGroup& group, const LogStream& stream);
    bool restoreBatch(const StoredItem& item);
    /// Lets go of what the rule says: bool(const LogEvent&).
    template<typename Rule>
    void letGo(LogGroup& group, LogStream& stream, Rule rule);
    void makeRoom();
    void noteLimit(std::string_view object, std::string detail);

    Parts m_parts;
    Limits m_limits;
    ByName m_groups;
    std::map<std::uint64_t, Batch> m_batches;
    std::uint64_t m_nextBatch = 1;
    std::uint64_t m_bytes = 0;
    std::size_t m_streams = 0;
    std::set<std::pair<std::string, std::string>> m_growing; ///< group and stream
};

/// An error of CloudWatch Logs; all of them are 400.
tl::unexpected<aws::ApiError> logsFailure(std::string code, std::string message);

} // namespace greensward::cloud
