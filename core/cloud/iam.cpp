// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of it, and what comes with the program.
#include "cloud/iam.h"

#include "aws/digest.h"
#include "cloud/aws_managed_policies.h"
#include "cloud/item_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kUsers = "iam-users";
constexpr std::string_view kRoles = "iam-roles";
constexpr std::string_view kPolicies = "iam-policies";

std::shared_ptr<const policy::Policy> compiled(const std::string& name, const std::string& document,
                                               policy::Dialect dialect)
{
    auto parsed = policy::parsePolicy(name, document, dialect);
    return parsed ? std::make_shared<const policy::Policy>(std::move(*parsed)) : nullptr;
}

/// AWS's policies have the same id in every account; here in every workspace.
std::string stableId(std::string_view name)
{
    return aws::makeId("ANPA", [&](std::span<std::uint8_t> octets) {
        const aws::Digest digest = aws::sha256(name);
        std::copy_n(digest.begin(), octets.size(), octets.begin());
    });
}

store::StoreResult<void> unreadable(std::string_view what, const std::string& name)
{
    return store::storeFailure(store::Cause::Corrupt, fmt::format("the {} {} cannot be read", what, name));
}

/// False when a document of it cannot be compiled.
bool readIdentity(IamIdentity& identity, const StoredItem& item)
{
    const ItemReader read(item.value);
    identity.name = item.key;
    identity.id = read.text("id");
    identity.path = read.text("path");
    identity.created = read.time("created");
    identity.attached = read.textSet("attached");
    if (const auto* inlined = read.object("inline"))
        for (const auto& pair : *inlined) {
            const std::string name(pair.key());
            const std::string document(pair.value().is_string() ? std::string_view(pair.value().get_string()) : "");
            identity.inlined[name] = {document, compiled(name, document, policy::Dialect::Identity)};
            if (!identity.inlined[name].parsed)
                return false;
        }
    return true;
}

json::object identityToItem(const IamIdentity& identity)
{
    json::object inlined;
    for (const auto& [name, document] : identity.inlined)
        inlined[name] = document.text;
    return {{"id", identity.id},
            {"path", identity.path},
            {"created", timeToItem(identity.created)},
            {"inline", std::move(inlined)},
            {"attached", textsToItem(identity.attached)}};
}

json::array keysToItem(const std::vector<AccessKey>& keys)
{
    json::array array;
    for (const AccessKey& key : keys)
        array.push_back(json::object{
            {"id", key.id}, {"secret", key.secret}, {"active", key.active}, {"created", timeToItem(key.created)}});
    return array;
}

std::vector<AccessKey> keysFromItem(const json::object& item)
{
    std::vector<AccessKey> keys;
    const auto* array = item.if_contains("keys");
    if (!array || !array->is_array())
        return keys;
    for (const json::value& one : array->get_array()) {
        const ItemReader key(one);
        keys.push_back({key.text("id"), key.text("secret"), key.flag("active"), key.time("created")});
    }
    return keys;
}

} // namespace

Iam::Iam(Parts parts) : m_parts(std::move(parts))
{
    addAwsPolicies();
}

void Iam::addAwsPolicies()
{
    for (const AwsManagedPolicy& known : awsManagedPolicies()) {
        ManagedPolicy policy{.name = std::string(known.name),
                             .id = stableId(known.name),
                             .path = std::string(known.path),
                             .arn = fmt::format("arn:aws:iam::aws:policy{}{}", known.path, known.name),
                             .description = std::string(known.description),
                             .ofAws = true,
                             .created = WallTime{std::chrono::seconds(known.created)},
                             .updated = WallTime{std::chrono::seconds(known.created)}};
        auto parsed = policy::parsePolicy(policy.name, known.document, policy::Dialect::Identity);
        if (!parsed)
            continue; // a test compiles them all
        parsed->arn = policy.arn;
        policy.versions[1] = {{std::string(known.document), std::make_shared<const policy::Policy>(std::move(*parsed))},
                              policy.created};
        m_policies[policy.arn] = std::move(policy);
    }
}

