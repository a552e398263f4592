// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, definitions of every kind, their versions and tags.
#include "aws/percent.h"
#include "cloud/services/greengrass.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestName = 256;
constexpr std::size_t kLongestTag = 256;

using Tags = std::map<std::string, std::string, std::less<>>;

/// The id of the group or definition in the path.
const std::string& idOf(const ApiCall& call, GreengrassKind kind)
{
    return call.label(kind == GreengrassKind::Groups ? kGroupId : "Id");
}

/// A group must have a name, a definition can.
aws::ApiResult<std::string> nameFrom(const ApiCall& call, bool needed)
{
    const std::string name = call.text("Name").value_or("");
    if (name.empty() && needed)
        return badRequest("Name is missing");
    if (name.size() > kLongestName)
        return badRequest(fmt::format("Name is longer than {} characters", kLongestName));
    return name;
}

aws::ApiResult<Tags> tagsFrom(const ApiCall& call)
{
    Tags tags;
    const json::object* given = call.object("tags");
    if (!given)
        return tags;
    for (const auto& [name, value] : *given) {
        if (!value.is_string() || name.empty() || name.size() > kLongestTag || value.get_string().size() > kLongestTag)
            return badRequest(fmt::format("Names and values of tags are texts of up to {} characters", kLongestTag));
        tags[name] = std::string(value.get_string());
    }
    return tags;
}

json::object toJson(const Tags& tags)
{
    json::object object;
    for (const auto& [name, value] : tags)
        object[name] = value;
    return object;
}

} // namespace

json::object GreengrassService::described(const GreengrassDefinition& definition) const
{
    const GreengrassDefinitions& all = m_parts.greengrass.definitions;
    json::object object{{"Arn", all.arn(definition)},
                        {"Id", definition.id},
                        {"CreationTimestamp", toIso8601(definition.created)},
                        {"LastUpdatedTimestamp", toIso8601(definition.updated)}};
    if (!definition.name.empty())
        object["Name"] = definition.name;
    if (!definition.versions.empty()) {
        object["LatestVersion"] = definition.versions.back().id;
        object["LatestVersionArn"] = all.arn(definition, definition.versions.back());
    }
    return object;
}

json::object GreengrassService::described(const GreengrassDefinition& definition,
                                          const GreengrassVersion& version) const
{
    return {{"Arn", m_parts.greengrass.definitions.arn(definition, version)},
            {"Id", definition.id},
            {"Version", version.id},
            {"CreationTimestamp", toIso8601(version.created)}};
}

// --- groups and definitions ----------------------------------------------------------------------------------------

GreengrassService::Answer GreengrassService::createDefinition(const ApiCall& call, GreengrassKind kind)
{
    auto name = nameFrom(call, kind == GreengrassKind::Groups);
    if (!name)
        return tl::unexpected(name.error());
    auto tags = tagsFrom(call);
    if (!tags)
        return tl::unexpected(tags.error());
    const auto made =
        m_parts.greengrass.definitions.create(kind, std::move(*name), std::move(*tags), call.object("InitialVersion"));
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{described(**made)};
}

/// The group comes with its authority, whose key takes a while.
void GreengrassService::createGroup(const ApiCall& call, const Responder& respond)
{
    // What the call refers to is gone by then, but for its members.
    withAuthority(respond, [this, body = call.body](pki::CertificateAuthority authority) -> Answer {
        const aws::Request request;
        const aws::Caller caller;
        auto made = createDefinition({.request = request, .caller = caller, .body = body}, GreengrassKind::Groups);
        if (made)
            if (const auto added = m_parts.greengrass.authorities.add(std::string(made->body.at("Id").get_string()),
                                                                      std::move(authority));
                !added)
                return tl::unexpected(added.error());
        return made;
    });
}

GreengrassService::Answer GreengrassService::listDefinitions(const ApiCall& call, GreengrassKind kind)
{
    std::vector<const GreengrassDefinition*> all;
    for (const auto& [id, one] : m_parts.greengrass.definitions.all(kind))
        all.push_back(&one);
    std::ranges::stable_sort(all, {}, &GreengrassDefinition::created);
    return greengrassPage(call, kind == GreengrassKind::Groups ? "Groups" : "Definitions", all,
                          [this, kind](const GreengrassDefinition* one) {
                              json::object object = described(*one);
                              if (kind != GreengrassKind::Groups && !one->tags.empty())
                                  object["Tags"] = toJson(one->tags);
                              return object;
                          });
}

