// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <cstdint>
#include <string_view>

namespace greensward::trace {

/// 0 means "none". Ids count up from 1 in the order of recording and are never used twice in a workspace's run.
using EventId = std::uint64_t;
/// The id of the event that began the journey: a message, a request or a connection.
using JourneyId = std::uint64_t;

/// What happened. The comment says what subject, object, detail and the numbers mean for that kind.
enum class Kind : std::uint8_t {
    // Links and connections. subject: client id or peer address; number: connection id.
    LinkOpened,      ///< detail: transport; object: peer address; payload, extra: its certificate's subject, end (s, 1970)
    LinkRefused,     ///< a handshake failed or a link was turned away; detail: why, object: peer address
    LinkClosed,      ///< detail: who closed and why, object: peer address
    ClientConnected, ///< CONNECT accepted; detail: version, clean/resumed; extra: keep alive in s; payload: certificate id
    ClientRefused,   ///< CONNECT refused; detail: why; extra: reason code; payload: id of its certificate
    ClientDisconnected, ///< session's network connection ended; detail: why; extra: DisconnectReason
    ClientTakenOver,    ///< a second connection came with the same client id
    SessionExpired,     ///< the stored session of subject was dropped
    // Messages. subject: who (client id or "$name" of an in-process origin), object: topic, payload: the application
    // message.
    MessagePublished, ///< a PUBLISH reached the broker; flags: QoS, retain, dup; number: connection; extra: packet id
    MessageDelivered, ///< sent towards subject; cause: its MessagePublished; flags as delivered
    MessageQueued,    ///< kept for an absent or slow subject; cause: its MessagePublished; extra: queue length
    MessageDropped,   ///< lost, on purpose; detail: which limit or rule; extra: how many, of a second at most
    MessageRefused,   ///< the gatekeeper or a limit said no; detail: why
    MessageAcknowledged, ///< PUBACK or PUBCOMP from subject; extra: packet id
    RetainedStored,      ///< object: topic, payload: new retained message
    RetainedCleared,     ///< object: topic
    Subscribed,          ///< object: filter; extra: granted QoS or reason code; detail: options
    SubscribeRefused,    ///< object: filter; detail: why; extra: reason code
    Unsubscribed,        ///< object: filter
    WillArmed,           ///< CONNECT carried a will; object: will topic; flags: QoS, retain; extra: delay in s
    WillPublished,       ///< object: topic; cause: the disconnect
    WillWithheld,        ///< object: topic; detail: why; extra: mqtt::WillFate
    KeepAlive,           ///< PINGREQ of subject
    ProtocolError,       ///< detail: sentence with the clause; extra: reason code
    LimitReached,        ///< a bounded queue, history or cache acted; detail: which and what it did
    // Devices. subject: device.
    DeviceStarted,
    DeviceStopped,
    DeviceState,   ///< detail: state in a word; payload: JSON object of the physical values
    FaultInjected, ///< detail: which
    FaultHealed,
    // The program itself.
    ServiceStarted, ///< detail: what, object: address
    ServiceStopped,
    StoreCommitted, ///< extra: operations in the group
    StoreFailed,    ///< detail: why
    // Later additions: names and order of the others stay.
    /// One message that subject was to have and did not get; cause: its MessagePublished; detail: why; extra: 1 when a
    /// MessageDelivered was recorded before and is hereby taken back.
    MessageMissed,
    // Shadows. subject: who asked, object: the shadow's topic up to "/shadow" or its name, cause: the request's
    // message.
    ShadowAccepted, ///< detail: "get", "update" or "delete"; extra: version; payload: the request
    ShadowRejected, ///< detail: the operation and why; extra: the service's error code; payload: the request
    ShadowDelta,    ///< desired and reported differ after an update; extra: version; payload: the difference
    // The AWS APIs. subject: the caller's ARN, or its address; object: "iot CreateThing".
    ApiCalled,  ///< a request was let in; payload: the program (User-Agent)
    ApiRefused, ///< detail: error code and why; extra: HTTP status; cause: its ApiCalled, when it was let in at first
    Evidence, ///< what a refusal or an oddity rests on; extra: a Finding; cause: the event it belongs to; subject and
              ///< object: as there; detail: the sentence; payload: particulars, a JSON object (trace/finding.h)
    // A core at the edge. subject: an end of its routes as the console shows it ("turbine-123", "cloud").
    MessageRouted, ///< object: topic; cause: its MessagePublished; detail: "ROUTE → TARGET", the route by its id
    MessageUnrouted, ///< no route leads on; object: topic; cause: its MessagePublished; detail: why, by the nearest route
    SpoolFilled,     ///< messages for the cloud wait, where none did; subject: core; detail: why; extra: how many
    SpoolDrained,    ///< none waits any more; subject: core; extra: how many went since they began to wait
    DeploymentApplied, ///< subject: core; object: the group's id; detail: what and how it ended; extra: 1 done, 0 failed
    kCount
};

/// The kind in words, lower case, as shown in a list ("message published").
std::string_view name(Kind kind);

enum Flag : std::uint8_t {
    kQosMask = 0x03,
    kRetain = 0x04, ///< the RETAIN bit as it travelled
    kDuplicate = 0x08,
    kSession = 0x10,   ///< ClientConnected: an earlier session was resumed; ClientDisconnected: it is kept
    kSimulated = 0x20, ///< comes from a device of the simulator
};

/// A piece of the chunk's text arena.
struct Slice
{
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// What a recorder is given; the views are copied into the chunk.
struct Entry
{
    Kind kind{};
    std::uint8_t flags = 0;
    EventId cause = 0;
    JourneyId journey = 0; ///< 0: this event begins a journey of its own
    std::uint64_t number = 0;
    std::int64_t extra = 0;
    std::string_view subject{};
    std::string_view object{};
    std::string_view detail{};
    ByteView payload{};
    std::string_view origin{}; ///< the connection to a broker elsewhere that saw it; empty: this workspace
};

/// What a reader gets: fixed size, texts as slices of the chunk it lives in.
struct Event
{
    EventId id = 0;
    EventId cause = 0;
    JourneyId journey = 0;
    WallTime time{};
    std::uint64_t number = 0;
    std::int64_t extra = 0;
    Slice subject;
    Slice object;
    Slice detail;
    Slice payload;
    std::uint32_t payloadSize = 0; ///< of the message itself; larger than payload.length when the recorder trimmed it
    Kind kind{};
    std::uint8_t flags = 0;
    std::uint8_t origin = 0; ///< Chunk::origin() names it; 0: this workspace
};

} // namespace greensward::trace
