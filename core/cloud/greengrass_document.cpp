// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_document.h"

#include "cloud/item_json.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostDevices = 2500;
constexpr std::size_t kMostFunctions = 200;
constexpr std::size_t kMostSubscriptions = 10'000;
constexpr std::size_t kMostResources = 200;
constexpr std::size_t kLongestCoreName = 124; ///< bytes: suffixes follow it in the names of pseudo things

std::string_view textOf(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

bool flagOf(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value && value->is_bool() && value->get_bool();
}

} // namespace

json::object GroupDocument::build(const GroupDeployment& deployment, const json::object& former)
{
    const auto group = m_parts.definitions.find(GreengrassKind::Groups, deployment.group);
    const auto version = m_parts.definitions.version(GreengrassKind::Groups, deployment.group, deployment.version);
    if (!group || !version) {
        fault("GG-VERSION", "The group version to deploy is gone");
        return {};
    }
    const json::object& content = (*version)->content;
    checkServiceRole();
    json::object document{{"GroupId", deployment.group},
                          {"GroupName", (*group)->name},
                          {"GroupVersionId", deployment.version},
                          {"DeploymentId", deployment.id},
                          {"DeploymentType", name(deployment.type)},
                          {"Region", m_parts.account.region},
                          {"Account", m_parts.account.id}};
    document["Core"] = coreFrom(entries(GreengrassKind::Cores, content, kMostDevices));
    document["Devices"] = devicesFrom(entries(GreengrassKind::Devices, content, kMostDevices));
    document["Resources"] = resourcesFrom(entries(GreengrassKind::Resources, content, kMostResources));
    if (const json::object* functions = definitionVersion(GreengrassKind::Functions, content))
        if (const json::value* config = functions->if_contains("DefaultConfig"); config && config->is_object()) {
            document["DefaultConfig"] = *config;
            if (const json::object* execution = ItemReader(*config).object("Execution"))
                m_defaultIsolation = textOf(*execution, "IsolationMode");
        }
    document["Functions"] = functionsFrom(entries(GreengrassKind::Functions, content, kMostFunctions), former);
    checkConnectors(entries(GreengrassKind::Connectors, content, kMostFunctions));
    document["Subscriptions"] = subscriptionsFrom(entries(GreengrassKind::Subscriptions, content, kMostSubscriptions));
    // Without a definition a core keeps its usual logs; an empty one means none at all (spec 12).
    json::array loggers = entries(GreengrassKind::Loggers, content, kMostDevices);
    if (definitionVersion(GreengrassKind::Loggers, content))
        document["Loggers"] = std::move(loggers);
    json::array authorities;
    for (const GroupAuthority* authority : m_parts.authorities.published(deployment.group))
        authorities.push_back({{"Id", authority->id}, {"Pem", authority->pem()}});
    document["CertificateAuthorities"] = std::move(authorities);
    document["CertificateExpiryInMilliseconds"] = std::to_string(m_parts.authorities.life(deployment.group).count());
    if (const AssociatedRole* role = m_parts.roles.find(deployment.group))
        document["RoleArn"] = role->arn;
    return document;
}

const json::object* GroupDocument::definitionVersion(GreengrassKind kind, const json::object& version) const
{
    const GreengrassVersion* found = m_parts.definitions.versionOf(kind, textOf(version, versionMember(row(kind))));
    return found ? &found->content : nullptr;
}

json::array GroupDocument::entries(GreengrassKind kind, const json::object& version, std::size_t most)
{
    const std::string member = versionMember(row(kind));
    const json::object* definition = definitionVersion(kind, version);
    if (const std::string_view arn = textOf(version, member); !definition && !arn.empty())
        fault("GG-DEFINITION", fmt::format("{} names a definition version that was deleted: {}", member, arn));
    const json::value* list = definition ? definition->if_contains(row(kind).list) : nullptr;
    if (!list || !list->is_array())
        return {};
    const json::array& array = list->get_array();
    if (array.size() > most)
        fault("GG-LIMIT", fmt::format("The group has {} {}; {} are possible", array.size(), row(kind).path, most));
    std::set<std::string_view> ids;
    for (const json::value& one : array)
        if (const std::string_view id = textOf(one.get_object(), "Id"); !ids.insert(id).second)
            fault("GG-DUPLICATE", fmt::format("The id {} is there twice among the {}", id, row(kind).path));
    return array;
}

