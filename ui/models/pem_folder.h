// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace greensward::ui {

/// What became of the file in one role.
struct PemFinding
{
    enum class Verdict : std::uint8_t { None, Good, Notice, Bad };
    QString file;     ///< whole path; empty: nothing in that role
    QString sentence; ///< Good: what it is ("CN=turbine, until 3 May 2027"); otherwise what is wrong
    Verdict verdict = Verdict::None;
};

/// A device certificate, its private key and the authority of the server, with what is wrong with each.
struct PemRoles
{
    PemFinding authority;
    PemFinding certificate;
    PemFinding key;
    QStringList notes; ///< files that had no part, and why

    bool isUsable() const
    {
        return authority.verdict != PemFinding::Verdict::Bad && certificate.verdict != PemFinding::Verdict::Bad &&
               key.verdict != PemFinding::Verdict::Bad;
    }
};

/// Guesses roles by what is in the files, not by their names: folders are looked into (not below), at most a hundred
/// files. A key goes with the certificate it matches; of several authorities, the first that is valid.
PemRoles guessRoles(const QStringList& filesAndFolders, WallTime now);

/// Judges files that were chosen for their roles; empty: none.
PemRoles judgeRoles(const QString& authority, const QString& certificate, const QString& key, WallTime now);

} // namespace greensward::ui
