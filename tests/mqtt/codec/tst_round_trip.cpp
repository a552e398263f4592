// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/encode.h"
#include "packet_text.h"

#include <deque>
#include <gtest/gtest.h>

// Any packet that may be sent is understood as it was meant: made up at random, encoded, decoded, compared field by
// field.
namespace greensward::mqtt {

namespace {

/// Makes up packets; owns the texts that they point to.
class Inventor
{
public:
    Inventor(std::uint64_t seed, Version version, Sender sender)
        : m_random(seed), m_5(version == Version::v5), m_version(version), m_sender(sender)
    {}

    Packet invent()
    {
        static constexpr PacketType kOfClient[] = {PacketType::Connect,    PacketType::Publish,     PacketType::Puback,
                                                   PacketType::Subscribe,  PacketType::Unsubscribe, PacketType::Pingreq,
                                                   PacketType::Disconnect, PacketType::Auth};
        static constexpr PacketType kOfServer[] = {PacketType::Connack,    PacketType::Publish,  PacketType::Puback,
                                                   PacketType::Suback,     PacketType::Unsuback, PacketType::Pingresp,
                                                   PacketType::Disconnect, PacketType::Auth};
        const auto& types = m_sender == Sender::Client ? kOfClient : kOfServer;
        for (;;) {
            const PacketType type = types[m_random.below(std::size(types))];
            const bool only5 =
                type == PacketType::Auth || (type == PacketType::Disconnect && m_sender == Sender::Server);
            if (m_5 || !only5)
                return ofType(type);
        }
    }

private:
    bool coin() { return m_random.chance(0.5); }
    bool coin5() { return m_5 && coin(); }
    std::uint32_t number() { return static_cast<std::uint32_t>(m_random()); }
    std::uint16_t twoBytes() { return static_cast<std::uint16_t>(m_random()); }
    std::uint16_t nonZero() { return static_cast<std::uint16_t>(m_random.below(65'535) + 1); }
    QoS qos() { return static_cast<QoS>(m_random.below(3)); }

    ByteView bytes()
    {
        // Mostly short, sometimes long enough for a remaining length of three bytes.
        Bytes made(m_random.below(m_random.chance(0.05) ? 40'000 : 40));
        for (auto& byte : made)
            byte = static_cast<std::uint8_t>(m_random());
        return m_bytes.emplace_back(std::move(made));
    }
    std::string_view text(std::size_t least = 0)
    {
        static constexpr std::string_view kPieces[] = {
            "a", "/", "turbine", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", " "};
        std::string made;
        while (made.size() < least || m_random.chance(0.8))
            made += kPieces[m_random.below(std::size(kPieces))];
        return m_texts.emplace_back(std::move(made));
    }
    std::string_view filter()
    {
        static constexpr std::string_view kFilters[] = {"#", "+", "a/+/b", "a/#", "$share/g/a/#", "$SYS/+"};
        return coin() ? text(1) : kFilters[m_random.below(std::size(kFilters))];
    }
    template<typename T, typename Make>
    std::optional<T> maybe(Make make)
    {
        return coin5() ? std::optional<T>(make()) : std::nullopt;
    }
    std::optional<std::string_view> maybeText()
    {
        return maybe<std::string_view>([this] { return text(); });
    }
    std::optional<bool> maybeBool()
    {
        return maybe<bool>([this] { return coin(); });
    }
    std::optional<std::uint32_t> maybeNumber()
    {
        return maybe<std::uint32_t>([this] { return number(); });
    }
    std::optional<std::uint16_t> maybeNonZero()
    {
        return maybe<std::uint16_t>([this] { return nonZero(); });
    }
    std::optional<ByteView> maybeBytes()
    {
        return maybe<ByteView>([this] { return bytes(); });
    }
    UserProperties user()
    {
        UserProperties made;
        while (coin5())
            made.emplace_back(text(), text());
        return made;
    }
    PublishProperties messageProperties()
    {
        PublishProperties made;
        made.payloadFormat = maybe<std::uint8_t>([this] { return static_cast<std::uint8_t>(m_random.below(2)); });
        made.messageExpiry = maybeNumber();
        made.contentType = maybeText();
        made.responseTopic = maybe<std::string_view>([this] { return text(1); });
        made.correlation = maybeBytes();
        made.user = user();
        return made;
    }

    Packet ofType(PacketType type)
    {
        switch (type) {
        case PacketType::Connect:
            return connect();
        case PacketType::Connack:
            return connack();
        case PacketType::Publish:
            return publish();
        case PacketType::Subscribe:
            return subscribe();
        case PacketType::Suback:
            return suback();
        case PacketType::Unsubscribe:
            return unsubscribe();
        case PacketType::Unsuback:
            return unsuback();
        case PacketType::Pingreq:
            return Pingreq{};
        case PacketType::Pingresp:
            return Pingresp{};
        case PacketType::Disconnect:
            return disconnect();
        case PacketType::Auth:
            return auth();
        default:
            return ack();
        }
    }
    Packet connect()
    {
        Connect made;
        made.version = m_version;
        made.cleanStart = coin();
        made.keepAlive = twoBytes();
        made.clientId = text();
        if (coin()) {
            made.will = Will{.topic = text(1), .payload = bytes(), .qos = qos(), .retain = coin(), .properties = {}};
            made.will->delay = m_5 ? number() : 0;
            made.will->properties = messageProperties();
        }
        if (coin())
            made.userName = text();
        if (coin() && (m_5 || made.userName))
            made.password = bytes();
        made.sessionExpiry = maybeNumber();
        made.receiveMaximum = maybeNonZero();
        made.maximumPacketSize = maybe<std::uint32_t>([this] { return nonZero(); });
        made.topicAliasMaximum = maybe<std::uint16_t>([this] { return twoBytes(); });
        made.requestResponseInformation = maybeBool();
        made.requestProblemInformation = maybeBool();
        made.authenticationMethod = maybeText();
        if (made.authenticationMethod)
            made.authenticationData = maybeBytes();
        made.user = user();
        return made;
    }
    Packet connack()
    {
        Connack made;
        static constexpr ReasonCode kCodes[] = {ReasonCode::Success,
                                                ReasonCode::UnsupportedProtocolVersion,
                                                ReasonCode::ClientIdentifierNotValid,
                                                ReasonCode::BadUserNameOrPassword,
                                                ReasonCode::NotAuthorized,
                                                ReasonCode::ServerUnavailable};
        made.code = kCodes[m_random.below(std::size(kCodes))];
        made.sessionPresent = made.code == ReasonCode::Success && coin();
        made.sessionExpiry = maybeNumber();
        made.receiveMaximum = maybeNonZero();
        made.maximumQoS = maybe<std::uint8_t>([this] { return static_cast<std::uint8_t>(m_random.below(2)); });
        made.retainAvailable = maybeBool();
        made.maximumPacketSize = maybe<std::uint32_t>([this] { return nonZero(); });
        made.assignedClientId = maybeText();
        made.topicAliasMaximum = maybe<std::uint16_t>([this] { return twoBytes(); });
        made.reasonString = maybeText();
        made.wildcardSubscriptionAvailable = maybeBool();
        made.subscriptionIdentifiersAvailable = maybeBool();
        made.sharedSubscriptionAvailable = maybeBool();
        made.serverKeepAlive = maybe<std::uint16_t>([this] { return twoBytes(); });
        made.responseInformation = maybeText();
        made.serverReference = maybeText();
        made.authenticationMethod = maybeText();
        made.authenticationData = maybeBytes();
        made.user = user();
        return made;
    }
    Packet publish()
    {
        Publish made;
        made.properties = messageProperties();
        made.properties.topicAlias = maybeNonZero();
        while (m_sender == Sender::Server && coin5())
            made.properties.subscriptionIds.push_back(static_cast<std::uint32_t>(m_random.below(268'435'455) + 1));
        made.topic = text(made.properties.topicAlias && coin() ? 0 : 1);
        made.qos = qos();
        made.id = made.qos == QoS::AtMostOnce ? PacketId{0} : nonZero();
        made.duplicate = made.qos != QoS::AtMostOnce && coin();
        made.retain = coin();
        made.payload = bytes();
        return made;
    }
    Packet ack()
    {
        Ack made;
        made.type = static_cast<PacketType>(static_cast<std::uint64_t>(PacketType::Puback) + m_random.below(4));
        made.id = nonZero();
        const bool first = made.type == PacketType::Puback || made.type == PacketType::Pubrec;
        if (coin5())
            made.code = first ? ReasonCode::QuotaExceeded : ReasonCode::PacketIdentifierNotFound;
        made.reasonString = maybeText();
        made.user = user();
        return made;
    }
    Packet subscribe()
    {
        Subscribe made;
        made.id = nonZero();
        do {
            SubscriptionOptions options;
            options.qos = qos();
            const auto name = filter();
            options.noLocal = !name.starts_with("$share/") && coin5();
            options.retainAsPublished = coin5();
            options.retainHandling = m_5 ? static_cast<std::uint8_t>(m_random.below(3)) : std::uint8_t{0};
            made.entries.push_back({name, options});
        } while (coin());
        made.subscriptionId =
            maybe<std::uint32_t>([this] { return static_cast<std::uint32_t>(m_random.below(268'435'455) + 1); });
        made.user = user();
        return made;
    }
    Packet suback()
    {
        Suback made;
        made.id = nonZero();
        do
            made.codes.push_back(coin() ? ReasonCode::UnspecifiedError : static_cast<ReasonCode>(m_random.below(3)));
        while (coin());
        made.reasonString = maybeText();
        made.user = user();
        return made;
    }
    Packet unsubscribe()
    {
        Unsubscribe made;
        made.id = nonZero();
        do
            made.filters.push_back(filter());
        while (coin());
        made.user = user();
        return made;
    }
    Packet unsuback()
    {
        Unsuback made;
        made.id = nonZero();
        made.reasonString = maybeText();
        made.user = user();
        while (m_5 && (made.codes.empty() || coin()))
            made.codes.push_back(coin() ? ReasonCode::NoSubscriptionExisted : ReasonCode::Success);
        return made;
    }
    Packet disconnect()
    {
        Disconnect made;
        if (coin5())
            made.code = ReasonCode::ProtocolError;
        if (m_sender == Sender::Client)
            made.sessionExpiry = maybeNumber();
        made.serverReference = maybeText();
        made.reasonString = maybeText();
        made.user = user();
        return made;
    }
    Packet auth()
    {
        Auth made;
        made.code = ReasonCode::ContinueAuthentication;
        made.method = text();
        made.data = maybeBytes();
        made.reasonString = maybeText();
        made.user = user();
        return made;
    }

    Random m_random;
    bool m_5;
    Version m_version;
    Sender m_sender;
    std::deque<std::string> m_texts;
    std::deque<Bytes> m_bytes;
};

class RoundTrip : public testing::TestWithParam<std::tuple<Version, Sender>>
{};

} // namespace

TEST_P(RoundTrip, keepsEveryField)
{
    const auto [version, sender] = GetParam();
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        Inventor inventor(seed, version, sender);
        const Packet original = inventor.invent();
        Bytes bytes;
        encode(bytes, original, version);
        ASSERT_EQ(describe(decodeWhole(bytes, version, sender)), describe(original)) << "seed " << seed;
        if (const auto* publish = std::get_if<Publish>(&original)) {
            ASSERT_EQ(encodedSize(*publish, version), bytes.size()) << "seed " << seed;
        }
    }
}

TEST_P(RoundTrip, aPacketCutShortIsNeverTakenForTheWhole)
{
    const auto [version, sender] = GetParam();
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Inventor inventor(seed, version, sender);
        const Packet original = inventor.invent();
        Bytes bytes;
        encode(bytes, original, version);
        const auto header = decodeHeader(bytes, sender, {});
        ASSERT_TRUE(header && *header);
        const std::string whole = describe(original);
        FixedHeader shortened = **header;
        const ByteView body = ByteView(bytes).subspan(shortened.headerSize);
        for (std::size_t size = 0; size < std::min<std::size_t>(body.size(), 200); ++size) {
            shortened.remaining = static_cast<std::uint32_t>(size);
            // Some shorter packets are right by themselves (a payload, a list), but none means the same.
            ASSERT_NE(describe(decodeBody(shortened, body.first(size), version, sender, {})), whole) << "seed " << seed;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Packets, RoundTrip,
                         testing::Combine(testing::Values(Version::v311, Version::v5),
                                          testing::Values(Sender::Client, Sender::Server)));

} // namespace greensward::mqtt
