// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/account.h"
#include "cloud/certificates.h"
#include "cloud/iot_policies.h"
#include "cloud/things.h"
#include "policy/evaluate.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// A device as the policies see it: which policies count for its certificate, and what is known of it
/// (greengrass-and-gateway.md 16). A value of one moment: made anew when generation() has moved on.
struct DevicePrincipal
{
    std::string certificateId;
    std::vector<std::shared_ptr<const policy::Policy>> policies; ///< of the certificate and the groups of its things
    policy::Context context;
    std::uint64_t generation = 0;

    policy::Verdict evaluate(std::string_view action, std::string_view resource) const;
    policy::Explanation explain(std::string_view action, std::string_view resource) const;

private:
    friend class Authorization;
    std::vector<const policy::Policy*> m_set; ///< of policies
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
    DevicePrincipal device(std::string_view certificateId, std::string_view clientId, std::string_view address) const;
    /// The same for policies that are looked at without anybody being connected.
    DevicePrincipal target(std::string_view targetArn, std::string_view clientId) const;
    /// Names of the things the certificate is attached to.
    std::vector<std::string> thingsOf(std::string_view principalArn) const { return m_things.thingsOf(principalArn); }
    /// Goes up when policies, attachments, things or groups change.
    std::uint64_t generation() const { return m_policies.generation() + m_things.generation(); }

private:
    void addPolicies(DevicePrincipal& device, std::string_view targetArn) const;
    void addThing(DevicePrincipal& device, std::string_view principalArn, std::string_view clientId) const;

    const Account& m_account;
    const Things& m_things;
    const Certificates& m_certificates;
    const IotPolicies& m_policies;
};

} // namespace greensward::cloud
