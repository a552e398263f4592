// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/models/activity_model.h"
#include "ui/models/device_model.h"
#include "ui/models/event_consumer.h"
#include "ui/models/event_feed.h"
#include "ui/models/message_log_model.h"
#include "ui/models/scope_stack.h"
#include "ui/models/selection.h"
#include "ui/models/series_store.h"
#include "ui/models/topic_tree_model.h"

#include <QObject>

#include <memory>
#include <typeindex>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

/// The engine as the window knows it: one feed fills all models, so that every view tells the same story. Pausing
/// freezes tree, log, activity and plot; what arrives meanwhile is kept and shown on resuming.
class EngineMirror final : public QObject
{
    Q_OBJECT

public:
    EngineMirror(EnginePort& engine, const Clock& clock, QObject* parent = nullptr);

    TopicTreeModel& topics() { return m_topics; }
    MessageLogModel& log() { return m_log; }
    DeviceModel& devices() { return m_devices; }
    ActivityModel& activity() { return m_activity; }
    SeriesStore& series() { return m_series; }
    EventFeed& feed() { return m_feed; }
    /// The window's one model of this sort, made the first time somebody asks and fed from then on. M is an
    /// EventConsumer that is made from an EngineMirror&; it lives as long as the mirror, so views may come and go.
    template<typename M>
    M& model();
    ScopeStack& scope() { return m_scope; }
    Selection& selection() { return m_selection; }
    EnginePort& engine() { return m_engine; }
    const Clock& clock() const { return m_clock; }
    const EngineStatus& status() const { return m_status; }
    WallTime now() const { return m_clock.wall(); }
    /// Messages received by the broker, per second, over the last second or so.
    double messageRate() const { return m_rate; }
    /// What the log and the tree hold, in octets.
    quint64 logBytes() const { return m_log.store().bytes(); }

    /// Views are fed only while the window can be seen.
    void setVisible(bool visible);
    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);

    /// Asks the engine how it is now instead of at the next tenth of a second.
    void refreshStatus() { takeSnapshot(); }

    void publish(const PublishRequest& request);
    void command(const std::string& deviceId, DeviceCommand command, double value = 0);

signals:
    void pausedChanged(bool paused);
    /// Paused, and more has arrived.
    void unseenChanged(quint64 messages);
    void statusChanged();
    /// status().capture: a recording or a replay began, went on or ended.
    void captureChanged();
    /// Something was asked of an engine, but the window shows a capture.
    void nobodyThere();
    /// Points were added and the plot is not frozen by the pause.
    void seriesChanged();
    /// A new second has begun.
    void secondPassed();

private:
    void tick();
    void takeSnapshot();
    void watchDevicesOf(const trace::Chunk& chunk);
    void measureRate();
    void showIngested();

    EnginePort& m_engine;
    const Clock& m_clock;
    EventFeed m_feed;
    ScopeStack m_scope;
    Selection m_selection;
    TopicTreeModel m_topics;
    MessageLogModel m_log;
    DeviceModel m_devices;
    ActivityModel m_activity;
    SeriesStore m_series;
    std::vector<std::unique_ptr<EventConsumer>> m_models; ///< made on demand, in the order they are fed
    std::unordered_map<std::type_index, EventConsumer*> m_modelOfType;
    QTimer m_second;
    EngineStatus m_status;
    std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds> m_secondShown{};
    bool m_paused = false;
    bool m_newPoints = false;
    double m_rate = 0;
    Instant m_rateSince{};
    quint64 m_rateFrom = 0;
    bool m_rateKnown = false;
};

template<typename M>
M& EngineMirror::model()
{
    EventConsumer*& known = m_modelOfType[std::type_index(typeid(M))];
    if (!known)
        known = m_models.emplace_back(std::make_unique<M>(*this)).get();
    return static_cast<M&>(*known);
}

} // namespace greensward::ui
