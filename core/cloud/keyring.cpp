// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/keyring.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

Keyring::Keyring(const Account& account, const Clock& clock, aws::OctetSource octets)
    : m_account(account), m_clock(clock), m_octets(std::move(octets))
{}

void Keyring::setRoot(std::string accessKeyId, std::string secretAccessKey)
{
    m_root.accessKeyId = std::move(accessKeyId);
    m_root.secretAccessKey = std::move(secretAccessKey);
    m_root.caller = {.kind = aws::Caller::Kind::Root,
                     .account = m_account.id,
                     .arn = fmt::format("arn:aws:iam::{}:root", m_account.id),
                     .userId = m_account.id};
}

const aws::Credential& Keyring::lend(const aws::Caller& caller, std::chrono::seconds lasts)
{
    forgetExpired();
    if (m_temporary.size() >= kMostTemporary)
        m_temporary.erase(
            std::min_element(m_temporary.begin(), m_temporary.end(), [](const auto& one, const auto& other) {
                return one.second.expires < other.second.expires;
            }));
    aws::Credential key{.accessKeyId = aws::makeId("ASIA", m_octets),
                        .secretAccessKey = aws::makeSecretAccessKey(m_octets),
                        .sessionToken = aws::makeSessionToken(m_octets),
                        .expires = m_clock.wall() + lasts,
                        .caller = caller};
    const std::string id = key.accessKeyId;
    return m_temporary.insert_or_assign(id, std::move(key)).first->second;
}

const aws::Credential* Keyring::find(std::string_view accessKeyId) const
{
    if (!m_root.accessKeyId.empty() && accessKeyId == m_root.accessKeyId)
        return &m_root;
    const auto found = m_temporary.find(accessKeyId);
    return found == m_temporary.end() ? nullptr : &found->second;
}

/// An hour late, so that whoever uses a key too long is told that it is over, not that it is unknown.
void Keyring::forgetExpired()
{
    const WallTime before = m_clock.wall() - std::chrono::hours(1);
    std::erase_if(m_temporary, [&](const auto& pair) { return pair.second.expires && *pair.second.expires < before; });
}

} // namespace greensward::cloud
