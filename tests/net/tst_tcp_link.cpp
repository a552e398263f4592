// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listening_test.h"
#include "plain_client.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

namespace greensward::net {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class TcpLink : public ListeningTest
{
protected:
    std::uint16_t listen(ListenerSettings settings = {}) { return ListeningTest::listen(std::move(settings)); }
};

/// Reads everything the other end sends while the test's thread writes.
std::string roundTrip(PlainClient& client, const std::string& text)
{
    std::string back;
    std::thread reader([&] { back = client.receive(text.size()); });
    EXPECT_TRUE(client.send(text));
    reader.join();
    return back;
}

TEST_F(TcpLink, echoesAndDescribesTheOtherEnd)
{
    const auto port = listen();
    PlainClient client(port);
    ASSERT_TRUE(client.send("hello"));
    EXPECT_EQ(client.receive(5), "hello");
    const auto seen = desk.seen();
    ASSERT_EQ(seen.opened.size(), 1u);
    EXPECT_EQ(seen.opened[0].transport, "tcp");
    EXPECT_THAT(seen.opened[0].address, StartsWith("127.0.0.1:"));
    EXPECT_EQ(seen.opened[0].localPort, port);
    EXPECT_FALSE(seen.opened[0].certificate);
}

TEST_F(TcpLink, carriesLargeTransfersInBothDirectionsAtOnce)
{
    desk.keepBytes = false;
    PlainClient client(listen());
    std::string text(24u << 20, '\0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(i * 31 + i / 977);
    EXPECT_TRUE(roundTrip(client, text) == text) << "24 MiB came back changed or short";
}

TEST_F(TcpLink, takesOnlyWhatFitsAndSaysWhenThereIsRoomAgain)
{
    std::promise<std::size_t> taken; // nothing is read before, or a quick reader might make room for everything
    const std::string text(32u << 20, 'x');
    desk.onReceived = [&](Link& link, ByteView) {
        const std::vector<ByteView> slices{asBytes(text)};
        const std::size_t first = link.write(slices);
        EXPECT_EQ(link.write(slices), 0u) << "a full link must not take more";
        desk.echo(link, asBytes(text).subspan(first));
        taken.set_value(first);
    };
    PlainClient client(listen());
    ASSERT_TRUE(client.send("go"));
    const std::size_t first = taken.get_future().get();
    EXPECT_GT(first, 0u);
    EXPECT_LT(first, text.size());
    EXPECT_EQ(client.receive(text.size()).size(), text.size());
}

TEST_F(TcpLink, writesManySlicesInOrder)
{
    std::string expected;
    std::vector<std::string> words;
    for (int i = 0; i < 1000; ++i)
        words.push_back(std::to_string(i) + ",");
    std::vector<ByteView> slices;
    for (const auto& word : words) {
        slices.push_back(asBytes(word));
        expected += word;
    }
    desk.onReceived = [&](Link& link, ByteView) { EXPECT_EQ(link.write(slices), expected.size()); };
    PlainClient client(listen());
    ASSERT_TRUE(client.send("go"));
    EXPECT_EQ(client.receive(expected.size()), expected);
}

TEST_F(TcpLink, oneTurnServesEverybodyWhileOneConnectionNeverRunsDry)
{
    desk.keepBytes = false;
    std::atomic<bool> enough = false;
    desk.onReceived = [&](Link& link, ByteView bytes) {
        if (bytes.size() < 16)
            desk.echo(link, bytes);
    };
    const auto port = listen();
    PlainClient greedy(port);
    std::thread flood([&] {
        const std::string piece(1u << 20, 'f');
        while (!enough && greedy.send(piece)) {
        }
    });
    PlainClient modest(port);
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(modest.send("ping"));
        ASSERT_EQ(modest.receive(4), "ping");
    }
    enough = true;
    flood.join();
}

TEST_F(TcpLink, tellsHowTheOtherEndWent)
{
    const auto port = listen();
    {
        PlainClient polite(port);
        ASSERT_TRUE(desk.waitForLinks(1));
    }
    EXPECT_TRUE(desk.waitForClosed("the other end closed the connection"));
    PlainClient rude(port);
    ASSERT_TRUE(desk.waitForLinks(2));
    rude.reset();
    EXPECT_TRUE(desk.waitForClosed("the other end reset the connection"));
}

TEST_F(TcpLink, answersAClientThatHasHalfClosed)
{
    PlainClient client(listen());
    ASSERT_TRUE(client.send("last words"));
    client.endWriting();
    EXPECT_EQ(client.receiveAll(), "last words");
    EXPECT_TRUE(desk.waitForClosed("the other end closed the connection"));
}

TEST_F(TcpLink, gracefulCloseDeliversWhatWasAcceptedEvenWithUnreadInput)
{
    const std::string answer(100'000, 'a');
    desk.onReceived = [&](Link& link, ByteView) {
        const std::vector<ByteView> slices{asBytes(answer)};
        EXPECT_EQ(link.write(slices), answer.size());
        link.close(CloseMode::Graceful);
    };
    PlainClient client(listen());
    ASSERT_TRUE(client.send("x"));
    ASSERT_TRUE(desk.waitForClosed("closed by this end"));
    client.send("more that nobody reads");
    bool cleanEnd = false;
    EXPECT_EQ(client.receiveAll(&cleanEnd), answer);
    EXPECT_TRUE(cleanEnd) << "the client saw a reset";
}

TEST_F(TcpLink, abortResetsTheConnection)
{
    desk.onReceived = [](Link& link, ByteView) { link.close(CloseMode::Abort); };
    PlainClient client(listen());
    ASSERT_TRUE(client.send("x"));
    bool cleanEnd = true;
    client.receiveAll(&cleanEnd);
    EXPECT_FALSE(cleanEnd);
    EXPECT_TRUE(desk.waitForClosed("aborted by this end"));
    EXPECT_EQ(desk.seen().closed.size(), 1u);
}

TEST_F(TcpLink, handlerIsToldNothingFromInsideItsOwnCalls)
{
    int depth = 0;
    int deepest = 0;
    desk.onReceived = [&](Link& link, ByteView bytes) {
        deepest = std::max(deepest, ++depth);
        desk.echo(link, bytes);
        link.setReading(false);
        link.setReading(true);
        link.close(CloseMode::Graceful);
        link.close(CloseMode::Graceful);
        EXPECT_THAT(desk.seen().closed, IsEmpty());
        --depth;
    };
    PlainClient client(listen());
    ASSERT_TRUE(client.send("x"));
    ASSERT_TRUE(desk.waitForClosed("closed by this end"));
    EXPECT_EQ(engine.call([&] { return deepest; }), 1);
}

TEST_F(TcpLink, stopsAndResumesReading)
{
    Link* paused = nullptr;
    desk.onOpened = [&](Link& link) {
        paused = &link;
        link.setReading(false);
    };
    PlainClient client(listen());
    ASSERT_TRUE(desk.waitForLinks(1));
    ASSERT_TRUE(client.send("patience"));
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_THAT(desk.seen().received, IsEmpty());
    engine.call([&] { paused->setReading(true); });
    EXPECT_EQ(client.receive(8), "patience");
}

TEST_F(TcpLink, linksOutliveTheirListener)
{
    const auto port = listen();
    PlainClient client(port);
    ASSERT_TRUE(desk.waitForLinks(1));
    engine.call([&] { listener.reset(); });
    ASSERT_TRUE(client.send("still here"));
    EXPECT_EQ(client.receive(10), "still here");
    EXPECT_FALSE(PlainClient(port).connected());
}

TEST_F(TcpLink, hundredsOfSilentConnectionsDoNotDisturbOthers)
{
    const auto port = listen();
    std::vector<PlainClient> silent;
    for (int i = 0; i < 400; ++i)
        silent.emplace_back(port);
    ASSERT_TRUE(desk.waitForLinks(silent.size()));
    PlainClient client(port);
    ASSERT_TRUE(client.send("hello"));
    EXPECT_EQ(client.receive(5), "hello");
}

TEST_F(TcpLink, turnsAwayWhatIsBeyondTheLimitAndRecovers)
{
    const auto port = listen({.connections = 2});
    PlainClient first(port);
    auto second = std::make_unique<PlainClient>(port);
    ASSERT_TRUE(desk.waitForLinks(2));
    PlainClient third(port);
    EXPECT_EQ(third.receive(1), "");
    EXPECT_TRUE(desk.waitForRefusal("the limit of 2 connections is reached"));
    second.reset();
    ASSERT_TRUE(desk.waitForClosed("the other end closed the connection"));
    PlainClient fourth(port);
    EXPECT_TRUE(desk.waitForLinks(3));
}

TEST_F(TcpLink, pausesAcceptingWithoutDescriptorsAndResumes)
{
    const auto port = listen();
    PlainClient before(port);
    ASSERT_TRUE(desk.waitForLinks(1));
    rlimit old{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &old), 0);
    PlainClient newcomer(0); // the descriptor it will need, taken before they run out
    rlimit none = old;
    none.rlim_cur = 0;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(newcomer.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const bool told = desk.waitFor([](const FrontDesk::Seen& seen) { return !seen.refused.empty(); });
    EXPECT_TRUE(before.send("alive"));
    EXPECT_EQ(before.receive(5), "alive");
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &old), 0);
    ASSERT_TRUE(told);
    EXPECT_THAT(desk.seen().refused.front(), HasSubstr("cannot accept connections (Too many open files)"));
    EXPECT_TRUE(desk.waitForLinks(2)) << "accepting was not resumed";
}

