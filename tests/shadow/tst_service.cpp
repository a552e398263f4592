// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow_world.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::shadow;
using namespace greensward::shadow::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr auto kOneValue = R"({"state":{"reported":{"a":1}}})";
constexpr auto kADelta = R"({"state":{"desired":{"a":2}},"clientToken":"t"})";

std::string bodyOf(const std::vector<Outgoing>& messages, std::string_view suffix)
{
    for (const Outgoing& message : messages)
        if (message.topic.ends_with(suffix))
            return message.payload;
    ADD_FAILURE() << "no message on " << suffix << ", only " << suffixes(messages);
    return "null";
}

/// Keeps what it was told and hands out rising tickets.
class ListStore final : public ShadowStore
{
public:
    Ticket save(std::string_view thing, std::string_view shadow, std::int64_t version, std::string_view text) override
    {
        kept[{std::string(thing), std::string(shadow)}] = {
            std::string(thing), std::string(shadow), version, {}, std::string(text)};
        return ++tickets;
    }
    Ticket bury(std::string_view thing, std::string_view shadow, std::int64_t version, std::int64_t at) override
    {
        kept[{std::string(thing), std::string(shadow)}] = {std::string(thing), std::string(shadow), version, at, {}};
        return ++tickets;
    }
    Ticket drop(std::string_view thing, std::string_view shadow) override
    {
        kept.erase({std::string(thing), std::string(shadow)});
        return ++tickets;
    }
    bool congested() const override { return full; }
    std::vector<StoredShadow> all() const
    {
        std::vector<StoredShadow> shadows;
        for (const auto& [key, shadow] : kept)
            shadows.push_back(shadow);
        return shadows;
    }

    std::map<std::pair<std::string, std::string>, StoredShadow> kept;
    Ticket tickets = 0;
    bool full = false;
};

TEST(Durability, nothingIsSaidBeforeItIsCommitted)
{
    ListStore store;
    ShadowWorld world(unthrottled(), &store);
    EXPECT_THAT(world.update(kOneValue), IsEmpty());
    EXPECT_THAT(world.ask("get"), IsEmpty()) << "a get would tell what is not safe yet";
    EXPECT_THAT(world.update("{"), IsEmpty()) << "a refusal would overtake the answer before it";
    world.service.committed(1);
    EXPECT_EQ(suffixes(world.service.takeMessages()), "update/accepted update/documents get/accepted update/rejected");
    EXPECT_EQ(world.service.waiting(), 0U);
}

TEST(Durability, oneShadowDoesNotWaitForAnother)
{
    ListStore store;
    ShadowWorld world(unthrottled(), &store);
    world.ask("update", kOneValue, "first");
    world.service.committed(1);
    world.service.takeMessages();
    EXPECT_THAT(world.ask("update", kOneValue, "second"), IsEmpty());
    EXPECT_EQ(suffixes(world.ask("get", "", "first")), "get/accepted");
}

TEST(Durability, anHttpAnswerNamesWhatItWaitsFor)
{
    ListStore store;
    ShadowWorld world(unthrottled(), &store);
    EXPECT_EQ(world.rest("POST", "/things/lamp/shadow", kOneValue)->waitsFor, 1U);
    EXPECT_EQ(world.rest("GET", "/things/lamp/shadow")->waitsFor, 1U);
    world.service.committed(1);
    EXPECT_EQ(world.rest("GET", "/things/lamp/shadow")->waitsFor, 0U);
    EXPECT_EQ(world.rest("DELETE", "/things/lamp/shadow")->waitsFor, 2U);
}

TEST(Durability, restartFindsDocumentsAndTombstones)
{
    ListStore store;
    ShadowWorld before(unthrottled(), &store);
    before.update(kADelta);
    before.ask("update", kOneValue, "gone");
    before.ask("delete", "", "gone");
    before.service.committed(store.tickets);
    before.service.takeMessages();

    ShadowWorld after(unthrottled(), &store);
    ASSERT_TRUE(after.service.restore(store.all()));
    EXPECT_EQ(bodyOf(after.ask("get"), "get/accepted"), bodyOf(before.ask("get"), "get/accepted"));
    after.ask("update", kOneValue, "gone");
    after.service.committed(store.tickets);
    EXPECT_THAT(bodyOf(after.service.takeMessages(), "update/accepted"), HasSubstr("\"version\":3"));
}

