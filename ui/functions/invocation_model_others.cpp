// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls of others.
#include "ui/functions/invocation_model.h"
#include "ui/functions/lambda_calls.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace greensward::ui {

namespace {

constexpr std::string_view kInvoke = "lambda Invoke";

/// "root · Boto3/1.26.27" of ARN and User-Agent.
QString requesterText(std::string_view arn, std::string_view agent)
{
    const QString who = toQString(arn.substr(arn.rfind(':') + 1));
    const QString program = toQString(agent.substr(0, agent.find(' ')));
    return program.isEmpty() ? who : who + QStringLiteral(" · ") + program;
}

} // namespace

void InvocationModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        if (event.kind == trace::Kind::ApiCalled && chunk.text(event.object) == kInvoke) {
            const std::string_view agent = chunk.text(event.payload);
            if (agent == lambda::kAgent)
                continue;
            const QString caller = requesterText(chunk.text(event.subject), agent);
            if (m_port)
                m_asked.push_back({event.time, event.id, caller});
            else
                m_fresh.push_back({.time = event.time,
                                   .by = Invocation::By::Other,
                                   .caller = caller,
                                   .event = event.id,
                                   .state = Invocation::State::Untold});
        } else if (event.kind == trace::Kind::ApiRefused && event.cause != 0 && chunk.text(event.object) == kInvoke) {
            m_refused.emplace_back(event.cause, toQString(chunk.text(event.detail)));
        }
    }
    if (m_fresh.size() > kMost)
        m_fresh.erase(m_fresh.begin(), m_fresh.end() - static_cast<std::ptrdiff_t>(kMost));
    if (m_refused.size() > kMost)
        m_refused.erase(m_refused.begin(), m_refused.end() - static_cast<std::ptrdiff_t>(kMost));
    if (m_asked.size() > kMost)
        m_asked.erase(m_asked.begin(), m_asked.end() - static_cast<std::ptrdiff_t>(kMost));
}

void InvocationModel::publish()
{
    insert(std::exchange(m_fresh, {}));
    for (const auto& [event, why] : std::exchange(m_refused, {}))
        refuse(event, why);
}

void InvocationModel::refuse(trace::EventId event, const QString& why)
{
    const auto asked = std::find_if(m_asked.begin(), m_asked.end(), [event](const Asked& one) { return one.event == event; });
    if (asked != m_asked.end()) { // it was not run, so its host will not tell
        std::vector<Invocation> one;
        one.push_back({.time = asked->time,
                       .by = Invocation::By::Other,
                       .caller = asked->caller,
                       .event = event,
                       .state = Invocation::State::Refused,
                       .problem = why});
        m_asked.erase(asked);
        return insert(std::move(one));
    }
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [event](const Invocation& one) { return one.event == event; });
    if (found == m_rows.end())
        return;
    found->state = Invocation::State::Refused;
    found->problem = why;
    const auto row = static_cast<int>(found - m_rows.begin());
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    emit changed();
}

void InvocationModel::lookAgain()
{
    if (!m_port || m_isAsking || m_mirror.isPaused())
        return;
    m_isAsking = true;
    m_port->callsAfter(m_told, [alive = QPointer(this)](std::vector<EndedCall> calls) {
        if (!alive)
            return;
        alive->m_isAsking = false;
        alive->take(std::move(calls));
    });
}

bool InvocationModel::isOwn(const EndedCall& call) const
{
    const QString id = toQString(call.requestId);
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&id](const Invocation& one) { return one.report && one.report->requestId == id; });
}

/// A call of this window runs that this may be.
bool InvocationModel::mayBecomeOwn(const EndedCall& call) const
{
    const QString function = toQString(call.function);
    return std::any_of(m_rows.begin(), m_rows.end(), [&function](const Invocation& one) {
        return one.state == Invocation::State::Running && one.function == function;
    });
}

void InvocationModel::take(std::vector<EndedCall> calls)
{
    calls.insert(calls.begin(), std::make_move_iterator(m_early.begin()), std::make_move_iterator(m_early.end()));
    m_early.clear();
    std::vector<Invocation> others;
    for (EndedCall& call : calls) {
        m_told = std::max(m_told, call.number);
        if (isOwn(call))
            continue;
        if (mayBecomeOwn(call))
            m_early.push_back(std::move(call));
        else
            others.push_back(invocationOf(call));
    }
    insert(std::move(others));
}

Invocation InvocationModel::invocationOf(const EndedCall& call)
{
    Invocation one{.time = call.ended,
                   .function = toQString(call.function),
                   .by = Invocation::By::Other,
                   .state = call.failed ? Invocation::State::Failed : Invocation::State::Succeeded,
                   .version = toQString(call.version),
                   .log = toQString(call.log)};
    one.report = reportIn(one.log);
    if (one.report)
        one.time -= std::chrono::duration_cast<WallTime::duration>(
            std::chrono::duration<double, std::milli>(one.report->milliseconds + one.report->init.value_or(0)));
    if (call.failed) {
        one.answer = QByteArray::fromStdString(call.problem);
        one.failure = failureIn(one.answer);
    }
    if (call.linesLeftOut > 0)
        one.log += tr("(lines of its middle left out: %1)").arg(countText(call.linesLeftOut)) + QLatin1Char('\n');
    one.caller = callerOf(one.time, call.ended);
    return one;
}

/// Who asked for it, if only one can have: requests do not say which call they became.
QString InvocationModel::callerOf(WallTime begun, WallTime ended)
{
    constexpr std::chrono::seconds kBefore{2}; // unpacking, and waiting in line
    const auto may = [&](const Asked& one) { return one.time <= ended && one.time >= begun - kBefore; };
    const auto found = std::find_if(m_asked.begin(), m_asked.end(), may);
    if (found == m_asked.end() || std::count_if(m_asked.begin(), m_asked.end(), may) > 1)
        return {};
    const QString caller = found->caller;
    m_asked.erase(found);
    return caller;
}

} // namespace greensward::ui
