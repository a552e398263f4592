// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/journey_text.h"
#include "ui/kit/theme.h"

namespace greensward::ui {

inline Role roleOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Role::Accent;
    case Tone::Notice:
        return Role::Attention;
    case Tone::Bad:
        return Role::Lost;
    case Tone::Plain:
        break;
    }
    return Role::MutedText;
}

} // namespace greensward::ui
