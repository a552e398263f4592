// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace greensward::cloud {

/// A policy that every account has from AWS. All texts are static.
struct AwsManagedPolicy
{
    std::string_view name;
    std::string_view path; ///< "/" or "/service-role/"
    std::string_view description;
    std::string_view document;
    std::int64_t created = 1'443'657'600; ///< seconds since 1970
};

/// Those that the workshop's labs name, as far as this cloud's services go: where AWS's own document lists services
/// that are not here, it is shorter.
std::span<const AwsManagedPolicy> awsManagedPolicies();

} // namespace greensward::cloud
