// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shadow/service.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace greensward::shadow::test {

/// Without limits of how often, which few tests are about.
inline Settings unthrottled(Settings settings = {})
{
    settings.inFlight.reset();
    settings.ratePerThing.reset();
    return settings;
}

/// A service with a clock that moves when told to, and what it published.
class ShadowWorld
{
public:
    explicit ShadowWorld(Settings settings = unthrottled(), ShadowStore* store = nullptr)
        : service({.recorder = recorder, .store = store, .thingExists = {}}, settings)
    {}

    Moment now() const { return {clock.now(), clock.wall()}; }
    bool publish(std::string_view topic, std::string_view payload, std::uint64_t connection = 1,
                 std::string_view who = "client")
    {
        return service.publish(topic, asBytes(payload), {.connection = connection, .who = who}, now());
    }
    /// On the classic shadow of "lamp", or a named one of it. Returns what was published for it.
    std::vector<Outgoing> ask(std::string_view operation, std::string_view payload = {}, std::string_view shadow = {})
    {
        publish(topicPrefix("lamp", shadow) + "/" + std::string(operation), payload);
        return service.takeMessages();
    }
    std::vector<Outgoing> update(std::string_view payload) { return ask("update", payload); }
    std::optional<RestResponse> rest(std::string_view method, std::string_view target, std::string_view body = {})
    {
        return service.handle({.method = method, .target = target, .body = asBytes(body)}, {.who = "role"}, now());
    }

    ManualClock clock{WallTime{std::chrono::seconds{1'500'000'000}}};
    trace::Recorder recorder{clock};
    ShadowService service;
};

/// The last levels after ".../shadow/", one message after another: "update/accepted update/documents".
inline std::string suffixes(const std::vector<Outgoing>& messages)
{
    std::string all;
    for (const Outgoing& message : messages) {
        const std::size_t slash = message.topic.rfind('/', message.topic.rfind('/') - 1);
        all += (all.empty() ? "" : " ") + message.topic.substr(slash + 1);
    }
    return all;
}

inline boost::json::value parsed(std::string_view text)
{
    boost::json::error_code error;
    auto value = boost::json::parse({text.data(), text.size()}, error);
    EXPECT_FALSE(error) << "not JSON: " << text;
    return value;
}

/// Compared as JSON, so that the order of members does not matter.
inline void expectJson(std::string_view actual, std::string_view expected)
{
    EXPECT_EQ(parsed(actual), parsed(expected)) << "got " << actual;
}

} // namespace greensward::shadow::test
