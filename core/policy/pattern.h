// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/context.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::policy {

/// A resource, action or condition value, split once: literals, '*', '?' (both match '/') and ${variables}. '+' and '#'
/// stand for themselves ("greengrass-and-gateway 16"). Matching allocates nothing.
class Pattern
{
public:
    enum class Case : std::uint8_t { Exact, Ignore };
    enum class Wildcards : std::uint8_t { Yes, No };
    enum class Variables : std::uint8_t { Yes, No };

    explicit Pattern(std::string text, Variables variables = Variables::Yes, Wildcards wildcards = Wildcards::Yes,
                     Case sensitivity = Case::Exact);

    /// False when it differs or a variable in it is undefined (or has several values).
    bool matches(std::string_view subject, const Context& context) const;
    /// Names of the variables that the context does not define.
    void addMissing(const Context& context, std::vector<std::string>& names) const;
    const std::string& text() const { return m_text; } ///< as written
    /// The text with the variables that are defined put in.
    std::string filledIn(const Context& context) const;

private:
    struct Piece
    {
        enum class Kind : std::uint8_t { Literal, AnyRun, AnyOne, Variable };
        Kind kind;
        std::string text{};      ///< literal, or name of the variable
        std::string otherwise{}; ///< default of ${name, 'default'}
        bool hasDefault = false;
    };
    /// Null when undefined.
    static const std::string* resolve(const Piece& piece, const Context& context);
    bool equal(std::string_view a, std::string_view b) const;

    std::string m_text;
    std::vector<Piece> m_pieces;
    Case m_case;
};

} // namespace greensward::policy
