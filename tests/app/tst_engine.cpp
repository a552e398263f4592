// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "app/engine_port_link.h"

#include <QCoreApplication>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <gmock/gmock.h>
#include <thread>

using namespace greensward;
using namespace greensward::app;
using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;

namespace {

EngineSettings ephemeral()
{
    EngineSettings settings;
    settings.durable = false;
    settings.ports = PortPlan::anyFree();
    return settings;
}

std::unique_ptr<Engine> started(const EngineSettings& settings)
{
    auto engine = Engine::start(settings);
    if (!engine)
        throw std::runtime_error(engine.error().message);
    return std::move(*engine);
}

/// Looks until it is so, for at most ten seconds.
template<typename Condition>
bool eventually(Condition condition)
{
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (std::chrono::steady_clock::now() < deadline) {
        if (condition())
            return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

struct Seen
{
    trace::Kind kind;
    std::string subject;
    std::string object;
    std::string payload;
};

/// Everything that comes out of a port, as the window would read it.
class Window
{
public:
    explicit Window(EnginePortLink& port) : m_port(port) {}
    bool sees(trace::Kind kind, const std::string& subject, const std::string& object)
    {
        return eventually([&] {
            look();
            return std::any_of(m_seen.begin(), m_seen.end(), [&](const Seen& seen) {
                return seen.kind == kind && (subject.empty() || seen.subject == subject) && seen.object == object;
            });
        });
    }
    std::string lastPayload(const std::string& topic)
    {
        look();
        std::string payload;
        for (const Seen& seen : m_seen) {
            if (seen.kind == trace::Kind::MessagePublished && seen.object == topic)
                payload = seen.payload;
        }
        return payload;
    }

private:
    void look()
    {
        for (const trace::ChunkPtr& chunk : m_port.drain()) {
            for (const trace::Event& event : chunk->events()) {
                m_seen.push_back({event.kind, std::string(chunk->text(event.subject)),
                                  std::string(chunk->text(event.object)), std::string(chunk->text(event.payload))});
            }
        }
    }
    EnginePortLink& m_port;
    std::vector<Seen> m_seen;
};

} // namespace

TEST(Engine, opensEveryPortOnItsOwn)
{
    EngineSettings settings = ephemeral();
    settings.plainMqtt = true;
    const auto engine = started(settings);
    const PortPlan& ports = engine->whereabouts().ports;
    for (const std::uint16_t port : {ports.api, ports.mqtts, ports.https, ports.mqtt})
        EXPECT_NE(port, 0);
}

TEST(Engine, hasNoPlainPortUnlessAskedFor)
{
    EXPECT_EQ(started(ephemeral())->whereabouts().ports.mqtt, 0);
}

TEST(Engine, saysWhichPortIsTaken)
{
    const auto first = started(ephemeral());
    EngineSettings settings = ephemeral();
    settings.ports.mqtts = first->whereabouts().ports.mqtts;
    const auto second = Engine::start(settings);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message, HasSubstr(std::to_string(settings.ports.mqtts)));
}

TEST(Engine, refusesAnAddressThatIsNotOfThisMachine)
{
    EngineSettings settings = ephemeral();
    settings.listen = "203.0.113.7";
    const auto engine = Engine::start(settings);
    ASSERT_FALSE(engine);
    EXPECT_THAT(engine.error().message, HasSubstr("203.0.113.7"));
}

TEST(Engine, answersTheWindowsApiCallsAsItAnswersPrograms)
{
    int count = 0;
    QCoreApplication application(count, nullptr);
    const auto engine = started(ephemeral());
    EnginePortLink port(*engine);
    const auto answerTo = [&](client::Call call) {
        std::optional<client::Answer> answer;
        port.api()->call(std::move(call), [&](const client::Answer& got) { answer = got; });
        eventually([&] {
            QCoreApplication::processEvents();
            return answer.has_value();
        });
        return answer.value_or(client::Answer{});
    };
    const client::Answer made = answerTo({"iot", "POST", "/things/pump-1"});
    EXPECT_TRUE(made.ok()) << made.problem;
    EXPECT_EQ(made.object().at("thingName"), "pump-1");
    EXPECT_EQ(answerTo({"iot", "GET", "/things/pump-2"}).code, "ResourceNotFoundException");
    const client::Answer updated =
        answerTo({"iotdata", "POST", "/things/pump-1/shadow", {}, R"({"state":{"desired":{"on":true}}})"});
    EXPECT_EQ(updated.object().at("version"), 1) << updated.problem;
}

TEST(Engine, stopsTwiceWithoutHarm)
{
    const auto engine = started(ephemeral());
    EXPECT_TRUE(engine->stop());
    EXPECT_TRUE(engine->stop());
}

TEST(Engine, ofTheConsoleRunsTurbineAndSprinklerOverTls)
{
    EngineSettings settings = ephemeral();
    settings.devices = true;
    const auto engine = started(settings);
    EnginePortLink port(*engine);
    Window window(port);
    EXPECT_TRUE(window.sees(trace::Kind::MessagePublished, "ev-gen-123", "turbines/ev-gen/123"));
    const auto report = boost::json::parse(window.lastPayload("turbines/ev-gen/123"));
    for (const char* field : {"timestamp", "temperature", "humidity", "rotor-freq", "output", "output-freq"})
        EXPECT_TRUE(report.as_object().contains(field)) << field;

    ASSERT_TRUE(eventually([&] {
        port.drain();
        const auto devices = port.devices();
        return devices.size() == 2 && std::all_of(devices.begin(), devices.end(), [](const auto& device) {
                   return device.state == simulator::DeviceState::Online && device.realTls && device.willArmed;
               });
    }));
    const auto clients = engine->ask([&] { return engine->broker().clients(); });
    for (const mqtt::ClientView& client : clients) {
        EXPECT_THAT(client.peer.transport, HasSubstr("tls"));
        EXPECT_FALSE(client.peer.certificateId().empty());
        EXPECT_TRUE(client.peer.simulated);
    }
}

TEST(EnginePortLink, publishesAndSeesWhatItPublished)
{
    const auto engine = started(ephemeral());
    EnginePortLink port(*engine);
    Window window(port);
    port.publish({.topic = "lawn/east", .payload = "grass", .qos = 1, .retain = true});
    EXPECT_TRUE(window.sees(trace::Kind::MessagePublished, "", "lawn/east"));
    EXPECT_TRUE(eventually([&] {
        port.drain(); // asks for the next snapshot
        return !port.status().consoleClient.empty();
    }));
    EXPECT_TRUE(window.sees(trace::Kind::MessagePublished, port.status().consoleClient, "lawn/east"));
    EXPECT_EQ(window.lastPayload("lawn/east"), "grass");
    EXPECT_TRUE(engine->ask([&] { return engine->broker().retained("lawn/east") != nullptr; }));
}

TEST(EnginePortLink, refusesATopicThatIsNone)
{
    const auto engine = started(ephemeral());
    EnginePortLink port(*engine);
    Window window(port);
    port.publish({.topic = "lawn/#", .payload = "grass", .qos = 0, .retain = false});
    EXPECT_TRUE(window.sees(trace::Kind::MessageRefused, {}, "lawn/#"));
}

TEST(EnginePortLink, turnsTheSprinklerOnByPublishing)
{
    EngineSettings settings = ephemeral();
    settings.devices = true;
    const auto engine = started(settings);
    EnginePortLink port(*engine);
    Window window(port);
    const std::string topic = "macdonald/sprinkler-456";
    ASSERT_TRUE(window.sees(trace::Kind::Subscribed, "sprinkler-456", topic));
    port.publish({.topic = topic, .payload = R"({"water":"on"})", .qos = 1, .retain = false});
    EXPECT_TRUE(eventually([&] {
        port.drain();
        const auto devices = port.devices();
        return std::any_of(devices.begin(), devices.end(), [](const auto& device) { return device.received == 1; });
    }));
}

TEST(EnginePortLink, carriesCommandsToADevice)
{
    EngineSettings settings = ephemeral();
    settings.devices = true;
    const auto engine = started(settings);
    EnginePortLink port(*engine);
    const auto stateOfTurbine = [&] {
        port.drain();
        for (const auto& device : port.devices()) {
            if (device.id == "ev-gen-123")
                return device.state;
        }
        return simulator::DeviceState::Stopped;
    };
    ASSERT_TRUE(eventually([&] { return stateOfTurbine() == simulator::DeviceState::Online; }));
    port.command("ev-gen-123", ui::DeviceCommand::Crash, 0);
    EXPECT_TRUE(eventually([&] { return stateOfTurbine() == simulator::DeviceState::Crashed; }));
    port.command("ev-gen-123", ui::DeviceCommand::Start, 0);
    EXPECT_TRUE(eventually([&] { return stateOfTurbine() == simulator::DeviceState::Online; }));
    port.command("ev-gen-123", ui::DeviceCommand::Stop, 0);
    EXPECT_TRUE(eventually([&] { return stateOfTurbine() == simulator::DeviceState::Stopped; }));
}

/// "Why not?" of the workshop: the same command while the sprinkler is away, on either way.
TEST(EnginePortLink, aDirectCommandToAnAbsentSprinklerIsLostAndADesiredOneIsNot)
{
    EngineSettings settings = ephemeral();
    settings.devices = true;
    const auto engine = started(settings);
    EnginePortLink port(*engine);
    Window window(port);
    const std::string id = "sprinkler-456";
    const auto look = [&] {
        port.drain();
        for (const auto& device : port.devices())
            if (device.id == id)
                return device;
        return simulator::DeviceView{};
    };
    const auto becomes = [&](simulator::DeviceState state) {
        return eventually([&] { return look().state == state; });
    };
    const auto waters = [&] { return look().values.front().value != 0; };
    const auto goesAndComesBack = [&](const std::string& topic, const std::string& payload) {
        port.command(id, ui::DeviceCommand::Stop, 0);
        ASSERT_TRUE(becomes(simulator::DeviceState::Stopped));
        port.publish({.topic = topic, .payload = payload, .qos = 1, .retain = false});
        ASSERT_TRUE(window.sees(trace::Kind::MessagePublished, {}, topic));
        port.command(id, ui::DeviceCommand::Start, 0);
        ASSERT_TRUE(becomes(simulator::DeviceState::Online));
    };
    ASSERT_TRUE(becomes(simulator::DeviceState::Online));
    goesAndComesBack("macdonald/sprinkler-456", R"({"water":"on"})");
    ASSERT_TRUE(window.sees(trace::Kind::MessagePublished, id, "macdonald/sprinkler-456/status"));
    EXPECT_EQ(look().received, 0u);
    EXPECT_FALSE(waters());

    port.command(id, ui::DeviceCommand::SetWay, 1);
    const std::string shadow = "$aws/things/sprinkler-456/shadow/update";
    ASSERT_TRUE(window.sees(trace::Kind::MessagePublished, id, shadow)) << "it told its shadow how it is";
    goesAndComesBack(shadow, R"({"state":{"desired":{"water":"on"}}})");
    EXPECT_TRUE(eventually(waters));
    EXPECT_THAT(look().note, HasSubstr("by its shadow v2"));
}

TEST(EnginePortLink, tellsWhyThereIsNoEngine)
{
    EnginePortLink port("/data", "port 8883 is taken");
    EXPECT_TRUE(port.drain().empty());
    EXPECT_FALSE(port.status().running);
    EXPECT_EQ(port.status().problem, "port 8883 is taken");
    port.publish({.topic = "a", .payload = "b", .qos = 0, .retain = false});
    port.command("ev-gen-123", ui::DeviceCommand::Start, 0);
}

TEST(EnginePortLink, countsWhatTheStatusBarShows)
{
    const auto engine = started(ephemeral());
    EnginePortLink port(*engine);
    EXPECT_TRUE(port.status().running);
    EXPECT_EQ(port.status().endpoint, "localhost:" + std::to_string(engine->whereabouts().ports.mqtts));
    EXPECT_GT(port.status().residentBytes, 0u);
    EXPECT_EQ(port.status().clients, 0u);
}
