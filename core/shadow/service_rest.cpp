// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/json_writer.h"
#include "shadow/service_core.h"

#include <charconv>

namespace greensward::shadow {

namespace {

constexpr std::size_t kDefaultPage = 25;
constexpr std::size_t kLargestPage = 100;

std::optional<Operation> operationOf(std::string_view method)
{
    if (method == "GET")
        return Operation::Get;
    if (method == "POST")
        return Operation::Update;
    if (method == "DELETE")
        return Operation::Delete;
    return std::nullopt;
}

/// The token of a page is the last name of the page before, in hexadecimal.
std::optional<std::string> nameInToken(std::string_view token)
{
    std::string name;
    for (std::size_t i = 0; i + 1 < token.size(); i += 2) {
        unsigned octet = 0;
        const auto read = std::from_chars(token.data() + i, token.data() + i + 2, octet, 16);
        if (read.ec != std::errc{} || read.ptr != token.data() + i + 2)
            return std::nullopt;
        name += static_cast<char>(octet);
    }
    if (token.size() % 2 != 0 || toHex(asBytes(name)) != token || !checkShadowName(name))
        return std::nullopt;
    return name;
}

} // namespace

RestResponse ShadowService::Core::refuse(const Rejection& why) const
{
    return {.status = why.code,
            .errorType = std::string(exceptionName(why.code)),
            .body = "{\"message\":" + quoted(why.message) + "}"};
}

std::optional<RestResponse> ShadowService::Core::handle(const RestRequest& request, const Requester& requester,
                                                        Moment now)
{
    auto target = parseTarget(request.target);
    if (!target || (target->list && !m_settings.namedShadows))
        return std::nullopt;
    if (!m_settings.namedShadows)
        target->shadow.reset();
    const auto operation = operationOf(request.method);
    const Call call{.operation = operation.value_or(Operation::Get),
                    .thing = target->thing,
                    .shadow = target->shadow ? std::string_view(*target->shadow) : std::string_view{},
                    .payload = operation == Operation::Update ? request.body : ByteView{},
                    .requester = requester,
                    .now = now,
                    .http = true};
    const auto refused = [&](const Rejection& why) {
        recordRejected(call, why);
        return refuse(why);
    };
    if (!operation || (target->list && *operation != Operation::Get))
        return refused({405, "Method not allowed", {}});
    if (const auto why = checkNames({*operation, call.thing, call.shadow, !target->list && target->shadow.has_value()}))
        return refused(*why);
    if (target->list)
        return listNamed(*target, call);
    Outcome outcome = perform(call);
    if (outcome.code != 200) {
        RestResponse response = refuse({outcome.code, std::move(outcome.why), {}});
        response.waitsFor = outcome.waitsFor;
        return response;
    }
    return RestResponse{.status = 200, .errorType = {}, .body = std::move(outcome.body), .waitsFor = outcome.waitsFor};
}

RestResponse ShadowService::Core::listNamed(const RestTarget& target, const Call& call)
{
    const auto refused = [&](const Rejection& why) {
        recordRejected(call, why);
        return refuse(why);
    };
    if (auto why = checkThrottles(call))
        return refused(*why);
    std::size_t page = kDefaultPage;
    if (target.pageSize) {
        const char* const end = target.pageSize->data() + target.pageSize->size();
        const auto read = std::from_chars(target.pageSize->data(), end, page);
        if (read.ec != std::errc{} || read.ptr != end || page < 1 || page > kLargestPage)
            return refused(rejections::invalid("pageSize must be between 1 and 100"));
    }
    std::optional<std::string> after;
    if (target.nextToken) {
        after = nameInToken(*target.nextToken);
        if (!after)
            return refused(rejections::invalid("Invalid nextToken"));
    }
    const auto shadows = m_things.find(call.thing);
    if (m_settings.unknownThingListIs404 && shadows == m_things.end() &&
        (!m_parts.thingExists || !m_parts.thingExists(call.thing)))
        return refused({404, "Thing not found", {}});

    std::string body = "{\"results\":[";
    std::string next;
    Ticket ticket = 0;
    if (shadows != m_things.end()) {
        std::size_t listed = 0;
        std::string_view last;
        for (auto it = shadows->second.upper_bound(after.value_or("")); it != shadows->second.end(); ++it) {
            const auto& [name, shadow] = *it;
            ticket = std::max(ticket, waitsFor(&shadow));
            if (shadow.deleted)
                continue;
            if (listed == page) {
                next = toHex(asBytes(last));
                break;
            }
            if (listed++ > 0)
                body += ',';
            body += quoted(name);
            last = name;
        }
    }
    body += ']';
    if (!next.empty())
        body += ",\"nextToken\":" + quoted(next);
    body += ",\"timestamp\":";
    appendNumber(body, call.timestamp());
    body += '}';
    return {.status = 200, .errorType = {}, .body = std::move(body), .waitsFor = ticket};
}

} // namespace greensward::shadow
