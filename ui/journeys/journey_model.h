// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/journey.h"
#include "ui/journeys/journey_text.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/event_consumer.h"

#include <QAbstractItemModel>

namespace greensward::ui {

/// The journey of what is selected in the window, as steps; receivers are below the step that counts them. It goes on
/// while it is looked at.
///
/// Keeps the newest events within a budget, by chunks: taking one in costs the same however many events it has. A
/// journey is gathered when somebody looks, with one pass over what is kept since it began.
class JourneyModel final : public QAbstractItemModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Step, Detail, When, kColumnCount };

    explicit JourneyModel(EngineMirror& mirror);

    /// Views that show the journey say so: without one nothing is gathered.
    void addViewer();
    void removeViewer();

    const Journey& journey() const { return m_journey; }
    QString title() const { return titleOf(m_journey); }
    const std::vector<JourneyPill>& pills() const { return m_pills; }
    const JourneyStep* stepAt(const QModelIndex& index) const;

    FlightMemory& memory() { return m_memory; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// Another journey, or more of this one. another: it is not the one from before.
    void journeyChanged(bool another);

private:
    void openSelected();
    void show(bool another);

    EngineMirror& m_mirror;
    FlightMemory m_memory;
    int m_viewers = 0;
    trace::EventId m_opened = 0;
    Journey m_journey;
    std::vector<JourneyStep> m_steps;
    std::vector<JourneyPill> m_pills;
};

/// Looks at the journey as long as it lives, or while it is on.
class JourneyViewer final
{
public:
    explicit JourneyViewer(JourneyModel& model) : m_model(model) {}
    ~JourneyViewer() { set(false); }
    JourneyViewer(const JourneyViewer&) = delete;
    JourneyViewer& operator=(const JourneyViewer&) = delete;

    void set(bool looking)
    {
        if (looking == m_looking)
            return;
        m_looking = looking;
        looking ? m_model.addViewer() : m_model.removeViewer();
    }

private:
    JourneyModel& m_model;
    bool m_looking = false;
};

} // namespace greensward::ui
