// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

/// A payload as text: for a row, for reading, and octet by octet.
namespace greensward::ui {

/// True when it can be shown as text: UTF-8 without control characters other than tab and line ends.
bool isReadableText(std::string_view payload);

/// At most `limit` characters on one line: white space runs become one space; binary payloads are shown as octets.
QString oneLine(std::string_view payload, int limit = 160);

/// The text; JSON is put on lines of its own, every name and number as it was sent. Binary payloads give an empty text.
QString readableText(std::string_view payload);

/// Rows of offset, octets and their ASCII; at most `limit` octets, then a line that says how many are left.
QString hexText(std::string_view payload, std::size_t octetsInRow = 16, std::size_t limit = 64 * 1024);

} // namespace greensward::ui
