// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/flight_memory.h"

#include <QString>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

/// What an event said, copied: a journey that is looked at keeps no chunk alive.
struct ToldEvent
{
    trace::Kind kind{};
    std::uint8_t flags = 0;
    trace::EventId id = 0;
    trace::EventId cause = 0;
    WallTime time{};
    std::uint64_t number = 0;
    std::int64_t extra = 0;
    std::uint32_t payloadSize = 0;
    QString subject;
    QString object;
    QString detail;
    QString certificate; ///< LinkOpened: its payload
};

/// Somebody a message was meant for, and how far it came.
struct Receiver
{
    enum class State : std::uint8_t { Waiting, Sent, Acknowledged, Missed, Refused };
    QString client;
    State state{};
    std::uint8_t flags = 0; ///< as delivered
    bool repeated = false;  ///< sent more than once
    WallTime at{};          ///< of the state
    trace::EventId event = 0;
    QString why{}; ///< missed, refused: in the gateway's words
};

/// What became of one message, or of one connection: gathered from the flight recorder's events by their causes.
class Journey
{
public:
    static constexpr std::size_t kMostReceivers = 5'000;
    static constexpr std::size_t kMostOthers = 500;
    static constexpr int kMostAncestors = 16;

    enum class Standing {
        Nothing,   ///< no event was asked for
        Forgotten, ///< it is not, or no longer, recorded
        Found,
    };

    Journey() = default;
    /// Of the message that the event belongs to; of an event that belongs to no message: of its connection.
    Journey(const FlightMemory& memory, trace::EventId event);
    /// Takes in what has come since; true when there was something for this journey.
    bool extend(const FlightMemory& memory);

    Standing standing() const { return m_standing; }
    bool isMessage() const { return m_message; }
    /// Of the message's publication, or of the first event of the connection.
    trace::EventId id() const { return m_id; }
    /// That event; nothing when it has been forgotten.
    const std::optional<ToldEvent>& origin() const { return m_origin; }
    /// What led to it, oldest first.
    const std::vector<ToldEvent>& ancestors() const { return m_ancestors; }
    /// Something before the oldest step that is known has been forgotten.
    bool isBeginningForgotten() const { return m_beginningForgotten; }
    /// The gatekeeper, or a limit, refused the message itself.
    const std::optional<ToldEvent>& refusal() const { return m_refusal; }
    const std::vector<Receiver>& receivers() const { return m_receivers; }
    quint64 moreReceivers() const { return m_moreReceivers; } ///< beyond kMostReceivers
    /// Everything else, oldest first: retained, what it caused; all events of a connection.
    const std::vector<ToldEvent>& others() const { return m_others; }
    quint64 moreOthers() const { return m_moreOthers; }
    quint64 pings() const { return m_pings; } ///< of a connection
    /// The moment from which is counted.
    WallTime start() const { return m_start; }

private:
    void findOrigin(const FlightMemory& memory, const EventRef& asked);
    void findAncestors(const FlightMemory& memory, trace::EventId cause);
    bool take(const trace::Chunk& chunk, const trace::Event& event);
    bool takeOfMessage(const trace::Chunk& chunk, const trace::Event& event);
    bool takeOfConnection(const trace::Chunk& chunk, const trace::Event& event);
    void takeReceiver(const trace::Chunk& chunk, const trace::Event& event);
    void addOther(const trace::Chunk& chunk, const trace::Event& event);

    Standing m_standing = Standing::Nothing;
    bool m_message = false;
    trace::EventId m_id = 0;
    trace::EventId m_seen = 0; ///< up to here
    WallTime m_start{};
    std::optional<ToldEvent> m_origin;
    std::vector<ToldEvent> m_ancestors;
    bool m_beginningForgotten = false;
    std::optional<ToldEvent> m_refusal;
    std::vector<Receiver> m_receivers;
    std::unordered_map<std::string, std::size_t> m_receiverOf;
    quint64 m_moreReceivers = 0;
    std::vector<ToldEvent> m_others;
    quint64 m_moreOthers = 0;
    quint64 m_pings = 0;
};

} // namespace greensward::ui