store::StoreResult<void> Iam::load()
{
    auto policies = m_parts.store.load(kPolicies);
    auto roles = m_parts.store.load(kRoles);
    auto users = m_parts.store.load(kUsers);
    for (const auto* read : {&policies, &roles, &users})
        if (!*read)
            return tl::unexpected(read->error());
    for (const StoredItem& item : *policies) {
        const ItemReader read(item.value);
        ManagedPolicy policy{.name = read.text("name"),
                             .id = read.text("id"),
                             .path = read.text("path"),
                             .arn = item.key,
                             .description = read.text("description"),
                             .defaultVersion = static_cast<int>(read.number("default", 1)),
                             .lastVersion = static_cast<int>(read.number("last", 1)),
                             .created = read.time("created"),
                             .updated = read.time("updated")};
        if (const auto* versions = read.object("versions"))
            for (const auto& pair : *versions) {
                const ItemReader version(pair.value());
                auto parsed = policy::parsePolicy(policy.name, version.text("document"), policy::Dialect::Identity);
                if (!parsed)
                    return unreadable("policy", item.key);
                parsed->arn = policy.arn;
                policy.versions[std::atoi(std::string(pair.key()).c_str())] = {
                    {version.text("document"), std::make_shared<const policy::Policy>(std::move(*parsed))},
                    version.time("created")};
            }
        if (!policy.versions.contains(policy.defaultVersion))
            return unreadable("policy", item.key);
        m_policies[item.key] = std::move(policy);
    }
    for (const StoredItem& item : *roles) {
        const ItemReader read(item.value);
        IamRole role;
        role.description = read.text("description");
        role.longestSession = std::chrono::seconds(read.number("longestSession", 3600));
        role.trust = {read.text("trust"),
                      compiled("trust policy of " + item.key, read.text("trust"), policy::Dialect::Trust)};
        if (!readIdentity(role, item) || !role.trust.parsed)
            return unreadable("role", item.key);
        m_roles[item.key] = std::move(role);
    }
    for (const StoredItem& item : *users) {
        IamUser user;
        if (!readIdentity(user, item) || !item.value.is_object())
            return unreadable("user", item.key);
        user.keys = keysFromItem(item.value.get_object());
        m_users[item.key] = std::move(user);
    }
    rebuildCredentials();
    ++m_generation;
    return {};
}

void Iam::changed(IamKind kind, const IamIdentity& identity)
{
    ++m_generation;
    json::object item = identityToItem(identity);
    if (kind == IamKind::User) {
        item["keys"] = keysToItem(static_cast<const IamUser&>(identity).keys);
        m_parts.store.put(kUsers, identity.name, item);
        return rebuildCredentials();
    }
    const auto& role = static_cast<const IamRole&>(identity);
    item["description"] = role.description;
    item["longestSession"] = role.longestSession.count();
    item["trust"] = role.trust.text;
    m_parts.store.put(kRoles, identity.name, item);
}

void Iam::changed(ManagedPolicy& policy)
{
    ++m_generation;
    policy.updated = m_parts.clock.wall();
    json::object versions;
    for (const auto& [number, version] : policy.versions)
        versions[std::to_string(number)] =
            json::object{{"document", version.document.text}, {"created", timeToItem(version.created)}};
    m_parts.store.put(kPolicies, policy.arn,
                      json::object{{"name", policy.name},
                                   {"id", policy.id},
                                   {"path", policy.path},
                                   {"description", policy.description},
                                   {"versions", std::move(versions)},
                                   {"default", policy.defaultVersion},
                                   {"last", policy.lastVersion},
                                   {"created", timeToItem(policy.created)},
                                   {"updated", timeToItem(policy.updated)}});
}

} // namespace greensward::cloud
