// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/group_shelf.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace greensward::edge::test {

/// A shelf that outlives the core, not the test.
class MemoryShelf final : public GroupShelf
{
public:
    std::string group() const override { return m_group; }
    Result<void> putGroup(std::string_view json) override
    {
        if (!m_group.empty() && m_group != json)
            m_former = m_group;
        m_group = json;
        return {};
    }
    bool takeGroupBack() override
    {
        m_group = m_former.value_or("");
        const bool had = m_former.has_value();
        m_former.reset();
        return had;
    }
    std::string deployment() const override { return m_deployment; }
    Result<void> putDeployment(std::string_view json) override
    {
        m_deployment = json;
        return {};
    }
    bool hasPackage(const GroupFunction& function) const override
    {
        const auto found = packages.find(function.resolvedArn);
        return found != packages.end() && found->second.first == function.codeSha256;
    }
    Result<void> putPackage(const GroupFunction& function, std::string_view zip) override
    {
        packages[function.resolvedArn] = {function.codeSha256, std::string(zip)};
        return {};
    }
    std::filesystem::path packageFolder(const GroupFunction& function) const override
    {
        return packageRoot / function.resolvedArn;
    }
    void dropPackagesBut(const GroupDocument& group) override
    {
        std::erase_if(packages, [&](const auto& package) { return !group.function(package.first); });
    }
    std::optional<ServerIdentity> server() const override { return m_server; }
    Result<void> putServer(const ServerIdentity& server) override
    {
        m_server = server;
        return {};
    }
    void wipe() override
    {
        m_group.clear();
        m_former.reset();
        m_server.reset();
        packages.clear();
    }

    std::filesystem::path packageRoot = "/packages"; ///< where who unpacks them has put them
    std::map<std::string, std::pair<std::string, std::string>> packages; ///< ARN: hash and zip

private:
    std::string m_group;
    std::optional<std::string> m_former;
    std::string m_deployment;
    std::optional<ServerIdentity> m_server;
};

} // namespace greensward::edge::test
