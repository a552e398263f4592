// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_definitions.h"

#include "cloud/item_json.h"
#include "cloud/uuid.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kDefinitions = "greengrass-definitions"; ///< key: "groups/UUID"
constexpr std::string_view kVersions = "greengrass-versions";       ///< key: "groups/UUID/UUID"

std::string keyOf(const GreengrassDefinition& definition)
{
    return fmt::format("{}/{}", row(definition.kind).path, definition.id);
}

std::string keyOf(const GreengrassDefinition& definition, const GreengrassVersion& version)
{
    return fmt::format("{}/{}", keyOf(definition), version.id);
}

std::optional<GreengrassKind> kindOfPath(std::string_view path)
{
    for (std::size_t kind = 0; kind <= static_cast<std::size_t>(GreengrassKind::Groups); ++kind)
        if (row(static_cast<GreengrassKind>(kind)).path == path)
            return static_cast<GreengrassKind>(kind);
    return std::nullopt;
}

/// "group", "core definition": as sentences have it.
std::string spoken(GreengrassKind kind)
{
    if (kind == GreengrassKind::Groups)
        return "group";
    std::string word(row(kind).word);
    word.front() = static_cast<char>(word.front() + ('a' - 'A'));
    return word + " definition";
}

/// The kind, and what stands behind it in a key: "UUID", "UUID/UUID".
std::optional<std::pair<GreengrassKind, std::string>> splitKey(std::string_view key)
{
    const auto slash = key.find('/');
    const auto kind = slash == std::string_view::npos ? std::nullopt : kindOfPath(key.substr(0, slash));
    if (!kind)
        return std::nullopt;
    return std::pair(*kind, std::string(key.substr(slash + 1)));
}

/// What is no member of such a version is left out.
json::object trimmed(GreengrassKind kind, const json::object& content)
{
    json::object kept;
    const auto keep = [&](std::string_view member) {
        if (const json::value* value = content.if_contains(member); value && !value->is_null())
            kept[member] = *value;
    };
    if (kind == GreengrassKind::Groups) {
        for (const GreengrassKindRow& one : greengrassKinds())
            keep(versionMember(one));
        return kept;
    }
    kept[row(kind).list] = json::array{};
    keep(row(kind).list);
    if (kind == GreengrassKind::Functions)
        keep("DefaultConfig");
    return kept;
}

tl::unexpected<aws::ApiError> missing(GreengrassKind kind, std::string_view id)
{
    return greengrassMissing(fmt::format("That {} does not exist: {}", spoken(kind), id));
}

} // namespace

const GreengrassVersion* GreengrassDefinition::version(std::string_view versionId) const
{
    const auto found = std::ranges::find(versions, versionId, &GreengrassVersion::id);
    return found == versions.end() ? nullptr : &*found;
}

// --- kept ----------------------------------------------------------------------------------------------------------

store::StoreResult<void> GreengrassDefinitions::load()
{
    const auto definitions = m_parts.store.load(kDefinitions);
    if (!definitions)
        return tl::unexpected(definitions.error());
    for (const StoredItem& item : *definitions) {
        const auto key = splitKey(item.key);
        if (!key)
            continue;
        const ItemReader read(item.value);
        GreengrassDefinition definition{.kind = key->first,
                                        .id = key->second,
                                        .name = read.text("name"),
                                        .created = read.time("created"),
                                        .updated = read.time("updated")};
        if (const json::object* tags = read.object("tags"))
            for (const auto& [name, value] : *tags)
                if (value.is_string())
                    definition.tags.emplace(name, std::string(value.get_string()));
        m_all[static_cast<std::size_t>(key->first)].emplace(key->second, std::move(definition));
    }
    const auto versions = m_parts.store.load(kVersions);
    if (!versions)
        return tl::unexpected(versions.error());
    std::map<std::int64_t, std::vector<std::pair<GreengrassDefinition*, GreengrassVersion>>> byNumber;
    for (const StoredItem& item : *versions) {
        const auto key = splitKey(item.key);
        const auto slash = key ? key->second.find('/') : std::string::npos;
        GreengrassDefinition* definition =
            slash == std::string::npos ? nullptr : known(key->first, key->second.substr(0, slash));
        if (!definition)
            continue;
        const ItemReader read(item.value);
        const json::object* content = read.object("content");
        byNumber[read.number("number")].emplace_back(definition,
                                                     GreengrassVersion{.id = key->second.substr(slash + 1),
                                                                       .created = read.time("created"),
                                                                       .content = content ? *content : json::object{}});
    }
    for (auto& [number, made] : byNumber)
        for (auto& [definition, version] : made)
            definition->versions.push_back(std::move(version));
    return {};
}

