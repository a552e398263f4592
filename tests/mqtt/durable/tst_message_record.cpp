// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/message_record.h"

#include <gmock/gmock.h>
#include <limits>

using namespace greensward;
using namespace greensward::mqtt;
using testing::HasSubstr;

namespace {

Message full()
{
    Message message;
    message.topic = "turbines/ev-gen/123";
    message.payload = toBytes(R"({"output":1450.5})");
    message.qos = QoS::ExactlyOnce;
    message.retain = true;
    message.payloadFormat = 1;
    message.contentType = "application/json";
    message.responseTopic = "answers";
    message.correlation = Bytes{0, 255, 7};
    message.user = {{"a", "1"}, {"a", "2"}, {"", ""}};
    message.expiresAt = WallTime(std::chrono::nanoseconds(1'500'000'000'123'456'789));
    message.publisher = "turbine-123";
    return message;
}

void expectSame(const Message& found, const Message& kept)
{
    EXPECT_EQ(found.topic, kept.topic);
    EXPECT_EQ(found.payload, kept.payload);
    EXPECT_EQ(found.qos, kept.qos);
    EXPECT_EQ(found.retain, kept.retain);
    EXPECT_EQ(found.payloadFormat, kept.payloadFormat);
    EXPECT_EQ(found.contentType, kept.contentType);
    EXPECT_EQ(found.responseTopic, kept.responseTopic);
    EXPECT_EQ(found.correlation, kept.correlation);
    EXPECT_EQ(found.user, kept.user);
    EXPECT_EQ(found.expiresAt, kept.expiresAt);
    EXPECT_EQ(found.publisher, kept.publisher);
}

TEST(MessageRecord, keepsEveryCombinationOfProperties)
{
    for (unsigned present = 0; present < 64; ++present) {
        Message message = full();
        message.qos = static_cast<QoS>(present % 3);
        message.retain = (present & 1) != 0;
        if ((present & 1) == 0)
            message.payloadFormat.reset();
        if ((present & 2) == 0)
            message.contentType.reset();
        if ((present & 4) == 0)
            message.responseTopic.reset();
        if ((present & 8) == 0)
            message.correlation.reset();
        if ((present & 16) == 0)
            message.user.clear();
        if ((present & 32) == 0)
            message.expiresAt.reset();
        const auto found = decodeRecord(encodeRecord(message));
        ASSERT_TRUE(found) << present << ": " << found.error().message;
        expectSame(*found, message);
    }
}

TEST(MessageRecord, tellsEmptyFromAbsent)
{
    Message message;
    message.contentType = "";
    message.correlation.emplace();
    const auto found = decodeRecord(encodeRecord(message));
    ASSERT_TRUE(found) << found.error().message;
    expectSame(*found, message);
}

TEST(MessageRecord, keepsLargeTextsAndPayloads)
{
    Message message;
    message.topic = std::string(65'535, 't');
    message.payload = Bytes(1 << 20, 0xab);
    message.user.assign(500, {"name", std::string(300, 'v')});
    const auto found = decodeRecord(encodeRecord(message));
    ASSERT_TRUE(found) << found.error().message;
    expectSame(*found, message);
}

TEST(MessageRecord, isSmall)
{
    Message message;
    message.topic = "a/b";
    message.publisher = "me";
    message.payload = toBytes("hello");
    constexpr std::size_t kVersionFlagsTwoLengthsAndACount = 5;
    EXPECT_EQ(encodeRecord(message).size(), 3 + 2 + 5 + kVersionFlagsTwoLengthsAndACount);
}

TEST(MessageRecord, cutShortIsRefused)
{
    const Message message = full();
    const Bytes record = encodeRecord(message);
    const std::size_t payloadStart = record.size() - message.payload.size();
    for (std::size_t size = 0; size < payloadStart; ++size)
        EXPECT_FALSE(decodeRecord(ByteView(record).first(size))) << size << " of " << record.size() << " octets";
    EXPECT_TRUE(decodeRecord(ByteView(record).first(payloadStart))) << "only the payload may be of any length";
}

TEST(MessageRecord, keepsWhenItWasRetained)
{
    Message message;
    message.topic = "a";
    message.retain = true;
    message.retainedAt = WallTime(std::chrono::seconds(1'511'800'000));
    message.payload = toBytes("hello");
    EXPECT_EQ(decodeRecord(encodeRecord(message))->retainedAt, message.retainedAt);
}

TEST(MessageRecord, ofTheFirstFormIsRead)
{
    const Bytes record{1, 0x04, 1, 'a', 2, 'm', 'e', 0, 'h', 'i'}; // retained, of "me", on "a": "hi"
    const auto message = decodeRecord(record);
    ASSERT_TRUE(message);
    EXPECT_TRUE(message->retain);
    EXPECT_EQ(message->topic, "a");
    EXPECT_EQ(message->payload, toBytes("hi"));
    EXPECT_EQ(message->retainedAt, WallTime{});
}

TEST(MessageRecord, ofAnotherFormIsRefused)
{
    Bytes record = encodeRecord(full());
    record[0] = 3;
    EXPECT_THAT(decodeRecord(record).error().message, HasSubstr("does not know"));
    record[0] = 2;
    record[1] |= 3;
    EXPECT_THAT(decodeRecord(record).error().message, HasSubstr("QoS"));
}

TEST(MessageRecord, withAnAbsurdLengthOrCountIsRefusedAtOnce)
{
    const Bytes length{1, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    EXPECT_THAT(decodeRecord(length).error().message, HasSubstr("damaged"));

    const Bytes count{1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f};
    EXPECT_THAT(decodeRecord(count).error().message, HasSubstr("damaged"));

    const Bytes overlong{1, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02, 0, 0};
    EXPECT_THAT(decodeRecord(overlong).error().message, HasSubstr("damaged"));
}

TEST(MessageRecord, damagedAtRandomIsReadOrRefusedButNeverReadPastItsEnd)
{
    Random random(1);
    const Bytes whole = encodeRecord(full());
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        Bytes record = whole;
        for (std::uint64_t flips = 1 + random.below(4); flips > 0; --flips)
            record[random.below(record.size())] = static_cast<std::uint8_t>(random());
        record.resize(1 + random.below(record.size()));
        record.shrink_to_fit(); // so that a sanitizer sees a step too far
        const auto found = decodeRecord(record);
        refused += found ? 0 : 1;
        if (found) {
            EXPECT_LE(found->topic.size() + found->payload.size(), record.size());
        }
    }
    EXPECT_GT(refused, 1000);
}

TEST(SubscriptionIds, areKeptInOrder)
{
    const std::vector<std::uint32_t> ids{1, 127, 128, 268'435'455, std::numeric_limits<std::uint32_t>::max(), 1};
    EXPECT_EQ(decodeSubscriptionIds(encodeSubscriptionIds(ids)).value(), ids);
    EXPECT_TRUE(encodeSubscriptionIds({}).empty());
    EXPECT_TRUE(decodeSubscriptionIds({})->empty());
}

TEST(SubscriptionIds, thatAreDamagedAreRefused)
{
    EXPECT_FALSE(decodeSubscriptionIds(Bytes{0x80}));
    EXPECT_FALSE(decodeSubscriptionIds(Bytes{0x80, 0x80, 0x80, 0x80, 0x10})) << "2^32 does not fit";
}

} // namespace
