// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/cloud_connection.h"
#include "edge/core_store.h"
#include "memory_hub.h"
#include "mqtt/broker.h"
#include "pki/certificate_authority.h"
#include "played_cloud.h"
#include "shadow/service.h"

#include <boost/json.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace greensward::edge::test {

/// The cloud as a core sees it: a broker that lets everybody do everything, shadows, and the private calls about one
/// group. In virtual time; its network can be cut, and requests may fail by chance.
class WorldCloud
{
public:
    WorldCloud(ManualClock& clock, trace::Recorder& recorder, Random random);

    /// Says that this is to be deployed: the text of a group document.
    void deploy(const std::string& id, std::string group);
    void reset(const std::string& id);
    /// The code of a function, by its resolved ARN.
    void publishCode(const std::string& arn, std::string zip) { m_code[arn] = std::move(zip); }
    /// "InProgress", "Success", "Failure: …", as they came.
    const std::vector<std::string>& statuses(const std::string& id) { return m_statuses[id]; }
    std::string shadow(const std::string& thing, bool desired) const;
    void updateShadow(const std::string& thing, std::string_view payload);

    /// Nothing goes in or out from now on, or again.
    void setReachable(bool reachable);
    bool reachable() const { return m_reachable; }

    /// Does what is due at this moment; false when nothing moved.
    bool run();
    std::optional<Instant> nextDeadline() const { return hub.nextDeadline(); }

    PlayedTransport transport;
    mqtt::Broker broker;
    simulation::MemoryHub hub;
    pki::CertificateAuthority authority;
    std::string connectivity = R"({"ConnectivityInfo":[]})";
    double failureRate = 0; ///< of requests: done or not, the answer is lost
    unsigned certificateStatus = 200;
    std::set<std::string> revoked; ///< devices
    unsigned memberStatus = 200;   ///< of answers about that
    Duration serverLife = std::chrono::hours(7 * 24);

private:
    Result<aws::Response> answer(const aws::Request& request);
    aws::Response greengrass(const aws::Request& request);
    std::string memberStatuses() const;
    aws::Response certificate(const aws::Request& request) const;
    void order(const std::string& id, const std::string& type);
    void publishShadows();

    ManualClock& m_clock;
    mqtt::Gatekeeper m_openDoor;
    shadow::ShadowService m_shadows;
    Random m_random;
    bool m_reachable = true;
    std::map<std::string, std::string> m_groups;
    std::map<std::string, std::string> m_code;
    std::map<std::string, std::vector<std::string>> m_statuses;
};

/// Links of a core into the cloud's hub.
class HubLinks final : public CloudLinks
{
public:
    explicit HubLinks(WorldCloud& cloud) : m_cloud(cloud) {}
    void open(const std::string& clientId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;

    simulator::LinkFaults faults;
    std::vector<std::string> opened; ///< client ids

private:
    WorldCloud& m_cloud;
};

} // namespace greensward::edge::test
