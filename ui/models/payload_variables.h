// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QString>

#include <optional>

namespace greensward::ui {

/// What the variables of a template stand for in one message.
struct VariableValues
{
    quint64 n = 1; ///< ${n}: the how-manieth message
    WallTime time{};
    std::optional<double> ramp;    ///< ${ramp}: the course of a ramp; without one, 0
    QString topic;                 ///< ${topic}: of the message that is answered
    std::string_view payload = {}; ///< ${payload}: the same message's, as text
};

/// Puts values in the place of ${n}, ${time} (ISO 8601), ${timestamp} (milliseconds since 1970), ${random:a..b} (whole
/// numbers if both ends are, else as many decimals as they have), ${uuid}, ${ramp}, ${topic} and ${payload}. What is
/// none of these stays as it is.
QString expanded(const QString& text, const VariableValues& values, Random& random);

/// The first ${…} that means nothing, in a sentence; empty when there is none.
QString variableProblem(const QString& text);
bool usesVariable(const QString& text, const QString& name);

} // namespace greensward::ui
