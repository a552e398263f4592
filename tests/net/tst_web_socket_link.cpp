// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listening_test.h"
#include "plain_client.h"
#include "test_pki.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/ssl/impl/src.hpp> // not in greensward_net, which drives OpenSSL itself
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <gmock/gmock.h>

namespace greensward::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using testing::HasSubstr;
using testing::StartsWith;

/// Beast's client against the room's own server, so that both ends are not mistaken in the same way.
using Plain = websocket::stream<asio::ip::tcp::socket>;
using Secure = websocket::stream<asio::ssl::stream<asio::ip::tcp::socket>>;

template<typename Stream>
void shakeHands(Stream& stream, const std::string& protocol = "mqtt", const std::string& target = "/mqtt?x=y")
{
    stream.set_option(websocket::stream_base::decorator([protocol](websocket::request_type& request) {
        request.set(beast::http::field::sec_websocket_protocol, protocol);
    }));
    stream.binary(true);
    stream.handshake("localhost", target);
}

template<typename Stream>
std::string read(Stream& stream, std::size_t size)
{
    std::string text;
    while (text.size() < size) {
        beast::flat_buffer buffer;
        stream.read(buffer);
        text += beast::buffers_to_string(buffer.data());
    }
    return text;
}

class WebSocketLinks : public ListeningTest
{
protected:
    std::uint16_t listenHttp() { return listen({.speech = Speech::Http, .handshakeTimeout = std::chrono::seconds{1}}); }
    void connect(asio::ip::tcp::socket& socket, std::uint16_t port)
    {
        socket.connect({asio::ip::address_v4::loopback(), port});
    }

    asio::io_context io;
};

TEST_F(WebSocketLinks, echoBinaryMessagesAndDescribeTheOtherEnd)
{
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    websocket::response_type response;
    client.set_option(websocket::stream_base::decorator(
        [](websocket::request_type& request) { request.set(beast::http::field::sec_websocket_protocol, "mqttv3.1"); }));
    client.binary(true);
    client.handshake(response, "localhost", "/mqtt");
    EXPECT_EQ(response[beast::http::field::sec_websocket_protocol], "mqttv3.1");
    client.write(asio::buffer(std::string("hello")));
    EXPECT_EQ(read(client, 5), "hello");
    EXPECT_TRUE(client.got_binary());
    EXPECT_EQ(desk.seen().opened.at(0).transport, "ws");
    EXPECT_THAT(desk.seen().opened.at(0).address, StartsWith("127.0.0.1:"));
}

