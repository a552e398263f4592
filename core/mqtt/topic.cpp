// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/topic.h"

#include "mqtt/broken_rule.h"
#include "mqtt/text_flaws.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

constexpr std::string_view kSharePrefix = "$share/";
constexpr std::size_t kMaximumLength = 65'535;

/// What topic names and filters have in common.
const ProtocolError* brokenText(std::string_view text, TextFlaws flaws)
{
    if ((flaws & kIllFormed) != 0)
        return &rule::kIllFormedText;
    if ((flaws & kNull) != 0)
        return &rule::kNullCharacter;
    if (text.size() > kMaximumLength)
        return &rule::kTopicTooLong;
    return nullptr;
}

const ProtocolError* brokenWildcard(std::string_view filter)
{
    for (std::size_t i = 0; i < filter.size(); ++i) {
        if (filter[i] != '+' && filter[i] != '#')
            continue;
        const bool levelStarts = i == 0 || filter[i - 1] == '/';
        if (filter[i] == '#' && (!levelStarts || i + 1 != filter.size()))
            return &rule::kMisplacedHash;
        if (filter[i] == '+' && (!levelStarts || (i + 1 != filter.size() && filter[i + 1] != '/')))
            return &rule::kMisplacedPlus;
    }
    return nullptr;
}

} // namespace

bool isUtf8String(std::string_view text)
{
    return (findFlaws(text) & (kIllFormed | kNull)) == 0;
}

Checked<void> checkTopicName(std::string_view topic)
{
    if (topic.empty())
        return broken(rule::kEmptyTopicName);
    const TextFlaws flaws = findFlaws(topic);
    if (const auto* error = brokenText(topic, flaws))
        return broken(*error);
    if ((flaws & kWildcard) != 0)
        return broken(rule::kWildcardInTopicName);
    return {};
}

Checked<void> checkTopicFilter(std::string_view filter)
{
    if (filter.empty())
        return broken(rule::kEmptyTopicFilter);
    const TextFlaws flaws = findFlaws(filter);
    if (const auto* error = brokenText(filter, flaws))
        return broken(*error);
    if (filter.starts_with(kSharePrefix)) {
        const SharedFilter shared = splitShared(filter);
        if (shared.group.empty())
            return broken(rule::kEmptyShareName);
        if (shared.group.find_first_of("+#") != std::string_view::npos)
            return broken(rule::kWildcardInShareName);
        if (shared.filter.empty())
            return broken(rule::kSharedFilterMissing);
        filter = shared.filter;
    }
    if ((flaws & kWildcard) != 0)
        if (const auto* error = brokenWildcard(filter))
            return broken(*error);
    return {};
}

bool topicMatches(std::string_view filter, std::string_view topic, bool parentMatch)
{
    // [MQTT-4.7.2-1] A leading wildcard does not reach topics that begin with '$'.
    if (!topic.empty() && topic.front() == '$' && !filter.empty() && filter.front() != '$')
        return false;
    std::size_t f = 0;
    std::size_t t = 0;
    while (f < filter.size()) {
        if (filter[f] == '#')
            return true;
        if (filter[f] == '+') {
            t = std::min(topic.find('/', t), topic.size());
            ++f;
        } else if (t < topic.size() && filter[f] == topic[t]) {
            ++f;
            ++t;
        } else {
            // Only "/#" may be left over when the topic is at its end.
            return parentMatch && t == topic.size() && filter.substr(f) == "/#";
        }
    }
    return t == topic.size();
}

std::size_t topicLevels(std::string_view topic)
{
    return static_cast<std::size_t>(std::count(topic.begin(), topic.end(), '/')) + 1;
}

SharedFilter splitShared(std::string_view filter)
{
    if (!filter.starts_with(kSharePrefix))
        return {{}, filter};
    const std::string_view rest = filter.substr(kSharePrefix.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return {rest, {}};
    return {rest.substr(0, slash), rest.substr(slash + 1)};
}

} // namespace greensward::mqtt
