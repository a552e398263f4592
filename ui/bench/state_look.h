// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"
#include "ui/kit/theme.h"

#include <QString>

namespace greensward::ui {

/// Shape and colour of a device's state; stateText() has the word.
struct StateLook
{
    Role role;
    QString icon;
};

StateLook lookOf(simulator::DeviceState state);

} // namespace greensward::ui
