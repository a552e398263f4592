// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/figure.h"
#include "app/bench/model_rows.h"
#include "app/process_usage.h"
#include "ui/labs/passage_view.h"

#include <QPixmap>

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace greensward::bench {

namespace {

/// Headings, paragraphs, lists and commands, as in a lab, of some 12 KiB.
QString page()
{
    const QString part = QStringLiteral("## A step\n\n"
                                        "Write what you want into `desired`, and watch the monitor: the service **accepts**, tells the "
                                        "sprinkler the delta, and with that the [delta](console:shadows) is gone.\n\n"
                                        "- *desired* is what you want,\n- *reported* is what the device says it is.\n\n"
                                        "```sh\nmosquitto_pub -t '$aws/things/sprinkler-456/shadow/update' -m '{}'\n```\n\n");
    QString text;
    while (text.size() < 12 * 1024)
        text += part;
    return text;
}

} // namespace

bool measureLabPage()
{
    const QString text = page();
    std::vector<double> times;
    for (int turn = 0; turn < 5; ++turn) {
        const auto before = app::threadTime();
        ui::PassageView view(text);
        view.resize(420, view.sizeHint().height());
        view.grab();
        times.push_back((app::threadTime() - before).count() * 1e3);
    }
    std::sort(times.begin(), times.end());
    return tell({"ui", "lab-page", fmt::format("a page of {} bytes made and drawn, median", text.size()),
                 times[times.size() / 2], "ms", 150});
}

} // namespace greensward::bench
