// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

/// Numbers as a person reads them: thin-space thousands, few digits, the unit apart.
namespace greensward::ui {

/// "48 210" with thin spaces.
QString countText(quint64 number);
/// Up to four significant digits: "1 502", "480.2", "41.23", "0.250".
QString valueText(double value);
/// A change of a number, with its sign, in its shortest form: "+22", "−0.25", "±0".
QString stepText(double step);
/// "212 B", "9.1 MiB".
QString byteText(quint64 bytes);
/// "10:43:12.418", local time.
QString clockText(WallTime time);
/// "now", "3 s", "2 min", "5 h".
QString ageText(Duration age);
/// "0.42 ms", "12 ms", "1.5 s", "3 min".
QString latencyText(Duration time);

} // namespace greensward::ui
