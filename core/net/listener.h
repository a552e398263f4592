// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/event_loop.h"
#include "net/http.h"
#include "net/link.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::net {

/// Who this end is, and whom it believes. PEM texts, never paths; the private key never reaches a log.
struct TlsSettings
{
    std::string certificateChainPem;
    std::string privateKeyPem;
    std::string trustedPem; ///< authorities a peer's certificate must chain to; of a server also certificates of peers
    enum class Client : std::uint8_t {
        Ignored,
        Optional,
        Required,
        AnyCertificate, ///< one is required and its key proven, but nobody need have signed it: whom it belongs to is
                        ///< looked up by its fingerprint
    } client = Client::Required;
    std::vector<std::string> alpn; ///< offered or accepted, best first; an unknown ALPN from a client is refused
    bool allowTls12 = true;
};

/// What speaks on a port.
enum class Speech : std::uint8_t {
    Mqtt, ///< bytes go straight to the link handler
    Http, ///< HTTP/1.1; an upgrade to WebSocket (subprotocol "mqtt" or "mqttv3.1") on a path of webSocketPaths becomes
          ///< a link
    MqttOrHttp, ///< told apart by ALPN (x-amzn-mqtt-ca, mqtt / http/1.1), else by the first byte (0x10: MQTT)
};

struct ListenerSettings
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one
    Speech speech = Speech::Mqtt;
    std::unique_ptr<TlsSettings> tls{}; ///< null: no TLS
    std::vector<std::string> webSocketPaths{"/mqtt"};
    std::chrono::seconds handshakeTimeout{
        10}; ///< TCP accept to end of TLS (and WebSocket) handshake, and to the first byte where it decides
    std::size_t maximumHttpBody = 16u << 20;
    std::size_t connections = 100'000;
};

/// Why a connection never became a link, for who explains it; the sentence is for people.
enum class RefusalCause : std::uint8_t {
    Other,
    PlainMqtt,             ///< MQTT without TLS at a TLS port
    PlainHttp,             ///< HTTP without TLS at a TLS port
    TlsAtPlainPort,        ///< TLS where none is spoken
    Alpn,                  ///< only protocols that are not spoken here
    NoCertificate,         ///< none was shown and one is needed
    UnknownAuthority,      ///< the client's certificate chains to nobody trusted here
    Expired,               ///< the client's certificate is over
    NotYetValid,           ///< the client's certificate has not begun
    WrongPurpose,          ///< the client's certificate is not meant for clients
    WrongKey,              ///< the client does not hold the key of its certificate
    AuthorityNotTrusted,   ///< the client's alert: it does not know who signed ours
    CertificateNotAccepted, ///< the client's alert: ours is for another name, or wrong otherwise
    SaysExpired,           ///< the client's alert: by its clock, ours is over or has not begun
};
/// In a word: "plain-mqtt".
std::string_view name(RefusalCause cause);

struct Refusal
{
    std::string address;        ///< the other end
    std::uint16_t localPort = 0;
    std::string why;            ///< one sentence
    RefusalCause cause = RefusalCause::Other;
    std::string serverName{};   ///< SNI, empty without
    std::vector<std::string> offeredAlpn{};
    std::shared_ptr<const PeerCertificate> certificate{}; ///< as shown, whether or not it was believed; null without
};

/// What a listener reports.
class ListenerHandler
{
public:
    virtual ~ListenerHandler() = default;
    /// A link is ready to carry MQTT. Return who handles it, or null to close it.
    virtual LinkHandler* linkOpened(Link& link) = 0;
    /// A connection never became a link: failed or stalled handshake, wrong or missing or expired certificate, too
    /// many.
    virtual void refused(const Refusal& refusal) = 0;
    virtual void request(const HttpRequest& request, HttpResponder respond) = 0;
    /// A request that asks to become a WebSocket that carries MQTT, before it is granted. Gives the answer it gets
    /// instead, or nothing and perhaps the signer.
    virtual std::optional<HttpResponse> upgrading(const HttpRequest& /*request*/, LinkDescription& /*link*/)
    {
        return std::nullopt;
    }
};

/// A listening socket and the connections in their handshakes. Links it made outlive it.
class Listener
{
public:
    /// Binds and listens at once; fails with a sentence that names address, port and reason.
    static Result<std::unique_ptr<Listener>> open(EventLoop& loop, ListenerSettings settings, ListenerHandler& handler);
    /// Whether one could be opened there at this moment. address: as in ListenerSettings.
    static bool isFree(const std::string& address, std::uint16_t port);
    virtual ~Listener() = default;
    virtual std::uint16_t port() const = 0;
    /// New certificates for new connections.
    virtual Result<void> setTls(const TlsSettings& settings) = 0;
};

/// An outbound link. The handler is told received/writable/closed; done is called once with the link or the reason.
struct ConnectSettings
{
    std::string host;
    std::uint16_t port = 0;
    std::unique_ptr<TlsSettings>
        tls; ///< its certificate is the client's; trustedPem verifies the server, host name included
    std::chrono::seconds timeout{10};
};
void connectLink(EventLoop& loop, ConnectSettings settings, LinkHandler& handler,
                 std::function<void(Result<Link*>)> done);

} // namespace greensward::net
