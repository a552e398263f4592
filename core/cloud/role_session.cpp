// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/role_session.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

aws::Caller roleSession(const Account& account, const IamRole& role, std::string_view sessionName)
{
    return {.kind = aws::Caller::Kind::Role,
            .account = account.id,
            .arn = fmt::format("arn:aws:sts::{}:assumed-role/{}/{}", account.id, role.name, sessionName),
            .userId = fmt::format("{}:{}", role.id, sessionName),
            .roleName = role.name};
}

Trust trustOf(const IamRole& role, const policy::AccessRequest& request)
{
    Trust trust = Trust::No;
    for (const policy::Statement& statement : role.trust.parsed->statements) {
        if (!statement.applies(request))
            continue;
        if (!statement.allows)
            return Trust::Denied;
        const bool byName = std::any_of(statement.principals.begin(), statement.principals.end(), [&](const auto& one) {
            const std::string& name = one.name.text();
            return name == request.principal || name == request.principalToo || name == "*";
        });
        if (byName)
            trust = Trust::Direct;
        else if (trust == Trust::No)
            trust = Trust::Delegated;
    }
    return trust;
}

std::string explainTrust(const IamRole& role, const policy::AccessRequest& request)
{
    const policy::Policy* const set[] = {role.trust.parsed.get()};
    return policy::explain(set, request).text;
}

} // namespace greensward::cloud
