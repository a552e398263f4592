// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "pki/certificate_authority.h"

#include <filesystem>
#include <span>
#include <string>

namespace greensward::pki {

/// The workspace's root authority and its server certificate, kept as root.pem, root.key, server.pem and server.key in
/// one folder (mode 0700, files 0600; wider modes are narrowed). Each file is written beside its place, synced and
/// renamed, so that a crash leaves the old one or the new one. The caller keeps other processes out of the folder
/// (store::Workspace).
class WorkspaceKeys
{
public:
    /// serverNames: every DNS name and address under which clients may dial: localhost, host name, 127.0.0.1, ::1, LAN
    /// addresses.
    ///
    /// What is missing is made. The server certificate is issued anew when it does not cover the names, does not chain
    /// to the root, or has 30 days or less to live. A root that has lost its key, or is unreadable or expired, is an
    /// error: devices hold it, and replacing it silently would lock them out.
    static Result<WorkspaceKeys> loadOrCreate(const std::filesystem::path& folder,
                                              std::span<const std::string> serverNames, WallTime now);
    /// New keys that are never written anywhere.
    static Result<WorkspaceKeys> ephemeral(std::span<const std::string> serverNames, WallTime now);

    const CertificateAuthority& root() const { return m_root; }
    const Identity& server() const { return m_server; }

    /// Looks again, e.g. when the LAN address changed or once a day; true when the server certificate was issued anew.
    Result<bool> refreshServer(std::span<const std::string> serverNames, WallTime now);

private:
    WorkspaceKeys(std::filesystem::path folder, CertificateAuthority root, Identity server);

    std::filesystem::path m_folder; ///< empty: nothing is written
    CertificateAuthority m_root;
    Identity m_server;
};

} // namespace greensward::pki
