// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "edge/cloud_connection.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// Who hears what the cloud says to a core. Views live for the call.
class CloudListener
{
public:
    virtual ~CloudListener() = default;
    /// Messages go up from now on; the control filters are asked for.
    virtual void cloudReached() = 0;
    virtual void cloudLost(std::string_view why) = 0;
    /// Whether all filters are heard.
    virtual void cloudListening(bool all) = 0;
    /// routed: a filter of a route brought it, and no other connection brings it, too.
    virtual void cloudMessage(std::string_view topic, ByteView payload, bool routed) = 0;
    virtual void cloudAcknowledged(bool taken) = 0;
    virtual void cloudRefused(std::string_view filter) = 0;
    virtual void cloudStirred() = 0;
};

/// The MQTT connections of a core to the cloud: as many as its filters need, fifty each (greengrass-and-gateway 11.1).
/// The first has the core's name and carries what goes up; the others are called "NAME-c01" and so on. One thread.
class CloudLines final : private CloudEars
{
public:
    static constexpr std::size_t kMostFilters = 50; ///< of one connection

    struct Parts
    {
        const Clock& clock;
        CloudLinks& links;
        CloudListener& listener;
        Random random;
    };
    struct Wanted
    {
        std::vector<std::string> control{};
        std::vector<std::string> routes{}; ///< subjects of routes from the cloud
        std::set<std::string> shadows{};
    };
    CloudLines(Parts parts, CloudConnection::Settings settings);

    Result<void> start();
    void stop();
    /// All links are lost at once.
    void hangUp();
    void listenTo(const Wanted& wanted);
    /// QoS 1 and sessions that last, for what comes down. Begins all connections anew when it changes; not to be called
    /// from inside the listener.
    void setPersistent(bool persistent);

    bool online() const { return !m_lines.empty() && m_lines.front().connection->online(); }
    bool listens() const;
    /// As CloudConnection has them, on the first connection.
    bool send(std::string_view topic, std::string_view payload, std::string& why);
    void say(std::string_view topic, std::string_view payload);

    void advance();
    std::optional<Instant> nextDeadline() const;

private:
    struct Line
    {
        std::unique_ptr<CloudConnection> connection;
        std::vector<std::string> routes{}; ///< of its filters
        bool used = true;
    };
    void cloudReached(CloudConnection& line) override;
    void cloudLost(CloudConnection& line, std::string_view why) override;
    void cloudListens(CloudConnection& line) override;
    void cloudRefuses(CloudConnection& line, std::string_view filter) override;
    void cloudSaid(CloudConnection& line, std::string_view topic, ByteView payload) override;
    void cloudTook(CloudConnection& line, bool taken) override;
    void cloudStirred() override;
    bool isFirst(const CloudConnection& line) const { return m_lines.front().connection.get() == &line; }
    Line& lineAt(std::size_t index);

    Parts m_parts;
    CloudConnection::Settings m_settings;
    std::vector<Line> m_lines;
    Wanted m_wanted;
    bool m_started = false;
    bool m_told = false; ///< that all filters are heard
};

} // namespace greensward::edge
