// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/identities.h"

#include "base/files.h"

#include <optional>

namespace greensward::app {

namespace {

constexpr std::size_t kLargestPem = 64u << 10;

std::filesystem::path certificates(const std::filesystem::path& workspace)
{
    return workspace / "certificates";
}

/// What the two files hold, if that is a usable identity below this root.
std::optional<pki::Identity> loadDevice(const std::filesystem::path& certificateFile,
                                        const std::filesystem::path& keyFile, const pki::CertificateAuthority& root,
                                        WallTime now)
{
    const auto certificatePem = readFile(certificateFile, kLargestPem);
    const auto keyPem = readFile(keyFile, kLargestPem);
    if (!certificatePem || !keyPem)
        return std::nullopt;
    auto certificate = pki::Certificate::fromPem(*certificatePem);
    auto key = pki::PrivateKey::fromPem(*keyPem);
    if (!certificate || !key || !certificate->matches(*key) || !certificate->isIssuedBy(root.certificate()) ||
        !certificate->isValidAt(now))
        return std::nullopt;
    return pki::Identity{std::move(*certificate), std::move(*key)};
}

/// Leaves a file alone that says the same already.
Result<void> keep(const std::filesystem::path& file, const std::string& text)
{
    if (const auto kept = readFile(file, kLargestPem); kept && *kept == text)
        return {};
    return writeFileAtomically(file, text, 0644);
}

} // namespace

std::filesystem::path Identities::accessKeyFile(const std::filesystem::path& workspace)
{
    return workspace / "access-key.json";
}

std::filesystem::path Identities::rootFile(const std::filesystem::path& workspace)
{
    return certificates(workspace) / "root.pem";
}

std::filesystem::path Identities::certificateFile(const std::filesystem::path& workspace, const std::string& device)
{
    return certificates(workspace) / (device + ".pem");
}

std::filesystem::path Identities::keyFile(const std::filesystem::path& workspace, const std::string& device)
{
    return certificates(workspace) / (device + ".key");
}

Identities::Identities(std::filesystem::path workspace, pki::WorkspaceKeys keys, AccessKeys accessKeys)
    : m_workspace(std::move(workspace)), m_keys(std::move(keys)), m_accessKeys(std::move(accessKeys))
{}

Result<Identities> Identities::open(const std::filesystem::path& workspace, std::span<const std::string> serverNames,
                                    WallTime now)
{
    auto keys = pki::WorkspaceKeys::loadOrCreate(workspace / "keys", serverNames, now);
    if (!keys)
        return tl::unexpected(keys.error());
    auto accessKeys = AccessKeys::loadOrCreate(accessKeyFile(workspace));
    if (!accessKeys)
        return tl::unexpected(accessKeys.error());
    if (const auto made = makePrivateFolder(certificates(workspace)); !made)
        return tl::unexpected(made.error());
    if (const auto kept = keep(rootFile(workspace), keys->root().certificate().pem()); !kept)
        return tl::unexpected(kept.error());

    Identities identities(workspace, std::move(*keys), std::move(*accessKeys));
    if (const auto own = identities.device(kOwnDevice, now); !own)
        return tl::unexpected(own.error());
    return identities;
}

Result<pki::Identity> Identities::device(const std::string& name, WallTime now) const
{
    const auto certificate = certificateFile(m_workspace, name);
    const auto key = keyFile(m_workspace, name);
    const pki::CertificateAuthority& root = m_keys.root();
    if (auto kept = loadDevice(certificate, key, root, now))
        return std::move(*kept);

    auto identity = root.issueDevice(name, pki::KeyType::P256, now);
    if (!identity)
        return identity;
    // The key first: a crash between the two leaves a pair that does not match, which is issued anew.
    if (const auto written = writeFileAtomically(key, identity->key.pem(), 0600); !written)
        return tl::unexpected(written.error());
    if (const auto written = writeFileAtomically(certificate, identity->certificate.pem(), 0644); !written)
        return tl::unexpected(written.error());
    return identity;
}

} // namespace greensward::app
