// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/topics.h"

#include <algorithm>
#include <array>

namespace greensward::shadow {

namespace {

constexpr std::size_t kLongestThing = 128;
constexpr std::size_t kLongestShadow = 64;

std::optional<Operation> operationNamed(std::string_view word)
{
    for (const Operation operation : {Operation::Get, Operation::Update, Operation::Delete})
        if (text(operation) == word)
            return operation;
    return std::nullopt;
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
           c == '-';
}

} // namespace

std::string_view text(Operation operation)
{
    switch (operation) {
    case Operation::Get:
        return "get";
    case Operation::Update:
        return "update";
    case Operation::Delete:
        break;
    }
    return "delete";
}

std::optional<TopicParts> parseTopic(std::string_view topic, bool namedShadows)
{
    constexpr std::string_view kStart = "$aws/things/";
    if (!topic.starts_with(kStart))
        return std::nullopt;
    std::array<std::string_view, 5> levels; // thing, "shadow", then "get" or "name", a name, "get"
    std::size_t count = 0;
    for (std::string_view rest = topic.substr(kStart.size());;) {
        if (count == levels.size())
            return std::nullopt;
        const std::size_t slash = rest.find('/');
        levels[count++] = rest.substr(0, slash);
        if (slash == std::string_view::npos)
            break;
        rest.remove_prefix(slash + 1);
    }
    const bool classic = count == 3;
    const bool named = count == 5 && levels[2] == "name" && namedShadows;
    if ((!classic && !named) || levels[1] != "shadow")
        return std::nullopt;
    const auto operation = operationNamed(levels[count - 1]);
    if (!operation)
        return std::nullopt;
    return TopicParts{
        .operation = *operation, .thing = levels[0], .shadow = named ? levels[3] : std::string_view{}, .named = named};
}

std::string topicPrefix(std::string_view thing, std::string_view shadow)
{
    std::string prefix = "$aws/things/";
    prefix += thing;
    prefix += "/shadow";
    if (!shadow.empty()) {
        prefix += "/name/";
        prefix += shadow;
    }
    return prefix;
}

Result<void> checkThingName(std::string_view thing)
{
    if (thing.size() > kLongestThing)
        return failure("ThingName has a maximum length of 128");
    if (thing.empty() || !std::all_of(thing.begin(), thing.end(), isNameCharacter))
        return failure("ThingName must match pattern [a-zA-Z0-9:_-]+");
    return {};
}

Result<void> checkShadowName(std::string_view shadow, bool dollar)
{
    if (shadow.size() > kLongestShadow)
        return failure("ShadowName has a maximum length of 64");
    if (shadow.empty() ||
        !std::all_of(shadow.begin(), shadow.end(), [&](char c) { return isNameCharacter(c) || (dollar && c == '$'); }))
        return failure(dollar ? "ShadowName must match pattern [$a-zA-Z0-9:_-]+"
                              : "ShadowName must match pattern [a-zA-Z0-9:_-]+");
    return {};
}

} // namespace greensward::shadow
