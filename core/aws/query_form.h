// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"

#include <boost/json/object.hpp>
#include <string_view>

namespace greensward::aws {

/// A form body (or GET query) of the query protocol as JSON; every leaf is a string ("wire-protocols 2").
/// "A.B=1" nests; "L.member.1", "L.1" and "L.Name.1" become arrays in the order of their numbers; "M.entry.1.key" with
/// ".value" (or Name/Value, flattened too) becomes an object. Errors: MalformedQueryString for more than 2,000 pieces,
/// 12 levels, or a name that is a value and a group at once.
ApiResult<boost::json::object> decodeQueryForm(std::string_view form);

} // namespace greensward::aws
