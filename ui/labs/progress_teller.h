// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/models/class_report.h"
#include "ui/models/event_consumer.h"

#include <QObject>
#include <QTimer>

namespace greensward::ui {

class BrokersModel;
class DoctorModel;
class EngineMirror;
class LabModel;

/// Tells an instructor how this person is doing, while the person wants it: off at every start. At each change and every
/// 30 s a ClassReport, never retained; at the end a goodbye. Name and place are remembered, that it was on is not.
class ProgressTeller final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kRhythm{30};
    static constexpr std::chrono::milliseconds kLeast{1000}; ///< between two reports

    explicit ProgressTeller(EngineMirror& mirror);
    ~ProgressTeller() override;

    /// False in a capture.
    bool isPossible() const;
    bool isOn() const { return m_on; }
    void setOn(bool on);
    const QString& name() const { return m_name; }
    void setName(const QString& name);
    /// A connection to a broker elsewhere; empty: the workspace's own gateway.
    const QString& broker() const { return m_broker; }
    void setBroker(const QString& broker);
    /// Why nothing is told just now, in a sentence; empty when it is.
    QString problem() const;
    /// What was told last since it is on; without a name: nothing yet.
    const ClassReport& told() const { return m_last; }
    /// The same as it went over the wire.
    std::string toldJson() const { return m_last.name.isEmpty() ? std::string() : toJson(m_last); }
    WallTime toldAt() const { return m_toldAt; }

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    void changed();

private:
    void soon();
    /// again: even when it is what was told last.
    void tell(bool again);
    void sayGoodbye();
    void noteStep();
    ClassReport report() const;
    bool isReachable() const;
    void send(const ClassReport& report);
    void keep();
    std::int64_t now() const;

    EngineMirror& m_mirror;
    LabModel& m_labs;
    DoctorModel& m_doctor;
    BrokersModel& m_brokers;
    QString m_name;
    QString m_broker;
    bool m_on = false;
    QTimer m_soon;
    QTimer m_rhythm;
    int m_lab = 0; ///< the step that m_since is about
    int m_step = 0;
    std::int64_t m_since = 0;
    ClassReport m_last;   ///< told last; without a name: none
    QString m_lastBroker; ///< … and where
    WallTime m_toldAt{};
};

} // namespace greensward::ui
