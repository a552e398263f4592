// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/physics.h"

namespace greensward::simulator {

Result<std::string> Physics::obey(ByteView)
{
    return failure("this device takes no commands");
}

bool Physics::setWind(std::optional<double>)
{
    return false;
}

} // namespace greensward::simulator
