// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "policy/condition.h"

#include <string>
#include <string_view>
#include <vector>

namespace greensward::policy {

/// One Statement, compiled. Whether it applies to a request is asked part by part, so that a miss can be explained.
struct Statement
{
    struct Principal
    {
        std::string type; ///< "AWS", "Service", "Federated", "CanonicalUser"; "*" for anybody
        Pattern name;
    };
    std::string sid{};
    bool allows = false;
    bool notAction = false, notResource = false, notPrincipal = false;
    std::vector<Pattern> actions{}, resources{};
    std::vector<Principal> principals{}; ///< empty: identity and IoT policies
    std::vector<Condition> conditions{};

    bool speaksOfAction(const AccessRequest& request) const;
    bool speaksOfResource(const AccessRequest& request) const;
    bool speaksOfPrincipal(const AccessRequest& request) const;
    bool conditionsHold(const AccessRequest& request) const;
    bool applies(const AccessRequest& request) const
    {
        return speaksOfAction(request) && speaksOfResource(request) && speaksOfPrincipal(request) &&
               conditionsHold(request);
    }
};

/// A policy document, compiled once and judged by many times. Immutable; any thread.
struct Policy
{
    std::string name; ///< for people and test-authorization; may be empty for inline policies
    std::string arn{};
    std::vector<Statement> statements{};
};

enum class Dialect : std::uint8_t {
    Iot,      ///< no Principal; 2048 characters without white space ("greengrass-and-gateway 16")
    Identity, ///< IAM; 10240 characters, which a role may have inline
    Trust,    ///< Principal is needed, Resource is not allowed; 2048 characters
    Resource, ///< Principal and Resource; 20480 characters
};

/// Errors: MalformedPolicyException (Iot), MalformedPolicyDocument (IAM), 400, with a text that names the place.
aws::ApiResult<Policy> parsePolicy(std::string name, std::string_view document, Dialect dialect);

} // namespace greensward::policy
