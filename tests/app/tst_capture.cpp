// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_port.h"
#include "app/engine_port_link.h"
#include "app/session_keeper.h"

#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <thread>

using namespace greensward;
using namespace greensward::app;
using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using trace::Kind;

namespace {

class CaptureTest : public testing::Test
{
protected:
    CaptureTest()
    {
        std::string name = (std::filesystem::temp_directory_path() / "capture-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
    }
    ~CaptureTest() override { std::filesystem::remove_all(m_folder); }

    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    static std::unique_ptr<Engine> started(bool devices = false)
    {
        EngineSettings settings;
        settings.durable = false;
        settings.ports = PortPlan::anyFree();
        settings.devices = devices;
        settings.seed = 1;
        auto engine = Engine::start(settings);
        if (!engine)
            throw std::runtime_error(engine.error().message);
        return std::move(*engine);
    }

    template<typename Condition>
    static bool eventually(Condition condition)
    {
        const auto deadline = std::chrono::steady_clock::now() + 20s;
        while (std::chrono::steady_clock::now() < deadline) {
            if (condition())
                return true;
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }

    /// Records until the port says that the file is whole.
    static void finish(EnginePortLink& port)
    {
        port.stopRecording();
        ASSERT_TRUE(eventually([&] { return !port.status().capture.recorded.empty(); }))
            << port.status().capture.problem;
    }

    SystemClock m_clock;
    std::filesystem::path m_folder;
};

struct Message
{
    std::string topic;
    std::string payload;
    int flags;
    bool operator==(const Message&) const = default;
    friend std::ostream& operator<<(std::ostream& out, const Message& message)
    {
        return out << message.topic << ' ' << message.payload << ' ' << message.flags;
    }
};

std::vector<trace::ChunkPtr> drainAll(CapturePort& port)
{
    std::vector<trace::ChunkPtr> all;
    while (port.isBehind())
        for (auto& chunk : port.drain())
            all.push_back(std::move(chunk));
    return all;
}

/// What was published in a stream, without who did.
std::vector<Message> messagesIn(const std::vector<trace::ChunkPtr>& chunks)
{
    std::vector<Message> messages;
    for (const auto& chunk : chunks)
        for (const trace::Event& event : chunk->events())
            // What the cloud says of its clients is not the test's.
            if (event.kind == Kind::MessagePublished && !chunk->text(event.object).starts_with("$aws/"))
                messages.push_back({std::string(chunk->text(event.object)), std::string(chunk->text(event.payload)),
                                    event.flags & (trace::kQosMask | trace::kRetain)});
    return messages;
}

std::unique_ptr<CapturePort> opened(const std::string& file, const Clock& clock)
{
    auto port = CapturePort::open(file, clock);
    if (!port)
        throw std::runtime_error(port.error().message);
    return std::move(*port);
}

void publishSome(EnginePortLink& port, int count)
{
    for (int i = 0; i < count; ++i)
        port.publish({.topic = fmt::format("lawn/{}", i % 7),
                      .payload = fmt::format(R"({{"number":{}}})", i),
                      .qos = i % 3,
                      .retain = i % 5 == 0});
}

} // namespace

TEST_F(CaptureTest, recordsAndShowsTheSameMessages)
{
    const auto engine = started();
    EnginePortLink port(*engine);
    port.subscribe("lawn/#", 1);
    ASSERT_TRUE(eventually([&] {
        port.drain();
        return !port.subscriptions().empty() && port.subscriptions()[0].granted;
    }));
    port.startRecording(file("a.wscap"));
    EXPECT_TRUE(port.status().capture.recording) << port.status().capture.problem;
    publishSome(port, 200);
    std::vector<trace::ChunkPtr> live;
    ASSERT_TRUE(eventually([&] {
        for (auto& chunk : port.drain())
            live.push_back(std::move(chunk));
        return messagesIn(live).size() == 200;
    }));
    ASSERT_TRUE(eventually([&] { return port.status().capture.events > 200; }));
    finish(port);
    EXPECT_FALSE(std::filesystem::exists(file("a.wscap.part")));

    const auto capture = opened(file("a.wscap"), m_clock);
    const auto shown = drainAll(*capture);
    EXPECT_EQ(messagesIn(shown), messagesIn(live));
    EXPECT_EQ(capture->status().origin, ui::Origin::Capture);
    EXPECT_EQ(capture->status().endpoint, port.status().endpoint);
    EXPECT_EQ(capture->status().received, 200u);
    EXPECT_GT(capture->status().delivered, 0u);
    // Whoever was connected before the recording began is known.
    EXPECT_EQ(capture->status().clients, 1u);
    EXPECT_THAT(capture->notes(), testing::IsEmpty());
}

TEST_F(CaptureTest, recordsNothingWhileNobodyAsks)
{
    const auto engine = started();
    EXPECT_FALSE(engine->ask([&] { return engine->recorder().wants(Kind::MessagePublished); }));
    {
        auto recording = CaptureRecording::start(*engine, file("a.wscap"));
        ASSERT_TRUE(recording);
        EXPECT_TRUE(
            eventually([&] { return engine->ask([&] { return engine->recorder().wants(Kind::MessagePublished); }); }));
    }
    EXPECT_FALSE(engine->ask([&] { return engine->recorder().wants(Kind::MessagePublished); }));
    EXPECT_TRUE(std::filesystem::exists(file("a.wscap")));
}

TEST_F(CaptureTest, endsAtItsLimitAndSaysSo)
{
    const auto engine = started();
    EnginePortLink port(*engine);
    auto recording = CaptureRecording::start(*engine, file("a.wscap"), {.bytes = 20'000});
    ASSERT_TRUE(recording);
    ASSERT_TRUE(eventually([&] {
        publishSome(port, 20);
        return (*recording)->progress().phase == CaptureRecording::Phase::Done;
    }));
    EXPECT_THAT((*recording)->progress().problem, HasSubstr("has reached"));
    bool told = false;
    EXPECT_TRUE(eventually([&] {
        for (const auto& chunk : port.drain())
            for (const trace::Event& event : chunk->events())
                told |= event.kind == Kind::LimitReached && chunk->text(event.subject) == "recording";
        return told;
    }));
    EXPECT_THAT(opened(file("a.wscap"), m_clock)->notes(), Contains(HasSubstr("ended by itself")));
}

TEST_F(CaptureTest, saysWhyItCannotRecordOrReplay)
{
    const auto engine = started();
    EnginePortLink port(*engine);
    port.startRecording("/proc/nowhere/a.wscap");
    EXPECT_FALSE(port.status().capture.recording);
    EXPECT_THAT(port.status().capture.problem, HasSubstr("/proc/nowhere"));
    port.startReplay(file("missing.wscap"), 1);
    EXPECT_FALSE(port.status().capture.replaying);
    EXPECT_THAT(port.status().capture.problem, HasSubstr("missing.wscap"));
}

TEST_F(CaptureTest, replaysEveryMessageIntoAnotherBroker)
{
    std::vector<Message> sent;
    {
        const auto engine = started();
        EnginePortLink port(*engine);
        port.subscribe("none", 0); // granted once the console's client is connected
        ASSERT_TRUE(eventually([&] {
            port.drain();
            return !port.subscriptions().empty() && port.subscriptions()[0].granted;
        }));
        port.startRecording(file("a.wscap"));
        publishSome(port, 500);
        std::vector<trace::ChunkPtr> live;
        ASSERT_TRUE(eventually([&] {
            for (auto& chunk : port.drain())
                live.push_back(std::move(chunk));
            return messagesIn(live).size() == 500;
        }));
        finish(port);
        sent = messagesIn(drainAll(*opened(file("a.wscap"), m_clock)));
    }
    ASSERT_EQ(sent.size(), 500u);
    const auto engine = started();
    EnginePortLink port(*engine);
    port.startReplay(file("a.wscap"), 0);
    std::vector<trace::ChunkPtr> live;
    ASSERT_TRUE(eventually([&] {
        for (auto& chunk : port.drain())
            live.push_back(std::move(chunk));
        return !port.status().capture.replaying;
    }));
    EXPECT_TRUE(eventually([&] {
        for (auto& chunk : port.drain())
            live.push_back(std::move(chunk));
        return messagesIn(live).size() >= 500;
    }));
    EXPECT_EQ(messagesIn(live), sent);
    EXPECT_EQ(port.status().capture.replayed, 500u);
    EXPECT_EQ(port.status().capture.progress, 1);
    EXPECT_EQ(port.status().capture.replaySummary, "500 messages sent");
    EXPECT_EQ(port.status().capture.problem, "");
}

TEST_F(CaptureTest, replayKeepsTimeAndSaysWhatItSkipped)
{
    {
        auto writer = capture::Writer::create(file("a.wscap"), {.started = WallTime(1s)});
        ASSERT_TRUE(writer);
        trace::ChunkBuilder builder;
        auto add = [&, id = trace::EventId{0}](Duration at, std::string_view subject, std::string_view topic,
                                               std::uint32_t size) mutable {
            trace::Event event;
            event.id = event.journey = ++id;
            event.kind = Kind::MessagePublished;
            event.time = WallTime(1s + at);
            event.payloadSize = size;
            builder.add(event, subject, topic, {}, asBytes("12"));
        };
        add(0s, "a", "one", 2);
        add(1s, "a", "cut", 4000);
        add(2s, "a", "not/a/#/topic", 2);
        add(3s, "$broker", "own", 2);
        add(4s, "a", "two", 2);
        const auto chunk = builder.take();
        for (const trace::Event& event : chunk->events())
            (*writer)->write(event, *chunk);
        ASSERT_TRUE((*writer)->finish({}));
    }
    const auto engine = started();
    const auto begun = std::chrono::steady_clock::now();
    const auto replay = Replay::start(*engine, file("a.wscap"), 10);
    ASSERT_TRUE(replay);
    (*replay)->wait();
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 400ms);
    EXPECT_EQ((*replay)->progress().sent, 2u);
    EXPECT_THAT(summary((*replay)->progress()),
                testing::AllOf(HasSubstr("2 messages sent; not sent: "), HasSubstr("does not have whole"),
                               HasSubstr("not well-formed"), HasSubstr("of the broker itself")));
    EXPECT_FALSE(Replay::start(*engine, file("a.wscap"), 1000));

    const auto slow = Replay::start(*engine, file("a.wscap"), 0.1);
    ASSERT_TRUE(slow);
    (*slow)->stop();
    (*slow)->wait();
    EXPECT_LE((*slow)->progress().sent, 1u);
}

TEST_F(CaptureTest, bringsTheDevicesBack)
{
    {
        const auto engine = started(true);
        EnginePortLink port(*engine);
        port.startRecording(file("a.wscap"));
        ASSERT_TRUE(eventually([&] {
            port.drain();
            for (const auto& device : port.devices())
                if (device.model == "turbine" && device.published > 2)
                    return true;
            return false;
        }));
        port.command("sprinkler-456", ui::DeviceCommand::Crash, 0);
        std::this_thread::sleep_for(300ms);
        finish(port);
    }
    const auto capture = opened(file("a.wscap"), m_clock);
    drainAll(*capture);
    const auto devices = capture->devices();
    ASSERT_EQ(devices.size(), 2u);
    EXPECT_EQ(devices[0].id, "ev-gen-123");
    EXPECT_EQ(devices[0].title, "Wind turbine 123");
    EXPECT_EQ(devices[0].topic, "turbines/ev-gen/123");
    EXPECT_EQ(devices[0].state, simulator::DeviceState::Online);
    EXPECT_TRUE(devices[0].willArmed);
    EXPECT_GT(devices[0].published, 0u);
    ASSERT_EQ(devices[0].values.size(), 6u);
    EXPECT_EQ(devices[0].values[0].name, "wind");
    EXPECT_EQ(devices[0].values[0].unit, "m/s");
    EXPECT_GT(devices[0].values[0].value, 0);
    EXPECT_EQ(devices[1].state, simulator::DeviceState::Crashed);
    EXPECT_EQ(capture->status().fleetOnline, 1u);
    const auto roster = capture->roster();
    ASSERT_TRUE(roster);
    ASSERT_EQ(roster->rows.size(), 2u);
    EXPECT_EQ((*roster->names)[0].valueName, "output");
    EXPECT_EQ((*roster->names)[0].unit, "kW");
    EXPECT_EQ(roster->rows[1].state, simulator::DeviceState::Crashed);
    EXPECT_EQ(capture->roster(), roster);
}

TEST_F(CaptureTest, playsAlongItsOwnClock)
{
    {
        auto writer = capture::Writer::create(file("a.wscap"), {.started = WallTime(100s)});
        ASSERT_TRUE(writer);
        trace::ChunkBuilder builder;
        for (int i = 0; i < 100; ++i) {
            trace::Event event;
            event.id = event.journey = static_cast<trace::EventId>(i + 1);
            event.kind = Kind::MessagePublished;
            event.time = WallTime(100s + i * 1s);
            builder.add(event, "a", "tick", {}, {});
        }
        const auto chunk = builder.take();
        for (const trace::Event& event : chunk->events())
            (*writer)->write(event, *chunk);
        ASSERT_TRUE((*writer)->finish(WallTime(200s)));
    }
    ManualClock real;
    const auto capture = opened(file("a.wscap"), real);
    EXPECT_EQ(messagesIn(drainAll(*capture)).size(), 100u);
    EXPECT_EQ(capture->clock().wall(), WallTime(200s));

    EXPECT_TRUE(capture->seek(WallTime(109s + 500ms)));
    EXPECT_EQ(messagesIn(drainAll(*capture)).size(), 10u);
    EXPECT_EQ(capture->clock().wall(), WallTime(109s + 500ms));
    EXPECT_EQ(capture->status().received, 10u);
    real.advance(5s);
    EXPECT_TRUE(messagesIn(capture->drain()).empty());
    capture->play();
    real.advance(1s);
    EXPECT_EQ(messagesIn(capture->drain()).size(), 1u);
    capture->setSpeed(10);
    real.advance(1s);
    EXPECT_EQ(messagesIn(capture->drain()).size(), 10u);
    EXPECT_FALSE(capture->seek(WallTime(130s)));
    EXPECT_EQ(messagesIn(drainAll(*capture)).size(), 10u);
    EXPECT_TRUE(capture->isPlaying());
    real.advance(60s);
    EXPECT_EQ(messagesIn(drainAll(*capture)).size(), 69u);
    EXPECT_FALSE(capture->isPlaying());
    EXPECT_EQ(capture->position(), WallTime(200s));
    EXPECT_FALSE(capture->isBehind());
}

TEST_F(CaptureTest, theSessionBeforeIsThereAfterTheNextStart)
{
    {
        const auto engine = started();
        const auto session = keepSession(*engine, m_folder, 1u << 20);
        ASSERT_TRUE(session) << session.error().message;
        EnginePortLink port(*engine);
        port.publish({"a/b", "from the first session", 1, false});
        ASSERT_TRUE(eventually([&] { return !messagesIn(port.drain()).empty(); }));
        EXPECT_FALSE(std::filesystem::exists(m_folder / "last-session")) << "this is the first one";
    }
    const auto engine = started();
    const auto session = keepSession(*engine, m_folder, 1u << 20);
    ASSERT_TRUE(session) << session.error().message;
    const auto port = opened(file("last-session"), m_clock);
    EXPECT_THAT(messagesIn(drainAll(*port)), Contains(Message{"a/b", "from the first session", 1}));
    EXPECT_THAT(port->notes(), testing::IsEmpty()) << "it was closed in the usual way";
    EXPECT_EQ(port->name(), "last-session");
}

TEST_F(CaptureTest, whoKeepsNothingLeavesNothing)
{
    std::filesystem::create_directories(m_folder / "last-session");
    const auto engine = started();
    const auto session = keepSession(*engine, m_folder, 0);
    ASSERT_TRUE(session);
    EXPECT_EQ(*session, nullptr);
    EXPECT_TRUE(std::filesystem::is_empty(m_folder));
}
