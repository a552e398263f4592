// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/send_desk.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QDoubleSpinBox;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace greensward::ui {

class RoleLabel;

/// Sends what is written over and over, or along a ramp, and says how far it is.
class RepeatBox final : public QWidget
{
    Q_OBJECT

public:
    /// written: the message as it stands now.
    RepeatBox(SendDesk& desk, std::function<SendTemplate()> written, QWidget* parent);
    /// Whether what is written can be sent.
    void setSendable(bool sendable);

private:
    void startOrStop();
    void showRun();

    SendDesk& m_desk;
    std::function<SendTemplate()> m_written;
    bool m_sendable = false;
    QSpinBox* m_every;
    QSpinBox* m_times;
    QCheckBox* m_ramp;
    QDoubleSpinBox* m_from;
    QDoubleSpinBox* m_to;
    QDoubleSpinBox* m_seconds;
    QPushButton* m_start;
    QProgressBar* m_progress;
    RoleLabel* m_run;
};

} // namespace greensward::ui
