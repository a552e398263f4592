// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/pattern.h"

#include <optional>

namespace greensward::policy {

/// One line of a Condition block: "ForAllValues:StringEqualsIfExists": {"key": [values]}.
class Condition
{
public:
    /// Nothing for an operator that does not exist or values that are not of its type.
    static std::optional<Condition> make(std::string_view name, std::string key, std::vector<std::string> values,
                                         Pattern::Variables variables);

    bool holds(const Context& context) const;
    const std::string& key() const { return m_key; }
    /// The key is undefined and that is why it does not hold.
    bool lacksKey(const Context& context) const { return !context.find(m_key) && !holds(context); }
    void addMissing(const Context& context, std::vector<std::string>& names) const;
    /// "StringEquals aws:SourceIp 10.0.0.1, 10.0.0.2"
    std::string text() const;

private:
    enum class Kind : std::uint8_t { Text, Number, Date, Bool, Ip, Null };
    enum class Order : std::uint8_t { Equal, Less, LessEqual, Greater, GreaterEqual };
    enum class Quantifier : std::uint8_t { None, All, Any };
    bool oneMatches(std::string_view value, const Context& context) const;
    bool compares(const Pattern& wanted, std::string_view value, const Context& context) const;

    std::string m_name, m_key;
    std::vector<Pattern> m_values;
    Kind m_kind = Kind::Text;
    Order m_order = Order::Equal;
    Quantifier m_quantifier = Quantifier::None;
    bool m_negated = false;
    bool m_ifExists = false;
};

/// "10.0.0.7" in "10.0.0.0/8"; a bare address is a network of one. IPv4 and IPv6; false for anything else.
bool inNetwork(std::string_view address, std::string_view network);

} // namespace greensward::policy
