// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "shadow/settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Names and topics of shadows (shadow.md 8).
namespace greensward::shadow {

enum class Operation : std::uint8_t { Get, Update, Delete };
/// "get", "update", "delete"
std::string_view text(Operation operation);

/// A request's topic taken apart. The names are not checked, and views of the topic.
struct TopicParts
{
    Operation operation{};
    std::string_view thing;
    std::string_view shadow; ///< of a named one; empty for the classic shadow
    bool named = false;
};

/// Nothing when the topic is not a request to the service: another topic, or one of its answers. Named topics are none
/// where there are no named shadows.
std::optional<TopicParts> parseTopic(std::string_view topic, bool namedShadows = true);

/// "$aws/things/{thing}/shadow" or "$aws/things/{thing}/shadow/name/{shadow}"; shadow empty: the classic one.
std::string topicPrefix(std::string_view thing, std::string_view shadow = {});

/// [a-zA-Z0-9:_-]+, 1 to 128. The error says what is wrong in the words of the service.
Result<void> checkThingName(std::string_view thing);
/// [$a-zA-Z0-9:_-]+, 1 to 64; without "$" where dollar is false.
Result<void> checkShadowName(std::string_view shadow, bool dollar = true);

} // namespace greensward::shadow
