// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_ui.h"
#include "app/bench/figure.h"
#include "app/bench/frame_watch.h"
#include "app/bench/paced_load.h"
#include "ui/shell/main_window.h"

#include <chrono>

namespace greensward::bench {

/// The rows that need the whole window before a real gateway. Each returns false when a figure misses its budget by
/// more than a factor of two.
class WindowBench
{
public:
    WindowBench(const UiBenchSettings& settings, FrameWatch& watch, ui::MainWindow& window, PacedLoad& load)
        : m_settings(settings), m_watch(watch), m_window(window), m_load(load)
    {}

    bool idle();
    /// 20,000 topics, then 80,000 more; the load must not have sent anything before.
    bool discovery();
    bool frames();
    bool looks();
    bool input();
    bool hidden();
    bool memory();
    bool longRun();

private:
    static void live(std::chrono::duration<double> span);
    void settle();
    void sendAtLeast(std::uint64_t messages);
    void fillLog();
    bool discover(std::uint64_t topics);
    bool framesOf(const QString& workspace);
    bool reaction(const char* what, const std::function<void()>& act);
    bool tellOf(std::string_view row, std::string what, double value, std::string_view unit, double budget) const;

    UiBenchSettings m_settings;
    FrameWatch& m_watch;
    ui::MainWindow& m_window;
    PacedLoad& m_load;
};

} // namespace greensward::bench
