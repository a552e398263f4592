// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/fault.h"

#include <QString>

#include <vector>

namespace greensward::ui {

/// The catalogue in the order in which the panel shows it: what breaks a connection, what slows it down, what is wrong
/// in the messages, what is wrong with who says them.
struct FaultGroup
{
    QString title;
    std::vector<simulator::FaultKind> kinds;
};

std::vector<FaultGroup> faultGroups();

/// The n-th fault of the panel (1 … 9), injected by K and the digit; 0 for a fault without a key.
inline constexpr int kFaultKeys = 9;
int keyOf(simulator::FaultKind kind);
simulator::FaultKind faultOfKey(int key);

} // namespace greensward::ui
