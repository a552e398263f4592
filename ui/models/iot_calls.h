// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace greensward::ui {

/// One operation of the IoT control plane: what goes over the wire, and what a person would type into the AWS CLI.
struct IotCall
{
    client::Call call;
    QString cli; ///< "aws iot attach-policy --policy-name …"
};

/// The operations that change an account (wire-protocols.md 5.3).
namespace iot {

using Attributes = std::vector<std::pair<std::string, std::string>>;

/// type: name of its thing type; empty: none.
IotCall createThing(const std::string& name, const Attributes& attributes = {}, const std::string& type = {});
IotCall deleteThing(const std::string& name);
IotCall attachPrincipal(const std::string& thing, const std::string& principalArn);
IotCall detachPrincipal(const std::string& thing, const std::string& principalArn);
/// Active at once.
IotCall createKeysAndCertificate();
/// status: "ACTIVE", "INACTIVE", "REVOKED".
IotCall updateCertificate(const std::string& id, const std::string& status);
IotCall deleteCertificate(const std::string& id);
IotCall createPolicy(const std::string& name, const std::string& document);
IotCall deletePolicy(const std::string& name);
/// The new version becomes the one that counts.
IotCall createPolicyVersion(const std::string& name, const std::string& document);
IotCall setDefaultPolicyVersion(const std::string& name, const std::string& version);
IotCall deletePolicyVersion(const std::string& name, const std::string& version);
/// target: ARN of a certificate or of a thing group.
IotCall attachPolicy(const std::string& name, const std::string& target);
IotCall detachPolicy(const std::string& name, const std::string& target);
IotCall getRegistrationCode();
/// A CA certificate of the account's own (PEM), and the certificate it signed for the registration code (PEM).
IotCall registerAuthority(const std::string& certificate, const std::string& verification, bool active,
                          bool autoRegistration);
IotCall setAuthorityActive(const std::string& authorityId, bool active);
/// It must be inactive.
IotCall deleteAuthority(const std::string& authorityId);
IotCall setAutoRegistration(const std::string& authorityId, bool on);

} // namespace iot

/// A word as a POSIX shell takes it: quoted where it must be.
QString shellWord(const QString& word);

} // namespace greensward::ui