TEST_F(TcpLink, namesWhatIsWrongWithAnAddress)
{
    const auto port = listen();
    const auto errorOf = [&](ListenerSettings settings) {
        return engine.call([&] {
            const auto opened = Listener::open(engine.loop(), std::move(settings), desk);
            return opened ? std::string("opened") : opened.error().message;
        });
    };
    EXPECT_EQ(errorOf({.port = port}),
              "cannot listen on 127.0.0.1:" + std::to_string(port) + ": Address already in use");
    EXPECT_EQ(errorOf({.address = "localhost"}), "cannot listen on localhost: that is not an IP address");
    EXPECT_THAT(errorOf({.address = "203.0.113.1"}), HasSubstr("Cannot assign requested address"));
}

TEST_F(TcpLink, connectsOutboundAndSaysWhyNot)
{
    const auto port = listen();
    FrontDesk here;
    here.onReceived = [](Link&, ByteView) {};
    Link* outbound = nullptr;
    std::promise<std::string> outcome;
    engine.call([&] {
        ConnectSettings settings{.host = "localhost", .port = port, .tls = nullptr};
        connectLink(engine.loop(), std::move(settings), here, [&](Result<Link*> link) {
            outbound = link ? *link : nullptr;
            outcome.set_value(link ? "connected" : link.error().message);
        });
    });
    ASSERT_EQ(outcome.get_future().get(), "connected");
    engine.call([&] {
        const std::vector<ByteView> slices{asBytes("out and back")};
        outbound->write(slices);
    });
    EXPECT_TRUE(here.waitFor([](const FrontDesk::Seen& seen) { return seen.received == "out and back"; }));
    engine.call([&] { listener.reset(); });

    std::promise<std::string> refusal;
    engine.call([&] {
        ConnectSettings settings{.host = "127.0.0.1", .port = port, .tls = nullptr};
        connectLink(engine.loop(), std::move(settings), here,
                    [&](Result<Link*> link) { refusal.set_value(link ? "connected" : link.error().message); });
    });
    EXPECT_EQ(refusal.get_future().get(),
              "cannot connect to 127.0.0.1 port " + std::to_string(port) + ": Connection refused");
    engine.stop(); // before the handler of the link goes
}

TEST(EventLoopEnd, destroyingItWithOpenLinksAndHandshakesIsClean)
{
    FrontDesk desk;
    auto engine = std::make_unique<EngineThread>();
    auto listener = engine->call([&] { return std::move(*Listener::open(engine->loop(), {}, desk)); });
    auto sniffing =
        engine->call([&] { return std::move(*Listener::open(engine->loop(), {.speech = Speech::MqttOrHttp}, desk)); });
    PlainClient open(listener->port());
    PlainClient silent(sniffing->port());
    PlainClient halfway(sniffing->port());
    ASSERT_TRUE(halfway.send("GET / HTTP/1.1\r\n"));
    ASSERT_TRUE(open.send("x"));
    ASSERT_EQ(open.receive(1), "x");
    engine->stop();
    listener.reset();
    sniffing.reset();
    engine.reset();
    EXPECT_THAT(desk.seen().closed, IsEmpty());
    EXPECT_EQ(open.receive(1), "");
}

} // namespace
} // namespace greensward::net
