// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/http.h"
#include "edge/shadow_sync.h"
#include "played_cloud.h"
#include "shadow/topics.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace greensward::edge::test {

inline shadow::Settings unthrottled(shadow::Settings settings)
{
    settings.inFlight.reset();
    settings.ratePerThing.reset();
    return settings;
}

struct FakeRecords final : CoreStore
{
    std::map<std::string, SyncRecord, std::less<>> records;
    Ticket addToSpool(const SpooledMessage&) override { return 0; }
    Ticket dropFromSpool(std::uint64_t) override { return 0; }
    Ticket saveRecord(const SyncRecord& record) override
    {
        records.insert_or_assign(record.thing, record);
        return 0;
    }
    Ticket dropRecord(std::string_view thing) override
    {
        if (const auto found = records.find(thing); found != records.end())
            records.erase(found);
        return 0;
    }
};

/// A local shadow service and one in the cloud, with the synchronisation between them and a cable to pull.
class SyncWorld
{
public:
    explicit SyncWorld(std::string name = "lamp") : thing(std::move(name))
    {
        transport.answer = [this](const aws::Request& request) -> Result<aws::Response> {
            const auto answer =
                cloud.handle({.method = request.method, .target = request.target, .body = asBytes(request.body)},
                             {.who = "core"}, now());
            return aws::Response{.status = static_cast<unsigned>(answer->status), .body = answer->body};
        };
        restart();
    }

    shadow::Moment now() const { return {clock.now(), clock.wall()}; }
    /// The synchronisation begins anew with what it kept.
    void restart()
    {
        std::vector<SyncRecord> kept;
        for (const auto& [name, record] : records.records)
            kept.push_back(record);
        transport.forget();
        sync.reset();
        sync.emplace(ShadowSync::Parts{.clock = clock,
                                       .local = local,
                                       .cloud = calls,
                                       .store = &records,
                                       .wroteLocally = [] {},
                                       .warn = [this](const std::string& text) { warnings.push_back(text); }});
        sync->restore(std::move(kept));
        if (m_flag)
            sync->setThings({thing});
        sync->setOnline(m_up);
    }
    void flag(bool on)
    {
        m_flag = on;
        sync->setThings(on ? std::set{thing} : std::set<std::string>{});
    }
    void link(bool up)
    {
        m_up = up;
        transport.reachable = up;
        sync->setOnline(up);
    }
    /// Messages of the side that were published by the request.
    std::vector<shadow::Outgoing> ask(bool atCloud, const std::string& operation, std::string_view payload)
    {
        auto& side = atCloud ? cloud : local;
        side.publish(shadow::topicPrefix(thing) + "/" + operation, asBytes(payload), {.connection = 1, .who = "app"},
                     now());
        auto messages = side.takeMessages();
        if (atCloud)
            hear(messages);
        else if (operation != "get")
            sync->localChanged(thing);
        return messages;
    }
    void update(bool atCloud, std::string_view payload) { ask(atCloud, "update", payload); }
    void remove(bool atCloud) { ask(atCloud, "delete", ""); }
    /// Until nothing is left to do; at most that long.
    void settle(Duration atMost = std::chrono::seconds(120))
    {
        const Instant until = clock.now() + atMost;
        for (int turns = 0; turns < 10'000; ++turns) {
            sync->run();
            const bool moved = transport.deliver();
            hear(cloud.takeMessages());
            localMessages += local.takeMessages().size();
            if (moved)
                continue;
            const auto next = sync->nextDeadline();
            if (!next || *next > until)
                return;
            if (*next > clock.now())
                clock.set(*next);
        }
        ADD_FAILURE() << "it does not come to rest";
    }
    /// Both sides say the same, in whatever order.
    bool inStep() const
    {
        const auto parsed = [](const std::string& text) {
            return text.empty() || text == "-" ? boost::json::value(boost::json::object()) : boost::json::parse(text);
        };
        return parsed(section(false, true)) == parsed(section(true, true)) &&
               parsed(section(false, false)) == parsed(section(true, false));
    }
    /// "{…}" of a side's section; "-" without a shadow.
    std::string section(bool atCloud, bool desired) const
    {
        const auto view = (atCloud ? cloud : local).view(thing, {});
        if (!view || view->deleted)
            return "-";
        return desired ? view->desired : view->reported;
    }
    std::int64_t version(bool atCloud) const
    {
        const auto view = (atCloud ? cloud : local).view(thing, {});
        return view ? view->version : 0;
    }

    std::string thing;
    ManualClock clock;
    trace::Recorder recorder{clock};
    shadow::ShadowService local{{.recorder = recorder, .thingExists = {}}, unthrottled(shadow::Settings::gg1())};
    shadow::ShadowService cloud{{.recorder = recorder, .thingExists = {}}, unthrottled(shadow::Settings::aws())};
    PlayedTransport transport;
    CloudCalls calls{{.greengrass = transport,
                      .data = transport,
                      .greengrassHost = "gg",
                      .dataHost = "iot",
                      .core = "arn:aws:iot:us-east-1:123456789012:thing/core"}};
    FakeRecords records;
    std::vector<std::string> warnings;
    std::size_t localMessages = 0;
    std::optional<ShadowSync> sync;

private:
    void hear(const std::vector<shadow::Outgoing>& messages)
    {
        if (m_up)
            for (const shadow::Outgoing& message : messages)
                if (message.topic.ends_with("/accepted"))
                    sync->cloudSaid(message.topic, asBytes(message.payload));
    }
    bool m_flag = true;
    bool m_up = true;
};

} // namespace greensward::edge::test
