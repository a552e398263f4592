// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/models/fault_model.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QListView;
class QScrollArea;
class QVBoxLayout;

namespace greensward::ui {

class FaultRow;
class FoldingRow;
class ScenarioRow;
class RoleLabel;

/// Breaks things on purpose: which fault, at whom, how strong, how long; and what is broken now, to be healed.
class FaultPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultPanel(EngineMirror& mirror, QWidget* parent = nullptr);

    /// Device id, "*" for all devices; a fault of the gateway ignores it.
    std::string target() const;
    void setTarget(const QString& device);
    /// Negative: until healed.
    double duration() const;
    void setDuration(double seconds);
    /// At the target, as strong as its row says.
    void inject(simulator::FaultKind kind);
    FaultRow& row(simulator::FaultKind kind);
    void openRow(simulator::FaultKind kind);
    const std::vector<ScenarioRow*>& scenarios() const { return m_scenarios; }
    QListView& activeList() { return *m_active; }
    QString refusalText() const;

private:
    void makeChoices(QVBoxLayout& column);
    void makeActive(QVBoxLayout& column);
    void makeCatalogue(QVBoxLayout& column);
    void makeScenarios(QVBoxLayout& rows);
    void addTitle(QVBoxLayout& rows, const QString& title);
    void addRow(QVBoxLayout& rows, FoldingRow& row);
    void showScenario();
    void refresh();
    void refreshTargets();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void healCurrent();

    EngineMirror& m_mirror;
    FaultModel& m_faults;
    QComboBox* m_target = nullptr;
    QComboBox* m_duration = nullptr;
    RoleLabel* m_refusal = nullptr;
    QWidget* m_activeBox = nullptr;
    QListView* m_active = nullptr;
    QScrollArea* m_scroll = nullptr;
    std::vector<FaultRow*> m_rows;
    std::vector<ScenarioRow*> m_scenarios;
    std::vector<FoldingRow*> m_all; ///< one of them is open at most
};

} // namespace greensward::ui
