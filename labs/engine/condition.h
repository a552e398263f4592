// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "labs/json_match.h"
#include "trace/recorder.h"

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::labs {

/// Which events are meant: a kind by the recorder's own name for it, and what its fields must be.
struct EventPattern
{
    trace::Kind kind{};
    /// Patterns (isLike); empty: anything. The topic is an MQTT filter for kinds whose object is a topic.
    std::string core;                  ///< at which core it was recorded; empty: at the gateway
    std::string subject;               ///< "client", "device", "by"
    std::string object;                ///< "topic", "filter", "operation", "peer"
    std::string detail;                ///< "detail"
    std::string thing;                 ///< of shadow events: their thing
    std::string shadow;                ///< … and name; "classic" for the one without
    std::optional<std::int64_t> extra; ///< "number": version, keep alive, reason or error code: see trace::Kind
    std::optional<int> qos;
    std::optional<bool> retain;
    std::vector<JsonMatch> where; ///< of the payload

    struct Miss
    {
        unsigned failed = 0;    ///< fields that differ
        double likeness = 0;    ///< of what differs, 0 … 1
        std::string sentence{}; ///< "you published to `turbine/1`, the step wants `turbines/1`"
    };
    bool matches(const trace::Chunk& chunk, const trace::Event& event) const;
    /// An event of the kind that does not match: how near it was.
    Miss miss(const trace::Chunk& chunk, const trace::Event& event) const;
    /// "a message on `turbines/1` from wt-1"
    std::string text() const;
};

/// Whether an origin of events is a core that runs in this workspace, which labs look at like the gateway.
bool isOfCore(std::string_view origin);

/// The event in one short phrase, for a "because".
std::string describe(const trace::Chunk& chunk, const trace::Event& event);

/// A question to an AWS API and what its answer must be.
struct ApiQuestion
{
    std::string operation; ///< "iot DescribeThing"
    boost::json::object with;
    std::vector<JsonMatch> where;
    std::string error; ///< the error code that is wanted instead of an answer; empty: success

    std::string text() const;
};

/// What a step wants to be so: a tree over two things only, events that were recorded and answers of APIs.
/// CONTRIBUTING.md, "Write a lab", says how it is written in lab.json.
struct Condition
{
    enum class Form : std::uint8_t { All, Any, Not, Event, Absent, Api };
    Form form = Form::All;
    std::vector<Condition> parts{}; ///< of All and Any; one of Not
    EventPattern event{};           ///< of Event and Absent
    ApiQuestion api{};

    unsigned count = 1;               ///< so many events, at least
    std::optional<Duration> within{}; ///< after what "after" names, or so recently; with a count: all of them
    std::optional<Duration> span{};   ///< Absent: "for"; else "steady": so long without an exception
    /// Events count from here on: empty: since the lab began; "previous": since the part before it was met; else a
    /// step.
    std::string after{};
    std::string missing{}; ///< what to say while it is not met; empty: made from the rest

    /// Kinds of events that it looks at.
    trace::KindSet kinds() const;
    /// It asks an API somewhere: whether it is still so can be found out.
    bool asks() const;
    std::string text() const;
};

/// From lab.json; the error names the place: "check.all[1]: there is no event 'message publishd'".
Result<Condition> readCondition(const boost::json::value& json, std::string_view place);
Result<EventPattern> readEventPattern(const boost::json::object& json, std::string_view place);
/// "30s", "500ms", "2m"
std::optional<Duration> readDuration(std::string_view text);
std::optional<trace::Kind> kindNamed(std::string_view name);

} // namespace greensward::labs
