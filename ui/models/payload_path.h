// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <string_view>

/// Where in a JSON payload a value is, as filters, plots and the inspector write it: "rpm", "gear.heat", "cells[2]"; a
/// key that would be misread stands in quotes, ["wind.speed"].
namespace greensward::ui {

QString pathBelow(const QString& path, std::string_view key);
QString pathAt(const QString& path, std::size_t place);
/// The last key of a path, without places in arrays: "heat" of "gear.heat[3]".
QString lastKey(const QString& path);

} // namespace greensward::ui