GreengrassService::Answer GreengrassService::getDefinition(const ApiCall& call, GreengrassKind kind)
{
    const auto definition = m_parts.greengrass.definitions.find(kind, idOf(call, kind));
    if (!definition)
        return tl::unexpected(definition.error());
    ApiAnswer answer{described(**definition)};
    answer.body["tags"] = toJson((*definition)->tags);
    return answer;
}

GreengrassService::Answer GreengrassService::updateDefinition(const ApiCall& call, GreengrassKind kind)
{
    auto name = nameFrom(call, kind == GreengrassKind::Groups);
    if (!name)
        return tl::unexpected(name.error());
    if (const auto done = m_parts.greengrass.definitions.rename(kind, idOf(call, kind), std::move(*name)); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

GreengrassService::Answer GreengrassService::deleteDefinition(const ApiCall& call, GreengrassKind kind)
{
    const std::string& id = idOf(call, kind);
    if (kind == GreengrassKind::Groups && m_parts.greengrass.deployments.lastShipped(id))
        return badRequest("The group is deployed to its core: it can be deleted when its deployments have been reset");
    if (const auto done = m_parts.greengrass.definitions.remove(kind, id); !done)
        return tl::unexpected(done.error());
    if (kind == GreengrassKind::Groups)
        m_parts.greengrass.removeGroup(id);
    return ApiAnswer{};
}

// --- versions ------------------------------------------------------------------------------------------------------

GreengrassService::Answer GreengrassService::createVersion(const ApiCall& call, GreengrassKind kind)
{
    GreengrassDefinitions& all = m_parts.greengrass.definitions;
    const auto version = all.addVersion(kind, idOf(call, kind), call.body);
    if (!version)
        return tl::unexpected(version.error());
    return ApiAnswer{described(**all.find(kind, idOf(call, kind)), **version)};
}

GreengrassService::Answer GreengrassService::listVersions(const ApiCall& call, GreengrassKind kind)
{
    const auto definition = m_parts.greengrass.definitions.find(kind, idOf(call, kind));
    if (!definition)
        return tl::unexpected(definition.error());
    std::vector<const GreengrassVersion*> newestFirst;
    for (auto one = (*definition)->versions.rbegin(); one != (*definition)->versions.rend(); ++one)
        newestFirst.push_back(&*one);
    return greengrassPage(call, "Versions", newestFirst,
                          [&](const GreengrassVersion* one) { return described(**definition, *one); });
}

GreengrassService::Answer GreengrassService::getVersion(const ApiCall& call, GreengrassKind kind)
{
    const GreengrassDefinitions& all = m_parts.greengrass.definitions;
    const auto version = all.version(kind, idOf(call, kind), call.label("VersionId"));
    if (!version)
        return tl::unexpected(version.error());
    ApiAnswer answer{described(**all.find(kind, idOf(call, kind)), **version)};
    answer.body["Definition"] = (*version)->content;
    return answer;
}

// --- tags ----------------------------------------------------------------------------------------------------------

aws::ApiResult<const GreengrassDefinition*> GreengrassService::tagged(const ApiCall& call) const
{
    const std::string& arn = call.label("ResourceArn");
    const GreengrassDefinition* definition = m_parts.greengrass.definitions.definitionOf(arn);
    if (!definition)
        return greengrassMissing(fmt::format("That resource does not exist, or cannot have tags: {}", arn));
    return definition;
}

GreengrassService::Answer GreengrassService::tagResource(const ApiCall& call, GreengrassKind)
{
    const auto definition = tagged(call);
    if (!definition)
        return tl::unexpected(definition.error());
    auto tags = tagsFrom(call);
    if (!tags)
        return tl::unexpected(tags.error());
    tags->insert((*definition)->tags.begin(), (*definition)->tags.end());
    if (const auto done = m_parts.greengrass.definitions.setTags(**definition, std::move(*tags)); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{.status = 204};
}

GreengrassService::Answer GreengrassService::untagResource(const ApiCall& call, GreengrassKind)
{
    const auto definition = tagged(call);
    if (!definition)
        return tl::unexpected(definition.error());
    Tags tags = (*definition)->tags;
    for (const auto& [parameter, value] : aws::splitQuery(call.request.query(), aws::Plus::IsSpace))
        if (parameter == "tagKeys")
            tags.erase(value);
    if (const auto done = m_parts.greengrass.definitions.setTags(**definition, std::move(tags)); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{.status = 204};
}

GreengrassService::Answer GreengrassService::listTags(const ApiCall& call, GreengrassKind)
{
    const auto definition = tagged(call);
    if (!definition)
        return tl::unexpected(definition.error());
    return ApiAnswer{{{"tags", toJson((*definition)->tags)}}};
}

} // namespace greensward::cloud
