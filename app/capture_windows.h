// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace greensward::ui {
class MainWindow;
}

namespace greensward::app {

class CapturePort;

/// The windows that show captures, one each, beside the console's own. A window that is closed takes its capture along.
class CaptureWindows
{
public:
    static constexpr std::size_t kMostWindows = 8;

    CaptureWindows();
    ~CaptureWindows();
    CaptureWindows(const CaptureWindows&) = delete;
    CaptureWindows& operator=(const CaptureWindows&) = delete;

    /// Opens a window for the file, or raises the one it has.
    Result<ui::MainWindow*> open(const std::filesystem::path& file);
    /// The same; that window says why when it cannot be.
    void openFor(ui::MainWindow& asking, const QString& file);
    void closeAll();

private:
    struct Shown;
    void sweep();

    SystemClock m_clock;
    QObject m_here; ///< what is connected to this ends with it
    std::vector<std::unique_ptr<Shown>> m_shown;
};

} // namespace greensward::app
