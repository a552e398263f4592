// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/journey.h"

namespace greensward::ui {

/// How a step is to be taken.
enum class Tone : std::uint8_t { Plain, Good, Notice, Bad };

/// A step of a journey in words. Its parts are receivers.
struct JourneyStep
{
    QString icon; ///< resources/icons
    QString title;
    QString detail; ///< how, and why
    QString when;   ///< "0.8 ms later", "4 min before"
    Tone tone = Tone::Plain;
    trace::EventId event = 0;
    QString client; ///< whose lane explains it; empty: nobody's
    QString topic;
    bool hasOwnJourney = false; ///< the event's
    std::vector<JourneyStep> parts{};
};
std::vector<JourneyStep> stepsOf(const Journey& journey);

/// The journey on one line, a few words a step.
struct JourneyPill
{
    QString text;
    Tone tone = Tone::Plain;
};
std::vector<JourneyPill> pillsOf(const Journey& journey);

/// "Journey of message 48 210".
QString titleOf(const Journey& journey);

/// "0.8 ms", "1.2 s", "3 min": with one decimal where it tells something.
QString spanText(Duration span);

} // namespace greensward::ui
