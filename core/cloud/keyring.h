// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "base/clock.h"
#include "cloud/account.h"
#include "cloud/iam.h"
#include "policy/context.h"

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// What temporary keys carry beside the caller they speak for.
struct TemporarySession
{
    enum class Origin : std::uint8_t {
        SessionToken, ///< GetSessionToken: speaks for whoever asked
        Role,         ///< AssumeRole
        WebIdentity,  ///< AssumeRoleWithWebIdentity, Cognito
        Certificate,  ///< the credentials provider
    };
    Origin origin = Origin::SessionToken;
    /// Session policies: what the role may do must be allowed by one of these, too. Empty: no such bound.
    std::vector<std::shared_ptr<const policy::Policy>> policies{};
    policy::Context context{};  ///< keys of conditions that the session brings along
    std::string identity{};     ///< of Cognito: "us-east-1:…"; empty otherwise
    bool authenticated = false; ///< that identity signed in: an IoT policy counts for it, too
};

/// The access keys of the account: the workspace's own pair, those of IAM's users, and temporary ones while they last.
/// Temporary keys are not kept: after a restart programs ask for new ones. Engine thread.
class Keyring final : public aws::CredentialSource
{
public:
    /// Temporary keys at once; beyond it those that end first go.
    static constexpr std::size_t kMostTemporary = 10'000;

    Keyring(const Account& account, const Clock& clock, aws::OctetSource octets, const Iam& iam);
    /// The workspace's own pair: the account itself.
    void setRoot(std::string accessKeyId, std::string secretAccessKey);

    /// A temporary pair that speaks for the caller.
    const aws::Credential& lend(const aws::Caller& caller, std::chrono::seconds lasts, TemporarySession session = {});

    const aws::Credential* find(std::string_view accessKeyId) const override;
    /// Of a temporary key, expired or not; null for any other.
    const TemporarySession* session(std::string_view accessKeyId) const;

private:
    struct Temporary
    {
        aws::Credential credential;
        TemporarySession session;
    };
    void forgetExpired();

    const Account& m_account;
    const Clock& m_clock;
    aws::OctetSource m_octets;
    const Iam& m_iam;
    aws::Credential m_root;
    std::map<std::string, Temporary, std::less<>> m_temporary;
};

} // namespace greensward::cloud
