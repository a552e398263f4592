// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/keyring.h"

#include "aws/amz_date.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

Keyring::Keyring(const Account& account, const Clock& clock, aws::OctetSource octets, const Iam& iam)
    : m_account(account), m_clock(clock), m_octets(std::move(octets)), m_iam(iam)
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

const aws::Credential& Keyring::lend(const aws::Caller& caller, std::chrono::seconds lasts, TemporarySession session)
{
    forgetExpired();
    if (m_temporary.size() >= kMostTemporary)
        m_temporary.erase(
            std::min_element(m_temporary.begin(), m_temporary.end(), [](const auto& one, const auto& other) {
                return one.second.credential.expires < other.second.credential.expires;
            }));
    session.context.set("aws:TokenIssueTime", aws::toIsoSeconds(m_clock.wall()));
    aws::Credential key{.accessKeyId = aws::makeId("ASIA", m_octets),
                        .secretAccessKey = aws::makeSecretAccessKey(m_octets),
                        .sessionToken = aws::makeSessionToken(m_octets),
                        .expires = m_clock.wall() + lasts,
                        .caller = caller};
    const std::string id = key.accessKeyId;
    return m_temporary.insert_or_assign(id, Temporary{std::move(key), std::move(session)}).first->second.credential;
}

const aws::Credential* Keyring::find(std::string_view accessKeyId) const
{
    if (!m_root.accessKeyId.empty() && accessKeyId == m_root.accessKeyId)
        return &m_root;
    if (const auto found = m_temporary.find(accessKeyId); found != m_temporary.end())
        return &found->second.credential;
    return m_iam.credential(accessKeyId);
}

const TemporarySession* Keyring::session(std::string_view accessKeyId) const
{
    const auto found = m_temporary.find(accessKeyId);
    return found == m_temporary.end() ? nullptr : &found->second.session;
}

/// A day late: whoever uses a key too long is told that it is over, not that it is unknown; and a connection over a
/// WebSocket outlives the key that opened it.
void Keyring::forgetExpired()
{
    const WallTime before = m_clock.wall() - std::chrono::hours(24);
    std::erase_if(m_temporary, [&](const auto& pair) { return *pair.second.credential.expires < before; });
}

} // namespace greensward::cloud
