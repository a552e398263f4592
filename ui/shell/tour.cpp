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

QString nameOf(Look look)
{
    switch (look) {
    case Look::Light:
        return QStringLiteral("light");
    case Look::Dark:
        return QStringLiteral("dark");
    case Look::Projector:
        break;
    }
    return QStringLiteral("projector");
}

void dress(MainWindow& window, Look look)
{
    window.setLayout(look == Look::Projector ? Layout::Present : Layout::Explore);
    if (look != Look::Projector)
        window.setTheme(look == Look::Dark ? Theme::Dark : Theme::Light);
    settle(); // another zoom makes the views anew
}

} // namespace

Result<QStringList> renderTour(MainWindow& window, const QString& directory, const QList<QSize>& sizes,
                               const QList<Look>& looks)
{
    if (!QDir().mkpath(directory))
        return failure("cannot create the folder " + directory.toStdString());
    const Theme themeBefore = currentTheme();
    const Layout layoutBefore = window.windowLayout();
    const QString workspaceBefore = window.currentWorkspace();
    const QSize sizeBefore = window.size();
    QStringList files;
    for (const Look look : looks) {
        dress(window, look);
        for (const QSize& size : sizes) {
            window.resize(size);
            window.resetLayout(); // as a person finds it at this size
            for (const QString& id : window.workspaceIds()) {
                window.showWorkspace(id);
                settle();
                const QStringList pages = window.workspace(id)->pages();
                for (const QString& page : pages.isEmpty() ? QStringList{QString()} : pages) {
                    if (!page.isEmpty())
                        window.workspace(id)->open(page);
                    window.workspace(id)->fillForPicture();
                    settle();
                    const QString name = QStringLiteral("%1-%2-%3x%4.png")
                                             .arg(page.isEmpty() ? id : id + QLatin1Char('-') + page, nameOf(look))
                                             .arg(size.width())
                                             .arg(size.height());
                    const QString path = QDir(directory).filePath(name);
                    if (!window.grab().save(path))
                        return failure("cannot write " + path.toStdString());
                    files << path;
                }
            }
        }
    }
    window.setLayout(layoutBefore);
    window.setTheme(themeBefore);
    settle();
    window.resize(sizeBefore);
    window.showWorkspace(workspaceBefore);
    return files;
}

} // namespace greensward::ui