TEST(Durability, aStoredShadowThatCannotBeReadIsNamed)
{
    ShadowWorld world;
    const auto restored = world.service.restore({{"lamp", "blue", 1, {}, "{"}});
    ASSERT_FALSE(restored);
    EXPECT_THAT(restored.error().message, HasSubstr("blue"));
}

TEST(Durability, httpIsTurnedAwayWhileTheStoreIsBehind)
{
    ListStore store;
    store.full = true;
    ShadowWorld world(unthrottled(), &store);
    const auto response = world.rest("POST", "/things/lamp/shadow", kOneValue);
    EXPECT_EQ(response->status, 503);
    EXPECT_EQ(response->errorType, "ServiceUnavailableException");
}

TEST(Throttles, theEleventhUnansweredRequestIsRefusedAtOnce)
{
    ListStore store;
    Settings settings;
    settings.ratePerThing.reset();
    ShadowWorld world(settings, &store);
    for (int i = 0; i < 10; ++i)
        EXPECT_THAT(world.update(kOneValue), IsEmpty());
    const auto refused = world.update(kOneValue);
    EXPECT_EQ(suffixes(refused), "update/rejected");
    expectJson(refused.at(0).payload, R"({"code":429,"message":"TOO_MANY_REQUESTS"})");
    world.publish("$aws/things/lamp/shadow/update", kOneValue, 2);
    EXPECT_THAT(world.service.takeMessages(), IsEmpty()) << "another connection is not limited by the first";
    world.service.committed(store.tickets);
    world.service.takeMessages();
    EXPECT_THAT(world.update(kOneValue), IsEmpty()) << "answered requests are not counted";
}

TEST(Throttles, aThingHasTwentyRequestsASecond)
{
    Settings settings;
    settings.inFlight.reset();
    ShadowWorld world(settings);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(suffixes(world.ask("get")), "get/rejected");
    EXPECT_THAT(world.ask("get").at(0).payload, HasSubstr("429"));
    EXPECT_EQ(world.rest("GET", "/things/lamp/shadow")->status, 429);
    EXPECT_EQ(world.rest("GET", "/things/other/shadow")->status, 404);
    world.clock.advance(std::chrono::milliseconds(51));
    EXPECT_THAT(world.ask("get").at(0).payload, HasSubstr("404"));
    EXPECT_THAT(world.ask("get").at(0).payload, HasSubstr("429"));
}

TEST(Tombstones, areForgottenAfterTheirPeriod)
{
    ListStore store;
    ShadowWorld world(unthrottled(), &store);
    world.update(kOneValue);
    world.ask("delete");
    world.service.committed(store.tickets);
    world.service.takeMessages();
    world.clock.advance(std::chrono::hours(48) - std::chrono::seconds(1));
    world.service.advance(world.now());
    EXPECT_TRUE(world.service.view("lamp", ""));
    world.clock.advance(std::chrono::seconds(1));
    world.service.advance(world.now());
    EXPECT_FALSE(world.service.view("lamp", ""));
    EXPECT_THAT(store.kept, IsEmpty());
    world.update(kOneValue);
    world.service.committed(store.tickets);
    EXPECT_THAT(bodyOf(world.service.takeMessages(), "update/accepted"), HasSubstr("\"version\":1,"));
}

