// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What else belongs to groups, cores and the account: roles, certificate authorities, addresses.
#include "aws/arn.h"
#include "cloud/services/greengrass.h"

#include <boost/json.hpp>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestThing = 128;

/// The member as a text or a number: clients send both.
std::optional<std::int64_t> millisecondsFrom(const ApiCall& call)
{
    const std::string_view member = "CertificateExpiryInMilliseconds";
    const auto text = call.text(member);
    if (!text)
        return call.integer(member);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc() && end == text->data() + text->size() ? std::optional(number) : std::nullopt;
}

} // namespace

// --- roles: of the group in the path; of the account without one ---------------------------------------------------

aws::ApiResult<std::string> GreengrassService::roleOwner(const ApiCall& call) const
{
    if (!call.labels.contains(kGroupId))
        return std::string();
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    return (*group)->id;
}

GreengrassService::Answer GreengrassService::associateRole(const ApiCall& call, GreengrassKind)
{
    const auto owner = roleOwner(call);
    if (!owner)
        return tl::unexpected(owner.error());
    auto role = call.text("RoleArn");
    const auto arn = aws::Arn::parse(role.value_or(""));
    if (!arn || arn->service != "iam" || arn->type() != "role")
        return badRequest(fmt::format("RoleArn must be the ARN of a role, not '{}'", role.value_or("")));
    return ApiAnswer{
        {{"AssociatedAt", toIso8601(m_parts.greengrass.roles.associate(*owner, std::move(*role)).associated)}}};
}

GreengrassService::Answer GreengrassService::associatedRole(const ApiCall& call, GreengrassKind)
{
    const auto owner = roleOwner(call);
    if (!owner)
        return tl::unexpected(owner.error());
    const AssociatedRole* role = m_parts.greengrass.roles.find(*owner);
    if (!role)
        return greengrassMissing(owner->empty() ? "The account has no Greengrass service role"
                                                : "No role is attached to the group");
    return ApiAnswer{{{"RoleArn", role->arn}, {"AssociatedAt", toIso8601(role->associated)}}};
}

GreengrassService::Answer GreengrassService::dissociateRole(const ApiCall& call, GreengrassKind)
{
    const auto owner = roleOwner(call);
    if (!owner)
        return tl::unexpected(owner.error());
    m_parts.greengrass.roles.dissociate(*owner);
    return ApiAnswer{{{"DisassociatedAt", toIso8601(m_parts.clock.wall())}}};
}

// --- certificate authorities ---------------------------------------------------------------------------------------

std::string GreengrassService::authorityArn(std::string_view group, const GroupAuthority& authority) const
{
    return m_parts.greengrass.definitions.arnOf(
        fmt::format("/greengrass/groups/{}/certificateauthorities/{}", group, authority.id));
}

void GreengrassService::createAuthority(const ApiCall& call, const Responder& respond)
{
    const auto group = groupOf(call);
    if (!group)
        return respond(tl::unexpected(group.error()));
    withAuthority(respond, [this, id = (*group)->id](pki::CertificateAuthority authority) -> Answer {
        if (const auto still = m_parts.greengrass.definitions.find(GreengrassKind::Groups, id); !still)
            return tl::unexpected(still.error());
        const auto added = m_parts.greengrass.authorities.add(id, std::move(authority));
        if (!added)
            return tl::unexpected(added.error());
        return ApiAnswer{{{"GroupCertificateAuthorityArn", authorityArn(id, **added)}}};
    });
}

GreengrassService::Answer GreengrassService::listAuthorities(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    json::array authorities;
    for (const GroupAuthority* one : m_parts.greengrass.authorities.of((*group)->id))
        authorities.push_back({{"GroupCertificateAuthorityArn", authorityArn((*group)->id, *one)},
                               {"GroupCertificateAuthorityId", one->id}});
    return ApiAnswer{{{"GroupCertificateAuthorities", std::move(authorities)}}};
}

GreengrassService::Answer GreengrassService::getAuthority(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    const std::string& id = call.label("AuthorityId");
    const GroupAuthority* authority = m_parts.greengrass.authorities.find((*group)->id, id);
    if (!authority)
        return greengrassMissing(fmt::format("That certificate authority does not exist: {}", id));
    return ApiAnswer{{{"GroupCertificateAuthorityArn", authorityArn((*group)->id, *authority)},
                      {"GroupCertificateAuthorityId", authority->id},
                      {"PemEncodedCertificate", authority->pem()}}};
}

GreengrassService::Answer GreengrassService::certificateConfiguration(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    return ApiAnswer{{{"GroupId", (*group)->id},
                      {"CertificateAuthorityExpiryInMilliseconds", std::to_string(GreengrassAuthorities::kEnd.count())},
                      {"CertificateExpiryInMilliseconds",
                       std::to_string(m_parts.greengrass.authorities.life((*group)->id).count())}}};
}

GreengrassService::Answer GreengrassService::updateCertificateConfiguration(const ApiCall& call, GreengrassKind kind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    const auto life = millisecondsFrom(call);
    if (!life)
        return badRequest("CertificateExpiryInMilliseconds must be a number of milliseconds");
    if (const auto done = m_parts.greengrass.authorities.setLife((*group)->id, std::chrono::milliseconds(*life)); !done)
        return tl::unexpected(done.error());
    return certificateConfiguration(call, kind);
}

// --- addresses of a core -------------------------------------------------------------------------------------------

GreengrassService::Answer GreengrassService::connectivity(const ApiCall& call, GreengrassKind)
{
    return ApiAnswer{{{"ConnectivityInfo",
                       GreengrassConnectivity::toJson(m_parts.greengrass.connectivity.of(call.label("ThingName")))},
                      {"message", "The addresses of the core"}}};
}

GreengrassService::Answer GreengrassService::updateConnectivity(const ApiCall& call, GreengrassKind)
{
    const std::string& thing = call.label("ThingName");
    if (thing.size() > kLongestThing)
        return badRequest(fmt::format("The name of a thing has at most {} characters", kLongestThing));
    auto addresses = GreengrassConnectivity::addressesFrom(call.body.if_contains("ConnectivityInfo"));
    if (!addresses)
        return tl::unexpected(addresses.error());
    const std::string version = m_parts.greengrass.connectivity.set(thing, std::move(*addresses));
    if (call.caller.kind != aws::Caller::Kind::Certificate) // the core knows what it has said itself
        m_parts.addressesChanged(thing, version);
    return ApiAnswer{{{"Version", version}, {"message", "The addresses of the core were changed"}}};
}

} // namespace greensward::cloud
