// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the doctor, and Connections beside it, with no card, one and five: doctor_pictures DIR
#include "trouble.h"
#include "ui/models/engine_mirror.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace greensward;
using namespace greensward::ui;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: doctor_pictures DIR\n", stderr);
        return 2;
    }
    applyTheme(application, Theme::Light);
    FakeEngine engine;
    MainWindow window(engine, engine.clock());
    window.show();
    const Trouble trouble{engine};
    for (int second = 0; second < 20; ++second) {
        engine.advance(std::chrono::seconds(1));
        window.mirror().feed().drainNow();
    }
    const auto draw = [&](const QString& name) {
        window.mirror().feed().drainNow();
        const auto files = renderTour(window, QDir(QString::fromLocal8Bit(argv[1])).filePath(name));
        if (!files)
            std::fprintf(stderr, "%s\n", files.error().message.c_str());
    };
    draw(QStringLiteral("none"));
    trouble.clientId();
    draw(QStringLiteral("one"));
    trouble.inactive();
    trouble.endpoint();
    trouble.denied();
    trouble.twice();
    draw(QStringLiteral("five"));
    return 0;
}
