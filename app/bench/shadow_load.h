// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/load_connection.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace greensward::bench {

/// What came of shadow updates over MQTT.
struct ShadowReport
{
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;
    double seconds = 0;
    std::vector<double> milliseconds; ///< from an update to its accepted answer, sorted
};

/// A device gateway's shadows from the outside: one plain MQTT connection that updates many shadows in turn and has so
/// many updates under way, each told apart by its client token. The next one goes out only for an answer.
class ShadowLoad
{
public:
    ShadowLoad(const Target& target, unsigned shadows, unsigned underWay);

    /// Makes each shadow, then updates them for so long. Fails when the broker refuses, hangs up or stops answering.
    Result<ShadowReport> run(std::chrono::duration<double> span);

private:
    using Clock = std::chrono::steady_clock;

    Result<void> open();
    /// Until done() is true.
    template<typename Done>
    Result<void> turnUntil(Done done);
    void packetArrived(std::uint8_t header, ByteView body);
    void answerArrived(ByteView body);
    void update();
    void fill();

    Target m_target;
    unsigned m_shadows;
    unsigned m_underWay;
    Poller m_poller;
    std::unique_ptr<LoadConnection> m_connection;
    Bytes m_shared;
    bool m_open = false;
    bool m_subscribed = false;
    bool m_sending = false;
    std::uint64_t m_sent = 0;
    std::uint64_t m_answered = 0;
    ShadowReport m_report;
    std::vector<Clock::time_point> m_sentAt; ///< by number, in turn; wide enough for answers that come out of order
    Clock::time_point m_lastAnswer;
};

} // namespace greensward::bench
