// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/engine_mirror.h"

#include <vector>

class QDockWidget;

namespace greensward::ui {

class ActivityView;
class BenchCard;
class DevicePanel;
class FaultPanel;
class LivePlot;
class PanelDock;

/// The simulated devices with their controls, a live plot of what they measure, what happens to their connections, and
/// what can be broken.
class BenchWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit BenchWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;

    LivePlot& plot() { return *m_plot; }
    DevicePanel& devices() { return *m_devices; }
    FaultPanel& faults() { return *m_faults; }
    /// Those in sight.
    std::vector<BenchCard*> cards() const;

private:
    void addFaultCommands(Commands& commands);
    void showDevice(const QString& client);

    EngineMirror& m_mirror;
    DevicePanel* m_devices;
    QDockWidget* m_devicesDock;
    LivePlot* m_plot;
    ActivityView* m_activity;
    PanelDock* m_activityDock;
    FaultPanel* m_faults;
    PanelDock* m_faultsDock;
};

} // namespace greensward::ui
