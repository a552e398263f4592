// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/query_form.h"

#include "aws/percent.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace greensward::aws {

namespace {

namespace json = boost::json;
constexpr std::size_t kMostPieces = 2'000;
constexpr std::size_t kDeepest = 12;

struct Node
{
    std::optional<std::string> value;
    std::map<std::string, Node, std::less<>> children;
};

std::optional<unsigned> toIndex(std::string_view text)
{
    unsigned index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (text.size() > 6 || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return index;
}

/// Children in the order of their numbers; empty when one is not a number.
std::vector<const Node*> numbered(const Node& node)
{
    std::vector<std::pair<unsigned, const Node*>> items;
    for (const auto& [name, child] : node.children) {
        const auto index = toIndex(name);
        if (!index)
            return {};
        items.emplace_back(*index, &child);
    }
    std::ranges::sort(items, {}, [](const auto& item) { return item.first; });
    std::vector<const Node*> nodes;
    for (const auto& [index, child] : items)
        nodes.push_back(child);
    return nodes;
}

json::value toJson(const Node& node);

/// An object when each item is a key and a value, else an array.
json::value listOrMap(const std::vector<const Node*>& items)
{
    const auto pair = [](const Node& node) -> std::optional<std::pair<const Node*, const Node*>> {
        for (const auto& [key, value] : {std::pair{"key", "value"}, std::pair{"Name", "Value"}}) {
            const auto k = node.children.find(key), v = node.children.find(value);
            if (node.children.size() == 2 && k != node.children.end() && v != node.children.end() && k->second.value)
                return std::pair{&k->second, &v->second};
        }
        return std::nullopt;
    };
    json::object map;
    json::array list;
    bool pairs = true;
    for (const Node* item : items) {
        const auto both = pair(*item);
        pairs = pairs && both;
        if (pairs)
            map[*both->first->value] = toJson(*both->second);
        list.push_back(toJson(*item));
    }
    return pairs ? json::value(std::move(map)) : json::value(std::move(list));
}

json::value toJson(const Node& node)
{
    if (node.value)
        return json::value(*node.value);
    if (auto items = numbered(node); !items.empty())
        return listOrMap(items);
    // One group of numbers below: L.member.N, M.entry.N, L.ElementName.N
    if (node.children.size() == 1)
        if (auto items = numbered(node.children.begin()->second); !items.empty())
            return listOrMap(items);
    json::object object;
    for (const auto& [name, child] : node.children)
        object[name] = toJson(child);
    return object;
}

} // namespace

ApiResult<json::object> decodeQueryForm(std::string_view form)
{
    const auto malformed = [](const char* text) { return apiFailure("MalformedQueryString", 400, text); };
    if (static_cast<std::size_t>(std::ranges::count(form, '&')) >= kMostPieces)
        return malformed("The query string has too many parameters");
    Node root;
    for (auto& [name, value] : splitQuery(form, Plus::IsSpace)) {
        Node* node = &root;
        std::string_view rest = name;
        for (std::size_t depth = 0;; ++depth) {
            if (depth == kDeepest)
                return malformed("The query string has a parameter that is nested too deeply");
            const auto dot = rest.find('.');
            node = &node->children[std::string{rest.substr(0, dot)}];
            if (node->value)
                return malformed("The query string has a parameter twice, or as a value and as a group");
            if (dot == std::string_view::npos)
                break;
            rest.remove_prefix(dot + 1);
        }
        if (!node->children.empty())
            return malformed("The query string has a parameter twice, or as a value and as a group");
        node->value = std::move(value);
    }
    json::object out;
    for (const auto& [name, child] : root.children)
        out[name] = toJson(child);
    return out;
}

} // namespace greensward::aws
