// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access_keys.h"
#include "base/clock.h"
#include "base/result.h"
#include "pki/workspace_keys.h"

#include <filesystem>
#include <span>
#include <string>

namespace greensward::app {

/// The device that is meant for a person's own client, ready to use from the first start.
inline constexpr const char* kOwnDevice = "my-device";

/// Who the workspace and its devices are. Kept in the workspace's folder:
///
///     keys/                 root authority and server certificate (pki::WorkspaceKeys)
///     access-key.json       for the AWS APIs
///     certificates/root.pem what clients trust; beside it NAME.pem and NAME.key of each device, my-device among them
class Identities
{
public:
    /// Loads what is there and makes what is missing. serverNames: see pki::WorkspaceKeys.
    static Result<Identities> open(const std::filesystem::path& workspace, std::span<const std::string> serverNames,
                                   WallTime now);

    const pki::WorkspaceKeys& keys() const { return m_keys; }
    const AccessKeys& accessKeys() const { return m_accessKeys; }
    /// The identity of a device below the workspace's root, made at first. name: a plain file name.
    Result<pki::Identity> device(const std::string& name, WallTime now) const;

    static std::filesystem::path accessKeyFile(const std::filesystem::path& workspace);
    static std::filesystem::path rootFile(const std::filesystem::path& workspace);
    static std::filesystem::path certificateFile(const std::filesystem::path& workspace, const std::string& device);
    static std::filesystem::path keyFile(const std::filesystem::path& workspace, const std::string& device);

private:
    Identities(std::filesystem::path workspace, pki::WorkspaceKeys keys, AccessKeys accessKeys);

    std::filesystem::path m_workspace;
    pki::WorkspaceKeys m_keys;
    AccessKeys m_accessKeys;
};

} // namespace greensward::app
