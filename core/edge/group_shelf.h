// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edge/group_document.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::edge {

/// The local server's certificate (with what it needs to be believed) and its key, as PEM.
struct ServerIdentity
{
    std::string certificatePem{};
    std::string keyPem{};
    friend bool operator==(const ServerIdentity&, const ServerIdentity&) = default;
};

/// What a core keeps as files. Each change is whole or not at all, whenever the machine stops. One thread; packages may
/// be put from another.
class GroupShelf
{
public:
    virtual ~GroupShelf() = default;

    /// group.json; empty without a group.
    virtual std::string group() const = 0;
    /// The former group is kept until the next one comes.
    virtual Result<void> putGroup(std::string_view json) = 0;
    /// The former group again; false when there is none.
    virtual bool takeGroupBack() = 0;

    /// What became of the last deployment, a JSON object; empty before the first.
    virtual std::string deployment() const = 0;
    virtual Result<void> putDeployment(std::string_view json) = 0;

    virtual bool hasPackage(const GroupFunction& function) const = 0;
    virtual Result<void> putPackage(const GroupFunction& function, std::string_view zip) = 0;
    virtual std::filesystem::path packageFolder(const GroupFunction& function) const = 0;
    /// Removes the packages that neither this group nor the former one has.
    virtual void dropPackagesBut(const GroupDocument& group) = 0;

    virtual std::optional<ServerIdentity> server() const = 0;
    virtual Result<void> putServer(const ServerIdentity& server) = 0;

    /// Reset: all of it goes, but for what became of the last deployment.
    virtual void wipe() = 0;
};

/// The shelf as folders of a genuine core, below one of them:
///
///     ggc/deployment/group/group.json          (and group.former.json)
///     ggc/deployment/lambda/ARN/…              the unpacked function
///     ggc/var/state/server/server.crt, .key
///     ggc/var/state/deployment.json
class FolderShelf final : public GroupShelf
{
public:
    explicit FolderShelf(std::filesystem::path root) : m_root(std::move(root)) {}

    std::string group() const override;
    Result<void> putGroup(std::string_view json) override;
    bool takeGroupBack() override;
    std::string deployment() const override;
    Result<void> putDeployment(std::string_view json) override;
    bool hasPackage(const GroupFunction& function) const override;
    Result<void> putPackage(const GroupFunction& function, std::string_view zip) override;
    std::filesystem::path packageFolder(const GroupFunction& function) const override;
    void dropPackagesBut(const GroupDocument& group) override;
    std::optional<ServerIdentity> server() const override;
    Result<void> putServer(const ServerIdentity& server) override;
    void wipe() override;

private:
    std::filesystem::path groupFile() const { return m_root / "ggc/deployment/group/group.json"; }
    std::filesystem::path formerFile() const { return m_root / "ggc/deployment/group/group.former.json"; }
    std::filesystem::path packages() const { return m_root / "ggc/deployment/lambda"; }
    std::filesystem::path state() const { return m_root / "ggc/var/state"; }

    std::filesystem::path m_root;
};

} // namespace greensward::edge
