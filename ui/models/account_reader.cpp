// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/account_reader.h"

#include <boost/json/object.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr std::size_t kPage = 100;

}

Paging tokenPaging(std::string member, std::size_t most)
{
    return {.member = std::move(member), .next = "nextToken", .token = "nextToken", .size = "maxResults", .most = most};
}

Paging markerPaging(std::string member, std::size_t most)
{
    return {.member = std::move(member), .next = "nextMarker", .token = "marker", .size = "pageSize", .most = most};
}

void AccountReader::ask(client::Call call, Answered answered)
{
    if (!m_api)
        return;
    ++m_waiting;
    m_api->call(std::move(call),
                [this, round = std::weak_ptr(m_round), answered = std::move(answered)](const client::Answer& answer) {
                    if (round.expired())
                        return;
                    answered(answer); // may ask more
                    if (round.expired())
                        return;
                    if (--m_waiting == 0 && m_idle)
                        m_idle();
                });
}

void AccountReader::drop()
{
    m_round = std::make_shared<bool>(true);
    m_waiting = 0;
}

void AccountReader::list(client::Call call, Paging paging, Entry entry, Done done)
{
    page(std::move(call), std::move(paging), {}, 0, std::move(entry), std::move(done));
}

void AccountReader::page(client::Call call, Paging paging, std::string token, std::size_t seen, Entry entry, Done done)
{
    client::Call asked = call;
    asked.query.emplace_back(paging.size, std::to_string(kPage));
    if (!token.empty())
        asked.query.emplace_back(paging.token, token);
    ask(std::move(asked), [this, call = std::move(call), paging = std::move(paging), seen, entry = std::move(entry),
                           done = std::move(done)](const client::Answer& answer) mutable {
        if (!answer.ok())
            return done(answer.problem, false);
        const json::object body = answer.object();
        if (const auto* entries = body.if_contains(paging.member); entries && entries->is_array()) {
            for (const json::value& one : entries->get_array()) {
                if (seen == paging.most)
                    return done({}, true);
                ++seen;
                entry(one);
            }
        }
        const auto* next = body.if_contains(paging.next);
        if (!next || !next->is_string() || next->get_string().empty())
            return done({}, false);
        page(std::move(call), std::move(paging), std::string(next->get_string()), seen, std::move(entry),
             std::move(done));
    });
}

} // namespace greensward::ui
