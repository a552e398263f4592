// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/account.h"
#include "cloud/certificates.h"
#include "cloud/iot_policies.h"
#include "cloud/things.h"
#include "policy/evaluate.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Somebody as the policies see them: a device with its certificate (greengrass-and-gateway.md 16), or a caller of IAM.
/// A value of one moment: made anew when the generation has moved on.
///
/// Policies come in sets. Each set must allow, so that a session policy bounds what a role may do.
struct Principal
{
    enum class Set : std::uint8_t {
        Iot,      ///< IoT policies: of the certificate and the groups of its things, or of a Cognito identity
        Identity, ///< IAM: of a user or role
        Session,  ///< IAM: given when a role was assumed
    };
    using Policies = std::vector<std::shared_ptr<const policy::Policy>>;

    std::string certificateId; ///< empty for callers of IAM
    std::string arn{};         ///< of callers of IAM
    std::string role{};        ///< of a session of a role, its name
    Policies policies;         ///< of all sets
    policy::Context context;
    std::uint64_t generation = 0;

    void add(Set set, const Policies& more);
    policy::Verdict evaluate(std::string_view action, std::string_view resource) const;
    policy::Explanation explain(std::string_view action, std::string_view resource) const;

    /// Which set said no, and the verdict it gave.
    struct Refusal
    {
        Set set = Set::Identity;
        policy::Verdict verdict{};
    };
    /// Nothing when it is allowed. An explicit deny goes first.
    std::optional<Refusal> refusal(std::string_view action, std::string_view resource) const;
    /// Those of one set.
    std::vector<const policy::Policy*> policiesOf(Set set) const;

private:
    struct Part
    {
        Set set;
        std::vector<const policy::Policy*> policies; ///< some of all
    };
    std::vector<Part> m_parts; ///< none: nothing is allowed
};

/// Puts registry, certificates and policies together into what a device may do. Engine thread.
class Authorization
{
public:
    Authorization(const Account& account, const Things& things, const Certificates& certificates,
                  const IotPolicies& policies)
        : m_account(account), m_things(things), m_certificates(certificates), m_policies(policies)
    {}

    const Account& account() const { return m_account; }
    const Certificates& certificates() const { return m_certificates; }
    /// clientId: empty for HTTP. address: "192.168.1.20", without the port.
    Principal device(std::string_view certificateId, std::string_view clientId, std::string_view address) const;
    /// What counts for Greengrass: policies of thing groups do not, and there are no variables of things.
    Principal certificateAlone(std::string_view certificateId, std::string_view address) const;
    /// The same for policies that are looked at without anybody being connected.
    Principal target(std::string_view targetArn, std::string_view clientId) const;
    /// Names of the things the certificate is attached to.
    std::vector<std::string> thingsOf(std::string_view principalArn) const { return m_things.thingsOf(principalArn); }
    /// Goes up when policies, attachments, things or groups change.
    std::uint64_t generation() const { return m_policies.generation() + m_things.generation(); }

private:
    void addPolicies(Principal::Policies& policies, std::string_view targetArn) const;
    void addThing(Principal& device, Principal::Policies& policies, std::string_view principalArn,
                  std::string_view clientId) const;

    const Account& m_account;
    const Things& m_things;
    const Certificates& m_certificates;
    const IotPolicies& m_policies;
};

} // namespace greensward::cloud
