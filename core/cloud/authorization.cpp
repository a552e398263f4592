// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/authorization.h"

#include <algorithm>

namespace greensward::cloud {

void Principal::add(Set set, const Policies& more)
{
    Part part{set, {}};
    for (const auto& policy : more) {
        policies.push_back(policy);
        part.policies.push_back(policy.get());
    }
    m_parts.push_back(std::move(part));
}

policy::Verdict Principal::evaluate(std::string_view action, std::string_view resource) const
{
    policy::Verdict verdict;
    for (const Part& part : m_parts) {
        verdict = policy::evaluate(part.policies, {action, resource, context});
        if (!verdict.allowed())
            break;
    }
    return verdict;
}

std::optional<Principal::Refusal> Principal::refusal(std::string_view action, std::string_view resource) const
{
    std::optional<Refusal> refused;
    if (m_parts.empty())
        refused = Refusal{};
    for (const Part& part : m_parts) {
        const policy::Verdict verdict = policy::evaluate(part.policies, {action, resource, context});
        if (verdict.decision == policy::Decision::ExplicitDeny)
            return Refusal{part.set, verdict};
        if (!verdict.allowed() && !refused)
            refused = Refusal{part.set, verdict};
    }
    return refused;
}

std::vector<const policy::Policy*> Principal::policiesOf(Set set) const
{
    for (const Part& part : m_parts)
        if (part.set == set)
            return part.policies;
    return {};
}

/// Of the set that refuses; of the last one when all allow.
policy::Explanation Principal::explain(std::string_view action, std::string_view resource) const
{
    const policy::AccessRequest request{action, resource, context};
    const auto refused = refusal(action, resource);
    for (const Part& part : m_parts) {
        if (refused ? part.set != refused->set : &part != &m_parts.back())
            continue;
        policy::Explanation explanation = policy::explain(part.policies, request);
        if (refused && part.set == Set::Session)
            explanation.text = "the session was bounded when it began: " + explanation.text;
        else if (refused && part.set == Set::Iot && m_parts.size() > 1)
            explanation.text = "a Cognito identity that signed in needs an IoT policy of its own: " + explanation.text;
        return explanation;
    }
    return policy::explain({}, request);
}

Principal Authorization::device(std::string_view certificateId, std::string_view clientId,
                                std::string_view address) const
{
    const std::string arn = m_certificates.arn(certificateId);
    Principal device = target(arn, clientId);
    device.certificateId = certificateId;
    if (!address.empty())
        device.context.set("aws:SourceIp", std::string(address));
    if (const DeviceCertificate* certificate = m_certificates.find(certificateId)) {
        if (const auto parsed = pki::Certificate::fromPem(certificate->pem)) {
            device.context.set("iot:Certificate.Subject.CommonName", parsed->commonName());
            device.context.set("iot:Certificate.SerialNumber", parsed->serial());
        }
    }
    return device;
}

Principal Authorization::certificateAlone(std::string_view certificateId, std::string_view address) const
{
    Principal device;
    device.generation = generation();
    device.certificateId = certificateId;
    if (!address.empty())
        device.context.set("aws:SourceIp", std::string(address));
    Principal::Policies policies;
    addPolicies(policies, m_certificates.arn(certificateId));
    device.add(Principal::Set::Iot, policies);
    return device;
}

Principal Authorization::target(std::string_view targetArn, std::string_view clientId) const
{
    Principal device;
    device.generation = generation();
    Principal::Policies policies;
    addPolicies(policies, targetArn);
    if (!clientId.empty())
        device.context.set("iot:ClientId", std::string(clientId));
    addThing(device, policies, targetArn, clientId);
    device.add(Principal::Set::Iot, policies);
    return device;
}

void Authorization::addPolicies(Principal::Policies& policies, std::string_view targetArn) const
{
    for (const IotPolicy* policy : m_policies.attachedTo(targetArn))
        if (std::find(policies.begin(), policies.end(), policy->current().parsed) == policies.end())
            policies.push_back(policy->current().parsed);
}

/// The client id says as which thing the device speaks: one whose certificate is attached to it.
void Authorization::addThing(Principal& device, Principal::Policies& policies, std::string_view principalArn,
                             std::string_view clientId) const
{
    for (const std::string& name : m_things.thingsOf(principalArn)) {
        for (const std::string& groupName : m_things.groupsOf(name)) {
            const auto group = m_things.group(groupName);
            addPolicies(policies, m_things.arn(**group));
            for (const ThingGroup* above : m_things.ancestors(**group))
                addPolicies(policies, m_things.arn(*above));
        }
    }
    const auto thing = m_things.things().find(clientId);
    if (thing == m_things.things().end())
        return;
    const bool attached = thing->second.principals.contains(principalArn);
    device.context.set("iot:Connection.Thing.IsAttached", attached ? "true" : "false");
    if (!attached)
        return;
    device.context.set("iot:Connection.Thing.ThingName", thing->first);
    if (!thing->second.type.empty())
        device.context.set("iot:Connection.Thing.ThingTypeName", thing->second.type);
    for (const auto& [key, value] : thing->second.attributes)
        device.context.set("iot:Connection.Thing.Attributes[" + key + "]", value);
}

} // namespace greensward::cloud
