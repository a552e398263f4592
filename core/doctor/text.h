// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace greensward::doctor {

/// A sentence of the catalogue (phrases.h) and what goes into its places %1, %2, …: translated as a whole.
struct Text
{
    Text() = default;
    Text(const char* source, std::vector<std::string> places = {}) : phrase(source), values(std::move(places)) {}

    const char* phrase = "";
    std::vector<std::string> values{};

    bool isEmpty() const { return *phrase == '\0'; }
    /// As written, in English.
    std::string english() const;
};

} // namespace greensward::doctor
