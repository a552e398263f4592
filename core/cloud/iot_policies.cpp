// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/iot_policies.h"

#include "cloud/errors.h"
#include "cloud/item_json.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kPolicies = "iot-policies";

tl::unexpected<aws::ApiError> noSuchPolicy()
{
    return notFound("Policy not found");
}

tl::unexpected<aws::ApiError> noSuchVersion()
{
    return notFound("Policy version not found");
}

} // namespace

store::StoreResult<void> IotPolicies::load()
{
    auto items = m_parts.store.load(kPolicies);
    if (!items)
        return tl::unexpected(items.error());
    for (const auto& item : *items) {
        const ItemReader read(item.value);
        IotPolicy policy{.name = item.key,
                         .versions = {},
                         .defaultVersion = static_cast<int>(read.number("default", 1)),
                         .lastVersion = static_cast<int>(read.number("last", 1)),
                         .created = read.time("created"),
                         .modified = read.time("modified"),
                         .targets = read.textSet("targets")};
        if (const auto* versions = read.object("versions")) {
            for (const auto& pair : *versions) {
                const ItemReader version(pair.value());
                auto made = makeVersion(item.key, version.text("document"));
                if (!made)
                    return store::storeFailure(store::Cause::Corrupt,
                                               fmt::format("the policy {} cannot be read", item.key));
                made->created = version.time("created");
                policy.versions[std::atoi(std::string(pair.key()).c_str())] = std::move(*made);
            }
        }
        if (!policy.versions.contains(policy.defaultVersion))
            return store::storeFailure(store::Cause::Corrupt,
                                       fmt::format("the policy {} has no default version", item.key));
        m_policies[item.key] = std::move(policy);
    }
    ++m_generation;
    return {};
}

void IotPolicies::changed(IotPolicy& policy)
{
    ++m_generation;
    policy.modified = m_parts.clock.wall();
    json::object versions;
    for (const auto& [number, version] : policy.versions)
        versions[std::to_string(number)] =
            json::object{{"document", version.document}, {"created", timeToItem(version.created)}};
    m_parts.store.put(kPolicies, policy.name,
                      json::object{{"versions", std::move(versions)},
                                   {"default", policy.defaultVersion},
                                   {"last", policy.lastVersion},
                                   {"created", timeToItem(policy.created)},
                                   {"modified", timeToItem(policy.modified)},
                                   {"targets", textsToItem(policy.targets)}});
}

aws::ApiResult<IotPolicyVersion> IotPolicies::makeVersion(const std::string& name, std::string document) const
{
    auto parsed = policy::parsePolicy(name, document, policy::Dialect::Iot);
    if (!parsed)
        return tl::unexpected(parsed.error());
    parsed->arn = arn(name);
    return IotPolicyVersion{std::move(document), std::make_shared<const policy::Policy>(std::move(*parsed)),
                            m_parts.clock.wall()};
}

IotPolicy* IotPolicies::find(std::string_view name)
{
    const auto found = m_policies.find(name);
    return found == m_policies.end() ? nullptr : &found->second;
}

aws::ApiResult<const IotPolicy*> IotPolicies::create(const std::string& name, std::string document)
{
    if (find(name))
        return alreadyExists(fmt::format("Policy cannot be created - name already exists (name={})", name));
    auto version = makeVersion(name, std::move(document));
    if (!version)
        return tl::unexpected(version.error());
    IotPolicy& made = m_policies[name];
    made.name = name;
    made.created = m_parts.clock.wall();
    made.versions[1] = std::move(*version);
    changed(made);
    return &made;
}

aws::ApiResult<void> IotPolicies::remove(std::string_view name)
{
    const IotPolicy* policy = find(name);
    if (!policy)
        return noSuchPolicy();
    if (!policy->targets.empty())
        return deleteConflict(fmt::format(
            "The policy cannot be deleted as the policy is attached to one or more principals (name={})", name));
    if (policy->versions.size() > 1)
        return deleteConflict(fmt::format(
            "Cannot delete the policy because it has one or more policy versions attached to it (name={})", name));
    m_parts.store.drop(kPolicies, name);
    m_policies.erase(m_policies.find(name));
    ++m_generation;
    return {};
}

aws::ApiResult<const IotPolicy*> IotPolicies::policy(std::string_view name) const
{
    const auto found = m_policies.find(name);
    if (found == m_policies.end())
        return noSuchPolicy();
    return &found->second;
}

aws::ApiResult<int> IotPolicies::createVersion(std::string_view name, std::string document, bool makeDefault)
{
    IotPolicy* policy = find(name);
    if (!policy)
        return noSuchPolicy();
    if (policy->versions.size() >= kMostVersions)
        return versionsLimitExceeded(
            fmt::format("The policy {} already has the maximum number of versions ({})", name, kMostVersions));
    auto version = makeVersion(policy->name, std::move(document));
    if (!version)
        return tl::unexpected(version.error());
    const int number = ++policy->lastVersion;
    policy->versions[number] = std::move(*version);
    if (makeDefault)
        policy->defaultVersion = number;
    changed(*policy);
    return number;
}

aws::ApiResult<void> IotPolicies::setDefault(std::string_view name, int version)
{
    IotPolicy* policy = find(name);
    if (!policy)
        return noSuchPolicy();
    if (!policy->versions.contains(version))
        return noSuchVersion();
    policy->defaultVersion = version;
    changed(*policy);
    return {};
}

aws::ApiResult<void> IotPolicies::removeVersion(std::string_view name, int version)
{
    IotPolicy* policy = find(name);
    if (!policy)
        return noSuchPolicy();
    if (!policy->versions.contains(version))
        return noSuchVersion();
    if (policy->defaultVersion == version)
        return deleteConflict("Cannot delete the default version of a policy");
    policy->versions.erase(version);
    changed(*policy);
    return {};
}

aws::ApiResult<void> IotPolicies::attach(std::string_view name, const std::string& target)
{
    IotPolicy* policy = find(name);
    if (!policy)
        return noSuchPolicy();
    if (policy->targets.contains(target))
        return {};
    if (attachedTo(target).size() >= kMostPerTarget)
        return limitExceeded(
            fmt::format("The maximum number of policies per principal ({}) was reached", kMostPerTarget));
    policy->targets.insert(target);
    changed(*policy);
    return {};
}

aws::ApiResult<void> IotPolicies::detach(std::string_view name, std::string_view target)
{
    IotPolicy* policy = find(name);
    if (!policy)
        return noSuchPolicy();
    if (const auto at = policy->targets.find(target); at != policy->targets.end()) {
        policy->targets.erase(at);
        changed(*policy);
    }
    return {};
}

std::vector<const IotPolicy*> IotPolicies::attachedTo(std::string_view target) const
{
    std::vector<const IotPolicy*> policies;
    for (const auto& [name, policy] : m_policies)
        if (policy.targets.contains(target))
            policies.push_back(&policy);
    return policies;
}

} // namespace greensward::cloud
