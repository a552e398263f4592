// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listening_test.h"
#include "test_pki.h"
#include "tls_client.h"

#include <gmock/gmock.h>

namespace greensward::net {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class TlsLink : public ListeningTest
{
protected:
    std::uint16_t listenTls(TlsSettings::Client client = TlsSettings::Client::Required, Speech speech = Speech::Mqtt)
    {
        return listen({.speech = speech, .tls = pki.server(client), .handshakeTimeout = std::chrono::seconds{1}});
    }

    const TestPki& pki = TestPki::get();
};

class TlsVersions : public TlsLink, public testing::WithParamInterface<int>
{};
INSTANTIATE_TEST_SUITE_P(Both, TlsVersions, testing::Values(TLS1_2_VERSION, TLS1_3_VERSION),
                         [](const auto& version) { return version.param == TLS1_2_VERSION ? "tls12" : "tls13"; });

TEST_P(TlsVersions, echoesAndDescribesTheOtherEnd)
{
    TlsClient client(listenTls(), {.identity = &pki.device,
                                   .authority = &pki.authority.certificate(),
                                   .version = GetParam(),
                                   .alpn = {"x-amzn-mqtt-ca"},
                                   .serverName = "things.example"});
    ASSERT_TRUE(client.connected()) << client.failure();
    ASSERT_TRUE(client.send("hello"));
    EXPECT_EQ(client.receive(5), "hello");
    EXPECT_EQ(client.alpn(), "x-amzn-mqtt-ca");
    const auto seen = desk.seen();
    ASSERT_EQ(seen.opened.size(), 1u);
    const auto& link = seen.opened[0];
    EXPECT_EQ(link.transport, GetParam() == TLS1_2_VERSION ? "tls 1.2" : "tls 1.3");
    EXPECT_EQ(link.tls->alpn, "x-amzn-mqtt-ca");
    EXPECT_EQ(link.tls->serverName, "things.example");
    ASSERT_TRUE(link.certificate);
    EXPECT_EQ(link.certificate->fingerprint, pki.device.certificate.fingerprint());
    EXPECT_EQ(link.certificate->subject, pki.device.certificate.subject());
    EXPECT_EQ(link.certificate->pem, pki.device.certificate.pem());
    EXPECT_EQ(WallTime(std::chrono::seconds(link.certificate->ends)), pki.device.certificate.validity().notAfter);
}

TEST_P(TlsVersions, carriesLargeTransfersWithPartialWrites)
{
    std::string text(12u << 20, '\0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(i * 31 + i / 977);
    desk.keepBytes = false;
    std::promise<std::size_t> first; // nothing is read before, or a quick reader might make room for everything
    desk.onReceived = [&](Link& link, ByteView) {
        const std::vector<ByteView> slices{asBytes(text)};
        const std::size_t taken = link.write(slices);
        first.set_value(taken);
        desk.echo(link, asBytes(text).subspan(taken));
    };
    TlsClient client(listenTls(), {.identity = &pki.device, .version = GetParam()});
    ASSERT_TRUE(client.send("go"));
    EXPECT_LT(first.get_future().get(), text.size());
    EXPECT_TRUE(client.receive(text.size()) == text) << "12 MiB came changed or short";
}

TEST_P(TlsVersions, receivesLargeTransfersWhole)
{
    std::string text(12u << 20, '\0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(i * 7 + i / 977);
    desk.onReceived = [](Link&, ByteView) {};
    TlsClient client(listenTls(), {.identity = &pki.device, .version = GetParam()});
    ASSERT_TRUE(client.send(text));
    ASSERT_TRUE(desk.waitFor([&](const FrontDesk::Seen& seen) { return seen.received.size() >= text.size(); }));
    EXPECT_TRUE(desk.seen().received == text) << "12 MiB came changed";
}

TEST_P(TlsVersions, gracefulCloseSendsWhatWasAcceptedThenCloseNotify)
{
    const std::string answer(300'000, 'a');
    desk.onReceived = [&](Link& link, ByteView) {
        const std::vector<ByteView> slices{asBytes(answer)};
        EXPECT_EQ(link.write(slices), answer.size());
        link.close(CloseMode::Graceful);
    };
    TlsClient client(listenTls(), {.identity = &pki.device, .version = GetParam()});
    ASSERT_TRUE(client.send("x"));
    bool cleanEnd = false;
    EXPECT_EQ(client.receiveAll(cleanEnd).size(), answer.size());
    EXPECT_TRUE(cleanEnd) << "no close_notify came";
    EXPECT_TRUE(desk.waitForClosed("closed by this end"));
}

struct BadClient
{
    const char* name;
    const pki::Identity* identity;
    const char* why;
    const char* alert;
};

class TlsRefusals : public TlsLink, public testing::WithParamInterface<std::tuple<int, int>>
{
protected:
    BadClient bad() const
    {
        const std::vector<BadClient> all{
            {"none", nullptr, "no client certificate was sent", ""},
            {"foreign", &pki.foreignDevice, "the client's certificate is not signed by this workspace's authority",
             "unknown ca"},
            {"expired", &pki.expiredDevice, "the client certificate has expired", "certificate expired"},
            {"future", &pki.futureDevice, "the client certificate is not valid yet; check the clock of both ends",
             "bad certificate"},
            {"server", &pki.serverIdentity, "the client certificate is not meant for clients",
             "unsupported certificate"},
        };
        return all.at(static_cast<std::size_t>(std::get<1>(GetParam())));
    }
};
INSTANTIATE_TEST_SUITE_P(Both, TlsRefusals,
                         testing::Combine(testing::Values(TLS1_2_VERSION, TLS1_3_VERSION), testing::Range(0, 5)));

TEST_P(TlsRefusals, wrongClientCertificateIsNamedAndAlerted)
{
    const BadClient expected = bad();
    TlsClient client(listenTls(), {.identity = expected.identity, .version = std::get<0>(GetParam())});
    if (client.connected()) // TLS 1.3: the server judges after the client has finished
        client.receive(1);
    EXPECT_THAT(client.failure(), HasSubstr(expected.alert)) << expected.name;
    EXPECT_THAT(client.failure(), HasSubstr("alert")) << expected.name;
    EXPECT_TRUE(desk.waitForRefusal(expected.why)) << testing::PrintToString(desk.seen().refused);
    EXPECT_THAT(desk.seen().opened, testing::SizeIs(0));
}

TEST_F(TlsLink, optionalCertificateMayBeMissingButNotWrong)
{
    const auto port = listenTls(TlsSettings::Client::Optional);
    TlsClient without(port, {});
    ASSERT_TRUE(without.send("hi"));
    EXPECT_EQ(without.receive(2), "hi");
    TlsClient with(port, {.identity = &pki.device});
    ASSERT_TRUE(with.send("hi"));
    EXPECT_EQ(with.receive(2), "hi");
    TlsClient wrong(port, {.identity = &pki.foreignDevice});
    EXPECT_EQ(wrong.receive(1), "");
    EXPECT_TRUE(desk.waitForRefusal("the client's certificate is not signed by this workspace's authority"));
    const auto seen = desk.seen();
    ASSERT_EQ(seen.opened.size(), 2u);
    EXPECT_FALSE(seen.opened[0].certificate);
    EXPECT_TRUE(seen.opened[1].certificate);
}

TEST_F(TlsLink, anyCertificateWillDoButNotNone)
{
    const auto port = listenTls(TlsSettings::Client::AnyCertificate);
    TlsClient foreign(port, {.identity = &pki.foreignDevice});
    ASSERT_TRUE(foreign.send("hi"));
    EXPECT_EQ(foreign.receive(2), "hi");
    EXPECT_EQ(desk.seen().opened.at(0).certificate->fingerprint, pki.foreignDevice.certificate.fingerprint());
    TlsClient without(port, {});
    EXPECT_EQ(without.receive(1), "");
}

TEST_F(TlsLink, ignoredCertificateIsNotEvenAskedFor)
{
    TlsClient client(listenTls(TlsSettings::Client::Ignored), {.identity = &pki.foreignDevice});
    ASSERT_TRUE(client.send("hi"));
    EXPECT_EQ(client.receive(2), "hi");
    EXPECT_FALSE(desk.seen().opened.at(0).certificate);
}

TEST_F(TlsLink, unknownAlpnIsRefusedAndNoAlpnIsFine)
{
    const auto port = listenTls();
    TlsClient unknown(port, {.identity = &pki.device, .alpn = {"h2", "spdy/3"}});
    EXPECT_FALSE(unknown.connected());
    EXPECT_THAT(unknown.failure(), HasSubstr("no application protocol"));
    EXPECT_TRUE(desk.waitForRefusal("the client asks for protocols (ALPN) that are not spoken here: h2, spdy/3"));
    TlsClient silent(port, {.identity = &pki.device});
    EXPECT_TRUE(silent.connected());
    EXPECT_THAT(silent.alpn(), IsEmpty());
}

TEST_F(TlsLink, tls12MayBeForbidden)
{
    auto settings = pki.server();
    settings->allowTls12 = false;
    const auto port = listen({.tls = std::move(settings)});
    TlsClient old(port, {.identity = &pki.device, .version = TLS1_2_VERSION});
    EXPECT_FALSE(old.connected());
    EXPECT_TRUE(desk.waitForRefusal("the client does not speak a TLS version that is allowed here"));
    EXPECT_TRUE(TlsClient(port, {.identity = &pki.device}).connected());
}

TEST_F(TlsLink, clientThatDistrustsTheServerIsNamed)
{
    TlsClient client(listenTls(), {.identity = &pki.device, .authority = &pki.stranger.certificate()});
    EXPECT_FALSE(client.connected());
    EXPECT_TRUE(
        desk.waitForRefusal("the client does not trust this server's certificate: it does not know the authority"));
}

TEST_F(TlsLink, plainSpeechOnATlsPortIsRecognised)
{
    const auto port = listenTls();
    PlainClient mqtt(port);
    ASSERT_TRUE(mqtt.send(std::string_view("\x10\x0c\x00\x04MQTT", 8)));
    EXPECT_TRUE(desk.waitForRefusal("the client speaks plain MQTT to a TLS port"));
    PlainClient http(port);
    ASSERT_TRUE(http.send("GET / HTTP/1.1\r\n\r\n"));
    EXPECT_TRUE(desk.waitForRefusal("the client speaks plain HTTP to a TLS port"));
    PlainClient noise(port);
    ASSERT_TRUE(noise.send("\x01\x02\x03"));
    EXPECT_TRUE(desk.waitForRefusal("the client does not speak TLS"));
}

TEST_F(TlsLink, stalledHandshakesAreClosedAndDoNotDisturbOthers)
{
    const auto port = listenTls();
    PlainClient silent(port);
    PlainClient halfway(port);
    ASSERT_TRUE(halfway.send(std::string_view("\x16\x03\x01\x01\x00", 5)));
    TlsClient client(port, {.identity = &pki.device});
    ASSERT_TRUE(client.send("hello"));
    EXPECT_EQ(client.receive(5), "hello");
    EXPECT_TRUE(desk.waitForRefusal("nothing was said for 1 s"));
    EXPECT_TRUE(desk.waitForRefusal("the TLS handshake was not finished within 1 s"));
    EXPECT_EQ(silent.receive(1), "");
    EXPECT_EQ(halfway.receive(1), "");
    ASSERT_TRUE(client.send("again"));
    EXPECT_EQ(client.receive(5), "again");
}

TEST_F(TlsLink, clientThatHangsUpDuringTheHandshakeIsNamed)
{
    const auto port = listenTls();
    {
        PlainClient halfway(port);
        ASSERT_TRUE(halfway.send(std::string_view("\x16\x03\x01\x01\x00", 5)));
    }
    EXPECT_TRUE(desk.waitForRefusal("the client closed the connection during the TLS handshake"));
    PlainClient(port).close();
    EXPECT_TRUE(desk.waitForRefusal("the client closed the connection without a word"));
}

TEST_F(TlsLink, newCertificatesServeNewConnections)
{
    const auto port = listenTls();
    TlsClient before(port, {.identity = &pki.device});
    ASSERT_TRUE(before.send("a"));
    ASSERT_EQ(before.receive(1), "a");
    auto changed = pki.server();
    changed->trustedPem = pki.stranger.certificate().pem();
    const auto outcome = engine.call([&] { return listener->setTls(*changed); });
    ASSERT_TRUE(outcome) << outcome.error().message;
    TlsClient after(port, {.identity = &pki.foreignDevice});
    ASSERT_TRUE(after.send("b"));
    EXPECT_EQ(after.receive(1), "b");
    ASSERT_TRUE(before.send("c"));
    EXPECT_EQ(before.receive(1), "c");
}

TEST_F(TlsLink, wrongSettingsAreNamed)
{
    const auto errorOf = [&](const std::function<void(TlsSettings&)>& spoil) {
        auto settings = pki.server();
        spoil(*settings);
        return engine.call([&] {
            const auto opened = Listener::open(engine.loop(), {.tls = std::move(settings)}, desk);
            return opened ? std::string("opened") : opened.error().message;
        });
    };
    EXPECT_EQ(errorOf([](TlsSettings& s) { s.certificateChainPem = "nothing"; }),
              "the certificate chain holds no certificate in PEM form");
    EXPECT_THAT(errorOf([](TlsSettings& s) { s.privateKeyPem = ""; }), HasSubstr("the private key cannot be read"));
    EXPECT_THAT(errorOf([&](TlsSettings& s) { s.privateKeyPem = pki.device.key.pem(); }),
                HasSubstr("the private key does not belong to the certificate"));
    EXPECT_EQ(errorOf([](TlsSettings& s) { s.trustedPem = ""; }),
              "there is no authority in PEM form that certificates could be checked against");
}

TEST_F(TlsLink, peerThatDoesNotReadIsAbortedAfterItsGrace)
{
    desk.onReceived = [&](Link& link, ByteView) {
        const std::string text(64u << 20, 'x');
        const std::vector<ByteView> slices{asBytes(text)};
        EXPECT_LT(link.write(slices), text.size());
        link.close(CloseMode::Graceful);
    };
    TlsClient client(listenTls(), {.identity = &pki.device});
    ASSERT_TRUE(client.send("x"));
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(desk.waitForClosed("closed by this end; the other end did not take what was left"));
    EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::milliseconds{4'500});
}

class TlsConnect : public TlsLink
{
protected:
    std::string connect(const std::string& host, std::uint16_t port, const std::string& trusted,
                        const pki::Identity& identity)
    {
        std::promise<std::string> outcome;
        engine.call([&] {
            auto tls = std::make_unique<TlsSettings>();
            tls->certificateChainPem = identity.certificate.pem();
            tls->privateKeyPem = identity.key.pem();
            tls->trustedPem = trusted;
            tls->alpn = {"x-amzn-mqtt-ca"};
            connectLink(engine.loop(), {.host = host, .port = port, .tls = std::move(tls)}, here,
                        [&](Result<Link*> link) {
                            if (link) {
                                const std::vector<ByteView> slices{asBytes("hello")};
                                (*link)->write(slices);
                                description = (*link)->description();
                            }
                            outcome.set_value(link ? "connected" : link.error().message);
                        });
        });
        return outcome.get_future().get();
    }
    ~TlsConnect() override { stop(); }

    FrontDesk here;
    LinkDescription description;
};

TEST_F(TlsConnect, speaksToAServerWhoseNameAndAuthorityAreRight)
{
    here.onReceived = [](Link&, ByteView) {};
    const auto port = listenTls();
    const std::string trusted = pki.authority.certificate().pem();
    ASSERT_EQ(connect("localhost", port, trusted, pki.device), "connected");
    EXPECT_TRUE(here.waitFor([](const FrontDesk::Seen& seen) { return seen.received == "hello"; }));
    EXPECT_EQ(description.transport, "tls 1.3");
    EXPECT_EQ(description.tls->alpn, "x-amzn-mqtt-ca");
    EXPECT_EQ(desk.seen().opened.at(0).tls->serverName, "localhost");
    EXPECT_EQ(connect("127.0.0.1", port, trusted, pki.device), "connected");
    stop();
}

TEST_F(TlsConnect, refusesAServerWithAnotherNameOrAuthority)
{
    const auto port = listenTls();
    const std::string prefix = "port " + std::to_string(port) + ": ";
    EXPECT_EQ(connect("127.0.0.2", port, pki.authority.certificate().pem(), pki.device),
              "cannot connect to 127.0.0.2 port " + std::to_string(port) + ": Connection refused");
    EXPECT_THAT(connect("localhost", port, pki.stranger.certificate().pem(), pki.device),
                HasSubstr(prefix + "the server's certificate is not signed by an authority that is trusted here"));
    engine.call([&] { listener.reset(); });
    const auto anywhere = listen({.address = "0.0.0.0", .tls = pki.server()});
    EXPECT_THAT(connect("127.0.0.2", anywhere, pki.authority.certificate().pem(), pki.device),
                HasSubstr("the server certificate is for another name"));
    stop();
}

} // namespace
} // namespace greensward::net