void GreengrassDefinitions::keep(const GreengrassDefinition& definition)
{
    json::object tags;
    for (const auto& [name, value] : definition.tags)
        tags[name] = value;
    m_parts.store.put(kDefinitions, keyOf(definition),
                      json::object{{"name", definition.name},
                                   {"created", timeToItem(definition.created)},
                                   {"updated", timeToItem(definition.updated)},
                                   {"tags", std::move(tags)}});
}

void GreengrassDefinitions::keep(const GreengrassDefinition& definition, const GreengrassVersion& version)
{
    m_parts.store.put(kVersions, keyOf(definition, version),
                      json::object{{"number", definition.versions.size()},
                                   {"created", timeToItem(version.created)},
                                   {"content", version.content}});
}

// --- changes -------------------------------------------------------------------------------------------------------

aws::ApiResult<const GreengrassDefinition*>
GreengrassDefinitions::create(GreengrassKind kind, std::string name,
                              std::map<std::string, std::string, std::less<>> tags, const json::object* first)
{
    ById& all = m_all[static_cast<std::size_t>(kind)];
    if (all.size() >= kMostOfAKind)
        return badRequest(fmt::format("There are {} of that kind already", kMostOfAKind));
    if (tags.size() > kMostTags)
        return badRequest(fmt::format("At most {} tags are possible", kMostTags));
    if (first)
        if (const auto fits = check(kind, *first); !fits)
            return tl::unexpected(fits.error());
    const WallTime now = m_parts.clock.wall();
    std::string id = newId();
    GreengrassDefinition& made = all[id] = {
        .kind = kind, .id = id, .name = std::move(name), .created = now, .updated = now, .tags = std::move(tags)};
    keep(made);
    if (first)
        append(made, trimmed(kind, *first));
    return &made;
}

const GreengrassVersion& GreengrassDefinitions::append(GreengrassDefinition& definition, json::object content)
{
    definition.versions.push_back({.id = newId(), .created = m_parts.clock.wall(), .content = std::move(content)});
    keep(definition, definition.versions.back());
    definition.updated = definition.versions.back().created;
    keep(definition);
    return definition.versions.back();
}

aws::ApiResult<const GreengrassVersion*> GreengrassDefinitions::addVersion(GreengrassKind kind, std::string_view id,
                                                                           const json::object& content)
{
    GreengrassDefinition* definition = known(kind, id);
    if (!definition)
        return missing(kind, id);
    if (definition->versions.size() >= kMostVersions)
        return badRequest(fmt::format("It has {} versions already", kMostVersions));
    if (const auto fits = check(kind, content); !fits)
        return tl::unexpected(fits.error());
    return &append(*definition, trimmed(kind, content));
}

aws::ApiResult<void> GreengrassDefinitions::rename(GreengrassKind kind, std::string_view id, std::string name)
{
    GreengrassDefinition* definition = known(kind, id);
    if (!definition)
        return missing(kind, id);
    definition->name = std::move(name);
    definition->updated = m_parts.clock.wall();
    keep(*definition);
    return {};
}

aws::ApiResult<void> GreengrassDefinitions::setTags(const GreengrassDefinition& definition,
                                                    std::map<std::string, std::string, std::less<>> tags)
{
    if (tags.size() > kMostTags)
        return badRequest(fmt::format("At most {} tags are possible", kMostTags));
    GreengrassDefinition* own = known(definition.kind, definition.id);
    own->tags = std::move(tags);
    keep(*own);
    return {};
}

