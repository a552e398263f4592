// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "edge/core_store.h"
#include "edge/group_document.h"
#include "trace/recorder.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::edge {

struct SpoolSettings
{
    static constexpr std::size_t kLeastBytes = 262'144;

    std::size_t bytes = 2'621'440; ///< topics, payloads and kOverhead a message
    bool onDisk = false;           ///< GG_CONFIG_STORAGE_TYPE FileSystem
    bool persistent = false;       ///< GG_CONFIG_SUBSCRIPTION_QUALITY AtLeastOncePersistent: of the way down

    /// As the group's entry GGCloudSpooler says; the defaults without one. A limit below kLeastBytes is an error, as a
    /// core refuses to start with it.
    static Result<SpoolSettings> of(const GroupDocument& group);
};

/// What is done with a message that the full spool has no room for.
enum class WhenSpoolFull : std::uint8_t {
    DropOldest, ///< the oldest waiting one makes room
    Refuse,     ///< the new one is refused: greengrasssdk's AllOrException
};

/// Everything that goes to the cloud, first in, first out, one at a time on its way (greengrass-and-gateway 11). A
/// state machine; one thread.
class Spooler
{
public:
    static constexpr std::size_t kOverhead = 32; ///< bytes that each message counts beside its texts

    struct Parts
    {
        trace::Recorder& recorder;
        std::string core;           ///< for the recorder
        CoreStore* store = nullptr; ///< null: nothing outlives it, whatever the settings say
    };
    explicit Spooler(Parts parts) : m_parts(std::move(parts)) {}

    /// What the store found. Before the first configure().
    void restore(std::vector<SpooledMessage> kept);
    /// For a deployment: what waits in memory is lost, what waits on disk is not. A change of the storage takes what is
    /// left along.
    void configure(const SpoolSettings& settings);
    const SpoolSettings& settings() const { return m_settings; }
    void clear();

    /// Whether the cloud takes messages now; only what people are told depends on it.
    void setOnline(bool online) { m_online = online; }

    /// The ticket that the message is safe with; 0 in memory. Refused with a sentence.
    Result<Ticket> add(std::string_view topic, std::string_view payload, WhenSpoolFull whenFull);

    /// Why add() would refuse it with WhenSpoolFull::Refuse; nothing when it would not.
    Result<void> hasRoom(std::string_view topic, std::string_view payload) const;

    /// The one to be sent next; nothing while one is on its way. It is on its way from now on.
    const SpooledMessage* take();
    /// That the one on its way has arrived; false when it is not that one.
    bool arrived(std::uint64_t number);
    /// It did not arrive, and is the next again.
    void putBack() { m_onItsWay = false; }

    std::size_t waiting() const { return m_messages.size(); }
    std::size_t bytes() const { return m_bytes; }
    std::uint64_t discarded() const { return m_discarded; } ///< since the start, for want of room
    const std::deque<SpooledMessage>& messages() const { return m_messages; }

private:
    static std::size_t weight(const SpooledMessage& message)
    {
        return message.topic.size() + message.payload.size() + kOverhead;
    }
    void makeRoom(std::size_t needed);
    void drop(std::size_t index);
    void noteWaiting();
    void noteDiscarded();

    Parts m_parts;
    SpoolSettings m_settings;
    std::deque<SpooledMessage> m_messages;
    std::size_t m_bytes = 0;
    std::uint64_t m_last = 0;
    std::uint64_t m_discarded = 0;
    std::uint64_t m_discardedTold = 0;
    std::uint64_t m_sinceFilled = 0; ///< arrived since they began to wait
    bool m_onItsWay = false;         ///< the first
    bool m_online = false;
    bool m_toldFilled = false;
};

} // namespace greensward::edge
