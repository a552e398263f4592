// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller_authorization.h"
#include "cloud/denial.h"
#include "mqtt/gatekeeper.h"
#include "mqtt/observer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace greensward::cloud {

/// Who may do what at the device gateway (greengrass-and-gateway.md 15, 16): IoT policies for whoever shows a
/// certificate, IAM's for whoever signed the WebSocket's request, and everything for what lives in this program or comes
/// to the plain port. A connection outlives the temporary keys that opened it, as AWS's do. What AWS answers by hanging up hangs up here, and the recorder says why.
/// Engine thread.
class DeviceGatekeeper final : public mqtt::Gatekeeper
{
public:
    struct Rules
    {
        bool asIn2017 = false;       ///< an unauthorised SUBSCRIBE ends the connection, too
        bool strict = false;         ///< AWS's rules: no unsigned WebSocket, hang up instead of answering 3.1.1
        std::uint16_t plainPort = 0; ///< open to everybody; 0: there is none
    };
    struct Parts
    {
        const Authorization& authorization;
        const CallerAuthorization& callers;
        /// A certificate of a registered authority that nobody has seen before (18.2): registers it and tells.
        std::function<void(const mqtt::Peer&)> firstSeen = [](const mqtt::Peer&) {};
    };
    DeviceGatekeeper(Parts parts, Rules rules) : m_parts(std::move(parts)), m_rules(rules) {}
    void setPlainPort(std::uint16_t port) { m_rules.plainPort = port; }
    /// The client's connection is gone.
    void forget(std::string_view clientId);

    mqtt::Verdict connect(const mqtt::Peer& peer, const mqtt::Connect& packet) override;
    mqtt::Verdict publish(const mqtt::Peer& peer, std::string_view clientId, mqtt::Publish& packet) override;
    mqtt::Verdict publishWill(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Will& will) override;
    mqtt::Verdict subscribe(const mqtt::Peer& peer, std::string_view clientId, std::string_view filter,
                            mqtt::SubscriptionOptions& options) override;
    mqtt::Verdict receive(const mqtt::Peer& peer, std::string_view clientId, std::string_view topic,
                          std::string_view publisher) override;
    bool wantsReceive() const override { return !m_seats.empty(); }

private:
    /// A client that policies are asked about.
    struct Seat
    {
        Principal principal;
        std::string address;
        std::shared_ptr<const aws::Caller> caller{}; ///< who signed; null for a certificate
        /// The last answers: a device says the same thing over and over.
        struct Last
        {
            std::string topic;
            bool allowed = false;
            bool known = false;
        };
        Last published;
        Last received;
        bool toldReceive = false; ///< evidence of a delivery denied was given since the last change of a policy
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    mqtt::Verdict connectWithCertificate(const mqtt::Peer& peer, const mqtt::Connect& packet);
    mqtt::Verdict connectSigned(const mqtt::Peer& peer, const mqtt::Connect& packet);
    /// What its policies say to the connection and its will.
    mqtt::Verdict admit(Seat seat, const mqtt::Connect& packet);
    Principal principalOf(const Seat& seat, std::string_view clientId) const;
    Seat* seatOf(std::string_view clientId);
    const std::string& arn(std::string_view kind, std::string_view name);
    bool mayPublish(Seat& seat, std::string_view topic);
    std::string explain(const Seat& seat, std::string_view action, std::string_view resource) const;
    mqtt::Verdict turnAway(const mqtt::Connect& packet, std::string because, const Denial& denial,
                           const Principal* device = nullptr) const;
    mqtt::Verdict denied(mqtt::Verdict::Action action, Denial denial, std::string_view clientId, const Seat& seat,
                         std::string_view resource) const;

    Parts m_parts;
    Rules m_rules;
    std::unordered_map<std::string, Seat, TextHash, std::equal_to<>> m_seats; ///< by client id
    std::string m_arn;                                                        ///< used again and again
};

} // namespace greensward::cloud
