// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace greensward::ui {

/// What an export writes of a cell instead of the text that is shown: the whole payload as octets, a moment with its
/// date. Models that have nothing more to say do not answer.
inline constexpr int kExportRole = Qt::UserRole + 1000;

} // namespace greensward::ui