aws::ApiResult<void> GreengrassDefinitions::remove(GreengrassKind kind, std::string_view id)
{
    const GreengrassDefinition* definition = known(kind, id);
    if (!definition)
        return missing(kind, id);
    for (const GreengrassVersion& version : definition->versions)
        m_parts.store.drop(kVersions, keyOf(*definition, version));
    m_parts.store.drop(kDefinitions, keyOf(*definition));
    m_all[static_cast<std::size_t>(kind)].erase(definition->id);
    return {};
}

// --- checks --------------------------------------------------------------------------------------------------------

aws::ApiResult<void> GreengrassDefinitions::check(GreengrassKind kind, const json::object& content) const
{
    return kind == GreengrassKind::Groups ? checkGroupVersion(content) : checkVersion(row(kind), content);
}

aws::ApiResult<void> GreengrassDefinitions::checkGroupVersion(const json::object& content) const
{
    for (const GreengrassKindRow& kind : greengrassKinds()) {
        const std::string member = versionMember(kind);
        const json::value* arn = content.if_contains(member);
        if (!arn || arn->is_null())
            continue;
        if (!arn->is_string())
            return badRequest(fmt::format("{} must be an ARN", member));
        if (!versionOf(kind.kind, arn->get_string()))
            return badRequest(fmt::format("{} is no version of a {} that exists: {}", member, spoken(kind.kind),
                                          std::string_view(arn->get_string())));
    }
    return {};
}

// --- found ---------------------------------------------------------------------------------------------------------

GreengrassDefinition* GreengrassDefinitions::known(GreengrassKind kind, std::string_view id)
{
    ById& all = m_all[static_cast<std::size_t>(kind)];
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

aws::ApiResult<const GreengrassDefinition*> GreengrassDefinitions::find(GreengrassKind kind, std::string_view id) const
{
    const ById& of = all(kind);
    const auto found = of.find(id);
    if (found == of.end())
        return missing(kind, id);
    return &found->second;
}

aws::ApiResult<const GreengrassVersion*> GreengrassDefinitions::version(GreengrassKind kind, std::string_view id,
                                                                        std::string_view versionId) const
{
    const auto definition = find(kind, id);
    if (!definition)
        return tl::unexpected(definition.error());
    const GreengrassVersion* version = (*definition)->version(versionId);
    if (!version)
        return greengrassMissing(
            fmt::format("That version of the {} {} does not exist: {}", spoken(kind), id, versionId));
    return version;
}

const GreengrassVersion* GreengrassDefinitions::versionOf(GreengrassKind kind, std::string_view text) const
{
    constexpr std::string_view kBetween = "/versions/";
    const auto at = text.find(kBetween);
    const GreengrassDefinition* definition = at == std::string_view::npos ? nullptr : definitionOf(text.substr(0, at));
    return definition && definition->kind == kind ? definition->version(text.substr(at + kBetween.size())) : nullptr;
}

const GreengrassDefinition* GreengrassDefinitions::definitionOf(std::string_view text) const
{
    for (const bool group : {true, false}) {
        const std::string prefix = arnOf(group ? "/greengrass/" : "/greengrass/definition/");
        const auto key = text.starts_with(prefix) ? splitKey(text.substr(prefix.size())) : std::nullopt;
        if (!key || (key->first == GreengrassKind::Groups) != group)
            continue;
        const auto found = find(key->first, key->second);
        if (found)
            return *found;
    }
    return nullptr;
}

std::string GreengrassDefinitions::arnOf(std::string_view path) const
{
    return fmt::format("arn:aws:greengrass:{}:{}:{}", m_parts.account.region, m_parts.account.id, path);
}

std::string GreengrassDefinitions::arn(const GreengrassDefinition& definition) const
{
    return arnOf(fmt::format("/greengrass/{}{}", definition.kind == GreengrassKind::Groups ? "" : "definition/",
                             keyOf(definition)));
}

std::string GreengrassDefinitions::arn(const GreengrassDefinition& definition, const GreengrassVersion& version) const
{
    return fmt::format("{}/versions/{}", arn(definition), version.id);
}

std::string GreengrassDefinitions::newId()
{
    return uuid(m_parts.random);
}

} // namespace greensward::cloud
