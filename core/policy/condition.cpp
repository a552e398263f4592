// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/condition.h"

#include "aws/amz_date.h"
#include "aws/http.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>

namespace greensward::policy {

namespace {

std::optional<double> toNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// Seconds since 1970: ISO 8601 or a number.
std::optional<double> toMoment(std::string_view text)
{
    if (const auto time = aws::fromIso8601(text))
        return std::chrono::duration<double>(time->time_since_epoch()).count();
    return toNumber(text);
}

struct Address
{
    std::array<std::uint8_t, 16> octets{};
    unsigned bits = 0; ///< 32 or 128; 0 when it was none
};

Address toAddress(std::string_view text)
{
    Address address;
    std::array<char, 64> copy{};
    if (text.size() >= copy.size())
        return address;
    std::ranges::copy(text, copy.begin());
    if (inet_pton(AF_INET, copy.data(), address.octets.data()) == 1)
        address.bits = 32;
    else if (inet_pton(AF_INET6, copy.data(), address.octets.data()) == 1)
        address.bits = 128;
    return address;
}

} // namespace

bool inNetwork(std::string_view address, std::string_view network)
{
    const auto slash = network.find('/');
    const Address a = toAddress(address), n = toAddress(network.substr(0, slash));
    unsigned prefix = n.bits;
    if (slash != std::string_view::npos) {
        const auto text = network.substr(slash + 1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), prefix);
        if (error != std::errc{} || end != text.data() + text.size())
            return false;
    }
    if (a.bits == 0 || a.bits != n.bits || prefix > n.bits)
        return false;
    for (unsigned bit = 0; bit < prefix; ++bit)
        if (((a.octets[bit / 8] ^ n.octets[bit / 8]) >> (7 - bit % 8)) & 1)
            return false;
    return true;
}

std::optional<Condition> Condition::make(std::string_view name, std::string key, std::vector<std::string> values,
                                         Pattern::Variables variables)
{
    Condition condition;
    condition.m_name = name;
    condition.m_key = std::move(key);
    if (name.starts_with("ForAllValues:") || name.starts_with("ForAnyValue:")) {
        condition.m_quantifier = name.starts_with("ForAll") ? Quantifier::All : Quantifier::Any;
        name.remove_prefix(name.find(':') + 1);
    }
    if (name.ends_with("IfExists") && name != "IfExists") {
        condition.m_ifExists = true;
        name.remove_suffix(8);
    }
    const auto drop = [&name](std::string_view prefix) {
        if (!name.starts_with(prefix))
            return false;
        name.remove_prefix(prefix.size());
        return true;
    };
    auto wildcards = Pattern::Wildcards::No;
    auto sensitivity = Pattern::Case::Exact;
    if (drop("String")) {
        condition.m_negated = drop("Not");
        if (name == "EqualsIgnoreCase")
            sensitivity = Pattern::Case::Ignore;
        else if (name == "Like")
            wildcards = Pattern::Wildcards::Yes;
        else if (name != "Equals")
            return std::nullopt;
    } else if (drop("Arn")) {
        condition.m_negated = drop("Not");
        if (name != "Equals" && name != "Like")
            return std::nullopt;
        wildcards = Pattern::Wildcards::Yes; // both behave alike
    } else if (name.starts_with("Numeric") || name.starts_with("Date")) {
        condition.m_kind = drop("Numeric") ? Kind::Number : (drop("Date"), Kind::Date);
        constexpr std::array<std::pair<std::string_view, Order>, 6> kOrders{
            {{"Equals", Order::Equal},
             {"NotEquals", Order::Equal},
             {"LessThan", Order::Less},
             {"LessThanEquals", Order::LessEqual},
             {"GreaterThan", Order::Greater},
             {"GreaterThanEquals", Order::GreaterEqual}}};
        const auto order = std::ranges::find(kOrders, name, [](const auto& pair) { return pair.first; });
        if (order == kOrders.end())
            return std::nullopt;
        condition.m_order = order->second;
        condition.m_negated = name == "NotEquals";
    } else if (name == "Bool") {
        condition.m_kind = Kind::Bool;
        sensitivity = Pattern::Case::Ignore;
    } else if (name == "IpAddress" || name == "NotIpAddress") {
        condition.m_kind = Kind::Ip;
        condition.m_negated = name == "NotIpAddress";
    } else if (name == "Null") {
        condition.m_kind = Kind::Null;
        sensitivity = Pattern::Case::Ignore;
    } else if (name != "BinaryEquals") {
        return std::nullopt;
    }
    for (auto& value : values) {
        const bool variable = value.find("${") != std::string::npos;
        const auto network = std::string_view{value}.substr(0, value.find('/'));
        if ((condition.m_kind == Kind::Number && !variable && !toNumber(value)) ||
            (condition.m_kind == Kind::Date && !variable && !toMoment(value)) ||
            (condition.m_kind == Kind::Ip && !variable && !inNetwork(network, value)) ||
            ((condition.m_kind == Kind::Bool || condition.m_kind == Kind::Null) && !variable &&
             !aws::equalIgnoringCase(value, "true") && !aws::equalIgnoringCase(value, "false")))
            return std::nullopt;
        condition.m_values.emplace_back(std::move(value), variables, wildcards, sensitivity);
    }
    return condition;
}

bool Condition::compares(const Pattern& wanted, std::string_view value, const Context& context) const
{
    if (m_kind == Kind::Text || m_kind == Kind::Bool)
        return wanted.matches(value, context);
    if (m_kind == Kind::Ip)
        return inNetwork(value, wanted.filledIn(context));
    const auto read = m_kind == Kind::Number ? toNumber : toMoment;
    const auto left = read(value), right = read(wanted.filledIn(context));
    if (!left || !right)
        return false;
    switch (m_order) {
    case Order::Equal:
        return *left == *right;
    case Order::Less:
        return *left < *right;
    case Order::LessEqual:
        return *left <= *right;
    case Order::Greater:
        return *left > *right;
    case Order::GreaterEqual:
        return *left >= *right;
    }
    return false;
}

bool Condition::oneMatches(std::string_view value, const Context& context) const
{
    return std::ranges::any_of(m_values, [&](const auto& wanted) { return compares(wanted, value, context); }) !=
           m_negated;
}

bool Condition::holds(const Context& context) const
{
    const auto* values = context.find(m_key);
    if (m_kind == Kind::Null)
        return std::ranges::any_of(m_values,
                                   [&](const auto& v) { return v.matches(values ? "false" : "true", context); });
    if (!values)
        return m_ifExists || m_quantifier == Quantifier::All || (m_negated && m_quantifier == Quantifier::None);
    // A value that names an undefined variable cannot be compared: the statement does not apply.
    std::vector<std::string> missing;
    addMissing(context, missing);
    if (!missing.empty())
        return false;
    const auto one = [&](const std::string& value) { return oneMatches(value, context); };
    if (m_quantifier == Quantifier::Any || (m_quantifier == Quantifier::None && !m_negated))
        return std::ranges::any_of(*values, one);
    return std::ranges::all_of(*values, one);
}

void Condition::addMissing(const Context& context, std::vector<std::string>& names) const
{
    for (const auto& value : m_values)
        value.addMissing(context, names);
}

std::string Condition::text() const
{
    std::string out = m_name + ' ' + m_key;
    for (const auto& value : m_values)
        out += (&value == &m_values.front() ? " " : ", ") + value.text();
    return out;
}

} // namespace greensward::policy
