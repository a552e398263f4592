// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <boost/json/fwd.hpp>

namespace greensward::ui {

/// A JSON value on one line, numbers in their shortest plain form (43.55, not 4.355E1).
QString jsonText(const boost::json::value& value);

/// Where and why a text is not JSON.
struct JsonProblem
{
    int line = 0; ///< from 1; 0: there is no problem
    int column = 0;
    qsizetype position = 0; ///< in the text, UTF-16 units
    QString sentence;       ///< with line and column, for a person
    bool operator!() const { return line == 0; }
};
JsonProblem jsonProblem(const QString& text);

} // namespace greensward::ui
