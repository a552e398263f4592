// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include "doctor/card.h"
#include "trace/finding.h"
#include "trace/recorder.h"

namespace greensward::doctor {

/// One event with its texts, as rules see it. Lives for the call.
struct Occurrence
{
    const trace::Event& event;
    std::string_view subject;
    std::string_view object;
    std::string_view detail;
    ByteView payload;
    std::string_view origin{};    ///< of another broker: "core NAME", or a connection elsewhere; empty: the gateway
    boost::json::object evidence{}; ///< of Kind::Evidence; empty when it could not be read

    bool is(trace::Finding finding) const
    {
        return event.kind == trace::Kind::Evidence && event.extra == static_cast<std::int64_t>(finding);
    }
    /// A member of the evidence; empty, 0 or false when it is not there.
    std::string text(std::string_view name) const;
    std::int64_t number(std::string_view name) const;
    bool flag(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
};

std::string textOf(const boost::json::object& object, std::string_view name);
/// The texts of the members, "a, b and 3 more".
std::string joined(const std::vector<std::string>& texts, std::size_t most = 4);
/// "192.168.1.20" of "192.168.1.20:51324".
std::string hostOf(std::string_view address);

/// A core of this program: "core NAME".
bool isOfCore(std::string_view origin);

/// Where rules put their cards.
class Desk
{
public:
    virtual ~Desk() = default;
    /// A new card, or the same once more.
    virtual void raise(Card card) = 0;
    /// What it was about works again.
    virtual void resolve(Code code, std::string_view key) = 0;
    virtual void resolveClient(Code code, std::string_view client) = 0;
    virtual WallTime now() const = 0;
};

/// One reason after another that things go wrong. Sees events in their order and remembers what it needs, within a
/// bound of its own.
class Rule
{
public:
    virtual ~Rule() = default;
    /// Whether it is about what happens there (Occurrence::origin). Other brokers tell nothing about the gateway.
    virtual bool hears(std::string_view origin) const { return origin.empty(); }
    virtual void see(const Occurrence& seen, Desk& desk) = 0;
    /// Time has passed: what waits for a moment of its own acts.
    virtual void advance(Desk& /*desk*/) {}
    /// When it wants advance() next; nothing: only events matter.
    virtual std::optional<WallTime> deadline() const { return std::nullopt; }
};

/// As recorded of a device that asks where its core is, and the key of what is wrong then. caller: ARN of the certificate.
inline constexpr std::string_view kDiscover = "greengrass Discover";
std::string discoveryKey(std::string_view caller);

/// A card with what every card takes from the event it begins with.
Card cardOf(const Occurrence& seen, Code code, Confidence confidence, std::string key, Text sentence);

} // namespace greensward::doctor
