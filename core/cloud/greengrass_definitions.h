// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "cloud/account.h"
#include "cloud/greengrass_kinds.h"
#include "cloud/item_store.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Does not change any more.
struct GreengrassVersion
{
    std::string id; ///< a UUID
    WallTime created{};
    boost::json::object content{}; ///< {"Cores":[…]}, or the ARNs of a group's version
};

/// A group or a definition: a name, and what versions it has had.
struct GreengrassDefinition
{
    GreengrassKind kind = GreengrassKind::Groups;
    std::string id; ///< a UUID
    std::string name{};
    WallTime created{};
    WallTime updated{};
    std::map<std::string, std::string, std::less<>> tags{};
    std::vector<GreengrassVersion> versions{}; ///< oldest first

    const GreengrassVersion* version(std::string_view versionId) const;
};

/// Groups and definitions of all kinds, with their versions (greengrass-and-gateway.md 3.1 … 3.3). Kept in the
/// workspace. Engine thread.
class GreengrassDefinitions
{
public:
    static constexpr std::size_t kMostOfAKind = 5000;
    static constexpr std::size_t kMostVersions = 1000;
    static constexpr std::size_t kMostTags = 50;
    using ById = std::map<std::string, GreengrassDefinition, std::less<>>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        Random random; ///< for ids
    };
    explicit GreengrassDefinitions(Parts parts) : m_parts(std::move(parts)) {}
    store::StoreResult<void> load();

    /// first: the first version, if there is one already; its shape is checked.
    aws::ApiResult<const GreengrassDefinition*> create(GreengrassKind kind, std::string name,
                                                       std::map<std::string, std::string, std::less<>> tags,
                                                       const boost::json::object* first);
    aws::ApiResult<const GreengrassVersion*> addVersion(GreengrassKind kind, std::string_view id,
                                                        const boost::json::object& content);
    aws::ApiResult<void> rename(GreengrassKind kind, std::string_view id, std::string name);
    aws::ApiResult<void> setTags(const GreengrassDefinition& definition,
                                 std::map<std::string, std::string, std::less<>> tags);
    aws::ApiResult<void> remove(GreengrassKind kind, std::string_view id);

    const ById& all(GreengrassKind kind) const { return m_all[static_cast<std::size_t>(kind)]; }
    aws::ApiResult<const GreengrassDefinition*> find(GreengrassKind kind, std::string_view id) const;
    aws::ApiResult<const GreengrassVersion*> version(GreengrassKind kind, std::string_view id,
                                                     std::string_view versionId) const;
    /// By the ARN of a version; null when there is none.
    const GreengrassVersion* versionOf(GreengrassKind kind, std::string_view arn) const;
    /// By its own ARN; null when there is none.
    const GreengrassDefinition* definitionOf(std::string_view arn) const;

    /// "arn:aws:greengrass:us-east-1:123456789012:/greengrass/groups/UUID"
    std::string arn(const GreengrassDefinition& definition) const;
    std::string arn(const GreengrassDefinition& definition, const GreengrassVersion& version) const;
    /// Of a path of the service: "/greengrass/groups/UUID/deployments/UUID".
    std::string arnOf(std::string_view path) const;
    std::string newId();

private:
    aws::ApiResult<void> check(GreengrassKind kind, const boost::json::object& content) const;
    aws::ApiResult<void> checkGroupVersion(const boost::json::object& content) const;
    GreengrassDefinition* known(GreengrassKind kind, std::string_view id);
    void keep(const GreengrassDefinition& definition);
    void keep(const GreengrassDefinition& definition, const GreengrassVersion& version);
    const GreengrassVersion& append(GreengrassDefinition& definition, boost::json::object content);

    Parts m_parts;
    std::array<ById, 8> m_all;
};

} // namespace greensward::cloud
