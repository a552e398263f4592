// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/card.h"

#include <string>
#include <vector>

namespace greensward::doctor {

/// A file as its reader found it; the check itself opens none.
struct FolderFile
{
    std::string name;    ///< below the folder, "certs/root.pem"
    std::string content; ///< empty when it could not be read
    std::string problem; ///< why not; empty otherwise
    bool othersMayRead = false;
};

/// D04 and D08 of the certificates, keys and configuration files of a device, as a folder of them: parsed, compared, and
/// walked from issuer to subject; D12 of the config.json of a core. The most telling first; empty: they fit.
std::vector<Card> checkFolder(const std::vector<FolderFile>& files, WallTime now);

} // namespace greensward::doctor
