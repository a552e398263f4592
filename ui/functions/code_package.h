// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/functions/function_entry.h"

namespace greensward::ui {

/// What of a package is shown and edited: texts of up to 1 MiB each, a hundred files at most. The rest stays in it as it is.
inline constexpr int kMostSources = 100;
inline constexpr quint64 kLargestSource = 1u << 20;

/// The zip of a function with these files in it, other ones as they were. zip: empty for a new one.
Result<QByteArray> packSources(const QByteArray& zip, const SourceFiles& files);
/// The texts of a package.
Result<SourceFiles> unpackSources(const QByteArray& zip);

} // namespace greensward::ui
