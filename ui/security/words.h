// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/account_entries.h"

#include <QString>

namespace greensward::ui {

/// "4f0a12b9…": enough of an id to know it by.
QString shortId(const std::string& id);
/// "4F:0A:12 …": as browsers and openssl show a fingerprint.
QString fingerprintText(const std::string& id);
/// "2026-11-24".
QString dateText(WallTime time);
/// "until 2036-11-24, 3 650 days left", "expired 3 days ago", "not valid before 2026-12-01".
QString validityText(const CertificateFacts& facts, WallTime now);
/// How it stands with that: Accent, Attention in the last 30 days, Lost once it is over.
Role validityInk(const CertificateFacts& facts, WallTime now);
QString statusText(const std::string& status);
Role statusInk(const std::string& status);
/// "type turbine, site north": empty when there is nothing.
QString attributesText(const ThingEntry& thing);

} // namespace greensward::ui
