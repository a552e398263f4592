// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"
#include "ui/bench/bench_card.h"
#include "ui/models/engine_port.h"

#include <vector>

class QBoxLayout;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QPushButton;
class QSlider;
class QVBoxLayout;

namespace greensward::ui {

class ActionRow;
class Chip;
class DevicePortrait;
class ElidedLabel;
class Reading;
class RoleLabel;
class WayChoice;

/// A simulated device on the bench: what it is doing, what it measures, and everything one can do to it.
class DeviceCard final : public BenchCard
{
    Q_OBJECT

public:
    explicit DeviceCard(const simulator::DeviceView& view, QWidget* parent = nullptr);
    void setView(const simulator::DeviceView& view);
    const std::string& deviceId() const override { return m_view.id; }
    /// The device was recorded: what can be done to it is switched off, and says why.
    void forbid(const QString& why);
    void setTight(bool tight) override;
    /// A badge says so.
    void setFaults(const QStringList& names) override;
    const Chip& faultBadge() const { return *m_fault; }

signals:
    void commanded(const std::string& deviceId, DeviceCommand command, double value);
    void publishAsked(const PublishRequest& request);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* makeHead();
    QHBoxLayout* makeBadges();
    void makeWind(QBoxLayout& row);
    void makeRate();
    ActionRow* makeWater();
    void showWay();
    ActionRow* makeActions();
    void chooseRate(int index);
    void openRhythm();
    void command(DeviceCommand command, double value = 0);
    void water(bool on);
    void showState();
    void showActions();
    void showValues();
    void showSettings();
    double value(std::string_view name) const;
    bool isTurbine() const { return m_view.model == "turbine"; }
    bool isSprinkler() const { return m_view.model == "sprinkler"; }

    simulator::DeviceView m_view;
    simulator::DeviceState m_shownState{};
    DevicePortrait* m_portrait;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    Chip* m_state;
    Chip* m_will;
    Chip* m_link;
    Chip* m_fault;
    ElidedLabel* m_counts;
    QVBoxLayout* m_column;
    QGridLayout* m_values;
    std::vector<Reading*> m_readings;
    QComboBox* m_rate = nullptr;
    QSlider* m_wind = nullptr;
    bool m_windChosen = false; ///< by hand; until then the slider follows the weather
    RoleLabel* m_windText = nullptr;
    ElidedLabel* m_note;
    ActionRow* m_actions = nullptr;
    ActionRow* m_waterRow = nullptr;
    QPushButton* m_waterOn = nullptr;
    QPushButton* m_waterOff = nullptr;
    WayChoice* m_way = nullptr;
    QPushButton* m_power = nullptr;
    QPushButton* m_crash = nullptr;
    QPushButton* m_cable = nullptr;
};

} // namespace greensward::ui