TEST_F(WebSocketLinks, carryLargeMessagesAndFragmentsBothWays)
{
    desk.keepBytes = false;
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    shakeHands(client);
    std::string text(8u << 20, '\0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(i * 31 + i / 977);
    std::thread writer([&] {
        client.write_buffer_bytes(60'000);
        client.auto_fragment(true);
        client.write(asio::buffer(text));
    });
    EXPECT_TRUE(read(client, text.size()) == text) << "8 MiB came back changed";
    writer.join();
}

TEST_F(WebSocketLinks, takeWholeFramesAndSayWhenThereIsRoom)
{
    const std::string text(4u << 20, 'x');
    bool fitted = true;
    desk.onReceived = [&](Link& link, ByteView) {
        const std::vector<ByteView> slices{asBytes(text)};
        const std::size_t taken = link.write(slices);
        fitted = taken == text.size();
        desk.echo(link, asBytes(text).subspan(taken));
    };
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    shakeHands(client);
    client.write(asio::buffer(std::string("go")));
    EXPECT_EQ(read(client, text.size()).size(), text.size());
    EXPECT_FALSE(fitted);
}

TEST_F(WebSocketLinks, answerPings)
{
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    shakeHands(client);
    std::string pong;
    client.control_callback([&](websocket::frame_type kind, beast::string_view payload) {
        if (kind == websocket::frame_type::pong)
            pong = std::string(payload);
    });
    client.ping("are you there");
    client.write(asio::buffer(std::string("x")));
    EXPECT_EQ(read(client, 1), "x");
    EXPECT_EQ(pong, "are you there");
}

TEST_F(WebSocketLinks, textFramesEndTheConnection)
{
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    shakeHands(client);
    client.text(true);
    client.write(asio::buffer(std::string("not MQTT")));
    beast::flat_buffer buffer;
    beast::error_code error;
    client.read(buffer, error);
    EXPECT_EQ(error, websocket::error::closed) << error.message();
    EXPECT_EQ(client.reason().code, websocket::close_code::unknown_data);
    EXPECT_TRUE(desk.waitForClosed("MQTT travels in binary WebSocket frames, this one is text [MQTT-6.0.0-1]"));
}

TEST_F(WebSocketLinks, closeHandshakeWorksFromBothEnds)
{
    const auto port = listenHttp();
    Plain theirs(io);
    connect(theirs.next_layer(), port);
    shakeHands(theirs);
    theirs.close(websocket::close_code::normal); // waits for the answer
    EXPECT_TRUE(desk.waitForClosed("the other end closed the WebSocket (code 1000)"));

    desk.onReceived = [](Link& link, ByteView bytes) {
        const std::vector<ByteView> slices{bytes};
        link.write(slices);
        link.close(CloseMode::Graceful);
    };
    Plain ours(io);
    connect(ours.next_layer(), port);
    shakeHands(ours);
    ours.write(asio::buffer(std::string("bye")));
    EXPECT_EQ(read(ours, 3), "bye");
    beast::flat_buffer buffer;
    beast::error_code error;
    ours.read(buffer, error);
    EXPECT_EQ(error, websocket::error::closed) << error.message();
    EXPECT_EQ(ours.reason().code, websocket::close_code::normal);
    EXPECT_TRUE(desk.waitForClosed("closed by this end"));
}

TEST_F(WebSocketLinks, upgradeWithoutTheSubprotocolIsRefused)
{
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    beast::error_code error;
    websocket::response_type response;
    client.handshake(response, "localhost", "/mqtt", error);
    EXPECT_EQ(error, websocket::error::upgrade_declined);
    EXPECT_EQ(response.result_int(), 400u);
    EXPECT_TRUE(desk.waitForRefusal("the WebSocket request does not offer the subprotocol \"mqtt\""));
}

TEST_F(WebSocketLinks, whoIsNotAuthorisedIsTurnedAwayBeforeTheUpgrade)
{
    desk.onUpgrading = [](const HttpRequest& request, LinkDescription&) -> std::optional<HttpResponse> {
        return HttpResponse{.status = request.target == "/mqtt?secret" ? 200U : 403U, .body = "no"};
    };
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    beast::error_code error;
    websocket::response_type response;
    client.set_option(websocket::stream_base::decorator(
        [](websocket::request_type& request) { request.set("Sec-WebSocket-Protocol", "mqtt"); }));
    client.handshake(response, "localhost", "/mqtt", error);
    EXPECT_EQ(error, websocket::error::upgrade_declined);
    EXPECT_EQ(response.result_int(), 403u);
    EXPECT_TRUE(desk.seen().opened.empty());
}

TEST_F(WebSocketLinks, whoSignedTheRequestIsKnownOfTheLink)
{
    desk.onUpgrading = [](const HttpRequest&, LinkDescription& link) -> std::optional<HttpResponse> {
        link.signer = std::make_shared<const Signer>(Signer{"arn:aws:iam::123456789012:root", "AKIAEXAMPLE"});
        return std::nullopt;
    };
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    shakeHands(client);
    ASSERT_TRUE(desk.waitFor([](const FrontDesk::Seen& seen) { return !seen.opened.empty(); }));
    ASSERT_TRUE(desk.seen().opened.front().signer);
    EXPECT_EQ(desk.seen().opened.front().signer->arn, "arn:aws:iam::123456789012:root");
}

TEST_F(WebSocketLinks, upgradeOnAnotherPathIsAnOrdinaryRequest)
{
    desk.onRequest = [](const HttpRequest&, HttpResponder respond) { respond({.status = 404}); };
    Plain client(io);
    connect(client.next_layer(), listenHttp());
    EXPECT_THROW(shakeHands(client, "mqtt", "/other"), beast::system_error);
    EXPECT_EQ(desk.seen().requests.at(0).target, "/other");
}

TEST_F(WebSocketLinks, framesRightBehindTheRequestAreNotLost)
{
    PlainClient client(listenHttp());
    ASSERT_TRUE(client.send(std::string("GET /mqtt HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                        "Sec-WebSocket-Protocol: mqtt\r\n\r\n") +
                            std::string("\x82\x82\x00\x00\x00\x00hi", 8)));
    EXPECT_TRUE(desk.waitFor([](const FrontDesk::Seen& seen) { return seen.received == "hi"; }));
}

TEST_F(WebSocketLinks, workOverTlsWithAClientCertificate)
{
    const auto& pki = TestPki::get();
    const auto port = listen({.speech = Speech::MqttOrHttp, .tls = pki.server()});
    asio::ssl::context context(asio::ssl::context::tls_client);
    context.add_certificate_authority(asio::buffer(pki.authority.certificate().pem()));
    context.set_verify_mode(asio::ssl::verify_peer);
    context.use_certificate(asio::buffer(pki.device.certificate.pem()), asio::ssl::context::pem);
    context.use_private_key(asio::buffer(pki.device.key.pem()), asio::ssl::context::pem);
    Secure client(io, context);
    connect(client.next_layer().next_layer(), port);
    client.next_layer().handshake(asio::ssl::stream_base::client);
    shakeHands(client);
    const std::string text(1u << 20, 's');
    std::thread writer([&] { client.write(asio::buffer(text)); });
    EXPECT_TRUE(read(client, text.size()) == text);
    writer.join();
    const auto link = desk.seen().opened.at(0);
    EXPECT_EQ(link.transport, "wss");
    ASSERT_TRUE(link.certificate);
    EXPECT_EQ(link.certificate->fingerprint, pki.device.certificate.fingerprint());
}

} // namespace
} // namespace greensward::net
