// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/send_desk.h"

#include "mqtt/topic.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/payload_variables.h"
#include "ui/models/qt_text.h"

#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

PublishRequest requestOf(const SendTemplate& what, const VariableValues& values, Random& random,
                         const QString& broker = {})
{
    return {.topic = expanded(what.topic, values, random).toStdString(),
            .payload = expanded(what.payload, values, random).toStdString(),
            .qos = what.qos,
            .retain = what.retain,
            .broker = broker.toStdString()};
}

} // namespace

SendDesk::SendDesk(EngineMirror& mirror) : m_mirror(mirror), m_templates(mirror), m_random(entropySeed()) {}

QString SendDesk::problemOf(const SendTemplate& what)
{
    if (what.topic.isEmpty())
        return tr("A message goes to a topic.");
    if (what.topic.contains(QLatin1Char('+')) || what.topic.contains(QLatin1Char('#')))
        return tr("A topic to send to has no + and no #: those are for subscribing.");
    if (!mqtt::checkTopicName(what.topic.toStdString()))
        return tr("A topic is UTF-8 text of at most 65,535 bytes without the character 0.");
    if (what.payload.toUtf8().size() > kMostPayload)
        return tr("AWS IoT takes at most 128 KiB in one message.");
    return {};
}

bool SendDesk::send(const SendTemplate& what)
{
    if (!problemOf(what).isEmpty())
        return false;
    m_mirror.publish(
        requestOf(what, {.n = ++m_singles, .time = m_mirror.now(), .ramp = {}, .topic = {}}, m_random, m_broker));
    return true;
}

bool SendDesk::start(const SendTemplate& what, const SendRun& run)
{
    stop();
    if (!problemOf(what).isEmpty())
        return false;
    m_repeated = what;
    m_run = run;
    m_run.everyMillis = std::max(kLeastMillis, run.everyMillis);
    m_sent = 0;
    m_total = run.times;
    if (run.ramp) {
        const double steps = std::ceil(std::max(0.0, run.ramp->seconds) * 1000 / m_run.everyMillis - 1e-9);
        m_total = static_cast<quint64>(steps) + 1;
    }
    m_timer.start(m_run.everyMillis, Qt::PreciseTimer, this);
    sendNext();
    return true;
}

void SendDesk::stop()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    emit runChanged();
}

void SendDesk::sendNext()
{
    VariableValues values{.n = m_sent + 1, .time = m_mirror.now(), .ramp = {}, .topic = {}};
    if (m_run.ramp) {
        const double share = m_total < 2 ? 1.0 : static_cast<double>(m_sent) / static_cast<double>(m_total - 1);
        values.ramp = m_run.ramp->from + (m_run.ramp->to - m_run.ramp->from) * share;
    }
    m_mirror.publish(requestOf(m_repeated, values, m_random, m_broker));
    ++m_sent;
    if (m_total > 0 && m_sent >= m_total)
        m_timer.stop();
    emit runChanged();
}

void SendDesk::setReply(const std::optional<ReplyRule>& rule)
{
    m_reply = rule;
    m_replyFilter = rule ? rule->filter.toStdString() : std::string();
    if (rule && (!mqtt::checkTopicFilter(m_replyFilter) || !problemOf(rule->answer).isEmpty()))
        m_reply.reset();
    m_replySince = m_mirror.now();
    m_triggers.clear();
    m_replied = 0;
    m_heldBack = 0;
    emit replyChanged();
}

void SendDesk::ingest(const trace::Chunk& chunk)
{
    if (!m_reply)
        return;
    const std::string& own = m_mirror.status().consoleClient;
    const bool idle = m_triggers.empty();
    for (const trace::Event& event : chunk.events()) {
        if (event.kind != trace::Kind::MessagePublished || event.time < m_replySince ||
            !mqtt::topicMatches(m_replyFilter, chunk.text(event.object)))
            continue;
        const std::string_view sender = chunk.text(event.subject);
        if (own.empty() || sender == own)
            continue;
        if (m_triggers.size() >= kMostRepliesPerSecond) {
            ++m_heldBack;
            continue;
        }
        m_triggers.push_back({toQString(chunk.text(event.object)), std::string(chunk.text(event.payload))});
    }
    // Not from in here: who takes events in tells nobody.
    if (idle && !m_triggers.empty())
        QMetaObject::invokeMethod(this, &SendDesk::answer, Qt::QueuedConnection);
}

void SendDesk::answer()
{
    const Instant now = m_mirror.clock().now();
    while (!m_replies.empty() && now - m_replies.front() >= std::chrono::seconds(1))
        m_replies.pop_front();
    for (auto triggers = std::exchange(m_triggers, {}); !triggers.empty(); triggers.pop_front()) {
        if (!m_reply)
            return;
        if (m_replies.size() >= kMostRepliesPerSecond) {
            ++m_heldBack;
            continue;
        }
        m_replies.push_back(now);
        ++m_replied;
        m_mirror.publish(requestOf(m_reply->answer,
                                   {.n = m_replied,
                                    .time = m_mirror.now(),
                                    .ramp = {},
                                    .topic = triggers.front().topic,
                                    .payload = triggers.front().payload},
                                   m_random));
    }
    emit replyChanged();
}

void SendDesk::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId())
        sendNext();
    else
        QObject::timerEvent(event);
}

} // namespace greensward::ui
