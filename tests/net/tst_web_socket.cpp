// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/web_socket.h"
#include "net/web_socket_handshake.h"

#include <gmock/gmock.h>
#include <tuple>

namespace greensward::net {
namespace {

using testing::HasSubstr;
using What = WebSocketFrames::Step::What;

/// A frame as a client sends it.
Bytes frame(std::uint8_t first, std::string_view payload, std::array<std::uint8_t, 4> mask = {0x37, 0xfa, 0x21, 0x3d})
{
    Bytes bytes{first};
    if (payload.size() < 126) {
        bytes.push_back(static_cast<std::uint8_t>(0x80 | payload.size()));
    } else {
        bytes.push_back(0x80 | 126);
        bytes.push_back(static_cast<std::uint8_t>(payload.size() >> 8));
        bytes.push_back(static_cast<std::uint8_t>(payload.size()));
    }
    bytes.insert(bytes.end(), mask.begin(), mask.end());
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes.push_back(static_cast<std::uint8_t>(payload[i] ^ mask[i % 4]));
    return bytes;
}

Bytes operator+(Bytes a, const Bytes& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// What a run of bytes amounts to, in words: "data(hello) ping(x) close(1000) violation(1003)".
std::string tell(WebSocketFrames& frames, Bytes bytes, std::size_t piece)
{
    std::string data;
    std::string told;
    const auto say = [&](const std::string& what) { told += (told.empty() ? "" : " ") + what; };
    const auto flush = [&] {
        if (!data.empty())
            say("data(" + data + ")");
        data.clear();
    };
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        auto rest = std::span(bytes).subspan(at, std::min(piece, bytes.size() - at));
        while (true) {
            const auto step = frames.next(rest);
            if (step.what == What::NeedMore)
                break;
            if (step.what == What::Payload) {
                data += asText(step.payload);
                continue;
            }
            flush();
            const std::string code = std::to_string(static_cast<unsigned>(step.code));
            switch (step.what) {
            case What::Ping:
                say("ping(" + std::string(asText(step.payload)) + ")");
                break;
            case What::Pong:
                say("pong");
                break;
            case What::Close:
                say("close(" + code + ")");
                break;
            default:
                say("violation(" + code + ")");
                EXPECT_FALSE(step.why.empty());
                return told;
            }
        }
        EXPECT_TRUE(rest.empty()) << "bytes were left lying";
    }
    flush();
    return told;
}

struct Conversation
{
    const char* name;
    Bytes bytes;
    const char* expected;
};

class WebSocketConversations : public testing::TestWithParam<std::tuple<Conversation, std::size_t>>
{};

const Conversation kConversations[] = {
    {"rfcExample", {0x82, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58}, "data(Hello)"}, // RFC 6455 5.7
    {"emptyMessage", frame(0x82, "") + frame(0x82, "x"), "data(x)"},
    {"fragments", frame(0x02, "Hel") + frame(0x00, "lo ") + frame(0x80, "you"), "data(Hello you)"},
    {"pingBetweenFragments", frame(0x02, "a") + frame(0x89, "p") + frame(0x80, "b"), "data(a) ping(p) data(b)"},
    {"pong", frame(0x8a, "x"), "pong"},
    {"emptyPing", frame(0x89, ""), "ping()"},
    {"close",
     frame(0x88, std::string_view("\x03\xe8"
                                  "bye",
                                  5)),
     "close(1000)"},
    {"closeWithoutCode", frame(0x88, ""), "close(1005)"},
    {"closeWithReservedCode", frame(0x88, std::string_view("\x03\xed", 2)), "violation(1002)"},
    {"closeWithHalfACode", frame(0x88, "\x03"), "violation(1002)"},
    {"text", frame(0x81, "hi"), "violation(1003)"},
    {"unmasked", {0x82, 0x01, 'x'}, "violation(1002)"},
    {"reservedBit", frame(0xc2, "x"), "violation(1002)"},
    {"unknownOpcode", frame(0x83, "x"), "violation(1002)"},
    {"longPing", frame(0x89, std::string(126, 'x')), "violation(1002)"},
    {"fragmentedPing", frame(0x09, "x"), "violation(1002)"},
    {"continuationOfNothing", frame(0x80, "x"), "violation(1002)"},
    {"messageInsideAMessage", frame(0x02, "a") + frame(0x82, "b"), "data(a) violation(1002)"},
    {"tooLarge", {0x82, 0xff, 0, 0, 0, 0, 0x10, 0, 0, 5, 1, 2, 3, 4}, "violation(1009)"},
    {"absurdlyLarge", {0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4}, "violation(1009)"},
};

INSTANTIATE_TEST_SUITE_P(Each, WebSocketConversations,
                         testing::Combine(testing::ValuesIn(kConversations), testing::Values(1u, 3u, 1000u)),
                         [](const auto& one) {
                             return std::get<0>(one.param).name + std::string("In") +
                                    std::to_string(std::get<1>(one.param));
                         });

TEST_P(WebSocketConversations, amountToTheSameInPiecesOfAnySize)
{
    WebSocketFrames frames;
    const auto& [conversation, piece] = GetParam();
    EXPECT_EQ(tell(frames, conversation.bytes, piece), conversation.expected);
}

TEST(WebSocketFrames, longPayloadsAreUnmaskedAcrossPieces)
{
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += static_cast<char>('a' + i % 26);
    for (const std::size_t piece : {1u, 7u, 100u, 10'000u}) {
        WebSocketFrames frames;
        EXPECT_EQ(tell(frames, frame(0x82, text), piece), "data(" + text + ")");
    }
}

TEST(WebSocketFrames, headersUseTheShortestLength)
{
    std::array<std::uint8_t, 10> out{};
    const auto header = [&](std::uint64_t size) {
        return toHex(ByteView(out).first(frameHeader(WebSocketOpcode::Binary, size, out)));
    };
    EXPECT_EQ(header(0), "8200");
    EXPECT_EQ(header(125), "827d");
    EXPECT_EQ(header(126), "827e007e");
    EXPECT_EQ(header(65'535), "827effff");
    EXPECT_EQ(header(65'536), "827f0000000000010000");
}

HttpRequest upgrade()
{
    HttpRequest request;
    request.method = "GET";
    request.target = "/mqtt";
    request.fields = {{"Host", "localhost"},
                      {"upgrade", "WebSocket"},
                      {"Connection", "keep-alive, Upgrade"},
                      {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                      {"Sec-WebSocket-Version", "13"},
                      {"Sec-WebSocket-Protocol", "chat, mqtt"}};
    return request;
}

void change(HttpRequest& request, std::string_view name, const std::string& value)
{
    for (auto& field : request.fields) {
        if (field.first == name)
            field.second = value;
    }
}

TEST(WebSocketHandshake, acceptsWithTheProofOfTheRfcAndTheProtocolChosen)
{
    const auto accepted = acceptWebSocket(upgrade());
    ASSERT_TRUE(accepted) << accepted.error().why;
    EXPECT_THAT(*accepted, HasSubstr("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")); // RFC 6455 1.3
    EXPECT_THAT(*accepted, HasSubstr("Sec-WebSocket-Protocol: mqtt\r\n"));
    auto old = upgrade();
    change(old, "Sec-WebSocket-Protocol", "mqttv3.1");
    EXPECT_THAT(acceptWebSocket(old).value(), HasSubstr("Sec-WebSocket-Protocol: mqttv3.1\r\n"));
}

TEST(WebSocketHandshake, refusesWhatIsMissing)
{
    const auto refusal = [](std::string_view name, const std::string& value) {
        auto request = upgrade();
        change(request, name, value);
        const auto accepted = acceptWebSocket(request);
        return accepted ? std::string("accepted")
                        : std::to_string(accepted.error().status) + " " + accepted.error().why;
    };
    EXPECT_EQ(refusal("Sec-WebSocket-Protocol", "chat"),
              "400 the WebSocket request does not offer the subprotocol \"mqtt\"");
    EXPECT_EQ(refusal("Sec-WebSocket-Version", "8"), "426 only WebSocket version 13 is spoken here");
    EXPECT_EQ(refusal("Sec-WebSocket-Key", "short"), "400 the WebSocket request has no valid Sec-WebSocket-Key");
    EXPECT_EQ(refusal("Sec-WebSocket-Key", "!!!!!!!!!!!!!!!!!!!!!!=="),
              "400 the WebSocket request has no valid Sec-WebSocket-Key");
    auto post = upgrade();
    post.method = "POST";
    EXPECT_EQ(acceptWebSocket(post).error().status, 400u);
    auto plain = upgrade();
    change(plain, "Connection", "keep-alive");
    EXPECT_FALSE(asksForWebSocket(plain));
    EXPECT_TRUE(asksForWebSocket(upgrade()));
}

} // namespace
} // namespace greensward::net
