// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_fixtures.h"

#include "capture/json_fields.h"
#include "capture/redaction.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

using namespace greensward;
using namespace greensward::capture;
using testing::ElementsAre;
using testing::HasSubstr;
using trace::Kind;

namespace {

class Story
{
public:
    Story& add(Kind kind, std::string_view subject, std::string_view object, std::string_view payload = {},
               std::string_view detail = {})
    {
        trace::Event event;
        event.id = event.journey = ++m_id;
        event.kind = kind;
        event.payloadSize = static_cast<std::uint32_t>(payload.size());
        m_builder.add(event, subject, object, detail, asBytes(payload));
        return *this;
    }
    std::vector<Told> after(Redactor& redactor)
    {
        const trace::ChunkPtr chunk = m_builder.take();
        trace::ChunkBuilder left;
        for (const trace::Event& event : chunk->events())
            redactor.apply(event, *chunk, left);
        return left.events() == 0 ? std::vector<Told>{} : told(left.take());
    }

private:
    trace::ChunkBuilder m_builder;
    trace::EventId m_id = 0;
};

std::string withoutFields(std::string text, const std::vector<std::string>& names)
{
    return replaceFields(text, names, "\"removed\"") ? text : "refused";
}

} // namespace

TEST(Redaction, leavesOutTopics)
{
    Redactor redactor({.topics = {"private/#", "not/a#filter"}});
    const auto left = Story()
                          .add(Kind::MessagePublished, "a", "private/door", "1234")
                          .add(Kind::MessagePublished, "a", "public/door", "open")
                          .add(Kind::Subscribed, "a", "private/#")
                          .add(Kind::WillArmed, "a", "private/will")
                          .after(redactor);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].object, "public/door");
    EXPECT_EQ(redactor.count().events, 3u);
    EXPECT_THAT(redactor.notes(), ElementsAre("3 events about topics that are not to be shared"));
}

TEST(Redaction, namesClientsDifferentlyEverywhere)
{
    Redactor redactor({.clients = {"anna", "anna-2"}});
    const auto left = Story()
                          .add(Kind::MessagePublished, "anna-2", "home/anna/door", R"({"by":"anna","not":"joanna"})")
                          .add(Kind::ClientConnected, "anna", "", "", "anna came")
                          .after(redactor);
    EXPECT_EQ(left[0].subject, "client-2");
    EXPECT_EQ(left[0].object, "home/client-1/door");
    EXPECT_EQ(left[0].payload, R"({"by":"client-1","not":"joanna"})");
    EXPECT_EQ(left[0].event.payloadSize, left[0].payload.size());
    EXPECT_EQ(left[1].detail, "client-1 came");
}

TEST(Redaction, hidesAddressesAndCertificates)
{
    Redactor redactor({.addresses = true, .certificates = true});
    const auto left = Story()
                          .add(Kind::LinkOpened, "192.168.1.20:50612", "192.168.1.20:50612", "CN=anna", "tls")
                          .add(Kind::ClientConnected, "anna", "[fe80::1]:4711")
                          .add(Kind::LinkClosed, "anna", "192.168.1.20:50613", "", "192.168.1.20 went away")
                          .add(Kind::MessagePublished, "anna", "a", R"({"ip":"10.0.0.7","version":"1.2.3"})")
                          .after(redactor);
    EXPECT_EQ(left[0].object, "address-1:50612");
    EXPECT_EQ(left[0].payload, "");
    EXPECT_EQ(left[1].object, "address-2");
    EXPECT_EQ(left[2].detail, "address-1 went away");
    EXPECT_EQ(left[3].payload, R"({"ip":"address-3","version":"1.2.3"})");
    EXPECT_EQ(redactor.count().certificates, 1u);
}

