// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/packet.h"
#include "mqtt/reason.h"
#include "net/link.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace greensward::mqtt {

/// A connection in the broker, unique for the life of the process; never 0.
using ConnectionId = std::uint64_t;

/// What is known of the other end before it says CONNECT. Owned by the broker while the connection lives.
struct Peer
{
    std::string address;                                       ///< "192.168.1.20:51324", "memory"
    std::string_view transport;                                ///< literal: "tcp", "tls 1.3", "ws", "wss", "memory"
    std::shared_ptr<const net::PeerCertificate> certificate{}; ///< shared with the link; null without one
    std::shared_ptr<const net::Signer> signer{}; ///< who signed the WebSocket's request; null without
    std::uint16_t localPort = 0;
    bool simulated = false; ///< a device of the simulator: shown as such, treated like any other

    /// SHA-256 of the client certificate, lower-case hex; empty without one.
    std::string_view certificateId() const { return certificate ? certificate->fingerprint : std::string_view(); }
    /// RFC 2253 text; empty without a certificate.
    std::string_view certificateSubject() const { return certificate ? certificate->subject : std::string_view(); }
};

/// What a gatekeeper decides. `because` is shown to people; leave it empty when allowed and there is nothing to say.
struct Verdict
{
    enum class Action : std::uint8_t {
        Allow,
        Refuse, ///< the protocol's own negative answer (CONNACK, PUBACK, SUBACK code), the connection stays where it
                ///< can
        Ignore, ///< acknowledge as if done, but do not do it
        Close,  ///< end the network connection without a word
    };
    Action action = Action::Allow;
    ReasonCode code = ReasonCode::NotAuthorized; ///< for Refuse
    std::string because;
    /// The particulars of a no, a JSON object for the recorder (trace::Finding::AccessDenied); null: none.
    std::shared_ptr<const std::string> evidence{};

    bool allowed() const { return action == Action::Allow; }
    static Verdict allow() { return {}; }
    static Verdict refuse(ReasonCode code, std::string because) { return {Action::Refuse, code, std::move(because), {}}; }
    static Verdict ignore(std::string because) { return {Action::Ignore, ReasonCode::Success, std::move(because), {}}; }
    static Verdict close(std::string because) { return {Action::Close, ReasonCode::NotAuthorized, std::move(because), {}}; }
};

/// Who may do what at one broker: policies in the cloud, membership and routes at the edge. Called on the engine
/// thread, must not call back into the broker.
class Gatekeeper
{
public:
    virtual ~Gatekeeper() = default;

    virtual Verdict connect(const Peer& peer, const Connect& packet);
    /// May lower packet.qos or strip packet.retain; the broker goes on with what is left.
    virtual Verdict publish(const Peer& peer, std::string_view clientId, Publish& packet);
    /// A will at the moment it is due.
    virtual Verdict publishWill(const Peer& peer, std::string_view clientId, const Will& will);
    /// May lower options.qos: that is what SUBACK grants.
    virtual Verdict subscribe(const Peer& peer, std::string_view clientId, std::string_view filter,
                              SubscriptionOptions& options);
    /// Asked per delivery only when wantsReceive() is true. publisher: client id or "$origin".
    virtual Verdict receive(const Peer& peer, std::string_view clientId, std::string_view topic,
                            std::string_view publisher);
    virtual bool wantsReceive() const { return false; }
};

} // namespace greensward::mqtt
