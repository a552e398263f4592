// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/motion.h"

namespace greensward::ui {

namespace {
bool theMotion = true;
} // namespace

bool motionAllowed()
{
    return theMotion;
}

void setMotionAllowed(bool allowed)
{
    theMotion = allowed;
}

} // namespace greensward::ui
