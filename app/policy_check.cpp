// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy_check.h"

#include "app/running_api.h"

#include "client/api.h"
#include "doctor/phrases.h"
#include "net/event_loop.h"
#include "policy/policy.h"

#include <boost/json.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

doctor::Card allowsNothing(const std::string& policy)
{
    return {.code = doctor::Code::Certificate,
            .confidence = doctor::Confidence::Check,
            .key = "allows nothing " + policy,
            .sentence = {doctor::phrases::kAllowsNothing, {policy}},
            .background = doctor::phrases::kBackCertificate,
            .first = SystemClock().wall(),
            .last = SystemClock().wall()};
}

/// Asks for the list, then for one policy after another.
class PolicyRound
{
public:
    PolicyRound(client::Api& api, net::EventLoop& loop) : m_api(api), m_loop(loop) {}

    void begin()
    {
        m_api.call({.service = "iot", .method = "GET", .path = "/policies"}, [this](const client::Answer& answer) {
            const json::object found = answer.object();
            if (const auto* list = found.if_contains("policies"); list && list->is_array())
                for (const json::value& policy : list->get_array())
                    if (const auto* object = policy.if_object(); object && object->contains("policyName"))
                        m_names.emplace_back(object->at("policyName").as_string());
            answer.ok() ? next() : fail(answer.problem);
        });
    }

    std::string problem;
    std::vector<doctor::Card> cards;

private:
    void next()
    {
        if (m_names.empty())
            return m_loop.stop();
        const std::string name = m_names.back();
        m_names.pop_back();
        m_api.call({.service = "iot", .method = "GET", .path = "/policies/" + client::label(name)},
                   [this, name](const client::Answer& answer) {
                       if (!answer.ok())
                           return fail(answer.problem);
                       look(name, answer.object());
                       next();
                   });
    }

    void look(const std::string& name, const json::object& answer)
    {
        const auto* document = answer.if_contains("policyDocument");
        if (!document || !document->is_string())
            return;
        const auto parsed = policy::parsePolicy(name, document->get_string(), policy::Dialect::Iot);
        if (parsed && std::none_of(parsed->statements.begin(), parsed->statements.end(),
                                   [](const policy::Statement& statement) { return statement.allows; }))
            cards.push_back(allowsNothing(name));
    }

    void fail(const std::string& why)
    {
        problem = why;
        m_loop.stop();
    }

    client::Api& m_api;
    net::EventLoop& m_loop;
    std::vector<std::string> m_names;
};

} // namespace

Result<std::vector<doctor::Card>> checkPolicies(const Whereabouts& at)
{
    RunningApi running(at);
    PolicyRound round(running.api(), running.loop());
    round.begin();
    running.loop().run();
    if (!round.problem.empty())
        return failure(round.problem);
    return std::move(round.cards);
}

} // namespace greensward::app
