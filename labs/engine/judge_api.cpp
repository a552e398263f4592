// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to APIs: when they are asked, and what their answers mean.
#include "labs/judge_core.h"
#include "labs/operation.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <fmt/format.h>

namespace greensward::labs {

using namespace std::chrono_literals;
using trace::Kind;

namespace {

constexpr Duration kBetween = 200ms;
/// An event tells that a request was let in; what it does may take longer (a key is being made). Then it is asked
/// again.
constexpr std::array<Duration, 4> kAgain{200ms, 500ms, 1500ms, 4s};

/// What may have changed an answer. Questions do not: the judge's own are recorded, too.
bool maybeChanges(const trace::Chunk& chunk, const trace::Event& event)
{
    switch (event.kind) {
    case Kind::ApiCalled:
        return !onlyLooks(chunk.text(event.object));
    case Kind::ShadowAccepted:
        return chunk.text(event.detail) != "get";
    case Kind::RetainedStored:
    case Kind::RetainedCleared:
    case Kind::ClientConnected:
    case Kind::ClientDisconnected:
        return true;
    default:
        return false;
    }
}

} // namespace

void Judge::Core::seeForApi(Node& node, const trace::Chunk& chunk, const trace::Event& event)
{
    if (!maybeChanges(chunk, event))
        return;
    node.reason = {event.time, event.id};
    node.repeats = 0;
    node.askDue = std::max(m_now, node.askedAt + kBetween);
}

void Judge::Core::ask(Node& node)
{
    node.askDue.reset();
    if (!m_api)
        return;
    auto call = callOf(node.condition->api.operation, node.condition->api.with);
    if (!call) {
        node.found = call.error().message;
        ++m_revision;
        return;
    }
    node.asking = true;
    node.askedAt = m_now;
    m_api->call(std::move(*call), [core = weak_from_this(), &node](const client::Answer& answer) {
        if (const auto alive = core.lock()) // the node lives in it
            alive->answered(node, answer);
    });
}

void Judge::Core::answered(Node& node, const client::Answer& answer)
{
    const ApiQuestion& wanted = node.condition->api;
    node.asking = false;
    if (answer.status == 0) { // nobody answered: it is as it was, as far as anybody knows
        node.found = fmt::format("`{}`: {}", wanted.operation, answer.problem);
        ++m_revision;
        return;
    }
    node.known = true;
    std::string found;
    bool met = false;
    if (answer.ok()) {
        boost::system::error_code broken;
        const boost::json::value document =
            answer.body.empty() ? boost::json::value() : boost::json::parse(answer.body, broken);
        // That it succeeds is enough for a question about nothing in particular; IAM answers it in XML.
        met = wanted.error.empty() && (wanted.where.empty() || !broken);
        if (!wanted.error.empty())
            found = fmt::format("`{}` is answered", wanted.operation);
        for (const JsonMatch& match : wanted.where)
            if (met && !match.satisfiedBy(document)) {
                met = false;
                found = fmt::format("`{}`: `{}` is {}", wanted.operation, match.path, match.found(document));
            }
    } else {
        met = !wanted.error.empty() && answer.code == wanted.error;
        found = fmt::format("`{}` answers: {}", wanted.operation, answer.problem);
    }
    if (node.found != found)
        ++m_revision;
    node.found = met ? std::string() : found;
    const auto moment = Moment{node.reason.event != 0 ? node.reason.time : m_now, node.reason.event};
    if (met && !node.met)
        node.last = moment;
    set(node, met, met ? moment : Moment{}, met ? node.condition->api.text() : std::string());
    if (!met && !node.askDue && node.reason.event != 0 && node.repeats < kAgain.size())
        node.askDue = m_now + kAgain[node.repeats++];
    pass(m_root); // what hangs on it
}

void Judge::Core::askAgain()
{
    const auto again = [this](auto& self, Node& node) -> void {
        if (node.condition->form == Condition::Form::Api)
            node.askDue = m_now;
        for (Node& part : node.parts)
            self(self, part);
    };
    again(again, m_root);
}

bool Judge::Core::isAsking() const
{
    const auto asking = [](auto& self, const Node& node) -> bool {
        return node.asking || node.askDue ||
               std::any_of(node.parts.begin(), node.parts.end(), [&](const Node& part) { return self(self, part); });
    };
    return asking(asking, m_root);
}

} // namespace greensward::labs
