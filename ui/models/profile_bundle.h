// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/models/broker_profile.h"

namespace greensward::ui {

struct BundleChoice
{
    bool withKeys = false; ///< private keys go along
    QString passphrase;    ///< AES-256 over every entry; empty: none
};

/// Connection profiles and the certificates they name in one zip file. Passwords never go along.
Result<void> exportBundle(const QList<BrokerProfile>& profiles, const QString& file, const BundleChoice& choice);

struct ImportedBundle
{
    QList<BrokerProfile> profiles; ///< their files are those unpacked
    bool wantsPassphrase = false;  ///< there is one, and this was not it: nothing was unpacked
};

/// Files are unpacked into a new folder below `into` (0700, keys 0600), whatever the bundle calls them; bounded in
/// number and size.
Result<ImportedBundle> importBundle(const QString& file, const QString& passphrase, const QString& into);

} // namespace greensward::ui
