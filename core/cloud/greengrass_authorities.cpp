// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_authorities.h"

#include "cloud/greengrass_kinds.h"
#include "cloud/item_json.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kCollection = "greengrass-authorities"; ///< by group
constexpr std::string_view kName = "Greengrass Core CA";

Result<pki::CertificateAuthority> authorityFrom(const ItemReader& read)
{
    auto certificate = pki::Certificate::fromPem(read.text("certificate"));
    if (!certificate)
        return tl::unexpected(certificate.error());
    auto key = pki::PrivateKey::fromPem(read.text("key"));
    if (!key)
        return tl::unexpected(key.error());
    return pki::CertificateAuthority::open(std::move(*certificate), std::move(*key));
}

} // namespace

store::StoreResult<void> GreengrassAuthorities::load()
{
    const auto items = m_parts.store.load(kCollection);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items) {
        const ItemReader read(item.value);
        Group& group = m_groups[item.key];
        group.firstPublished = static_cast<std::size_t>(read.number("published"));
        group.life = std::chrono::milliseconds(read.number("life", kShortest.count()));
        const json::object* object = item.value.if_object();
        const json::value* authorities = object ? object->if_contains("authorities") : nullptr;
        if (!authorities || !authorities->is_array())
            continue;
        for (const json::value& one : authorities->get_array()) {
            auto authority = authorityFrom(ItemReader(one));
            if (!authority)
                return store::storeFailure(store::Cause::Corrupt,
                                           "an authority of a Greengrass group cannot be read: " +
                                               authority.error().message);
            std::string id = authority->certificate().fingerprint();
            group.authorities.push_back({std::move(id), std::move(*authority)});
        }
    }
    return {};
}

void GreengrassAuthorities::keep(std::string_view id, const Group& group)
{
    json::array authorities;
    for (const GroupAuthority& one : group.authorities)
        authorities.push_back({{"certificate", one.pem()}, {"key", one.authority.key().pem()}});
    m_parts.store.put(kCollection, id,
                      json::object{{"authorities", std::move(authorities)},
                                   {"published", group.firstPublished},
                                   {"life", group.life.count()}});
}

Result<pki::CertificateAuthority> GreengrassAuthorities::makeAuthority(WallTime now)
{
    auto key = pki::PrivateKey::generate(pki::KeyType::Rsa2048);
    if (!key)
        return tl::unexpected(key.error());
    const WallTime from = std::chrono::floor<std::chrono::seconds>(now) - std::chrono::days(1);
    return pki::CertificateAuthority::create(kName, std::move(*key), {.notBefore = from, .notAfter = WallTime(kEnd)});
}

aws::ApiResult<const GroupAuthority*> GreengrassAuthorities::add(const std::string& id,
                                                                 pki::CertificateAuthority authority)
{
    Group& group = m_groups[id];
    if (group.authorities.size() >= kMost)
        return badRequest(fmt::format("The group has had {} certificate authorities already", kMost));
    std::string fingerprint = authority.certificate().fingerprint();
    group.authorities.push_back({std::move(fingerprint), std::move(authority)});
    keep(id, group);
    return &group.authorities.back();
}

const GreengrassAuthorities::Group* GreengrassAuthorities::group(std::string_view id) const
{
    const auto found = m_groups.find(id);
    return found == m_groups.end() ? nullptr : &found->second;
}

std::vector<const GroupAuthority*> GreengrassAuthorities::of(std::string_view id) const
{
    std::vector<const GroupAuthority*> all;
    if (const Group* known = group(id))
        for (auto one = known->authorities.rbegin(); one != known->authorities.rend(); ++one)
            all.push_back(&*one);
    return all;
}

const GroupAuthority* GreengrassAuthorities::find(std::string_view id, std::string_view authority) const
{
    for (const GroupAuthority* one : of(id))
        if (one->id == authority)
            return one;
    return nullptr;
}

std::vector<const GroupAuthority*> GreengrassAuthorities::published(std::string_view id) const
{
    auto all = of(id);
    if (const Group* known = group(id))
        all.resize(known->authorities.size() - known->firstPublished);
    return all;
}

void GreengrassAuthorities::settled(std::string_view id, std::string_view authority)
{
    const auto found = m_groups.find(id);
    if (found == m_groups.end())
        return;
    Group& group = found->second;
    const auto at = std::ranges::find(group.authorities, authority, &GroupAuthority::id);
    const auto index = static_cast<std::size_t>(at - group.authorities.begin());
    if (at == group.authorities.end() || index <= group.firstPublished)
        return;
    group.firstPublished = index;
    keep(id, group);
}

std::chrono::milliseconds GreengrassAuthorities::life(std::string_view id) const
{
    const Group* known = group(id);
    return known ? known->life : kShortest;
}

aws::ApiResult<void> GreengrassAuthorities::setLife(std::string_view id, std::chrono::milliseconds life)
{
    if (life < kShortest || life > kLongest)
        return badRequest(fmt::format("CertificateExpiryInMilliseconds must be {} (7 days) to {} (30 days)",
                                      kShortest.count(), kLongest.count()));
    Group& group = m_groups[std::string(id)];
    group.life = life;
    keep(id, group);
    return {};
}

void GreengrassAuthorities::forget(std::string_view id)
{
    const auto found = m_groups.find(id);
    if (found == m_groups.end())
        return;
    m_parts.store.drop(kCollection, id);
    m_groups.erase(found);
}

} // namespace greensward::cloud
