// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QElapsedTimer>
#include <QWidget>

class QSlider;
class QSpinBox;

namespace greensward::ui {

class RoleLabel;

/// How many simulated devices there are, 1 … 10,000 on a logarithmic slider, and what they cost.
class FleetBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostDevices = 10'000;
    static constexpr int kSteps = 400; ///< of the slider, a hundred for each power of ten

    explicit FleetBar(EngineMirror& mirror, QWidget* parent = nullptr);

    /// A place of the slider as a number of devices, and back.
    static int devicesAt(int step);
    static int stepOf(int devices);
    QSlider& slider() { return *m_slider; }
    QSpinBox& box() { return *m_box; }
    QString onlineText() const;
    /// Little room: slider and number only.
    void setTight(bool tight);

private:
    void ask(int devices);
    void show(int devices);
    void refresh();

    EngineMirror& m_mirror;
    QSlider* m_slider;
    QSpinBox* m_box;
    QWidget* m_texts = nullptr;
    RoleLabel* m_online;
    RoleLabel* m_cost;
    QElapsedTimer m_sinceAsked; ///< until then the engine's number may still be the old one
};

} // namespace greensward::ui
