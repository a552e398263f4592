// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QCoreApplication>
#include <QSettings>

int main(int argc, char** argv)
{
    using namespace greensward::ui;
    QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    for (int turn = 0;; ++turn) {
        QSettings settings(QString::fromLocal8Bit(argv[1]), QSettings::IniFormat);
        Preferences preferences;
        preferences.welcomed = true;
        preferences.workspace = QStringLiteral("topics");
        for (int dock = 0; dock < 40; ++dock)
            preferences.docks[QStringLiteral("explore/%1").arg(dock)] = QByteArray(2000 + turn % 7, 'x');
        if (!preferences.write(settings))
            return 1;
    }
}
