// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <array>
#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace greensward::simulator {

/// What a shadow can ask of a device.
class ShadowedThing
{
public:
    virtual ~ShadowedThing() = default;
    /// How it is: the members it answers for in the shadow's reported section.
    virtual boost::json::object settings() const = 0;
    /// One member of the desired section. What was done ("water on"; empty: nothing changed), or why it is ignored.
    virtual Result<std::string> set(std::string_view name, const boost::json::value& wanted) = 0;
    /// A request for the shadow service; false when it cannot be sent.
    virtual bool sendToShadow(std::string_view topic, std::string_view payload) = 0;
    virtual void noteOfShadow(std::string note) = 0;
};

/// A device's side of its classic shadow, as the service wants it done (shadow.md 6, 9): when it connects it asks for
/// the document and does what is desired there, later it listens to deltas; whatever it then is, it reports, once. A
/// delta older than what it knows is ignored. What it cannot do it reports as a member "ignored" with a reason for
/// each field, since a delta alone cannot say why it stays. Driven by its device; no clock, no randomness.
class DeviceShadow
{
public:
    DeviceShadow(std::string_view thing, ShadowedThing& device);

    static constexpr std::size_t kFilters = 4;
    const std::array<std::string, kFilters>& filters() const { return m_filters; }

    /// The filters are subscribed to on a connection that has just begun.
    void connected();
    /// False when it is no message for it.
    bool message(std::string_view topic, ByteView payload);
    /// Tells how the device is, unless that was told already.
    void report();
    /// The process has ended, and what it knew with it.
    void forget();

    /// Tells once how a device is that does not go this way.
    static bool reportOnce(std::string_view thing, ShadowedThing& device);

private:
    boost::json::object reportedState() const;
    void gotDocument(const boost::json::object& document);
    void gotDelta(const boost::json::object& delta);
    void gotRejection(const boost::json::object& body, bool ofGet);
    bool isNew(const boost::json::object& message);
    void obey(const boost::json::object& desired);
    std::string token();

    std::string m_thing;
    ShadowedThing& m_device;
    std::array<std::string, kFilters> m_filters;
    std::int64_t m_version = 0; ///< newest of the documents and deltas that came
    std::uint64_t m_requests = 0;
    boost::json::object m_ignored; ///< why, by member of desired
    bool m_toldIgnored = false;    ///< the document has such a member
    bool m_obeying = false;
    std::string m_reported; ///< the state of the last report
};

} // namespace greensward::simulator
