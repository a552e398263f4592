// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "base/clock.h"
#include "cloud/account.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// The access keys of the account: the workspace's own pair, and temporary ones while they last. Temporary keys are not
/// kept: after a restart programs ask for new ones. Engine thread.
class Keyring final : public aws::CredentialSource
{
public:
    /// Temporary keys at once; beyond it those that end first go.
    static constexpr std::size_t kMostTemporary = 10'000;

    Keyring(const Account& account, const Clock& clock, aws::OctetSource octets);
    /// The workspace's own pair: the account itself.
    void setRoot(std::string accessKeyId, std::string secretAccessKey);

    /// A temporary pair that speaks for the same caller.
    const aws::Credential& lend(const aws::Caller& caller, std::chrono::seconds lasts);

    const aws::Credential* find(std::string_view accessKeyId) const override;

private:
    void forgetExpired();

    const Account& m_account;
    const Clock& m_clock;
    aws::OctetSource m_octets;
    aws::Credential m_root;
    std::map<std::string, aws::Credential, std::less<>> m_temporary;
};

} // namespace greensward::cloud
