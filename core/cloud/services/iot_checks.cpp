// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/iot_checks.h"

#include "aws/page_token.h"
#include "cloud/errors.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

constexpr std::size_t kLongestAttributeName = 128;
constexpr std::size_t kLongestAttributeValue = 800;
constexpr std::size_t kLargestPage = 250;

bool isAlphanumeric(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool allOf(std::string_view text, std::string_view others)
{
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return isAlphanumeric(c) || others.find(c) != std::string_view::npos; });
}

struct Rule
{
    std::string_view pattern;
    std::string_view others;
    std::size_t longest;
};

Rule ruleOf(NameRule rule)
{
    switch (rule) {
    case NameRule::Thing:
        return {"[a-zA-Z0-9:_-]+", ":_-", 128};
    case NameRule::Policy:
        return {"[\\w+=,.@-]+", "_+=,.@-", 128};
    case NameRule::Certificate:
        break;
    }
    return {"(0x)?[a-fA-F0-9]+", "", 64};
}

tl::unexpected<aws::ApiError> constraint(std::string_view member, std::string_view value, const std::string& rule)
{
    return invalid(fmt::format("1 validation error detected: Value '{}' at '{}' failed to satisfy constraint: {}",
                               value, member, rule));
}

} // namespace

aws::ApiResult<void> checkName(std::string_view member, std::string_view value, NameRule rule)
{
    const Rule is = ruleOf(rule);
    if (value.empty())
        return constraint(member, value, "Member must have length greater than or equal to 1");
    if (value.size() > is.longest)
        return constraint(member, value, fmt::format("Member must have length less than or equal to {}", is.longest));
    const bool fits = rule == NameRule::Certificate
                          ? std::all_of(value.begin(), value.end(),
                                        [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; })
                          : allOf(value, is.others);
    if (!fits)
        return constraint(member, value, fmt::format("Member must satisfy regular expression pattern: {}", is.pattern));
    return {};
}

aws::ApiResult<Attributes> attributesFrom(const boost::json::object* payload)
{
    Attributes attributes;
    const auto* given = payload ? payload->if_contains("attributes") : nullptr;
    if (!given || given->is_null())
        return attributes;
    if (!given->is_object())
        return invalid("attributes must be an object");
    for (const auto& pair : given->get_object()) {
        const std::string_view key(pair.key().data(), pair.key().size());
        if (!pair.value().is_string())
            return invalid(fmt::format("The value of attribute {} must be a string", key));
        const std::string_view value(pair.value().get_string().data(), pair.value().get_string().size());
        if (key.empty() || key.size() > kLongestAttributeName || !allOf(key, "_.,@/:#-"))
            return constraint("attributePayload.attributes", key,
                              "Map keys must satisfy regular expression pattern: [a-zA-Z0-9_.,@/:#-]+");
        if (value.size() > kLongestAttributeValue || !allOf(value, "_.,@/:#=[]-"))
            return constraint("attributePayload.attributes", value,
                              "Map value must satisfy regular expression pattern: [a-zA-Z0-9_.,@/:#=\\[\\]-]*");
        attributes.emplace(key, value);
    }
    return attributes;
}

aws::ApiResult<std::string> required(const ApiCall& call, std::string_view member)
{
    auto value = call.text(member);
    if (!value)
        return invalid(
            fmt::format("1 validation error detected: Value at '{}' failed to satisfy constraint: Member must "
                        "not be null",
                        member));
    return std::move(*value);
}

aws::ApiResult<std::string> requiredHeader(const ApiCall& call, std::string_view name)
{
    const std::string_view value = call.request.field(name);
    if (value.empty())
        return invalid(fmt::format("The header {} is missing", name));
    return std::string(value);
}

double epoch(WallTime time)
{
    return std::chrono::duration<double>(std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()))
        .count();
}

aws::ApiResult<Page> pageOf(const ApiCall& call, std::string_view tokenName, std::string_view sizeName,
                            std::size_t count, std::size_t usual)
{
    std::size_t size = usual;
    if (const auto asked = call.parameter(sizeName)) {
        const auto [end, error] = std::from_chars(asked->data(), asked->data() + asked->size(), size);
        if (error != std::errc() || end != asked->data() + asked->size() || size == 0 || size > kLargestPage)
            return constraint(sizeName, *asked, fmt::format("Member must have value between 1 and {}", kLargestPage));
    }
    Page page;
    if (const auto token = call.parameter(tokenName); token && !token->empty()) {
        const auto offset = aws::pageOffset(call.request.path(), *token);
        if (!offset || *offset > count)
            return invalid(fmt::format("The {} is not valid", tokenName));
        page.begin = *offset;
    }
    page.end = std::min(count, page.begin + size);
    if (page.end < count)
        page.next = aws::pageToken(call.request.path(), page.end);
    return page;
}

} // namespace greensward::cloud
