// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/event_marks.h"

#include "mqtt/broker.h"
#include "ui/models/filter.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>

namespace greensward::ui {

using trace::Kind;

namespace {

std::optional<EventMark::Sort> sortOf(const trace::Event& event)
{
    switch (event.kind) {
    case Kind::WillPublished:
        return EventMark::Sort::Will;
    case Kind::FaultInjected:
        return EventMark::Sort::Fault;
    case Kind::ClientConnected:
        return EventMark::Sort::Connected;
    case Kind::ClientDisconnected:
        // Whoever said goodbye was not lost.
        return event.extra == static_cast<std::int64_t>(mqtt::DisconnectReason::ClientDisconnect)
                   ? std::nullopt
                   : std::optional(EventMark::Sort::Lost);
    default:
        return std::nullopt;
    }
}

QString translated(const char* text)
{
    return QCoreApplication::translate("EventMark", text);
}

QString sentence(const EventMark& mark)
{
    switch (mark.sort) {
    case EventMark::Sort::Will:
        return translated(QT_TRANSLATE_NOOP("EventMark", "%1: last will published"));
    case EventMark::Sort::Fault:
        return translated(QT_TRANSLATE_NOOP("EventMark", "%1: fault injected"));
    case EventMark::Sort::Connected:
        return translated(QT_TRANSLATE_NOOP("EventMark", "%1: connected"));
    case EventMark::Sort::Lost:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("EventMark", "%1: connection lost"));
}

} // namespace

bool EventMarks::ingest(const trace::Chunk& chunk)
{
    bool any = false;
    for (const trace::Event& event : chunk.events()) {
        const auto sort = sortOf(event);
        if (!sort)
            continue;
        m_marks.push_back({std::chrono::duration<double>(event.time.time_since_epoch()).count(), *sort, event.kind,
                           toQString(originKey(chunk.origin(event), chunk.text(event.subject))),
                           toQString(chunk.text(event.object)), toQString(chunk.text(event.detail))});
        any = true;
    }
    for (; m_marks.size() > kMost; ++m_trimmed)
        m_marks.pop_front();
    return any;
}

std::vector<EventMark> EventMarks::matching(const Filter& filter) const
{
    std::vector<EventMark> passed;
    for (const EventMark& mark : m_marks) {
        const QByteArray from = mark.subject.toUtf8();
        const QByteArray topic = mark.object.toUtf8();
        const QByteArray text = mark.detail.toUtf8();
        FilterRow row;
        row.from = {from.constData(), static_cast<std::size_t>(from.size())};
        row.topic = {topic.constData(), static_cast<std::size_t>(topic.size())};
        row.text = {text.constData(), static_cast<std::size_t>(text.size())};
        row.origin = splitKey(row.from).origin;
        row.kind = mark.kind;
        if (filter.isEmpty() || filter.matches(row))
            passed.push_back(mark);
    }
    return passed;
}

QString markText(const EventMark& mark)
{
    const QString said = sentence(mark).arg(mark.subject);
    return mark.detail.isEmpty() ? said : translated(QT_TRANSLATE_NOOP("EventMark", "%1 (%2)")).arg(said, mark.detail);
}

} // namespace greensward::ui
