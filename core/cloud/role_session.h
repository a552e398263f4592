// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/caller.h"
#include "cloud/account.h"
#include "cloud/iam.h"
#include "policy/evaluate.h"

#include <string>
#include <string_view>

namespace greensward::cloud {

/// Whoever holds the keys of such a session.
aws::Caller roleSession(const Account& account, const IamRole& role, std::string_view sessionName);

enum class Trust : std::uint8_t {
    No,
    Denied,    ///< explicitly
    Delegated, ///< to the account: a policy of the one who asks must allow it, too
    Direct,    ///< to the one who asks, by name
};
/// What the role's trust policy says to it. request.resource: the role's ARN.
Trust trustOf(const IamRole& role, const policy::AccessRequest& request);
/// The same as a sentence, no full stop.
std::string explainTrust(const IamRole& role, const policy::AccessRequest& request);

} // namespace greensward::cloud
