// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "cloud/item_store.h"
#include "pki/certificate_authority.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// A certificate authority of a Greengrass group: it signs the certificate of the core's own listener.
struct GroupAuthority
{
    std::string id; ///< 64 lower-case hexadecimal digits
    pki::CertificateAuthority authority;

    std::string pem() const { return authority.certificate().pem(); }
};

/// The authorities of the groups, and how long the certificates live that they sign (greengrass-and-gateway.md 6).
/// Their keys stay here. Kept in the workspace. Engine thread; keys are made elsewhere, by makeAuthority().
class GreengrassAuthorities
{
public:
    /// Until when an authority lives: 2049-12-31T23:59:59Z.
    static constexpr std::chrono::milliseconds kEnd{2'524'607'999'000};
    static constexpr std::chrono::milliseconds kShortest =
        std::chrono::days(7); ///< of what they sign; the default, too
    static constexpr std::chrono::milliseconds kLongest = std::chrono::days(30);
    static constexpr std::size_t kMost = 50; ///< of a group, ever

    struct Parts
    {
        const Clock& clock;
        ItemStore& store;
    };
    explicit GreengrassAuthorities(Parts parts) : m_parts(parts) {}
    store::StoreResult<void> load();

    /// Takes up to a second: any thread but the engine's.
    static Result<pki::CertificateAuthority> makeAuthority(WallTime now);
    /// From now on the group's newest.
    aws::ApiResult<const GroupAuthority*> add(const std::string& group, pki::CertificateAuthority authority);
    /// Newest first.
    std::vector<const GroupAuthority*> of(std::string_view group) const;
    const GroupAuthority* find(std::string_view group, std::string_view id) const;

    /// Those that devices are told of, newest first: after a rotation the former, too, until the group has been
    /// deployed.
    std::vector<const GroupAuthority*> published(std::string_view group) const;
    /// A deployment that has this authority is in force: older ones are told no more.
    void settled(std::string_view group, std::string_view id);

    std::chrono::milliseconds life(std::string_view group) const;
    aws::ApiResult<void> setLife(std::string_view group, std::chrono::milliseconds life);
    void forget(std::string_view group);

private:
    struct Group
    {
        std::vector<GroupAuthority> authorities; ///< oldest first
        std::size_t firstPublished = 0;
        std::chrono::milliseconds life = kShortest;
    };
    const Group* group(std::string_view id) const;
    void keep(std::string_view id, const Group& group);

    Parts m_parts;
    std::map<std::string, Group, std::less<>> m_groups;
};

} // namespace greensward::cloud
