// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/engine_mirror.h"

#include <vector>

class QDockWidget;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace greensward::ui {

class ActivityView;
class DeviceCard;
class LivePlot;
class PanelDock;

/// The simulated devices, one card each, a live plot of what they measure, and what happens to their connections.
class BenchWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit BenchWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;

    LivePlot& plot() { return *m_plot; }
    const std::vector<DeviceCard*>& cards() const { return m_cards; }

private:
    void addCards(int first, int last);
    void removeCards(int first, int last);

    EngineMirror& m_mirror;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    QStackedWidget* m_pages;
    QDockWidget* m_devicesDock;
    LivePlot* m_plot;
    ActivityView* m_activity;
    PanelDock* m_activityDock;
    std::vector<DeviceCard*> m_cards;
};

} // namespace greensward::ui
