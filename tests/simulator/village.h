// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "memory_hub.h"
#include "mqtt/broker.h"
#include "simulator/fleet.h"
#include "simulator/link_maker.h"
#include "trace/recorder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::simulator {

/// Links to the broker of a hub.
class HubLinks final : public LinkMaker
{
public:
    explicit HubLinks(simulation::MemoryHub& hub) : m_hub(hub) {}
    void open(const std::string&, net::LinkHandler& handler, std::function<void(Result<net::Link*>)> done) override
    {
        ++opened;
        if (net::Link* link = m_hub.open(handler, {}))
            done(link);
        else
            done(failure("connection refused"));
    }
    bool realTls() const override { return false; }
    int opened = 0;

private:
    simulation::MemoryHub& m_hub;
};

/// A world with a fleet and a real broker, in virtual time.
struct Village
{
    struct Message
    {
        std::string topic;
        std::string payload;
        std::string publisher;
        Instant at;
    };

    explicit Village(std::uint64_t seed = 1, double pace = 1.0) : world(seed, clock.wall(), clock.now(), pace)
    {
        hub.start(broker);
        broker.tap("#", [this](const mqtt::TappedMessage& message) {
            messages.push_back({std::string(message.topic), std::string(asText(message.payload)),
                                std::string(message.publisher), clock.now()});
        });
    }

    static DeviceModelPtr model(const std::string& name)
    {
        const auto loaded = loadDeviceModel(std::string(GREENSWARD_MODELS) + "/" + name + ".device.json");
        EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
        return loaded.value();
    }
    Device& add(const std::string& name, std::string_view number)
    {
        const auto device = fleet.add(model(name), number, links);
        EXPECT_TRUE(device);
        return **device;
    }

    /// As a person at the console.
    void publish(std::string_view topic, std::string_view payload)
    {
        mqtt::OutgoingMessage message;
        message.topic = topic;
        message.payload = asBytes(payload);
        broker.publish("$console", message, clock.now());
    }
    /// Lets everything happen that happens within the span.
    void run(Duration span)
    {
        const Instant end = clock.now() + span;
        while (true) {
            fleet.advance(clock.now());
            hub.run();
            auto next = fleet.nextDeadline();
            if (const auto other = hub.nextDeadline(); other && (!next || *other < *next))
                next = other;
            if (!next || *next > end)
                break;
            clock.set(std::max(*next, clock.now()));
        }
        clock.set(end);
    }

    std::vector<Message> on(std::string_view topic) const
    {
        std::vector<Message> found;
        std::copy_if(messages.begin(), messages.end(), std::back_inserter(found),
                     [topic](const Message& message) { return message.topic == topic; });
        return found;
    }

    /// What happened to devices, as "kind: detail".
    std::vector<std::string> story()
    {
        recorder.flush();
        std::vector<std::string> lines;
        for (const auto& chunk : reader.drain())
            for (const auto& event : chunk->events())
                if (event.kind == trace::Kind::DeviceStarted || event.kind == trace::Kind::DeviceStopped ||
                    event.kind == trace::Kind::FaultInjected || event.kind == trace::Kind::FaultHealed)
                    lines.push_back(std::string(trace::name(event.kind)) + ": " +
                                    std::string(chunk->text(event.detail)));
        return lines;
    }

    ManualClock clock;
    World world;
    trace::Recorder recorder{clock};
    trace::Reader reader{recorder, trace::KindSet::rare()};
    mqtt::Gatekeeper gatekeeper;
    mqtt::Broker broker{{.clock = clock, .recorder = recorder, .gatekeeper = gatekeeper}, {}};
    simulation::MemoryHub hub{clock, Random(1)};
    HubLinks links{hub};
    std::vector<Message> messages;
    Fleet fleet{world, clock, recorder, {}};
};

} // namespace greensward::simulator
