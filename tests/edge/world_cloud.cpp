// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world_cloud.h"

#include "aws/percent.h"
#include "edge/group_document.h"
#include "group_text.h"

namespace greensward::edge::test {

namespace {

constexpr const char* kOrigin = "$shadow";

mqtt::Limits cloudLimits()
{
    mqtt::Limits limits;
    limits.parentMatch = false;
    limits.decode.filtersPerPacket = 8;
    limits.subscriptionsPerSession = 50;
    return limits;
}

shadow::Settings cloudShadows()
{
    shadow::Settings settings = shadow::Settings::aws();
    settings.inFlight.reset();
    settings.ratePerThing.reset();
    return settings;
}

} // namespace

WorldCloud::WorldCloud(ManualClock& clock, trace::Recorder& recorder, Random random)
    : broker({.clock = clock, .recorder = recorder, .gatekeeper = m_openDoor, .name = "cloud"}, cloudLimits())
    , hub(clock, random.fork(1))
    , authority(pki::CertificateAuthority::create("Group", pki::KeyType::P256, clock.wall()).value())
    , m_clock(clock)
    , m_shadows({.recorder = recorder, .thingExists = {}}, cloudShadows())
    , m_random(random.fork(2))
{
    hub.start(broker);
    broker.tap("$aws/things/+/shadow/#", [this](const mqtt::TappedMessage& message) {
        if (message.publisher == kOrigin)
            return;
        m_shadows.publish(message.topic, message.payload, {.connection = 1, .who = message.publisher},
                          {m_clock.now(), m_clock.wall()});
        publishShadows();
    });
    transport.answer = [this](const aws::Request& request) { return answer(request); };
}

void WorldCloud::publishShadows()
{
    for (const shadow::Outgoing& outgoing : m_shadows.takeMessages()) {
        mqtt::OutgoingMessage message;
        message.topic = outgoing.topic;
        message.payload = asBytes(outgoing.payload);
        message.qos = mqtt::QoS::AtLeastOnce;
        broker.publish(kOrigin, message, m_clock.now());
    }
}

void WorldCloud::updateShadow(const std::string& thing, std::string_view payload)
{
    const std::string target = "/things/" + thing + "/shadow";
    m_shadows.handle({.method = "POST", .target = target, .body = asBytes(payload)}, {.who = "app"},
                     {m_clock.now(), m_clock.wall()});
    publishShadows();
}

std::string WorldCloud::shadow(const std::string& thing, bool desired) const
{
    const auto view = m_shadows.view(thing, {});
    if (!view || view->deleted)
        return "-";
    return desired ? view->desired : view->reported;
}

void WorldCloud::order(const std::string& id, const std::string& type)
{
    updateShadow("core-gda", json::serialize(json::object{
                                 {"state", json::object{{"desired", json::object{{"groupId", "group-1"},
                                                                                 {"deploymentId", id},
                                                                                 {"deploymentType", type}}}}}}));
}

void WorldCloud::deploy(const std::string& id, std::string group)
{
    m_groups[id] = std::move(group);
    order(id, "NewDeployment");
}

void WorldCloud::reset(const std::string& id)
{
    m_groups[id] = json::serialize(
        json::object{{"GroupId", "group-1"}, {"DeploymentId", id}, {"DeploymentType", "ResetDeployment"}});
    order(id, "ResetDeployment");
}

void WorldCloud::setReachable(bool reachable)
{
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    transport.reachable = reachable;
    if (!reachable)
        for (const auto& link : hub.links())
            link->breakAfter(0, 0, true, true);
}

bool WorldCloud::run()
{
    hub.run();
    return transport.deliver();
}

Result<aws::Response> WorldCloud::answer(const aws::Request& request)
{
    const bool fails = m_random.chance(failureRate);
    if (fails && m_random.chance(0.5))
        return failure("the connection broke before it was asked");
    aws::Response response;
    if (request.target.starts_with("/things/")) {
        const auto said =
            m_shadows.handle({.method = request.method, .target = request.target, .body = asBytes(request.body)},
                             {.who = "core"}, {m_clock.now(), m_clock.wall()});
        response.status = said ? static_cast<unsigned>(said->status) : 404;
        response.body = said ? said->body : "{}";
        publishShadows();
    } else {
        response = greengrass(request);
    }
    if (fails)
        return failure("the connection broke before it answered");
    return response;
}

std::string WorldCloud::memberStatuses() const
{
    json::array statuses;
    for (const auto& [id, text] : m_groups)
        if (const auto group = GroupDocument::parse(text))
            for (const GroupThing& device : group->devices)
                statuses.push_back({{"CertificateId", device.certificateId},
                                    {"Status", revoked.contains(device.thing) ? "REVOKED" : "ACTIVE"}});
    return json::serialize(json::object{{"Certificates", std::move(statuses)}});
}

aws::Response WorldCloud::greengrass(const aws::Request& request)
{
    const std::string& target = request.target;
    if (target == "/greengrass/things/core/connectivityInfo") {
        if (request.method == "PUT")
            connectivity = request.body;
        return {.body = request.method == "PUT" ? R"({"message":"","Version":"1"})" : connectivity};
    }
    if (target == "/greengrass/groups/group-1/certificates" && request.method == "GET")
        return {.status = memberStatus, .body = memberStatuses()};
    if (target == "/greengrass/groups/group-1/certificates")
        return certificate(request);
    constexpr std::string_view kDeployments = "/greengrass/groups/group-1/deployments/";
    if (!target.starts_with(kDeployments))
        return {.status = 404, .body = R"({"message":"no such path"})"};
    const std::string rest = target.substr(kDeployments.size());
    const std::string id = rest.substr(0, rest.find('/'));
    const std::string what = rest.substr(id.size() + 1);
    const std::string core = "cores/" + aws::percentEncode(thingArn("core"));
    if (what == core && request.method == "GET" && m_groups.contains(id))
        return {.body = m_groups[id]};
    if (what == core + "/status" && request.method == "PUT") {
        const auto body = json::parse(request.body).as_object();
        std::string status(body.at("DeploymentStatus").as_string());
        if (const auto* why = body.if_contains("ErrorMessage"))
            status += ": " + std::string(why->as_string());
        if (m_statuses[id].empty() || m_statuses[id].back() != status)
            m_statuses[id].push_back(status);
        return {.body = "{}"};
    }
    if (what.starts_with("artifacts/"))
        if (const auto code = m_code.find(aws::percentDecode(what.substr(10))); code != m_code.end())
            return {.body = code->second};
    return {.status = 404, .body = R"({"message":"there is none"})"};
}

aws::Response WorldCloud::certificate(const aws::Request& request) const
{
    if (certificateStatus != 200)
        return {.status = certificateStatus, .body = R"({"message":"not for you"})"};
    const auto body = json::parse(request.body).as_object();
    const auto asked = pki::SigningRequest::fromPem(std::string_view(body.at("CertificateSigningRequest").as_string()));
    std::vector<std::string> names;
    for (const json::value& name : body.at("HostNames").as_array())
        names.emplace_back(name.as_string());
    const WallTime now = m_clock.wall();
    const auto signedOne = authority.signServer(*asked, names, {now - std::chrono::hours(24), now + serverLife});
    return {.body = json::serialize(json::object{{"CertificatePem", signedOne->pem()},
                                                 {"CertificateAuthorityPem", authority.certificate().pem()}})};
}

void HubLinks::open(const std::string& clientId, net::LinkHandler& handler,
                    std::function<void(Result<net::Link*>)> done)
{
    opened.push_back(clientId);
    net::Link* const link = m_cloud.reachable() ? m_cloud.hub.open(handler, faults) : nullptr;
    if (link)
        done(link);
    else
        done(failure("the network is down"));
}

} // namespace greensward::edge::test
