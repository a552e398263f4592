// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/device_shadow.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <utility>

namespace greensward::simulator {

namespace json = boost::json;

namespace {

enum Filter : std::size_t { Delta, GetAccepted, GetRejected, UpdateRejected };

constexpr std::string_view kIgnored = "ignored";

std::string topicOf(std::string_view thing, std::string_view suffix)
{
    return fmt::format("$aws/things/{}/shadow/{}", thing, suffix);
}

const json::object* objectIn(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value ? value->if_object() : nullptr;
}

/// The document says so already: all members of the report are there, or absent where the report takes them away.
bool says(const json::object& section, const json::object& report)
{
    return std::all_of(report.begin(), report.end(), [&section](const auto& member) {
        const auto* there = section.if_contains(member.key());
        return member.value().is_null() ? there == nullptr : there && *there == member.value();
    });
}

/// JSON with numbers as a person writes them, 12.5 and not 1.25E1: the service keeps their text.
void append(std::string& out, const json::value& value)
{
    const auto* object = value.if_object();
    if (!object) {
        out += value.is_double() ? fmt::format("{}", value.as_double()) : json::serialize(value);
        return;
    }
    char separator = '{';
    for (const auto& member : *object) {
        out += std::exchange(separator, ',') + json::serialize(json::string(member.key())) + ':';
        append(out, member.value());
    }
    out += object->empty() ? "{}" : "}";
}

std::string updateText(json::object reported, std::string_view token)
{
    std::string text;
    append(text, json::object{{"state", json::object{{"reported", std::move(reported)}}}, {"clientToken", token}});
    return text;
}

} // namespace

DeviceShadow::DeviceShadow(std::string_view thing, ShadowedThing& device)
    : m_thing(thing)
    , m_device(device)
    , m_filters{topicOf(thing, "update/delta"), topicOf(thing, "get/accepted"), topicOf(thing, "get/rejected"),
                topicOf(thing, "update/rejected")}
{}

std::string DeviceShadow::token()
{
    return fmt::format("{}-{}", m_thing, ++m_requests);
}

void DeviceShadow::connected()
{
    m_device.sendToShadow(topicOf(m_thing, "get"), json::serialize(json::object{{"clientToken", token()}}));
}

void DeviceShadow::forget()
{
    m_version = 0;
    m_ignored.clear();
    m_reported.clear();
    m_toldIgnored = false;
}

/// The settings, and beside them why others are ignored; null takes an earlier such member away.
json::object DeviceShadow::reportedState() const
{
    json::object reported = m_device.settings();
    if (!m_ignored.empty())
        reported[kIgnored] = m_ignored;
    else if (m_toldIgnored)
        reported[kIgnored] = nullptr;
    return reported;
}

bool DeviceShadow::message(std::string_view topic, ByteView payload)
{
    std::size_t filter = 0;
    while (filter < kFilters && m_filters[filter] != topic)
        ++filter;
    if (filter == kFilters)
        return false;
    boost::system::error_code error;
    const json::value body = json::parse(asText(payload), error);
    const auto* object = error ? nullptr : body.if_object();
    if (!object) {
        m_device.noteOfShadow(fmt::format("ignored a message on {}: it is no JSON object", topic));
        return true;
    }
    switch (filter) {
    case Delta:
        gotDelta(*object);
        break;
    case GetAccepted:
        gotDocument(*object);
        break;
    default:
        gotRejection(*object, filter == GetRejected);
    }
    return true;
}

/// Messages of different topics may overtake each other (shadow.md 7).
bool DeviceShadow::isNew(const json::object& message)
{
    const auto* version = message.if_contains("version");
    if (!version || !version->is_int64())
        return false;
    if (version->as_int64() < m_version) {
        m_device.noteOfShadow(
            fmt::format("ignored version {} of its shadow: {} is known", version->as_int64(), m_version));
        return false;
    }
    m_version = version->as_int64();
    return true;
}

/// All of desired, not only what differs: after a crash the valve is closed though the document says it is open.
void DeviceShadow::gotDocument(const json::object& document)
{
    if (!isNew(document))
        return;
    const auto* state = objectIn(document, "state");
    m_ignored.clear();
    if (const auto* desired = state ? objectIn(*state, "desired") : nullptr)
        obey(*desired);
    const auto* reported = state ? objectIn(*state, "reported") : nullptr;
    m_toldIgnored = reported && reported->contains(kIgnored);
    m_reported.clear();
    if (const json::object now = reportedState(); reported && says(*reported, now))
        m_reported = json::serialize(now); // by an earlier process
    report();
}

void DeviceShadow::gotDelta(const json::object& delta)
{
    if (!isNew(delta))
        return;
    m_ignored.clear(); // a delta lists all that differs
    if (const auto* state = objectIn(delta, "state"))
        obey(*state);
    report();
}

void DeviceShadow::gotRejection(const json::object& body, bool ofGet)
{
    const auto* code = body.if_contains("code");
    if (ofGet && code && code->is_int64() && code->as_int64() == 404) {
        m_version = 0; // none, or none any more: numbers may begin anew
        m_reported.clear();
        report();
        return;
    }
    const auto* token = body.if_contains("clientToken");
    if (!token || !token->is_string() || !std::string_view(token->as_string()).starts_with(m_thing))
        return; // somebody else's
    const auto* message = body.if_contains("message");
    m_device.noteOfShadow(fmt::format("its shadow refused: {}", message ? json::serialize(*message) : "no reason given"));
    m_reported.clear(); // it does not know
}

void DeviceShadow::obey(const json::object& desired)
{
    m_obeying = true;
    std::string done;
    for (const auto& member : desired) {
        const std::string_view name = member.key();
        auto set = m_device.set(name, member.value());
        if (!set)
            m_ignored[name] = set.error().message;
        else if (!set->empty())
            done += (done.empty() ? "" : ", ") + *set;
    }
    m_obeying = false;
    if (!done.empty())
        m_device.noteOfShadow(fmt::format("{}, by its shadow v{}", done, m_version));
    else if (!m_ignored.empty())
        m_device.noteOfShadow(fmt::format("ignored \"{}\" of its shadow: {}", std::string_view(m_ignored.begin()->key()),
                                          std::string_view(m_ignored.begin()->value().as_string())));
}

/// Said once: every accepted update makes the service repeat an outstanding delta, and answering each would never end.
void DeviceShadow::report()
{
    if (m_obeying)
        return; // once all is done
    json::object reported = reportedState();
    const std::string text = json::serialize(reported);
    if (text == m_reported)
        return;
    if (!m_device.sendToShadow(topicOf(m_thing, "update"), updateText(std::move(reported), token())))
        return;
    m_toldIgnored = !m_ignored.empty();
    m_reported = json::serialize(reportedState()); // without the null
}

bool DeviceShadow::reportOnce(std::string_view thing, ShadowedThing& device)
{
    return device.sendToShadow(topicOf(thing, "update"),
                               updateText(device.settings(), fmt::format("{}-once", thing)));
}

} // namespace greensward::simulator
