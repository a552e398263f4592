// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"

#include <boost/json/object.hpp>
#include <span>

namespace greensward::policy {

/// The policies that count for a principal: of the certificate and its groups, or of a role. Order does not matter.
using PolicySet = std::span<const Policy* const>;

enum class Decision : std::uint8_t { Allowed, ExplicitDeny, ImplicitDeny };

/// The answer and the statement that decided; both pointers are null for ImplicitDeny.
struct Verdict
{
    Decision decision = Decision::ImplicitDeny;
    const Policy* policy = nullptr;
    const Statement* statement = nullptr;

    bool allowed() const { return decision == Decision::Allowed; }
};

/// A deny that applies wins; else an allow that applies; else no. Allocates nothing unless a condition names a
/// variable.
Verdict evaluate(PolicySet policies, const AccessRequest& request);

/// Everything that people and test-authorization want to know; made on demand, not on the hot path.
struct Explanation
{
    Verdict verdict;
    std::string text;                                ///< one sentence, no full stop
    std::vector<const Policy*> allowing{};           ///< with a statement that allows
    std::vector<const Policy*> denying{};            ///< with a statement that denies
    std::vector<std::string> missingContextValues{}; ///< keys and variables that were asked for and are undefined
};
Explanation explain(PolicySet policies, const AccessRequest& request);

/// The smallest statement that allows exactly this: {"Effect":"Allow","Action":…,"Resource":…}. It does not help
/// against an explicit deny.
boost::json::object smallestAllowing(const AccessRequest& request);

} // namespace greensward::policy
