// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_engine.h"
#include "ui/bench/bench_workspace.h"
#include "ui/shell/main_window.h"
#include "ui/topics/topics_workspace.h"

#include <QObject>

#include <memory>

class QAbstractButton;
class QSettings;

namespace greensward::ui {

/// What tests of the real window share: a window on a fake engine, opened on the bench before each test, found and
/// driven by the names that a screen reader hears.
class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    void open(bool withDevices = true, QSettings* settings = nullptr);
    /// Moves the engine's time on and shows what came of it.
    void pump(Duration time = {});
    QAbstractButton* button(const QString& accessibleName);
    template<typename Widget>
    Widget* named(const QString& accessibleName);
    TopicsWorkspace& topics() { return *qobject_cast<TopicsWorkspace*>(m_window->workspace(QStringLiteral("topics"))); }
    BenchWorkspace& bench() { return *qobject_cast<BenchWorkspace*>(m_window->workspace(QStringLiteral("bench"))); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

template<typename Widget>
Widget* WindowTest::named(const QString& accessibleName)
{
    for (Widget* widget : m_window->findChildren<Widget*>())
        if (widget->accessibleName() == accessibleName && widget->isVisible())
            return widget;
    qWarning("no visible control is named \"%s\"", qPrintable(accessibleName));
    return nullptr;
}

} // namespace greensward::ui
