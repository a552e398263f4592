// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_test.h"

#include <QAbstractButton>
#include <QTest>

namespace greensward::ui {

void WindowTest::init()
{
    open();
}

void WindowTest::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void WindowTest::open(bool withDevices, QSettings* settings)
{
    m_window.reset();
    m_engine = std::make_unique<FakeEngine>(withDevices);
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock(), settings);
    if (!settings)
        m_window->showWorkspace(QStringLiteral("bench"));
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump();
}

void WindowTest::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

QAbstractButton* WindowTest::button(const QString& accessibleName)
{
    return named<QAbstractButton>(accessibleName);
}

} // namespace greensward::ui
