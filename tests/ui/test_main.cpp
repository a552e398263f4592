// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    greensward::ui::applyTheme(application, greensward::ui::Theme::Light);
    int failures = 0;
    for (const auto& make : greensward::ui::testMakers())
        failures += QTest::qExec(make().get(), argc, argv);
    return failures == 0 ? 0 : 1;
}
