// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Topic tree and message log.
#include "app/bench/figure.h"
#include "app/bench/model_rows.h"
#include "app/bench/still_engine.h"
#include "app/process_usage.h"
#include "ui/models/message_log_model.h"
#include "ui/models/topic_tree_model.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/topic_tree_view.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <fmt/format.h>

namespace greensward::bench {

namespace {

constexpr int kTopics = 100'000;
constexpr int kRows = 1'000'000;
constexpr int kClients = 50;
constexpr int kRowsAFrame = 10'000 * 16 / 1000;
constexpr int kFrames = 300;
constexpr double kMebi = 1024.0 * 1024.0;
constexpr QSize kListSize(700, 800);

double millis(const QElapsedTimer& watch)
{
    return static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

std::string topicOf(int number)
{
    return fmt::format("site/{}/{}", number / 100 % 1000, number % 100);
}

void record(StillEngine& engine, int number)
{
    engine.advance(std::chrono::microseconds(100));
    engine.message(fmt::format("wt-{}", number % kClients),
                   topicOf(static_cast<int>(std::int64_t{number} * 7919 % kTopics)),
                   fmt::format(R"({{"n":{},"rotor-freq":0.944,"output":89.24}})", number));
}

/// A log of so many rows, filled in portions so that nothing else is in memory at once.
void fill(ui::MessageLogModel& log, StillEngine& engine)
{
    constexpr int kPortion = 20'000;
    for (int at = 0; at < kRows;) {
        for (const int end = std::min(kRows, at + kPortion); at < end; ++at)
            record(engine, at);
        engine.flush();
        for (const auto& chunk : engine.drain())
            log.ingest(*chunk);
        log.publish();
    }
}

/// The time to the first page, to all, and the longest that the thread was held up.
bool filterBy(ui::MessageLogModel& log, const char* text, const char* what)
{
    QElapsedTimer all;
    all.start();
    log.setFilter(ui::Filter::parse(QString::fromUtf8(text)));
    const double first = millis(all);
    double held = first;
    while (log.isScanning()) {
        QElapsedTimer slice;
        slice.start();
        QApplication::processEvents();
        held = std::max(held, millis(slice));
    }
    const double whole = millis(all);
    const std::string named = fmt::format("{}, {} of {} rows", what, log.rowCount(), kRows);
    bool ok = tell({"ui", "filter", named + ": first page", first, "ms", 50});
    ok = tell({"ui", "filter", named + ": all", whole, "ms", 200}) && ok;
    return tell({"ui", "filter", named + ": longest hold", held, "ms", 50}) && ok;
}

} // namespace

bool measureTree()
{
    StillEngine engine;
    for (int at = 0; at < kTopics; ++at)
        engine.message("load", topicOf(at), R"({"timestamp":1511347200123,"rotor-freq":0.944,"output":89.24})");
    engine.flush();
    const auto chunks = engine.drain();

    const std::uint64_t before = app::heapBytes();
    QElapsedTimer watch;
    watch.start();
    ui::TopicTreeModel model;
    for (const auto& chunk : chunks)
        model.ingest(*chunk);
    model.publish();
    bool ok = tell({"ui", "tree", fmt::format("{} topics: built", kTopics), millis(watch), "ms", 500});
    const auto grown = static_cast<double>(app::heapBytes() - before) / kMebi;
    ok = tell({"ui", "tree", fmt::format("{} topics: memory", kTopics), grown, "MiB", 80}) && ok;

    ui::TopicTreeView view(model);
    view.resize(kListSize);
    view.show();
    QApplication::processEvents();
    watch.start();
    view.expandAll();
    QApplication::processEvents();
    return tell({"ui", "tree", fmt::format("{} topics: all expanded", kTopics), millis(watch), "ms", 200}) && ok;
}

bool measureLog()
{
    StillEngine engine;
    const std::uint64_t before = app::heapBytes();
    ui::MessageLogModel log;
    fill(log, engine);
    const auto grown = static_cast<double>(app::heapBytes() - before) / kMebi;
    bool ok = tell({"ui", "log", fmt::format("{} rows: memory", kRows), grown, "MiB", 120});

    QElapsedTimer watch;
    watch.start();
    ui::MessageLogView view(log);
    view.resize(kListSize);
    view.show();
    QApplication::processEvents();
    ok = tell({"ui", "log", fmt::format("{} rows: opened", kRows), millis(watch), "ms", 100}) && ok;

    view.jumpToNewest();
    std::vector<double> frames;
    for (int frame = 0, next = kRows; frame < kFrames; ++frame) {
        for (int at = 0; at < kRowsAFrame; ++at)
            record(engine, next++);
        engine.flush();
        const auto chunks = engine.drain();
        watch.start();
        for (const auto& chunk : chunks)
            log.ingest(*chunk);
        log.publish();
        QApplication::processEvents();
        frames.push_back(millis(watch));
    }
    const Spread spread = spreadOf(frames);
    return tell({"ui", "log", "following 10000 messages/s, frame p99", spread.p99, "ms", 8}) && ok;
}

bool measureFilter()
{
    StillEngine engine;
    ui::MessageLogModel log;
    fill(log, engine);
    bool ok = filterBy(log, "topic:site/17/+", "by topic");
    ok = filterBy(log, "from:wt-7", "by sender") && ok;
    ok = filterBy(log, "payload:7710", "by text in the payload") && ok;
    return filterBy(log, "n>999000", "by a field of the payload") && ok;
}

} // namespace greensward::bench