TEST(Tombstones, ofTheOldCloudAreNeverForgotten)
{
    ShadowWorld world(unthrottled(Settings::aws2017()));
    world.update(kOneValue);
    world.ask("delete");
    world.clock.advance(std::chrono::hours(100'000));
    world.service.advance(world.now());
    EXPECT_THAT(bodyOf(world.update(kOneValue), "update/accepted"), HasSubstr("\"version\":3,"));
}

TEST(NamedShadows, areListedPageByPage)
{
    ShadowWorld world;
    for (const char* name : {"c", "a", "b"})
        world.ask("update", kOneValue, name);
    world.update(kOneValue);
    const std::string list = "/api/things/shadow/ListNamedShadowsForThing/lamp";
    const auto first = parsed(world.rest("GET", list + "?pageSize=2")->body);
    EXPECT_EQ(first.at("results"), parsed(R"(["a","b"])"));
    const std::string token(first.at("nextToken").as_string());
    const auto second = parsed(world.rest("GET", list + "?pageSize=2&nextToken=" + token)->body);
    EXPECT_EQ(second.at("results"), parsed(R"(["c"])"));
    EXPECT_FALSE(second.as_object().contains("nextToken"));
    for (const char* wrong : {"?pageSize=0", "?pageSize=101", "?pageSize=x", "?nextToken=zz", "?nextToken=abc"})
        EXPECT_EQ(world.rest("GET", list + wrong)->status, 400) << wrong;
    EXPECT_EQ(world.rest("POST", list)->status, 405);
}

TEST(Rest, aSuccessIsAlsoPublished)
{
    ShadowWorld world;
    EXPECT_EQ(world.rest("POST", "/things/lamp/shadow", kADelta)->status, 200);
    EXPECT_EQ(suffixes(world.service.takeMessages()), "update/accepted update/delta update/documents");
    EXPECT_EQ(world.rest("GET", "/things/lamp/shadow")->status, 200);
    EXPECT_EQ(world.rest("POST", "/things/lamp/shadow", "{")->status, 400);
    EXPECT_EQ(world.rest("GET", "/things/lamp/shadow?name=")->status, 400);
    EXPECT_EQ(world.rest("PUT", "/things/lamp/shadow")->status, 405);
    EXPECT_THAT(world.service.takeMessages(), IsEmpty());
    EXPECT_EQ(world.rest("DELETE", "/things/lamp/shadow")->status, 200);
    EXPECT_EQ(suffixes(world.service.takeMessages()), "delete/accepted");
    EXPECT_FALSE(world.rest("GET", "/things/lamp"));
}

TEST(BadNames, areRefusedOnTheTopicOfTheRequest)
{
    ShadowWorld world;
    EXPECT_TRUE(world.publish("$aws/things/a b/shadow/get", ""));
    const auto messages = world.service.takeMessages();
    ASSERT_THAT(messages, SizeIs(1));
    EXPECT_EQ(messages[0].topic, "$aws/things/a b/shadow/get/rejected");
    EXPECT_THAT(messages[0].payload, HasSubstr("ThingName must match pattern"));
    EXPECT_FALSE(world.publish("$aws/things/a/shadow/update/accepted", "{}"));
}

TEST(Size, isCountedAfterTheMergeAndIncludesItsLimit)
{
    Settings settings = unthrottled();
    settings.documentBytes = 20;
    ShadowWorld world(settings);
    EXPECT_EQ(suffixes(world.update(R"({"state":{"reported":{"a":"123456789012"}}})")),
              "update/accepted update/documents");
    expectJson(world.update(R"({"state":{"desired":{}, "reported":{"b":1}}})").at(0).payload,
               R"({"code":413,"message":"Json document too large.  Size is 26, max allowed: 20"})");
    EXPECT_EQ(world.service.view("lamp", "")->reported, R"({"a":"123456789012"})") << "a refusal changes nothing";
    settings.documentBytes = 5;
    world.service.setSettings(settings);
    EXPECT_EQ(suffixes(world.update(R"({"state":{"reported":{"a":"12345678901"}}})")),
              "update/accepted update/documents")
        << "a document from before the limit was lowered may shrink";
    EXPECT_EQ(suffixes(world.update(R"({"state":{"reported":{"a":"1234567890123"}}})")), "update/rejected");
}

TEST(View, tellsWhoWroteWhatAndWhen)
{
    ShadowWorld world;
    world.publish("$aws/things/lamp/shadow/update", R"({"state":{"desired":{"c":{"r":1,"g":2}}}})", 1, "phone");
    world.clock.advance(std::chrono::seconds(5));
    world.publish("$aws/things/lamp/shadow/update", R"({"state":{"reported":{"c":{"r":1.0}},"desired":{"c":{"g":3}}}})",
                  2, "lamp");
    world.publish("$aws/things/lamp/shadow/update", R"({"state":{},"version":1})", 1, "phone");
    const auto view = world.service.view("lamp", "");
    ASSERT_TRUE(view);
    EXPECT_EQ(view->version, 2);
    EXPECT_EQ(view->delta, R"({"c":{"g":3}})");
    ASSERT_THAT(view->leaves, SizeIs(3));
    EXPECT_THAT(view->leaves[0].path, ElementsAre("c", "r"));
    EXPECT_EQ(view->leaves[0].who, "phone");
    EXPECT_EQ(view->leaves[0].timestamp, 1'500'000'000);
    EXPECT_FALSE(view->leaves[0].inDelta);
    EXPECT_EQ(view->leaves[1].who, "lamp");
    EXPECT_EQ(view->leaves[1].timestamp, 1'500'000'005);
    EXPECT_TRUE(view->leaves[1].inDelta);
    ASSERT_THAT(view->history, SizeIs(3));
    EXPECT_TRUE(view->history[1].accepted());
    EXPECT_EQ(view->history[2].reason, "Version conflict");
    EXPECT_EQ(view->history[2].version, 2);
    EXPECT_EQ(view->history[2].request, R"({"state":{},"version":1})");
}

TEST(View, remembersTheLastHundredChanges)
{
    ShadowWorld world;
    for (int i = 0; i < 130; ++i)
        world.update(kOneValue);
    const auto history = world.service.view("lamp", "")->history;
    ASSERT_THAT(history, SizeIs(100));
    for (std::size_t i = 0; i < history.size(); ++i)
        EXPECT_EQ(history[i].version, static_cast<std::int64_t>(31 + i));
}

TEST(Trace, followsTheJourneyOfTheRequest)
{
    ShadowWorld world;
    trace::Reader reader(world.recorder,
                         {trace::Kind::ShadowAccepted, trace::Kind::ShadowRejected, trace::Kind::ShadowDelta});
    world.service.publish("$aws/things/lamp/shadow/update", asBytes(kADelta),
                          {.connection = 1, .who = "phone", .cause = 41, .journey = 40}, world.now());
    const auto messages = world.service.takeMessages();
    world.update("{");
    world.recorder.flush();
    const auto chunks = reader.drain();
    ASSERT_THAT(chunks, SizeIs(1));
    const auto& events = chunks[0]->events();
    ASSERT_THAT(events, SizeIs(3));
    EXPECT_EQ(events[0].kind, trace::Kind::ShadowAccepted);
    EXPECT_EQ(events[0].cause, 41U);
    EXPECT_EQ(events[0].journey, 40U);
    EXPECT_EQ(events[0].extra, 1);
    EXPECT_EQ(chunks[0]->text(events[0].subject), "phone");
    EXPECT_EQ(events[1].kind, trace::Kind::ShadowDelta);
    EXPECT_EQ(events[1].cause, events[0].id);
    EXPECT_EQ(chunks[0]->text(events[1].payload), R"({"a":2})");
    EXPECT_EQ(events[2].kind, trace::Kind::ShadowRejected);
    EXPECT_EQ(events[2].extra, 400);
    EXPECT_EQ(messages.at(0).journey, 40U);
    EXPECT_EQ(messages.at(0).cause, events[0].id);
}

TEST(Limits, noMoreShadowsThanAllowed)
{
    Settings settings = unthrottled();
    settings.shadows = 2;
    ShadowWorld world(settings);
    world.ask("update", kOneValue, "a");
    world.ask("update", kOneValue, "b");
    EXPECT_THAT(world.ask("update", kOneValue, "c").at(0).payload, HasSubstr("500"));
    EXPECT_EQ(suffixes(world.ask("update", kOneValue, "a")), "update/accepted update/documents");
}

// Each row of the list of disagreements that shows in an answer.
struct Row
{
    const char* name;
    void (*choose)(Settings&);
    void (*expect)(ShadowWorld&);
};
class Disagreement : public testing::TestWithParam<Row>
{};
INSTANTIATE_TEST_SUITE_P(
    Rows, Disagreement,
    testing::Values(
        Row{"D1", [](Settings& s) { s.versionsADelete = 0; },
            [](ShadowWorld& w) {
                w.update(kOneValue);
                w.ask("delete");
                EXPECT_THAT(bodyOf(w.update(kOneValue), "update/accepted"), HasSubstr("\"version\":2,"));
            }},
        Row{"D2", [](Settings& s) { s.missingName = Settings::MissingName::ShadowOnly; },
            [](ShadowWorld& w) { EXPECT_THAT(w.ask("get", "", "blue").at(0).payload, HasSubstr("'blue'")); }},
        Row{"D3", [](Settings& s) { s.metadataDelta = true; },
            [](ShadowWorld& w) {
                w.update(kADelta);
                EXPECT_THAT(w.ask("get").at(0).payload,
                            HasSubstr(R"("delta":{"a":{"timestamp":1500000000}}},"version")"));
            }},
        Row{"D5",
            [](Settings& s) {
                s.documentBytes = 5;
                s.tooLargeText = Settings::Texts::Documented;
            },
            [](ShadowWorld& w) {
                EXPECT_THAT(w.update(kOneValue).at(0).payload,
                            HasSubstr("The payload exceeds the maximum size allowed"));
            }},
        Row{"D6", [](Settings& s) { s.badJsonText = Settings::Texts::Documented; },
            [](ShadowWorld& w) { EXPECT_THAT(w.update("{").at(0).payload, HasSubstr("\"Invalid JSON\"")); }},
        Row{"D7", [](Settings& s) { s = unthrottled(Settings::gg1()); },
            [](ShadowWorld& w) { EXPECT_THAT(w.update("{").at(0).payload, HasSubstr("\"timestamp\":1500000000")); }},
        Row{"D10", [](Settings& s) { s.missingVersion = Settings::MissingVersion::MustBeOne; },
            [](ShadowWorld& w) {
                EXPECT_THAT(w.update(R"({"state":{},"version":0})").at(0).payload, HasSubstr("Invalid version"));
                EXPECT_EQ(suffixes(w.update(R"({"state":{},"version":1})")), "update/accepted update/documents");
            }},
        Row{"D14", [](Settings& s) { s.numbersByValue = false; },
            [](ShadowWorld& w) {
                w.update(R"({"state":{"desired":{"a":1},"reported":{"a":1.0}}})");
                EXPECT_EQ(w.service.view("lamp", "")->delta, R"({"a":1})");
            }},
        Row{"D15", [](Settings& s) { s.order = Settings::Order::DocumentsDeltaAccepted; },
            [](ShadowWorld& w) {
                EXPECT_EQ(suffixes(w.update(kADelta)), "update/documents update/delta update/accepted");
            }},
        Row{"D16", [](Settings& s) { s.foreignNodesRefused = false; },
            [](ShadowWorld& w) {
                EXPECT_THAT(w.update(R"({"state":{"delta":{"x":1}}})").at(0).payload, HasSubstr(R"("state":{},)"));
            }},
        Row{"D17", [](Settings& s) { s.deleteBody = Settings::DeleteBody::Nothing; },
            [](ShadowWorld& w) {
                w.update(kOneValue);
                EXPECT_EQ(w.ask("delete").at(0).payload, "");
            }},
        Row{"D18", [](Settings& s) { s.deltaToken = false; },
            [](ShadowWorld& w) {
                EXPECT_THAT(bodyOf(w.update(kADelta), "update/delta"), Not(HasSubstr("clientToken")));
            }},
        Row{"D21", [](Settings& s) { s.oddPayloadRefused = true; },
            [](ShadowWorld& w) { EXPECT_THAT(w.ask("get", "x").at(0).payload, HasSubstr("400")); }},
        Row{"D22", [](Settings& s) { s.firstPreviousIsNull = false; },
            [](ShadowWorld& w) {
                EXPECT_THAT(bodyOf(w.update(kOneValue), "update/documents"), HasSubstr(R"("previous":{"state":{})"));
            }},
        Row{"D23", [](Settings& s) { s.unknownThingListIs404 = true; },
            [](ShadowWorld& w) {
                EXPECT_EQ(w.rest("GET", "/api/things/shadow/ListNamedShadowsForThing/lamp")->status, 404);
            }}),
    [](const auto& row) { return row.param.name; });
TEST_P(Disagreement, isSettledByItsSetting)
{
    Settings settings = unthrottled();
    GetParam().choose(settings);
    ShadowWorld world(settings);
    GetParam().expect(world);
}

TEST(ThingMustExist, isAskedOfTheRegistry)
{
    ManualClock clock;
    trace::Recorder recorder(clock);
    Settings settings;
    settings.thingMustExist = true; // D24
    ShadowService service(
        {.recorder = recorder, .thingExists = [](std::string_view thing) { return thing == "known"; }}, settings);
    const Moment now{clock.now(), clock.wall()};
    EXPECT_EQ(service.handle({"POST", "/things/known/shadow", asBytes(kOneValue)}, {}, now)->status, 200);
    EXPECT_EQ(service.handle({"POST", "/things/other/shadow", asBytes(kOneValue)}, {}, now)->status, 404);
}

TEST(Metadata, ofTheNullStateIsOneTimestamp)
{
    ShadowWorld world;
    expectJson(bodyOf(world.update(R"({"state":null})"), "update/accepted"),
               R"({"state":null,"metadata":{"timestamp":1500000000},"version":1,"timestamp":1500000000})");
}

} // namespace
