// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

#include <array>
#include <fmt/format.h>

namespace greensward::mqtt {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string subscribeLine(int id, std::string_view filter, int qos)
{
    return fmt::format(R"(SUBSCRIBE id={} filter="{}" qos={} retain-handling=0)", id, filter, qos);
}

Token subscribe(PlayedServer& server, std::string_view filter, QoS qos = QoS::AtLeastOnce)
{
    const auto token = server.client.subscribe(filter, qos, server.now());
    EXPECT_TRUE(token) << token.error().message;
    return token.value_or(0);
}

} // namespace

TEST(ClientSubscribe, asksAndTellsTheAnswer)
{
    PlayedServer server;
    server.connect();
    const Token token = subscribe(server, "a/#");
    EXPECT_THAT(server.heard(), ElementsAre(subscribeLine(1, "a/#", 1)));
    server.say(0x90, "0001 01");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("subscribed {}: 01", token)));
}

TEST(ClientSubscribe, optionsAndIdentifierTravelInMqtt5)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    const std::array<Subscribe::Entry, 2> entries{
        {{"a", {QoS::ExactlyOnce, true, true, 2}}, {"b", {QoS::AtMostOnce, false, false, 1}}}};
    ASSERT_TRUE(server.client.subscribe(entries, server.now(), 9));
    EXPECT_THAT(
        server.heard(),
        ElementsAre(R"(SUBSCRIBE id=1 subscription-id=9 filter="a" qos=2 no-local as-published retain-handling=2 )"
                    R"(filter="b" qos=0 retain-handling=1)"));
}

TEST(ClientSubscribe, beforeConnectingItWaits)
{
    PlayedServer server;
    subscribe(server, "a");
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    EXPECT_THAT(server.heard(), testing::SizeIs(1));
    server.say(0x20, "0000");
    EXPECT_THAT(server.heard(), ElementsAre(subscribeLine(1, "a", 1)));
}

TEST(ClientSubscribe, unansweredItIsAskedAgain)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    const Token token = subscribe(server, "a");
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0100");
    EXPECT_THAT(server.heard(), ElementsAre(subscribeLine(2, "a", 1)));
    server.told();
    server.say(0x90, "0002 00");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("subscribed {}: 00", token)));
}

TEST(ClientSubscribe, aNewSessionGetsEverySubscriptionAgain)
{
    PlayedServer server;
    server.connect();
    subscribe(server, "a");
    subscribe(server, "b", QoS::AtMostOnce);
    subscribe(server, "c");
    server.say(0x90, "0001 01");
    server.say(0x90, "0002 80"); // b is refused
    server.say(0x90, "0003 01");
    const std::array<std::string_view, 1> gone{"c"};
    ASSERT_TRUE(server.client.unsubscribe(gone, server.now()));
    server.say(0xb0, "0004");
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0000");
    EXPECT_THAT(server.heard(), ElementsAre(subscribeLine(5, "a", 1)));
    server.told();
    server.say(0x90, "0005 01");
    EXPECT_THAT(server.told(), IsEmpty()) << "nobody asked this time";
}

TEST(ClientSubscribe, anOwnerWhoAsksItselfBeginsWithNothing)
{
    ClientSettings settings;
    settings.renews = false;
    PlayedServer server(settings);
    server.connect();
    subscribe(server, "a");
    server.say(0x90, "0001 01");
    subscribe(server, "b"); // not answered
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0000");
    EXPECT_THAT(server.heard(), IsEmpty());
    server.told();
    const Token token = subscribe(server, "a");
    EXPECT_THAT(server.heard(), ElementsAre(subscribeLine(3, "a", 1)));
    server.say(0x90, "0003 01");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("subscribed {}: 01", token)));
}

TEST(ClientSubscribe, aKeptSessionIsNotAskedAgain)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    subscribe(server, "a");
    server.say(0x90, "0001 01");
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0100");
    EXPECT_THAT(server.heard(), IsEmpty());
}

TEST(ClientSubscribe, anUnansweredRenewalIsRepeatedEvenWhenTheSessionIsKept)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    subscribe(server, "a");
    server.say(0x90, "0001 01");
    server.breakLink();
    server.open();
    server.say(0x20, "0000"); // the server lost it
    EXPECT_THAT(server.heard(), testing::Contains(subscribeLine(2, "a", 1)));
    server.breakLink(); // and never answered
    server.open();
    server.heard();
    server.say(0x20, "0100");
    EXPECT_THAT(server.heard(), ElementsAre(subscribeLine(3, "a", 1)));
}

TEST(ClientSubscribe, unsubscribeTellsTheAnswer)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    const std::array<std::string_view, 2> filters{"a", "b"};
    const auto token = server.client.unsubscribe(filters, server.now());
    ASSERT_TRUE(token);
    EXPECT_THAT(server.heard(), ElementsAre(R"(UNSUBSCRIBE id=1 filter="a" filter="b")"));
    server.say(0xb0, "0001 00 00 11");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("unsubscribed {}: 00 11", *token)));
}

TEST(ClientSubscribe, aSubackWithTheWrongCountIsAViolation)
{
    PlayedServer server;
    server.connect();
    subscribe(server, "a");
    server.say(0x90, "0001 01 01");
    EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 82"));
}

TEST(ClientSubscribe, whatIsNotWellFormedIsRefusedHere)
{
    PlayedServer server;
    server.connect();
    const auto refusal = [&](std::string_view filter) {
        const auto token = server.client.subscribe(filter, QoS::AtMostOnce, server.now());
        return token ? std::string() : token.error().message;
    };
    EXPECT_THAT(refusal("a/#/b"), HasSubstr("not well-formed"));
    EXPECT_THAT(refusal(""), HasSubstr("not well-formed"));
    EXPECT_FALSE(server.client.subscribe(std::span<const Subscribe::Entry>{}, server.now()));
    const std::array<Subscribe::Entry, 1> shared{{{"$share/g/a", {QoS::AtMostOnce, true, false, 0}}}};
    EXPECT_FALSE(server.client.subscribe(shared, server.now()));
    EXPECT_FALSE(server.client.subscribe(shared, server.now(), 0));
    EXPECT_THAT(server.heard(), IsEmpty());
}

TEST(ClientSubscribe, theNumberOfFiltersIsBounded)
{
    ClientSettings settings;
    settings.subscriptions = 2;
    PlayedServer server(settings);
    subscribe(server, "a");
    subscribe(server, "b");
    EXPECT_FALSE(server.client.subscribe("c", QoS::AtMostOnce, server.now()));
    const std::array<std::string_view, 2> filters{"a", "b"};
    EXPECT_TRUE(server.client.unsubscribe(filters, server.now()));
    EXPECT_FALSE(server.client.unsubscribe(filters, server.now()));
}

TEST(ClientSubscribe, manySubscriptionsAreRenewedInPacketsOfModestSize)
{
    PlayedServer server;
    server.connect();
    constexpr int kFilters = 500;
    for (int i = 0; i < kFilters; ++i) {
        subscribe(server, fmt::format("fields/{:04}/moisture", i));
        server.say(0x90, fmt::format("{:04x} 01", i + 1));
    }
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0000");
    int filters = 0;
    for (const auto& line : server.heard()) {
        EXPECT_LT(line.size(), 4096u);
        for (auto at = line.find("filter="); at != std::string::npos; at = line.find("filter=", at + 1))
            ++filters;
    }
    EXPECT_EQ(filters, kFilters);
}

} // namespace greensward::mqtt
