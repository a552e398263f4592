// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario.h"
#include "ui/bench/folding_row.h"

class QPushButton;

namespace greensward::ui {

class ElidedLabel;

/// A scenario of the catalogue: opened also what happens when, and Play.
class ScenarioRow final : public FoldingRow
{
    Q_OBJECT

public:
    ScenarioRow(const simulator::Scenario& scenario, QWidget* parent);

    const std::string& scenario() const { return m_id; }
    /// Whole seconds since it began; negative: it does not play.
    void setProgress(int seconds);
    QPushButton& playButton() { return *m_play; }

signals:
    void playAsked();
    void stopAsked();

private:
    class Timeline;
    void showButton(bool playing);

    std::string m_id;
    int m_seconds;
    Timeline* m_timeline;
    QPushButton* m_play;
};

/// "at 20 s: Cut cable, ev-gen-123, 20 s": a step in words.
QString stepText(const simulator::ScenarioStep& step);

} // namespace greensward::ui
