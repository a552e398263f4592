// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/group_document.h"
#include "edge/route_table.h"
#include "mqtt/gatekeeper.h"
#include "mqtt/limits.h"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace greensward::edge {

/// How the local broker behaves where nobody documented what a genuine core does (greengrass-and-gateway 7, U1).
struct LocalBrokerQuirks
{
    std::size_t payloadBytes = 131'072; ///< of one message; a larger one ends the connection
    std::size_t topicBytes = 256;       ///< a longer topic leads nowhere
    std::size_t topicSlashes = 7;       ///< the same for deeper ones
};

/// What the local broker is set to: MQTT 3.1.1, QoS 0 and 1, no session outlives its connection.
mqtt::Limits localLimits();

/// The local broker's doorkeeper: members of the deployed group come in, each with its own certificate and its thing's
/// name as client id, and hear what the routes bring them. The devices' IoT policies have no say here.
class MemberGatekeeper final : public mqtt::Gatekeeper
{
public:
    MemberGatekeeper(const Clock& clock, LocalBrokerQuirks quirks = {}) : m_clock(clock), m_quirks(quirks) {}

    /// The group from now on; null: none, and nobody gets in. Both must outlive their use here.
    void setGroup(const GroupDocument* group, const RouteTable* routes);
    bool isMember(std::string_view thing) const { return m_members.contains(thing); }
    /// Certificates that are no longer in use, by id; those who show one are not let in.
    void setBarred(std::set<std::string, std::less<>> certificates) { m_barred = std::move(certificates); }

    /// Once for each client that wants its messages retained: a sentence for the log.
    std::function<void(std::string)> warn = [](const std::string&) {};

    mqtt::Verdict connect(const mqtt::Peer& peer, const mqtt::Connect& packet) override;
    mqtt::Verdict publish(const mqtt::Peer& peer, std::string_view clientId, mqtt::Publish& packet) override;
    mqtt::Verdict subscribe(const mqtt::Peer& peer, std::string_view clientId, std::string_view filter,
                            mqtt::SubscriptionOptions& options) override;
    mqtt::Verdict receive(const mqtt::Peer& peer, std::string_view clientId, std::string_view topic,
                          std::string_view publisher) override;
    bool wantsReceive() const override { return true; }

private:
    std::string whyNoMember(const mqtt::Peer& peer, std::string_view clientId) const;

    const Clock& m_clock;
    LocalBrokerQuirks m_quirks;
    const GroupDocument* m_group = nullptr;
    const RouteTable* m_routes = nullptr;
    std::map<std::string, std::string, std::less<>> m_members; ///< thing: its certificate
    std::set<std::string, std::less<>> m_barred;
    std::set<std::string, std::less<>> m_warned;
    struct Answered
    {
        std::string publisher, topic;
        std::set<std::string, std::less<>> devices;
    };
    Answered m_last; ///< one message is asked about once for each subscriber
};

} // namespace greensward::edge
