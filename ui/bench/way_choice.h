// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"

#include <QComboBox>

#include <string>
#include <utility>

namespace greensward::ui {

/// How a device is told what to do: by direct messages, or by its shadow. The lesson of the workshop is in the
/// difference, so both are one click apart.
class WayChoice final : public QComboBox
{
    Q_OBJECT

public:
    WayChoice(const QString& device, QWidget* parent);
    void setWay(simulator::Way way);

signals:
    void chosen(greensward::simulator::Way way);
};

/// The message that turns a sprinkler's water on or off, on the way it goes: topic and payload.
std::pair<std::string, std::string> waterMessage(const simulator::DeviceView& device, bool on);

} // namespace greensward::ui
