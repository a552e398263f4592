// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/sts.h"

#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr long kShortest = 900;
constexpr long kLongest = 129'600;
constexpr long kLongestOfRoot = 3600;
constexpr long kUsual = 43'200;

} // namespace

std::optional<aws::ApiResult<json::object>> StsService::handle(std::string_view operation, const json::object& input,
                                                               const aws::Caller& caller)
{
    if (operation == "GetCallerIdentity")
        return json::object{{"UserId", caller.userId}, {"Account", caller.account}, {"Arn", caller.arn}};
    if (operation == "GetSessionToken")
        return getSessionToken(input, caller);
    return std::nullopt;
}

aws::ApiResult<json::object> StsService::getSessionToken(const json::object& input, const aws::Caller& caller)
{
    if (caller.kind == aws::Caller::Kind::Role)
        return aws::apiFailure("AccessDenied", 403, "Cannot call GetSessionToken with session credentials");
    long seconds = kUsual;
    if (const auto* given = input.if_contains("DurationSeconds"); given && given->is_string()) {
        const auto& text = given->get_string();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc() || end != text.data() + text.size() || seconds < kShortest || seconds > kLongest)
            return aws::apiFailure(
                "ValidationError", 400,
                fmt::format("1 validation error detected: Value '{}' at 'durationSeconds' failed to satisfy "
                            "constraint: Member must have value between {} and {}",
                            std::string_view(text), kShortest, kLongest));
    }
    // The account's own keys lend for an hour at most; who asks for more gets an hour.
    if (caller.kind == aws::Caller::Kind::Root)
        seconds = std::min(seconds, kLongestOfRoot);
    const aws::Credential& key = m_keyring.lend(caller, std::chrono::seconds(seconds));
    return json::object{{"Credentials",
                         {{"AccessKeyId", key.accessKeyId},
                          {"SecretAccessKey", key.secretAccessKey},
                          {"SessionToken", key.sessionToken},
                          {"Expiration", toIso8601(std::chrono::floor<std::chrono::seconds>(*key.expires))}}}};
}

} // namespace greensward::cloud
