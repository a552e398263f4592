// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"
#include "ui/models/engine_port.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QPushButton;
class QSlider;

namespace greensward::ui {

class Chip;
class DevicePortrait;
class ElidedLabel;
class Reading;
class RoleLabel;

/// A simulated device on the bench: what it is doing, what it measures, and everything one can do to it.
class DeviceCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceCard(const simulator::DeviceView& view, QWidget* parent = nullptr);
    void setView(const simulator::DeviceView& view);
    const std::string& deviceId() const { return m_view.id; }
    void setSelected(bool selected);
    /// What it suffers now, in words; a badge says so.
    void setFaults(const QStringList& names);
    const Chip& faultBadge() const { return *m_fault; }

signals:
    void commanded(const std::string& deviceId, DeviceCommand command, double value);
    void publishAsked(const PublishRequest& request);
    /// Clicked: it is the one meant.
    void chosen(const std::string& deviceId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QHBoxLayout* makeHead();
    QGridLayout* makeSettings();
    QHBoxLayout* makeWaterRow();
    QHBoxLayout* makeButtons();
    QPushButton* makeButton(const QString& text, const QString& iconName, const QString& accessibleName);
    void command(DeviceCommand command, double value = 0);
    void water(bool on);
    void showState();
    void showValues();
    void showSettings();
    double value(std::string_view name) const;
    bool isTurbine() const { return m_view.model == "turbine"; }
    bool isSprinkler() const { return m_view.model == "sprinkler"; }

    simulator::DeviceView m_view;
    DevicePortrait* m_portrait;
    RoleLabel* m_title;
    ElidedLabel* m_subtitle;
    Chip* m_state;
    Chip* m_will;
    Chip* m_link;
    Chip* m_fault;
    bool m_selected = false;
    RoleLabel* m_counts;
    QGridLayout* m_values;
    std::vector<Reading*> m_readings;
    QComboBox* m_rate = nullptr;
    QSlider* m_wind = nullptr;
    bool m_windChosen = false; ///< by hand; until then the slider follows the weather
    RoleLabel* m_windText = nullptr;
    ElidedLabel* m_note;
    QPushButton* m_power = nullptr;
    QPushButton* m_crash = nullptr;
    QPushButton* m_cable = nullptr;
    QPushButton* m_waterOn = nullptr;
    QPushButton* m_waterOff = nullptr;
};

} // namespace greensward::ui