void GroupDocument::checkServiceRole()
{
    const AssociatedRole* role = m_parts.roles.find({});
    if (!role)
        return fault("GG-SERVICE-ROLE",
                     "The account has no Greengrass service role: AssociateServiceRoleToAccount gives "
                     "it one");
    const auto assumable = m_parts.roles.assumable(*role);
    if (!assumable)
        return fault("GG-SERVICE-ROLE",
                     fmt::format("Greengrass cannot assume the account's service role: {}", assumable.error()));
    m_serviceRole = *assumable;
}

// --- cores and devices ---------------------------------------------------------------------------------------------

json::object GroupDocument::coreFrom(const json::array& cores)
{
    if (cores.size() != 1) {
        fault("GG-CORE",
              fmt::format("The group version has {} cores; a group is deployed to exactly one", cores.size()));
        return {};
    }
    const json::object& core = cores.front().get_object();
    checkIdentity(core, "core");
    m_core = textOf(core, "ThingArn");
    const std::string prefix = m_parts.account.iotArn("thing", "");
    if (m_core.size() > prefix.size() + kLongestCoreName)
        fault("GG-CORE", fmt::format("The name of the core's thing has more than {} characters", kLongestCoreName));
    return {{"Id", textOf(core, "Id")},
            {"ThingArn", m_core},
            {"CertificateArn", textOf(core, "CertificateArn")},
            {"SyncShadow", flagOf(core, "SyncShadow")}};
}

json::array GroupDocument::devicesFrom(json::array devices)
{
    json::array complete;
    for (const json::value& one : devices) {
        const json::object& device = one.get_object();
        const std::string_view thing = textOf(device, "ThingArn");
        const std::string_view certificateArn = textOf(device, "CertificateArn");
        checkIdentity(device, "device");
        if (thing == m_core)
            fault("GG-DEVICE", fmt::format("The core {} cannot be a device of its own group", thing));
        if (!m_members.insert(std::string(thing)).second)
            fault("GG-DUPLICATE", fmt::format("The thing {} is there twice among the devices", thing));
        const DeviceCertificate* certificate = m_parts.certificates.find(m_parts.certificates.idOf(certificateArn));
        complete.push_back({{"Id", textOf(device, "Id")},
                            {"ThingArn", thing},
                            {"CertificateArn", certificateArn},
                            {"CertificatePem", certificate ? certificate->pem : std::string()},
                            {"SyncShadow", flagOf(device, "SyncShadow")}});
    }
    return complete;
}

void GroupDocument::checkIdentity(const json::object& entry, std::string_view what)
{
    const std::string_view id = textOf(entry, "Id");
    const std::string_view thingArn = textOf(entry, "ThingArn");
    const std::string_view certificateArn = textOf(entry, "CertificateArn");
    const std::string prefix = m_parts.account.iotArn("thing", "");
    const auto thing = m_parts.things.thing(thingArn.starts_with(prefix) ? thingArn.substr(prefix.size()) : "");
    if (!thing)
        return fault("GG-THING", fmt::format("The {} {} names a thing that does not exist: {}", what, id, thingArn));
    const DeviceCertificate* certificate = m_parts.certificates.find(m_parts.certificates.idOf(certificateArn));
    if (!certificate)
        return fault("GG-CERTIFICATE",
                     fmt::format("The {} {} names a certificate that does not exist: {}", what, id, certificateArn));
    if (certificate->status != CertificateStatus::Active)
        return fault("GG-CERTIFICATE", fmt::format("The certificate of the {} {} is {}, not ACTIVE: {}", what, id,
                                                   name(certificate->status), certificateArn));
    if (!(*thing)->principals.contains(certificateArn))
        fault("GG-CERTIFICATE", fmt::format("The certificate of the {} {} is not attached to its thing {}: {}", what,
                                            id, (*thing)->name, certificateArn));
}

} // namespace greensward::cloud
