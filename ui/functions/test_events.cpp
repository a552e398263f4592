// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/test_events.h"

#include "ui/models/console_file.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimerEvent>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kSoonMillis = 500;

QString fileName()
{
    return QStringLiteral("functions.json");
}

auto named(const QString& name)
{
    return [&name](const TestEvent& one) { return one.name == name; };
}

} // namespace

TestEvents::TestEvents(EngineMirror& mirror, QObject* parent) : QObject(parent), m_mirror(mirror)
{
    load();
}

TestEvents::~TestEvents()
{
    if (m_soon.isActive())
        keep();
}

void TestEvents::load()
{
    const QJsonObject all = ConsoleFile(m_mirror, fileName()).read().object()[QStringLiteral("events")].toObject();
    for (auto function = all.begin(); function != all.end(); ++function)
        for (const QJsonValue& one : function->toArray()) {
            const TestEvent event{one[QStringLiteral("name")].toString(), one[QStringLiteral("payload")].toString()};
            auto& events = m_events[function.key()];
            if (!event.name.isEmpty() && event.payload.size() <= kLargest && events.size() < kMost)
                events.push_back(event);
        }
}

std::vector<TestEvent> TestEvents::of(const QString& function) const
{
    const auto found = m_events.find(function);
    if (found != m_events.end() && !found->second.empty())
        return found->second;
    return {{QStringLiteral("test"), QStringLiteral("{}")}};
}

QString TestEvents::freeName(const QString& function, const QString& wanted) const
{
    const auto events = of(function);
    QString name = wanted;
    for (int number = 2; std::any_of(events.begin(), events.end(), named(name)); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

QString TestEvents::write(const QString& function, const TestEvent& event)
{
    if (event.name.isEmpty())
        return tr("A test event needs a name.");
    if (event.payload.size() > kLargest)
        return tr("The event is too large to be kept.");
    auto& events = m_events[function];
    if (events.empty())
        events = of(function);
    const auto found = std::find_if(events.begin(), events.end(), named(event.name));
    if (found != events.end()) {
        if (*found == event)
            return {};
        *found = event;
        keepSoon();
        return {};
    }
    if (events.size() >= kMost)
        return tr("A function has %1 test events at most.").arg(kMost);
    events.push_back(event);
    keepSoon();
    emit changed(function);
    return {};
}

void TestEvents::rename(const QString& function, const QString& name, const QString& to)
{
    auto& events = m_events[function];
    if (events.empty())
        events = of(function);
    const auto found = std::find_if(events.begin(), events.end(), named(name));
    if (found == events.end() || to.isEmpty() || std::any_of(events.begin(), events.end(), named(to)))
        return;
    found->name = to;
    keepSoon();
    emit changed(function);
}

void TestEvents::remove(const QString& function, const QString& name)
{
    if (std::erase_if(m_events[function], named(name)) == 0)
        return;
    keepSoon();
    emit changed(function);
}

void TestEvents::forget(const QString& function)
{
    if (m_events.erase(function) > 0)
        keepSoon();
}

void TestEvents::keepSoon()
{
    m_soon.start(kSoonMillis, this);
}

void TestEvents::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_soon.timerId())
        keep();
}

void TestEvents::keep()
{
    m_soon.stop();
    QJsonObject all;
    for (const auto& [function, events] : m_events) {
        QJsonArray list;
        for (const TestEvent& one : events)
            list.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("payload"), one.payload}});
        all[function] = list;
    }
    m_problem = ConsoleFile(m_mirror, fileName())
                    .write(QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("events"), all}}));
}

} // namespace greensward::ui
