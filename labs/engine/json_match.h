// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::labs {

/// What must be so at a place of a JSON document: `"path": "state.desired.power", "equals": "on"`.
///
/// A path is names with dots between them; a number is a place in an array or a name, `*` any element or member,
/// `[Name=cellar]` the elements whose member Name is that text. One that begins with a slash is a JSON pointer, for names
/// with dots in them. An empty path is the whole document.
struct JsonMatch
{
    enum class Compare : std::uint8_t {
        Exists,  ///< "exists": true or false
        Equals,  ///< numbers by their value: 21 and 21.0 are equal
        Differs, ///< there is something, and it is not that
        Above,
        AtLeast,
        Below,
        AtMost,
        Like,     ///< text against a pattern: * any run of characters, ? one
        Includes, ///< text or array: has this in it
    };
    std::string path;
    Compare compare = Compare::Exists;
    boost::json::value value;

    /// True when some value that the path leads to satisfies it ("exists": false: when it leads nowhere).
    bool satisfiedBy(const boost::json::value& document) const;
    /// "state.desired.power is "on"": for what is missing.
    std::string text() const;
    /// How it is instead: ""off"", "not there".
    std::string found(const boost::json::value& document) const;
};

/// Values that a path leads to, in order; pointers into the document.
std::vector<const boost::json::value*> valuesAt(const boost::json::value& document, std::string_view path);

/// Equal as JSON, numbers by value.
bool sameJson(const boost::json::value& a, const boost::json::value& b);

/// A text against a pattern: * any run of characters, ? exactly one; letters count.
bool isLike(std::string_view pattern, std::string_view text);

} // namespace greensward::labs
