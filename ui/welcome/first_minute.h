// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/models/event_consumer.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <optional>
#include <set>

namespace greensward::ui {

/// The story of the first minute: devices connect, a cable is pulled, the gateway waits, the last will appears, the
/// cable is plugged in again. It goes on by what really happens on the wire, whoever made it happen; the guide's one
/// button does the next thing. The window's thread.
class FirstMinute final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    enum class Step { Connect, PullCable, LastWill, PlugIn };
    static constexpr std::size_t kSteps = 4;

    explicit FirstMinute(EngineMirror& mirror);

    /// Switches the devices on, one after the other.
    void begin();
    bool hasBegun() const { return m_begun; }
    bool isFinished() const { return m_at == kSteps; }
    /// The step that is open; the last one when all are done.
    Step step() const { return static_cast<Step>(std::min(m_at, kSteps - 1)); }
    bool isDone(Step step) const { return static_cast<std::size_t>(step) < m_at; }
    static QString title(Step step);
    static QString text(Step step);
    /// What was seen, once the step is done: "lastwill/ev-gen-123 at 10:42:07".
    const QString& because(Step step) const { return m_because[static_cast<std::size_t>(step)]; }

    /// What the button does now; empty while there is nothing to do but watch.
    QString action() const;
    void act();
    /// Seconds until the gateway gives the silent turbine up, and of how many.
    struct Countdown
    {
        double left;
        double whole;
    };
    std::optional<Countdown> countdown() const;
    /// For a booth: acts by itself, and begins again a while after the end.
    void setPlaysItself(bool itself);

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

signals:
    void changed();

private:
    void see(const trace::Chunk& chunk, const trace::Event& event);
    void finishStep(QString because);
    void startNext();
    void playOn();
    bool isTurbine(std::string_view client) const { return client == m_turbine; }

    EngineMirror& m_mirror;
    std::string m_turbine;
    std::vector<std::string> m_toStart;
    std::set<std::string, std::less<>> m_awaited; ///< devices that have not connected yet
    QTimer m_starts;
    QTimer m_itself;
    std::size_t m_at = 0;
    std::array<QString, kSteps> m_because;
    double m_keepAlive = 0; ///< seconds
    WallTime m_lastHeard{};
    bool m_begun = false;
    bool m_changed = false;
    bool m_playsItself = false;
};

} // namespace greensward::ui
