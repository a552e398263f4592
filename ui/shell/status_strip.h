// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QWidget>

namespace greensward::ui {

class Chip;
class RoleLabel;

/// The strip along the bottom: where the messages come from, how many, what was dropped, memory, time.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kHeight = 36;

    explicit StatusStrip(EngineMirror& mirror, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showStatus();
    void showClock();

    EngineMirror& m_mirror;
    Chip* m_origin;
    RoleLabel* m_facts;
    RoleLabel* m_losses;
    RoleLabel* m_clock;
};

} // namespace greensward::ui
