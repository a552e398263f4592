// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listening_test.h"
#include "plain_client.h"
#include "test_pki.h"
#include "tls_client.h"

#include <gmock/gmock.h>

namespace greensward::net {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Http : public ListeningTest
{
protected:
    std::uint16_t listenHttp(Speech speech = Speech::Http)
    {
        return listen({.speech = speech, .handshakeTimeout = std::chrono::seconds{1}, .maximumHttpBody = 1000});
    }
    /// Sends and reads up to the server's FIN, which "Connection: close" in the request asks for.
    static std::string ask(std::uint16_t port, const std::string& text)
    {
        PlainClient client(port);
        EXPECT_TRUE(client.send(text));
        return client.receiveAll();
    }
};

std::string body(const std::string& response)
{
    const auto end = response.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : response.substr(end + 4);
}

TEST_F(Http, answersWithTheFieldsThatEveryResponseHas)
{
    const std::string response =
        ask(listenHttp(), "GET /things?a=b HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nx-two: 2\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(response, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(response, HasSubstr("\r\ncontent-length: 15\r\n"));
    EXPECT_THAT(response, HasSubstr("\r\nConnection: close\r\n"));
    EXPECT_THAT(response,
                testing::ContainsRegex("Date: [A-Z][a-z][a-z], [0-9][0-9] [A-Z][a-z][a-z] 20[0-9][0-9] [0-9:]+ GMT"));
    EXPECT_EQ(body(response), "GET /things?a=b");
    const auto request = desk.seen().requests.at(0);
    EXPECT_EQ(request.field("X-TWO"), "1");
    EXPECT_EQ(request.field("absent"), "");
    EXPECT_THAT(request.peer.address, StartsWith("127.0.0.1:"));
}

TEST_F(Http, keepsTheConnectionForRequestAfterRequest)
{
    PlainClient client(listenHttp());
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(client.send("POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"));
        std::string response;
        while (response.find("\r\n\r\nPOST /") == std::string::npos || response.back() != static_cast<char>('0' + i))
            response += client.receive(1);
        EXPECT_THAT(response, HasSubstr("Connection: keep-alive"));
    }
    EXPECT_EQ(desk.seen().requests.at(2).body, "abc");
}

TEST_F(Http, answersPipelinedRequestsInOrderThoughTheFirstTakesLonger)
{
    const SystemClock clock;
    std::vector<std::unique_ptr<EventLoop::Timer>> timers;
    desk.onRequest = [&](const HttpRequest& request, HttpResponder respond) {
        auto answer = [respond = std::move(respond), target = request.target] { respond({.body = target}); };
        if (request.target != "/slow") {
            answer();
            return;
        }
        timers.push_back(std::make_unique<EventLoop::Timer>(engine.loop(), std::move(answer)));
        timers.back()->set(clock.now() + std::chrono::milliseconds{50});
    };
    const std::string all = ask(listenHttp(), "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"
                                              "GET /fast HTTP/1.1\r\nHost: x\r\n\r\n"
                                              "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const auto slow = all.find("/slow");
    const auto fast = all.find("/fast");
    const auto last = all.find("/last");
    EXPECT_LT(slow, fast);
    EXPECT_LT(fast, last);
    EXPECT_NE(last, std::string::npos);
    engine.call([&] { timers.clear(); });
}

TEST_F(Http, thousandsOfPipelinedRequestsDoNotDeepenTheStack)
{
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += "GET / HTTP/1.1\r\n\r\n";
    PlainClient client(listenHttp());
    std::thread writer([&] {
        EXPECT_TRUE(client.send(text));
        EXPECT_TRUE(client.send("GET /last HTTP/1.1\r\nConnection: close\r\n\r\n"));
    });
    const std::string all = client.receiveAll();
    writer.join();
    EXPECT_THAT(all.substr(all.size() - 9), "GET /last");
}

/// The device SDK for Python sends no Host when it discovers a core, and reads the length with regard to case.
TEST_F(Http, answersRequestsWithoutAHostInTheFramingThatDeviceSdksRead)
{
    const std::string response =
        ask(listenHttp(), "GET /greengrass/discover/thing/lamp HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(response, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(response, HasSubstr("\r\ncontent-length: 35\r\n"));
    EXPECT_THAT(response, Not(HasSubstr("chunked")));
    EXPECT_EQ(body(response), "GET /greengrass/discover/thing/lamp");
}

TEST_F(Http, headHasTheLengthButNoBody)
{
    const std::string response = ask(listenHttp(), "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(response, HasSubstr("content-length: 6\r\n"));
    EXPECT_THAT(body(response), IsEmpty());
}

TEST_F(Http, noContentHasNeitherLengthNorBody)
{
    desk.onRequest = [](const HttpRequest&, HttpResponder respond) { respond({.status = 204, .body = "ignored"}); };
    const std::string response = ask(listenHttp(), "DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(response, StartsWith("HTTP/1.1 204 No Content\r\n"));
    EXPECT_THAT(response, Not(HasSubstr("content-length")));
    EXPECT_THAT(body(response), IsEmpty());
}

TEST_F(Http, readsChunkedBodiesAndBodiesInPieces)
{
    const auto port = listenHttp();
    ask(port, "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n6\r\n "
              "world\r\n0\r\n\r\n");
    EXPECT_EQ(desk.seen().requests.at(0).body, "hello world");
    PlainClient client(port);
    for (const char c : std::string("PUT / HTTP/1.1\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"))
        ASSERT_TRUE(client.send(std::string_view(&c, 1)));
    EXPECT_THAT(client.receiveAll(), HasSubstr("200 OK"));
    EXPECT_EQ(desk.seen().requests.at(1).body, "hello");
}

TEST_F(Http, invitesTheBodyOfAClientThatExpectsIt)
{
    PlainClient client(listenHttp());
    ASSERT_TRUE(
        client.send("PUT / HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"));
    EXPECT_EQ(client.receive(25), "HTTP/1.1 100 Continue\r\n\r\n");
    ASSERT_TRUE(client.send("hello"));
    EXPECT_THAT(client.receiveAll(), StartsWith("HTTP/1.1 200 OK"));
}

struct Refusal
{
    const char* name;
    std::string request;
    const char* status;
    const char* why;
};

class HttpRefusals : public Http, public testing::WithParamInterface<Refusal>
{};
INSTANTIATE_TEST_SUITE_P(
    Each, HttpRefusals,
    testing::Values(Refusal{"noise", "\x01\x02\x03\r\n\r\n", "400 Bad Request", "the HTTP request is malformed"},
                    Refusal{"version", "GET / HTTP/3.7\r\n\r\n", "400 Bad Request", "the HTTP request is malformed"},
                    Refusal{"length", "PUT / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "400 Bad Request",
                            "the HTTP request is malformed"},
                    Refusal{"smuggling", "PUT / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                            "400 Bad Request", "the HTTP request is malformed"},
                    Refusal{"body", "PUT / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n", "413 Payload Too Large",
                            "the HTTP request's body is larger than 1000 bytes"},
                    Refusal{"chunks",
                            "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'x'),
                            "413 Payload Too Large", "the HTTP request's body is larger than 1000 bytes"},
                    Refusal{"fields", "GET / HTTP/1.1\r\nX: " + std::string(40'000, 'x') + "\r\n\r\n",
                            "431 Request Header Fields Too Large",
                            "the HTTP request's head is larger than 32768 bytes"},
                    Refusal{"endless", "GET /" + std::string(40'000, 'x'), "431 Request Header Fields Too Large",
                            "the HTTP request's head is larger than 32768 bytes"}),
    [](const auto& refusal) { return refusal.param.name; });

TEST_P(HttpRefusals, getTheStatusAndAreNamed)
{
    const std::string response = ask(listenHttp(), GetParam().request);
    EXPECT_THAT(response, StartsWith(std::string("HTTP/1.1 ") + GetParam().status));
    EXPECT_THAT(response, HasSubstr("Connection: close"));
    EXPECT_THAT(response, HasSubstr("\r\ncontent-length: "));
    EXPECT_TRUE(desk.waitFor([](const FrontDesk::Seen& seen) { return !seen.refused.empty(); }));
    EXPECT_THAT(desk.seen().refused.at(0), StartsWith(GetParam().why));
    EXPECT_THAT(desk.seen().requests, testing::SizeIs(0));
}

TEST_F(Http, stalledRequestsAreClosed)
{
    const auto port = listenHttp();
    PlainClient silent(port);
    EXPECT_EQ(silent.receive(1), "");
    EXPECT_TRUE(desk.waitForRefusal("nothing was said for 1 s"));
    EXPECT_THAT(ask(port, "GET / HTTP/1.1\r\nHost:"), StartsWith("HTTP/1.1 408 Request Timeout"));
    EXPECT_TRUE(desk.waitForRefusal("the HTTP request was not finished in time"));
}

TEST_F(Http, lateAnswerToAClientThatHasGoneIsHarmless)
{
    HttpResponder kept;
    desk.onRequest = [&](const HttpRequest&, HttpResponder respond) { kept = std::move(respond); };
    const auto port = listenHttp();
    {
        PlainClient client(port);
        ASSERT_TRUE(client.send("GET / HTTP/1.1\r\n\r\n"));
        ASSERT_TRUE(desk.waitFor([](const FrontDesk::Seen& seen) { return seen.requests.size() == 1; }));
        client.reset();
    }
    engine.call([&] {
        kept({.body = std::string(1u << 20, 'x')});
        kept({.body = "twice"});
    });
    engine.call([&] { listener.reset(); });
    engine.call([&] { kept({}); });
}

TEST_F(Http, answersLargeBodiesToSlowReaders)
{
    const std::string large(16u << 20, 'L');
    desk.onRequest = [&](const HttpRequest&, HttpResponder respond) { respond({.body = large}); };
    PlainClient client(listenHttp());
    ASSERT_TRUE(client.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    EXPECT_EQ(body(client.receiveAll()).size(), large.size());
}

class Sniffed : public Http
{};

TEST_F(Sniffed, firstOctetTellsMqttFromHttp)
{
    const auto port = listenHttp(Speech::MqttOrHttp);
    const std::string connect("\x10\x0c\x00\x04MQTT\x04\x02\x00\x3c\x00\x00", 14);
    PlainClient mqtt(port);
    ASSERT_TRUE(mqtt.send(connect.substr(0, 1)));
    ASSERT_TRUE(desk.waitForLinks(1));
    ASSERT_TRUE(mqtt.send(connect.substr(1)));
    EXPECT_EQ(mqtt.receive(connect.size()), connect);
    EXPECT_EQ(body(ask(port, "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n")), "GET /x");
    PlainClient silent(port);
    EXPECT_EQ(silent.receive(1), "");
    EXPECT_TRUE(desk.waitForRefusal("nothing was said for 1 s"));
}

TEST_F(Sniffed, tlsOnAPlainPortIsNamed)
{
    TlsClient client(listenHttp(Speech::MqttOrHttp), {});
    EXPECT_FALSE(client.connected());
    EXPECT_TRUE(desk.waitForRefusal("the client speaks TLS to a plain port"));
}

TEST_F(Sniffed, alpnDecidesBeforeAnythingIsSaid)
{
    const auto& pki = TestPki::get();
    const auto port = listen({.speech = Speech::MqttOrHttp, .tls = pki.server(TlsSettings::Client::Optional)});
    TlsClient mqtt(port, {.identity = &pki.device, .alpn = {"x-amzn-mqtt-ca"}});
    ASSERT_TRUE(mqtt.connected());
    EXPECT_TRUE(desk.waitForLinks(1)) << "no octet is needed after ALPN";
    TlsClient http(port, {.alpn = {"http/1.1"}});
    ASSERT_TRUE(http.send("GET /alpn HTTP/1.1\r\nConnection: close\r\n\r\n"));
    bool cleanEnd = false;
    EXPECT_EQ(body(http.receiveAll(cleanEnd)), "GET /alpn");
    EXPECT_TRUE(cleanEnd);
    TlsClient sniffed(port, {.identity = &pki.device});
    ASSERT_TRUE(sniffed.send("GET /sniffed HTTP/1.1\r\nConnection: close\r\n\r\n"));
    EXPECT_EQ(body(sniffed.receiveAll(cleanEnd)), "GET /sniffed");
    const auto peer = desk.seen().requests.at(1).peer;
    ASSERT_TRUE(peer.certificate);
    EXPECT_EQ(peer.certificate->fingerprint, pki.device.certificate.fingerprint());
    TlsClient quiet(port, {});
    ASSERT_TRUE(quiet.send("\x10"));
    EXPECT_TRUE(desk.waitForLinks(2));
}

} // namespace
} // namespace greensward::net
