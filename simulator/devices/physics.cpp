// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/physics.h"

namespace greensward::simulator {

Result<std::string> Physics::obey(ByteView)
{
    return failure("this device takes no commands");
}

boost::json::value Physics::setting(std::size_t) const
{
    return nullptr;
}

Result<std::string> Physics::set(std::size_t, const boost::json::value&)
{
    return failure("this device has no such setting");
}

bool Physics::setWind(std::optional<double>)
{
    return false;
}

} // namespace greensward::simulator