TEST(Redaction, takesOutOfEvidenceWhatItTakesOutOfTheRest)
{
    constexpr std::string_view kDenied =
        R"({"reason":"publish","client":"anna","certificate":"4fa0","arn":"arn:aws:iot:us-east-1:1:cert/4fa0",)"
        R"("subject":"CN=anna","things":["annas-door"],"action":"iot:Publish",)"
        R"("resource":"arn:aws:iot:us-east-1:1:topic/home/door"})";
    Redactor redactor({.topics = {"private/#"}, .clients = {"anna"}, .addresses = true, .certificates = true});
    const auto left = Story()
                          .add(Kind::Evidence, "anna", "192.168.1.20:50612", kDenied, "anna may not publish")
                          .add(Kind::Evidence, "anna", "memory",
                               R"({"rows":[{"resource":"topicfilter/private/#"},{"resource":"topic/home/door"}]})")
                          .add(Kind::Evidence, "192.168.1.20:1", "192.168.1.20:1",
                               R"({"cause":"unknown-authority","certificate":{"subject":"CN=anna","issuer":"CN=home"}})")
                          .after(redactor);
    ASSERT_EQ(left.size(), 2u) << "what is said of a private topic is private";
    for (const Told& told : left)
        for (const char* secret : {"4fa0", "CN=anna", "annas-door", "CN=home", "192.168"})
            EXPECT_THAT(told.payload + told.subject + told.object + told.detail, testing::Not(HasSubstr(secret)));
    EXPECT_THAT(left[0].payload, HasSubstr(R"("client":"client-1")"));
    EXPECT_THAT(left[0].payload, HasSubstr("topic/home/door")) << "the rest is still of use";
}

TEST(Redaction, removesFieldsAndNothingElse)
{
    EXPECT_EQ(withoutFields(R"({"pin":1234,"a":1.50,"in":{"pin":{"x":[1,"}"]}},"pine":"pin"})", {"pin"}),
              R"({"pin":"removed","a":1.50,"in":{"pin":"removed"},"pine":"pin"})");
    EXPECT_EQ(withoutFields(R"([ {"pin" : "a\"b" , "b":2} ])", {"pin"}), R"([ {"pin" : "removed" , "b":2} ])");
    EXPECT_EQ(withoutFields(R"({"\u0070in":true})", {"pin"}), R"({"\u0070in":"removed"})");
    EXPECT_EQ(withoutFields("no json at all", {"pin"}), "no json at all");
    EXPECT_EQ(withoutFields(R"({"pin":12)", {"pin"}), "refused");
    Redactor redactor({.fields = {"pin"}});
    const auto left = Story().add(Kind::MessagePublished, "a", "b", R"({"pin":12)").after(redactor);
    EXPECT_EQ(left[0].payload, "");
}

TEST(Redaction, neverLetsAPrivateKeyOut)
{
    Redactor redactor({});
    const auto left =
        Story()
            .add(Kind::MessagePublished, "a", "b",
                 "x -----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE----- -----BEGIN EC PRIVATE KEY-----\n"
                 "MHcCAQEE\n-----END EC PRIVATE KEY----- y")
            .add(Kind::MessagePublished, "a", "b", "-----BEGIN PRIVATE KEY-----\nMHcCAQEE")
            .after(redactor);
    EXPECT_EQ(left[0].payload, "x -----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE----- removed y");
    EXPECT_EQ(left[1].payload, "removed");
    EXPECT_EQ(redactor.count().keys, 2u);
}

TEST(Redaction, isNotedInsideTheCapture)
{
    Folder folder;
    auto writer = Writer::create(folder / "a.wscap", aManifest(), {.keepFree = 0});
    ASSERT_TRUE(writer);
    const trace::ChunkPtr chunk = messages(10);
    for (const trace::Event& event : chunk->events())
        ASSERT_TRUE((*writer)->write(event, *chunk));
    ASSERT_TRUE((*writer)->finish({}));

    const Redaction redaction{.fields = {"output"}, .clients = {"ev-gen-123"}};
    const auto reader = opened(folder / "a.wscap");
    Redactor preview(redaction);
    ASSERT_TRUE(redact(*reader, preview, nullptr));
    EXPECT_EQ(preview.count().fields, 10u);
    EXPECT_EQ(preview.count().clients, 10u);

    Manifest manifest = reader->manifest();
    manifest.removed = preview.notes();
    manifest.kinds = {};
    manifest.events = 0;
    auto shared = Writer::create(folder / "shared.wscap", manifest, {.keepFree = 0});
    ASSERT_TRUE(shared);
    ASSERT_TRUE(reader->rewind());
    Redactor redactor(redaction);
    ASSERT_TRUE(redact(*reader, redactor, shared->get()));
    ASSERT_TRUE((*shared)->finish({}));
    const auto again = opened(folder / "shared.wscap");
    EXPECT_EQ(again->manifest().removed, preview.notes());
    const auto left = readAll(*again);
    ASSERT_EQ(left.size(), 10u);
    EXPECT_EQ(left[0].subject, "client-1");
    EXPECT_EQ(left[0].payload, R"({"rotor-freq":0.7,"output":"removed"})");
}
