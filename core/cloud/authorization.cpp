// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/authorization.h"

#include <algorithm>

namespace greensward::cloud {

policy::Verdict DevicePrincipal::evaluate(std::string_view action, std::string_view resource) const
{
    return policy::evaluate(m_set, {action, resource, context});
}

policy::Explanation DevicePrincipal::explain(std::string_view action, std::string_view resource) const
{
    return policy::explain(m_set, {action, resource, context});
}

DevicePrincipal Authorization::device(std::string_view certificateId, std::string_view clientId,
                                      std::string_view address) const
{
    const std::string arn = m_certificates.arn(certificateId);
    DevicePrincipal device = target(arn, clientId);
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

DevicePrincipal Authorization::target(std::string_view targetArn, std::string_view clientId) const
{
    DevicePrincipal device;
    device.generation = generation();
    addPolicies(device, targetArn);
    if (!clientId.empty())
        device.context.set("iot:ClientId", std::string(clientId));
    addThing(device, targetArn, clientId);
    for (const auto& policy : device.policies)
        device.m_set.push_back(policy.get());
    return device;
}

void Authorization::addPolicies(DevicePrincipal& device, std::string_view targetArn) const
{
    for (const IotPolicy* policy : m_policies.attachedTo(targetArn))
        if (std::find(device.policies.begin(), device.policies.end(), policy->current().parsed) ==
            device.policies.end())
            device.policies.push_back(policy->current().parsed);
}

/// The client id says as which thing the device speaks: one whose certificate is attached to it.
void Authorization::addThing(DevicePrincipal& device, std::string_view principalArn, std::string_view clientId) const
{
    for (const std::string& name : m_things.thingsOf(principalArn)) {
        for (const std::string& groupName : m_things.groupsOf(name)) {
            const auto group = m_things.group(groupName);
            addPolicies(device, m_things.arn(**group));
            for (const ThingGroup* above : m_things.ancestors(**group))
                addPolicies(device, m_things.arn(*above));
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
