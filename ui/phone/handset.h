// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phone_port.h"

#include <QWidget>

#include <deque>

class QPushButton;

namespace greensward::ui {

class RoleLabel;

/// The telephone itself: what the turbine puts out, with its last minute, and the sprinkler's switch with what is wished
/// and what is reported.
class Handset final : public QWidget
{
    Q_OBJECT

public:
    explicit Handset(QWidget* parent = nullptr);
    /// Little room, as on a projector.
    void setTight(bool tight);
    void show(const PhonePort::State& state);
    QPushButton& water() { return *m_water; }

signals:
    void waterAsked(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr std::size_t kMostPoints = 60;

    RoleLabel* m_output;
    RoleLabel* m_rotor;
    QWidget* m_curve; ///< where it is painted
    QPushButton* m_water;
    RoleLabel* m_wish;
    RoleLabel* m_report;
    RoleLabel* m_delta;
    std::deque<double> m_points; ///< output, kW
    quint64 m_heard = 0;
};

} // namespace greensward::ui
