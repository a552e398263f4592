// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/node.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace greensward::shadow {

namespace {

/// From here on a table pays.
constexpr std::size_t kFewMembers = 24;

bool hasNull(const Node& node)
{
    return node.isNull() ||
           std::any_of(node.members.begin(), node.members.end(), [](const Member& m) { return hasNull(m.value); });
}

/// A number as its significant digits and the power of ten of the last of them.
struct Decimal
{
    bool negative = false;
    std::string digits; ///< no zeros at either end; empty for zero
    std::int64_t exponent = 0;

    bool operator==(const Decimal&) const = default;
};

Decimal toDecimal(std::string_view text)
{
    // Beyond this no text of a permitted length can bring two exponents together.
    constexpr std::int64_t kHuge = std::int64_t{1} << 60;
    Decimal number;
    if (text.starts_with('-')) {
        number.negative = true;
        text.remove_prefix(1);
    }
    if (const auto mark = text.find_first_of("eE"); mark != std::string_view::npos) {
        std::string_view power = text.substr(mark + 1);
        if (power.starts_with('+'))
            power.remove_prefix(1);
        if (std::from_chars(power.data(), power.data() + power.size(), number.exponent).ec != std::errc{})
            number.exponent = power.starts_with('-') ? -kHuge : kHuge;
        number.exponent = std::clamp(number.exponent, -kHuge, kHuge);
        text = text.substr(0, mark);
    }
    if (const auto point = text.find('.'); point != std::string_view::npos) {
        number.digits = std::string(text.substr(0, point)) + std::string(text.substr(point + 1));
        number.exponent -= static_cast<std::int64_t>(text.size() - point - 1);
    } else {
        number.digits = text;
    }
    while (number.digits.ends_with('0')) {
        number.digits.pop_back();
        ++number.exponent;
    }
    number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
    if (number.digits.empty())
        return {};
    return number;
}

} // namespace

const Node* Node::find(std::string_view quotedName) const
{
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == quotedName; });
    return found == members.end() ? nullptr : &found->value;
}

Node* Node::find(std::string_view quotedName)
{
    return const_cast<Node*>(std::as_const(*this).find(quotedName));
}

MemberIndex::MemberIndex(const std::vector<Member>& members) : m_members(members)
{
    if (members.size() <= kFewMembers)
        return;
    m_table.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i)
        m_table.emplace(members[i].name, i);
}

std::size_t MemberIndex::find(std::string_view quotedName) const
{
    if (!m_table.empty()) {
        const auto found = m_table.find(quotedName);
        return found == m_table.end() ? kNone : found->second;
    }
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (m_members[i].name == quotedName)
            return i;
    return kNone;
}

std::size_t depth(const Node& node)
{
    if (node.members.empty())
        return 0;
    std::size_t below = 0;
    for (const Member& member : node.members)
        below = std::max(below, depth(member.value));
    return below + 1;
}

bool hasNullInArray(const Node& node)
{
    return std::any_of(node.members.begin(), node.members.end(), [&](const Member& member) {
        return node.kind == NodeKind::Array ? hasNull(member.value) : hasNullInArray(member.value);
    });
}

bool sameNumber(std::string_view left, std::string_view right)
{
    return left == right || toDecimal(left) == toDecimal(right);
}

bool sameValue(const Node& left, const Node& right, bool numbersByValue)
{
    if (left.kind != right.kind || left.members.size() != right.members.size())
        return false;
    switch (left.kind) {
    case NodeKind::Null:
        return true;
    case NodeKind::Boolean:
    case NodeKind::Text:
        return left.text == right.text;
    case NodeKind::Number:
        return numbersByValue ? sameNumber(left.text, right.text) : left.text == right.text;
    case NodeKind::Array:
        return std::equal(
            left.members.begin(), left.members.end(), right.members.begin(),
            [&](const Member& a, const Member& b) { return sameValue(a.value, b.value, numbersByValue); });
    case NodeKind::Object:
        break;
    }
    const MemberIndex index(right.members);
    return std::all_of(left.members.begin(), left.members.end(), [&](const Member& member) {
        const std::size_t place = index.find(member.name);
        return place != MemberIndex::kNone && sameValue(member.value, right.members[place].value, numbersByValue);
    });
}

} // namespace greensward::shadow
