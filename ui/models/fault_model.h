// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/fault.h"
#include "ui/models/engine_port.h"
#include "ui/models/event_consumer.h"

#include <QAbstractListModel>
#include <QString>

#include <string_view>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// The faults that are on, one row each in the order of their beginning, and the one place where faults are switched on
/// and off. Follows the engine even while the window is paused: whoever breaks something on purpose must see that it is
/// still broken.
class FaultModel final : public QAbstractListModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< quint64
        TargetRole,            ///< QString, in words
        NameRole,              ///< QString, the fault with its intensity
        LeftRole,              ///< QString, how much longer
    };

    explicit FaultModel(EngineMirror& mirror);

    void inject(const FaultRequest& request);
    void heal(std::uint64_t faultId);
    void healAll();
    void startScenario(const std::string& id);
    void stopScenario();
    /// Id of the one that plays; empty while none does.
    const std::string& scenario() const { return m_scenario; }
    /// Whole seconds since it began.
    int scenarioAt() const { return m_scenarioAt; }

    bool isActive() const { return !m_faults.empty(); }
    const simulator::ActiveFault& fault(int row) const { return m_faults[static_cast<std::size_t>(row)]; }
    /// Faults that this device suffers, those of all devices included.
    std::vector<const simulator::ActiveFault*> faultsOf(std::string_view device) const;
    /// Why the engine did not do what was asked for last, in one sentence; empty when it did.
    const QString& refusal() const { return m_refusal; }

    /// The engine's snapshot says it all; events only tell that it is worth a look.
    void ingest(const trace::Chunk& chunk) override;
    void publish() override {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    /// Some fault is on; no fault is on any more.
    void activeChanged(bool active);
    /// Rows came, went or count down: what shows faults of a device looks again.
    void faultsChanged();
    void refusalChanged();
    /// Another one, none any more, or another second of it.
    void scenarioChanged();

private:
    void refresh();
    void setFaults(std::vector<simulator::ActiveFault> faults);
    void setRefusal(const QString& refusal);
    void setScenario(const std::string& id, int at);

    EngineMirror& m_mirror;
    std::vector<simulator::ActiveFault> m_faults;
    QString m_refusal;
    std::string m_scenario;
    int m_scenarioAt = 0;
};

/// The catalogue's words in the language of the window.
QString faultName(const simulator::FaultSpec& spec);
QString faultSentence(const simulator::FaultSpec& spec);
QString faultLesson(const simulator::FaultSpec& spec);
/// "200 ms", "−3 600 s"; empty for a fault without an intensity.
QString intensityText(const simulator::FaultSpec& spec, double intensity);
/// "ev-gen-123", "all devices", "the gateway".
QString faultTargetText(std::string_view target);

} // namespace greensward::ui
