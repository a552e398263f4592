// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/act_menu.h"
#include "ui/security/identity.h"

/// What can be done with the cards of an identity.
namespace greensward::ui {

std::vector<OfferedAct> actsOf(const ThingEntry& thing, bool hasPrincipals);
/// thing: it is attached to; empty: none.
std::vector<OfferedAct> actsOf(const CertificateEntry& certificate, const std::string& thing, bool hasPolicies);
std::vector<OfferedAct> actsOf(const AuthorityEntry& authority);
std::vector<OfferedAct> actsOf(const AttachedPolicy& policy, const CertificateEntry& certificate);

OfferedAct attachPolicyAct(const std::string& policy, const CertificateEntry& certificate);
OfferedAct attachThingAct(const std::string& thing, const CertificateEntry& certificate);

} // namespace greensward::ui
