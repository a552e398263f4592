// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/state_look.h"

namespace greensward::ui {

using simulator::DeviceState;

StateLook lookOf(DeviceState state)
{
    switch (state) {
    case DeviceState::Stopped:
        return {Role::MutedText, QStringLiteral("stop")};
    case DeviceState::Connecting:
        return {Role::Information, QStringLiteral("clock")};
    case DeviceState::Online:
        return {Role::Accent, QStringLiteral("check")};
    case DeviceState::CutOff:
        return {Role::Attention, QStringLiteral("cut")};
    case DeviceState::Crashed:
        return {Role::Lost, QStringLiteral("crash")};
    }
    return {Role::MutedText, QStringLiteral("stop")};
}

} // namespace greensward::ui
