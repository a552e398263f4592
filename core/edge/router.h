// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/core_log.h"
#include "edge/function_host.h"
#include "edge/route_table.h"
#include "edge/spooler.h"
#include "mqtt/broker.h"
#include "shadow/service.h"
#include "trace/recorder.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::edge {

/// What has gone through a core since its start; bytes are of payloads.
struct Traffic
{
    std::uint64_t localMessages = 0; ///< that anybody said at the local broker
    std::uint64_t localBytes = 0;
    std::uint64_t cloudMessages = 0; ///< of those, for the cloud
    std::uint64_t cloudBytes = 0;
};

/// GGRouter: takes what is said at the local broker to where the route table leads, each target once
/// (greengrass-and-gateway 8.2). Devices are left to the broker, which asks the gatekeeper; the cloud gets it through
/// the spool, shadows and functions at once. One thread.
class Router
{
public:
    static constexpr std::uint32_t kMostOfFunctions = 2'000; ///< messages a second, of all functions together

    struct Parts
    {
        const Clock& clock;
        trace::Recorder& recorder;
        mqtt::Broker& broker;
        Spooler& spooler;
        shadow::ShadowService& shadows;
        FunctionHost& functions;
        CoreLog& log;
        std::string core; ///< ARN of its thing
        /// Something was taken to the spool or to the shadows.
        std::function<void()> stirred;
    };
    explicit Router(Parts parts) : m_parts(std::move(parts)) {}
    ~Router() { setRoutes(nullptr); }
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    /// From now on; null: nothing leads anywhere. Outlives its use here.
    void setRoutes(const RouteTable* routes);
    /// What an end that is no device says. Leads on as what devices say does.
    void say(const RouteEnd& source, std::string_view topic, std::string_view payload, trace::EventId cause = 0,
             trace::JourneyId journey = 0);
    /// The same by a function. Refused with a sentence: functions have said kMostOfFunctions in this second, as those do
    /// whose messages go in a circle; or whole is wanted and the cloud's share has no room.
    Result<void> sayAs(const RouteEnd& function, std::string_view topic, std::string_view payload, bool whole);
    const Traffic& traffic() const { return m_traffic; }

private:
    void heard(const mqtt::TappedMessage& message);
    void carry(const Route& route, const mqtt::TappedMessage& message, trace::EventId event);
    void toCloud(const mqtt::TappedMessage& message, trace::EventId event);
    bool mayFunctionsSay(std::string_view topic);
    void noteNone(const RouteEnd& source, const mqtt::TappedMessage& message);
    /// For the doctor, which does not hear of every message.
    void giveEvidence(const RouteEnd& source, const mqtt::TappedMessage& message);
    bool mayTellAgain(const RouteEnd& source, std::string_view topic);
    std::string literal(const RouteEnd& end) const;

    Parts m_parts;
    const RouteTable* m_routes = nullptr;
    Traffic m_traffic;
    Instant m_second{};               ///< began then …
    std::uint32_t m_ofFunctions = 0;  ///< … and since then they said so many
    std::vector<mqtt::TapId> m_taps;
    std::map<std::pair<std::string, std::string>, Instant> m_told; ///< by source and topic: when last
};

} // namespace greensward::edge
