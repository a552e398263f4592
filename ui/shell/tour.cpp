// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "ui/kit/workspace.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>

namespace greensward::ui {

namespace {

/// Layouts, queued repaints of plots and delayed item layouts settle within a few turns of the event loop.
void settle()
{
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

} // namespace

Result<QStringList> renderTour(MainWindow& window, const QString& directory, const QList<QSize>& sizes,
                               const QList<Theme>& themes)
{
    if (!QDir().mkpath(directory))
        return failure("cannot create the folder " + directory.toStdString());
    const Theme themeBefore = currentTheme();
    const QString workspaceBefore = window.currentWorkspace();
    const QSize sizeBefore = window.size();
    QStringList files;
    for (const QString& id : window.workspaceIds()) {
        window.showWorkspace(id);
        window.workspace(id)->fillForPicture();
        for (const QSize& size : sizes) {
            window.resize(size);
            for (const Theme theme : themes) {
                window.setTheme(theme);
                settle();
                const QString name =
                    QStringLiteral("%1-%2-%3x%4.png")
                        .arg(id, theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width())
                        .arg(size.height());
                const QString path = QDir(directory).filePath(name);
                if (!window.grab().save(path))
                    return failure("cannot write " + path.toStdString());
                files << path;
            }
        }
    }
    window.setTheme(themeBefore);
    window.resize(sizeBefore);
    window.showWorkspace(workspaceBefore);
    return files;
}

} // namespace greensward::ui
