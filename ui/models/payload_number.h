// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>
#include <string_view>

namespace greensward::ui {

/// Paths (see payload_path.h) of the numbers in a JSON payload, in its own order, at most 64. Times that every message
/// carries ("timestamp", "ts", "time") come last: their course is no news.
QStringList payloadNumbers(std::string_view payload);
/// The number at a path; nothing when there is none.
std::optional<double> payloadNumber(std::string_view payload, const QString& path);

} // namespace greensward::ui
