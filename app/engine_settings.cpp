// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_settings.h"

#include <cassert>

namespace greensward::app {

PortPlan PortPlan::from(std::uint16_t base)
{
    assert(base > 0 && base <= kHighestBase);
    const auto port = [base](int offset) { return static_cast<std::uint16_t>(base + offset); };
    return {port(0), port(1), port(2), port(3)};
}

} // namespace greensward::app
