// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_site.h"
#include "app/post_box.h"

#include <chrono>
#include <functional>
#include <memory>

namespace greensward::app {

/// A course on a thread without an event loop: the engine of this process, a reader of its recorder, and a turn
/// whenever there is time. Belongs to one thread; goes before the engine is stopped.
class LabRoom
{
public:
    explicit LabRoom(Engine& engine);
    ~LabRoom();

    labs::Course& course() { return *m_course; }
    /// Begins a lab, and reads what its checks look at.
    bool begin(std::string_view labId);
    /// Reads what happened, does what is due; waits for work for so long at most.
    void turn(std::chrono::milliseconds patience);
    /// Turns until it is so; false when that took too long.
    bool turnUntil(const std::function<bool()>& isSo, std::chrono::milliseconds patience);

private:
    Engine& m_engine;
    std::shared_ptr<PostBox> m_box = std::make_shared<PostBox>();
    LabSite m_site;
    std::unique_ptr<labs::Course> m_course;
    std::unique_ptr<trace::Reader> m_reader;
};

} // namespace greensward::app
