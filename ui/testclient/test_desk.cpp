// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testclient/test_desk.h"

#include "mqtt/topic.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

TestDesk::TestDesk(EngineMirror& mirror) : m_mirror(mirror)
{
    m_draft.topic = "hello/world";
    m_draft.payload = R"({"message": "Hello from the test client"})";
}

QString TestDesk::problemOf(const PublishRequest& request)
{
    if (request.topic.empty())
        return tr("Write a topic.");
    if (const auto checked = mqtt::checkTopicName(request.topic); !checked)
        return tr("This is no topic: %1.").arg(toQString(checked.error().text));
    if (static_cast<qsizetype>(request.payload.size()) > kMostPayload)
        return tr("AWS IoT takes 128 KiB at most; this is %1.").arg(byteText(request.payload.size()));
    const MessageProperties& properties = request.properties;
    if (!properties.responseTopic.empty())
        if (const auto checked = mqtt::checkTopicName(properties.responseTopic); !checked)
            return tr("The response topic is none: %1.").arg(toQString(checked.error().text));
    return {};
}

bool TestDesk::send(const PublishRequest& request)
{
    if (!problemOf(request).isEmpty())
        return false;
    Row row{.time = m_mirror.now(),
            .who = request.asDevice.empty() ? m_mirror.status().consoleClient : request.asDevice,
            .topic = request.topic,
            .payload = request.payload,
            .qos = request.qos,
            .why = {}};
    if (m_rows.size() == kMost) {
        const int last = static_cast<int>(m_rows.size()) - 1;
        beginRemoveRows({}, last, last);
        forgetLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_rows.push_front(std::move(row));
    ++m_waiting;
    endInsertRows();
    m_mirror.publish(request);
    return true;
}

void TestDesk::forgetLast()
{
    const Row& last = m_rows.back();
    m_waiting -= last.state == State::Waiting;
    std::erase(m_published, last.event);
    m_rows.pop_back();
}

void TestDesk::ingest(const trace::Chunk& chunk)
{
    if (m_rows.empty())
        return;
    for (const trace::Event& event : chunk.events())
        take(chunk, event);
}

/// Called for every event there is: what has nothing to do with the rows is to be told apart at once.
void TestDesk::take(const trace::Chunk& chunk, const trace::Event& event)
{
    using trace::Kind;
    switch (event.kind) {
    case Kind::MessageRefused:
        if (std::binary_search(m_published.begin(), m_published.end(), event.cause))
            return takeRefusal(chunk, event);
        [[fallthrough]];
    case Kind::MessagePublished:
        if (m_waiting > 0)
            takeWord(chunk, event);
        return;
    case Kind::MessageDelivered:
    case Kind::MessageQueued:
    case Kind::MessageMissed:
        if (std::binary_search(m_published.begin(), m_published.end(), event.cause))
            takeDelivery(event);
        return;
    default:
        return;
    }
}

/// The oldest that still waits for a word: what one client sends keeps its order.
void TestDesk::takeWord(const trace::Chunk& chunk, const trace::Event& event)
{
    const std::string_view who = chunk.text(event.subject);
    const std::string_view payload = chunk.text(event.payload);
    const auto row = std::find_if(m_rows.rbegin(), m_rows.rend(), [&](const Row& one) {
        // The console's own client may not have had a name yet when the message was written.
        const bool sent = one.who.empty() ? who.starts_with("console-") : one.who == who;
        return one.state == State::Waiting && sent && one.topic == chunk.text(event.object) &&
               std::string_view(one.payload).starts_with(payload);
    });
    if (row == m_rows.rend())
        return;
    row->who = who;
    row->event = event.id;
    row->state = event.kind == trace::Kind::MessagePublished ? State::Accepted : State::Refused;
    row->why = chunk.text(event.detail);
    --m_waiting;
    if (row->state == State::Accepted)
        m_published.push_back(event.id); // ids grow
    m_changed = true;
}

/// It had come as far as the gateway, whose policies then said no.
void TestDesk::takeRefusal(const trace::Chunk& chunk, const trace::Event& event)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&event](const Row& one) { return one.event == event.cause; });
    if (row == m_rows.end())
        return;
    row->state = State::Refused;
    row->why = chunk.text(event.detail);
    row->event = event.id;
    std::erase(m_published, event.cause);
    m_changed = true;
}

void TestDesk::takeDelivery(const trace::Event& event)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&event](const Row& one) { return one.event == event.cause; });
    if (row == m_rows.end())
        return;
    ++(event.kind == trace::Kind::MessageDelivered ? row->receivers
       : event.kind == trace::Kind::MessageQueued  ? row->waiting
                                                   : row->lost);
    m_changed = true;
}

void TestDesk::publish()
{
    if (std::exchange(m_changed, false) && !m_rows.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, kColumnCount - 1));
}

QString TestDesk::verdictText(const Row& row) const
{
    if (row.state == State::Waiting)
        return row.qos > 0 ? tr("no word yet: it waits for its connection") : tr("no word yet");
    if (row.state == State::Refused)
        return tr("refused: %1").arg(toQString(row.why));
    QString text =
        row.receivers == 1 ? tr("accepted, 1 receiver") : tr("accepted, %1 receivers").arg(countText(row.receivers));
    if (row.waiting > 0)
        text += tr(", %1 more wait for it").arg(countText(row.waiting));
    if (row.lost > 0)
        text += tr(", %1 did not get it").arg(countText(row.lost));
    return text;
}

int TestDesk::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TestDesk::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant TestDesk::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& here = row(index.row());
    switch (role) {
    case StateRole:
        return static_cast<int>(here.state);
    case EventRole:
        return QVariant::fromValue(here.event);
    case Qt::ToolTipRole:
        return data(index, Qt::DisplayRole);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Time:
        return clockText(here.time);
    case As:
        return here.who.empty() ? tr("console") : toQString(here.who);
    case Topic:
        return toQString(here.topic);
    default:
        return verdictText(here);
    }
}

QVariant TestDesk::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case As:
        return tr("As");
    case Topic:
        return tr("Published on");
    default:
        return tr("What the gateway said");
    }
}

} // namespace greensward::ui
