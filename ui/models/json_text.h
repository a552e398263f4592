// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <boost/json/fwd.hpp>

namespace greensward::ui {

/// A JSON value on one line, numbers in their shortest plain form (43.55, not 4.355E1).
QString jsonText(const boost::json::value& value);

} // namespace greensward::ui
