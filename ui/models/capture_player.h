// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace greensward::ui {

/// An opened capture as something that is played: it has a moment of now, events up to which the port hands out. The
/// window's thread.
class CapturePlayer
{
public:
    virtual ~CapturePlayer() = default;
    /// "morning.wscap"
    virtual std::string name() const = 0;
    virtual WallTime start() const = 0;
    virtual WallTime end() const = 0;
    virtual WallTime position() const = 0;
    virtual bool isPlaying() const = 0;
    virtual double speed() const = 0;
    virtual void setSpeed(double speed) = 0;
    /// From the position on, at the speed; pauses at the end.
    virtual void play() = 0;
    virtual void pause() = 0;
    /// Clamped to start() … end(). Going back takes the stream to its beginning: whoever was fed from it has to be made
    /// anew. True when that is so.
    virtual bool seek(WallTime position) = 0;
    /// Events up to the position that have not been handed out yet remain.
    virtual bool isBehind() const = 0;
    /// What is worth knowing about the file, one sentence each: what was taken out of it, what could not be read.
    virtual std::vector<std::string> notes() const = 0;
};

} // namespace greensward::ui
