// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of a group, and the resources they use.
#include "cloud/greengrass_document.h"
#include "cloud/item_json.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kSystemFunctions = "arn:aws:lambda:::function:"; ///< GGCloudSpooler and its like
constexpr std::string_view kContainer = "GreengrassContainer";
constexpr std::int64_t kUsualTimeout = 3;       ///< seconds
constexpr std::int64_t kUsualMemory = 16 << 10; ///< KB
constexpr std::size_t kMostOfAFunction = 20;    ///< resources

std::string textOf(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Null when it is none.
const json::object* objectOf(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value ? value->if_object() : nullptr;
}

/// False when it is there, and not above zero.
bool isPositive(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return !value || !value->is_int64() || value->get_int64() > 0;
}

void fill(json::object& object, std::string_view member, json::value usual)
{
    json::value& value = object[member];
    if (value.is_null())
        value = std::move(usual);
}

/// "GreengrassContainer" or "NoContainer"; empty when the function does not say.
std::string isolationOf(const json::object& configuration)
{
    const json::object* environment = objectOf(configuration, "Environment");
    const json::object* execution = environment ? objectOf(*environment, "Execution") : nullptr;
    return execution ? textOf(*execution, "IsolationMode") : std::string();
}

} // namespace

json::array GroupDocument::resourcesFrom(json::array resources)
{
    for (const json::value& one : resources) {
        const json::object& resource = one.get_object();
        const std::string id = textOf(resource, "Id");
        const json::object* container = objectOf(resource, "ResourceDataContainer");
        const std::string kind(container && !container->empty() ? std::string_view(container->begin()->key()) : "");
        const bool local = kind == "LocalDeviceResourceData" || kind == "LocalVolumeResourceData";
        if (!local)
            fault("GG-NOT-BUILT", fmt::format("The resource {} cannot be deployed: {} is not built here", id, kind));
        m_resources.emplace(id, local);
    }
    return resources;
}

json::array GroupDocument::functionsFrom(const json::array& functions, const json::object& former)
{
    json::array complete;
    for (const json::value& one : functions) {
        json::object function = one.get_object();
        configure(function);
        resolve(function, former);
        complete.push_back(std::move(function));
    }
    return complete;
}

/// Which version is meant, and what is known of its code.
void GroupDocument::resolve(json::object& function, const json::object& former)
{
    const std::string arn = textOf(function, "FunctionArn");
    const std::string id = textOf(function, "Id");
    m_members.insert(arn);
    if (arn.starts_with(kSystemFunctions)) {
        function["ResolvedArn"] = arn;
        return;
    }
    const auto complain = [&](std::string_view why) {
        fault("GG-FUNCTION", fmt::format("The function {} ({}) cannot be deployed: {}", id, arn, why));
    };
    auto named = m_parts.functions.named(arn, "");
    if (!arn.starts_with("arn:") || !named)
        return complain("this is no ARN of a function of this account and region");
    if (named->qualifier.empty() || named->qualifier == "$LATEST")
        return complain(
            "its ARN must end in the number of a published version or in an alias; $LATEST and an ARN without "
            "either are not deployed");
    if (const json::value* before = former.if_contains(arn); before && before->is_string())
        named = m_parts.functions.named(before->get_string(), "");
    const auto version = m_parts.functions.version(*named);
    if (!version)
        return complain("there is no such function, version or alias");
    if ((*version)->version == "$LATEST")
        return complain("its alias stands for $LATEST; let it stand for a published version");
    const std::string resolved = m_parts.functions.arn(named->name, (*version)->version);
    if (m_serviceRole && !m_parts.roles.allows(*m_serviceRole, "lambda:GetFunction", resolved))
        return fault("GG-SERVICE-ROLE",
                     fmt::format("The function {} ({}) cannot be deployed: the service role {} does not allow "
                                 "lambda:GetFunction on it",
                                 id, arn, m_serviceRole->name));
    m_members.insert(resolved);
    m_resolved[arn] = resolved;
    function["ResolvedArn"] = resolved;
    // For script runtimes "Executable" is the handler (Appendix A, step 5).
    const std::string handler = textOf(function["FunctionConfiguration"].get_object(), "Executable");
    function["Code"] = json::object{{"Handler", handler.empty() ? (*version)->handler : handler},
                                    {"Runtime", (*version)->runtime},
                                    {"CodeSha256", (*version)->codeSha256},
                                    {"CodeSize", (*version)->codeSize}};
}

/// Fills the defaults in (greengrass-and-gateway.md 3.2) and looks whether container and limits fit together (10.11).
void GroupDocument::configure(json::object& function)
{
    json::value& member = function["FunctionConfiguration"];
    if (!member.is_object())
        member = json::object{};
    json::object& configuration = member.get_object();
    std::string isolation = isolationOf(configuration);
    if (isolation.empty())
        isolation = m_defaultIsolation;
    const bool contained = isolation.empty() || isolation == kContainer;
    const std::string id = textOf(function, "Id");
    if (!isPositive(configuration, "Timeout"))
        fault("GG-FUNCTION", fmt::format("The function {} has a Timeout that is not above zero", id));
    if (contained && !isPositive(configuration, "MemorySize"))
        fault("GG-FUNCTION", fmt::format("The function {} has a MemorySize that is not above zero", id));
    const json::value* memory = configuration.if_contains("MemorySize");
    if (!contained && memory && memory->is_int64() && memory->get_int64() != 0)
        fault("GG-FUNCTION", fmt::format("The function {} runs without a container and cannot have a MemorySize", id));
    checkAccess(function, contained);
    fill(configuration, "Timeout", kUsualTimeout);
    if (contained)
        fill(configuration, "MemorySize", kUsualMemory);
    fill(configuration, "Pinned", false);
    fill(configuration, "EncodingType", "json");
}

void GroupDocument::checkAccess(const json::object& function, bool contained)
{
    const json::object* environment = objectOf(function.at("FunctionConfiguration").get_object(), "Environment");
    if (!environment)
        return;
    const std::string id = textOf(function, "Id");
    const json::value* sysfs = environment->if_contains("AccessSysfs");
    if (!contained && sysfs && sysfs->is_bool() && sysfs->get_bool())
        fault("GG-FUNCTION",
              fmt::format("The function {} runs without a container and cannot ask for AccessSysfs", id));
    const json::value* policies = environment->if_contains("ResourceAccessPolicies");
    if (!policies || !policies->is_array())
        return;
    if (policies->get_array().size() > kMostOfAFunction)
        fault("GG-LIMIT", fmt::format("The function {} uses more than {} resources", id, kMostOfAFunction));
    for (const json::value& one : policies->get_array()) {
        const std::string resource = ItemReader(one).text("ResourceId");
        const auto known = m_resources.find(resource);
        if (known == m_resources.end())
            fault("GG-RESOURCE",
                  fmt::format("The function {} uses the resource {}, which is not in the group", id, resource));
        else if (known->second && !contained)
            fault("GG-FUNCTION",
                  fmt::format("The function {} runs without a container and cannot use the local resource {}", id,
                              resource));
    }
}

} // namespace greensward::cloud
