// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/workspace_keys.h"

#include "base/files.h"

#include <fmt/format.h>
#include <optional>

namespace greensward::pki {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestPem = 64 * 1024;
constexpr std::chrono::days kRenewalMargin{30};

// P-256: both keys are made within a millisecond, where two of RSA-2048 would cost the first start half a second.
constexpr KeyType kWorkspaceKeyType = KeyType::P256;

Result<Certificate> readCertificate(const fs::path& path)
{
    return readFile(path, kLargestPem).and_then([](const std::string& pem) { return Certificate::fromPem(pem); });
}

Result<PrivateKey> readKey(const fs::path& path)
{
    return makePrivateFile(path)
        .and_then([&] { return readFile(path, kLargestPem); })
        .and_then([](const std::string& pem) { return PrivateKey::fromPem(pem); });
}

bool isThere(const fs::path& path)
{
    std::error_code unreadable; // then reading it says why
    return fs::exists(path, unreadable) || unreadable;
}

/// The key first: a certificate that is found has its key.
Result<void> write(const fs::path& folder, const std::string& stem, const Certificate& certificate,
                   const PrivateKey& key)
{
    return writeFileAtomically(folder / (stem + ".key"), key.pem(), 0600).and_then([&] {
        return writeFileAtomically(folder / (stem + ".pem"), certificate.pem(), 0600);
    });
}

/// There is no certificate yet: it is made, for the key of an interrupted first start where there is one.
Result<CertificateAuthority> createRoot(const fs::path& folder, WallTime now)
{
    auto key = isThere(folder / "root.key") ? readKey(folder / "root.key") : PrivateKey::generate(kWorkspaceKeyType);
    if (!key)
        return tl::unexpected(key.error());
    auto root = CertificateAuthority::create(kWorkspaceRootName, std::move(*key), now);
    if (!root)
        return root;
    if (auto written = write(folder, "root", root->certificate(), root->key()); !written)
        return tl::unexpected(written.error());
    return root;
}

Result<CertificateAuthority> loadRoot(const fs::path& folder, WallTime now)
{
    auto certificate = readCertificate(folder / "root.pem");
    if (!certificate)
        return tl::unexpected(certificate.error());
    if (certificate->validity().notAfter < now)
        return failure(fmt::format("the certificate authority in {} expired on {}", folder.string(),
                                   toIso8601(certificate->validity().notAfter)));
    auto key = readKey(folder / "root.key");
    if (!key)
        return failure(
            fmt::format("the certificate authority in {} has no usable key: {}", folder.string(), key.error().message));
    return CertificateAuthority::open(std::move(*certificate), std::move(*key));
}

/// A stored server identity that cannot be read is as good as none: it is issued anew.
std::optional<Identity> loadServer(const fs::path& folder)
{
    auto certificate = readCertificate(folder / "server.pem");
    auto key = readKey(folder / "server.key");
    if (!certificate || !key || !certificate->matches(*key))
        return std::nullopt;
    return Identity{std::move(*certificate), std::move(*key)};
}

bool serves(const Identity& server, const CertificateAuthority& root, std::span<const std::string> names, WallTime now)
{
    const auto [notBefore, notAfter] = server.certificate.validity();
    return notBefore <= now && now + kRenewalMargin < notAfter && server.certificate.covers(names) &&
           server.certificate.isIssuedBy(root.certificate());
}

} // namespace

WorkspaceKeys::WorkspaceKeys(fs::path folder, CertificateAuthority root, Identity server)
    : m_folder(std::move(folder)), m_root(std::move(root)), m_server(std::move(server))
{}

Result<WorkspaceKeys> WorkspaceKeys::loadOrCreate(const fs::path& folder, std::span<const std::string> serverNames,
                                                  WallTime now)
{
    if (auto made = makePrivateFolder(folder); !made)
        return tl::unexpected(made.error());
    auto root = isThere(folder / "root.pem") ? loadRoot(folder, now) : createRoot(folder, now);
    if (!root)
        return tl::unexpected(root.error());
    if (auto server = loadServer(folder); server && serves(*server, *root, serverNames, now))
        return WorkspaceKeys(folder, std::move(*root), std::move(*server));

    auto server = root->issueServer(serverNames, kWorkspaceKeyType, now);
    if (!server)
        return tl::unexpected(server.error());
    if (auto written = write(folder, "server", server->certificate, server->key); !written)
        return tl::unexpected(written.error());
    return WorkspaceKeys(folder, std::move(*root), std::move(*server));
}

Result<WorkspaceKeys> WorkspaceKeys::ephemeral(std::span<const std::string> serverNames, WallTime now)
{
    auto root = CertificateAuthority::create(kWorkspaceRootName, kWorkspaceKeyType, now);
    if (!root)
        return tl::unexpected(root.error());
    auto server = root->issueServer(serverNames, kWorkspaceKeyType, now);
    if (!server)
        return tl::unexpected(server.error());
    return WorkspaceKeys({}, std::move(*root), std::move(*server));
}

Result<bool> WorkspaceKeys::refreshServer(std::span<const std::string> serverNames, WallTime now)
{
    if (serves(m_server, m_root, serverNames, now))
        return false;
    auto server = m_root.issueServer(serverNames, kWorkspaceKeyType, now);
    if (!server)
        return tl::unexpected(server.error());
    if (!m_folder.empty()) {
        if (auto written = write(m_folder, "server", server->certificate, server->key); !written)
            return tl::unexpected(written.error());
    }
    m_server = std::move(*server);
    return true;
}

} // namespace greensward::pki
