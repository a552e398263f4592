// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "client/api.h"
#include "client/transport.h"
#include "edge/group_document.h"
#include "edge/token_exchange.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::edge {

/// What a core's loggers of type AWSCloudWatch have said, on its way to CloudWatch Logs (greengrass-and-gateway 12):
/// one stream DATE/ACCOUNT/GROUP ID/CORE in each log group, written with keys of the group's role. Lines wait for each
/// other a moment and go up together. A batch that does not arrive is tried again a few times, ever more slowly, and is
/// then given up; what waits meanwhile is bounded, and the oldest line goes first. One thread.
class CloudLog
{
public:
    static constexpr std::size_t kMostWaiting = 512 * 1024; ///< bytes
    static constexpr unsigned kMostAttempts = 8;            ///< some four minutes
    static constexpr Duration kGather = std::chrono::seconds(2);
    static constexpr Duration kLongestPause = std::chrono::minutes(1);

    struct Parts
    {
        const Clock& clock;
        TokenExchange& tokens;
        client::Transport* transport = nullptr; ///< to the endpoint of CloudWatch Logs; null: there is none
        std::string host;                       ///< of the Host field
        std::string core;                       ///< the name of its thing
        std::function<void(const std::string&)> warn;
        std::function<void()> stirred; ///< there is something to do, now or at nextDeadline()
    };
    explicit CloudLog(Parts parts) : m_parts(std::move(parts)) {}

    /// Of another group from now on, or none: then what waits is forgotten.
    void setGroup(const GroupDocument* group);
    /// line: as it stands in a log file, without its end.
    void add(const std::string& logGroup, std::string line);
    void run();
    std::optional<Instant> nextDeadline() const;

private:
    struct Line
    {
        std::int64_t time = 0; ///< milliseconds since 1970
        std::string text;
    };
    struct Batch
    {
        std::string group;
        std::string stream;
        std::vector<Line> lines{};
        unsigned attempts = 0;
    };
    using Then = std::function<void(const client::Answer&)>;

    std::string streamNow() const;
    void takeBatch();
    void withKeys(unsigned status, const std::string& body);
    /// Makes the group and the stream, and asks where it goes on, if that has not been done.
    void openStream();
    void put();
    void ask(const char* operation, const boost::json::object& body, Then then);
    void failed(const std::string& why);

    Parts m_parts;
    std::string m_account, m_groupId, m_region; ///< empty without a group
    std::map<std::string, std::deque<Line>> m_waiting;
    std::size_t m_bytes = 0; ///< of what waits
    std::size_t m_lost = 0;  ///< lines, since it was told last
    std::optional<Batch> m_batch;
    std::map<std::string, std::pair<std::string, std::string>> m_streams; ///< open ones and their tokens, by group
    std::unique_ptr<client::Api> m_api;
    bool m_busy = false;
    Instant m_due{};
    std::uint64_t m_epoch = 0; ///< answers of another are too late
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::edge
