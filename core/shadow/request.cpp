// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/request.h"

#include "shadow/json_writer.h"

#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace greensward::shadow {

namespace {

Rejection rejectionFor(JsonFlaw flaw, const Settings& settings)
{
    switch (flaw) {
    case JsonFlaw::NotUtf8:
        return rejections::badEncoding();
    case JsonFlaw::TooDeep:
        return rejections::tooDeep(settings);
    case JsonFlaw::Malformed:
        break;
    }
    return rejections::badJson(settings);
}

/// At most so many bytes of UTF-8, counted without quotes and escapes.
bool isToken(const Node& node, const Settings& settings)
{
    if (node.kind != NodeKind::Text)
        return false;
    constexpr std::size_t kQuotes = 2;
    if (node.text.size() - kQuotes <= settings.tokenBytes)
        return true;
    const auto plain = unquoted(node.text);
    return plain && plain->size() <= settings.tokenBytes;
}

/// A JSON integer of 0 or more.
std::optional<std::int64_t> versionOf(const Node& node)
{
    if (node.kind != NodeKind::Number || node.text.find_first_of(".eE") != std::string::npos)
        return std::nullopt;
    std::int64_t version = 0;
    const auto read = std::from_chars(node.text.data(), node.text.data() + node.text.size(), version);
    if (node.text.starts_with('-'))
        return read.ec == std::errc{} && version == 0 ? std::optional(version) : std::nullopt;
    return read.ec == std::errc{} ? version : std::numeric_limits<std::int64_t>::max();
}

bool isNullOrObject(const Node& node)
{
    return node.isNull() || node.isObject();
}

/// Steps 7 to 12: the state member.
Result<void, Rejection> checkState(Node* state, const Settings& settings)
{
    const auto refuse = [](Rejection why) { return tl::unexpected(std::move(why)); };
    if (state == nullptr)
        return refuse(rejections::invalid("Missing required node: state"));
    if (!isNullOrObject(*state))
        return refuse(rejections::invalid("State node must be an object"));
    const auto isForeign = [](const Member& member) {
        return member.name != "\"desired\"" && member.name != "\"reported\"";
    };
    if (!settings.foreignNodesRefused)
        std::erase_if(state->members, isForeign);
    for (const Member& member : state->members)
        if (isForeign(member))
            return refuse(rejections::invalid(
                fmt::format("State contains an invalid node: '{}'", unquoted(member.name).value_or(member.name))));
    const Node* const desired = state->find("\"desired\"");
    const Node* const reported = state->find("\"reported\"");
    if (desired != nullptr && !isNullOrObject(*desired))
        return refuse(rejections::invalid("Desired node must be an object"));
    if (reported != nullptr && !isNullOrObject(*reported))
        return refuse(rejections::invalid("Reported node must be an object"));
    for (const Member& section : state->members)
        if (depth(section.value) > settings.nesting)
            return refuse(rejections::tooDeep(settings));
    if (hasNullInArray(*state))
        return refuse(rejections::invalid(std::string(settings.nullInArrayText)));
    return {};
}

} // namespace

Result<UpdateRequest, Rejection> parseUpdate(JsonReader& reader, ByteView payload, const Settings& settings,
                                             std::int64_t timestamp, std::uint32_t writer)
{
    if (payload.size() > settings.payloadBytes)
        return tl::unexpected(rejections::tooLarge(payload.size(), settings));
    auto root = reader.read(payload, timestamp, writer);
    if (!root)
        return tl::unexpected(rejectionFor(root.error(), settings));
    if (!root->isObject())
        return tl::unexpected(rejections::badJson(settings));

    UpdateRequest request;
    if (Node* const token = root->find("\"clientToken\"")) {
        if (!isToken(*token, settings))
            return tl::unexpected(rejections::badToken());
        request.token = std::move(token->text);
    }
    // From here on the token is known and every refusal echoes it.
    const auto refuse = [&](Rejection why) {
        why.token = request.token;
        return tl::unexpected(std::move(why));
    };
    Node* const state = root->find("\"state\"");
    if (auto checked = checkState(state, settings); !checked)
        return refuse(std::move(checked.error()));
    if (const Node* const version = root->find("\"version\""); version != nullptr && !version->isNull()) {
        request.version = versionOf(*version);
        if (!request.version)
            return refuse(rejections::invalid("Invalid version"));
    }
    request.state = std::move(*state);
    return request;
}

Result<std::string, Rejection> parseToken(JsonReader& reader, ByteView payload, const Settings& settings)
{
    if (payload.empty())
        return std::string();
    if (payload.size() > settings.payloadBytes)
        return tl::unexpected(rejections::tooLarge(payload.size(), settings));
    auto root = reader.read(payload);
    if (settings.oddPayloadRefused && (!root || !root->isObject()))
        return tl::unexpected(rejectionFor(root ? JsonFlaw::Malformed : root.error(), settings));
    Node* const token = root && root->isObject() ? root->find("\"clientToken\"") : nullptr;
    if (token == nullptr || token->kind != NodeKind::Text)
        return std::string();
    if (!isToken(*token, settings))
        return tl::unexpected(rejections::badToken());
    return std::move(token->text);
}

} // namespace greensward::shadow
