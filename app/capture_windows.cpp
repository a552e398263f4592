// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_windows.h"

#include "app/capture_port.h"
#include "ui/captures/capture_desk.h"
#include "ui/shell/main_window.h"

#include <fmt/format.h>

namespace greensward::app {

/// The window goes before the port it looks at.
struct CaptureWindows::Shown
{
    std::filesystem::path file;
    std::unique_ptr<CapturePort> port;
    std::unique_ptr<ui::MainWindow> window;
};

CaptureWindows::CaptureWindows() = default;

CaptureWindows::~CaptureWindows() = default;

/// Windows that were closed since the last look.
void CaptureWindows::sweep()
{
    std::erase_if(m_shown, [](const auto& shown) { return !shown->window->isVisible(); });
}

Result<ui::MainWindow*> CaptureWindows::open(const std::filesystem::path& file)
{
    sweep();
    for (const auto& shown : m_shown)
        if (shown->file == file) {
            shown->window->raise();
            shown->window->activateWindow();
            return shown->window.get();
        }
    if (m_shown.size() >= kMostWindows)
        return failure(fmt::format("{} captures are open; close one of them first", kMostWindows));
    auto port = CapturePort::open(file, m_clock);
    if (!port)
        return tl::unexpected(port.error());
    auto shown = std::make_unique<Shown>();
    shown->file = file;
    shown->port = std::move(*port);
    shown->window = std::make_unique<ui::MainWindow>(*shown->port, shown->port->clock());
    ui::MainWindow* window = shown->window.get();
    QObject::connect(window, &ui::MainWindow::captureAsked, window,
                     [this, window](const QString& other) { openFor(*window, other); });
    QObject::connect(
        window, &ui::MainWindow::closed, &m_here, [this] { sweep(); }, Qt::QueuedConnection);
    m_shown.push_back(std::move(shown));
    window->show();
    return window;
}

void CaptureWindows::openFor(ui::MainWindow& asking, const QString& file)
{
    if (const auto opened = open(file.toStdString()); !opened)
        asking.captures().tell(QString::fromStdString(opened.error().message));
}

void CaptureWindows::closeAll()
{
    m_shown.clear();
}

} // namespace greensward::app
