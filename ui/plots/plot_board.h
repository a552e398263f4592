// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/message_store.h"
#include "ui/models/series_drag.h"
#include "ui/plots/event_marks.h"
#include "ui/plots/json_path.h"
#include "ui/plots/plot_axis.h"
#include "ui/plots/point_series.h"

#include <QBasicTimer>
#include <QObject>

#include <array>
#include <memory>
#include <span>
#include <unordered_map>

namespace greensward::ui {

class EngineMirror;

/// A number over time, in one plot.
struct PlotSeries
{
    SeriesRef ref;
    JsonPath path;
    PointSeries points;        ///< over the time of the plot's axis; over that of arrival in an XY plot
    XyTrail trail{};           ///< of an XY plot
    int look = 0;              ///< which colour, dashes and mark, 0 … kMostSeries - 1; no two alike in a plot
    std::uint64_t skipped = 0; ///< messages of the topic without that number
    bool filling = false;      ///< earlier messages are still being read from the log
    bool onRight = false;      ///< drawn against the axis on the right
    bool sideChosen = false;   ///< by hand; else by the size of the numbers
};

/// Seconds since 1970.
struct TimeRange
{
    double begin = 0;
    double end = 0;
    bool operator==(const TimeRange&) const = default;
};

/// The window's plots: which numbers each shows, and their points. A series begins with what the log still has of its
/// topic. All series together keep at most kMostPoints: each gets the same share and becomes coarser in its past when
/// that is full. Points are taken in at any rate, frozen or not; what a frozen plot shows ends where it was frozen.
class PlotBoard final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr int kPlots = 4;
    static constexpr std::size_t kMostSeries = 8;
    static constexpr std::size_t kMostPoints = std::size_t{4} << 20;
    static constexpr std::size_t kMostPointsEach = std::size_t{1} << 20;
    static constexpr std::array kSpans{10, 30, 60, 300, 900, 3600, 4 * 3600, 8 * 3600}; ///< seconds

    explicit PlotBoard(EngineMirror& mirror);
    ~PlotBoard() override;

    enum class Adding { Added, AlreadyThere, PlotFull, NoSuchPath };
    Adding add(int plot, const SeriesRef& ref);
    void remove(int plot, const SeriesRef& ref);
    void clear(int plot);
    const std::vector<std::unique_ptr<PlotSeries>>& series(int plot) const { return m_plots[index(plot)].series; }
    bool isEmpty() const;
    /// By hand, until the series goes.
    void setOnRight(int plot, const SeriesRef& ref, bool onRight);

    /// What all series of the plot are drawn over. Another choice reads the log anew. False when the path is none.
    bool setAxis(int plot, const PlotAxis& axis);
    const PlotAxis& axis(int plot) const { return m_plots[index(plot)].axis; }

    /// 1, 2 or 4 are shown; the others keep their series.
    int shown() const { return m_shown; }
    void setShown(int plots);
    /// The one that is added to.
    int current() const { return m_current; }
    void setCurrent(int plot);

    /// Seconds that are shown while following.
    int span(int plot) const { return m_plots[index(plot)].span; }
    void setSpan(int plot, int seconds); ///< one of kSpans; follows again
    bool isFollowing(int plot) const { return !m_plots[index(plot)].range; }
    /// What is in view: a range of its own, or the newest span.
    TimeRange view(int plot) const;
    /// No longer follows. At least 20 ms, at most 24 h.
    void setView(int plot, TimeRange range);
    void follow(int plot);
    /// From the first point to the last.
    void showEverything(int plot);

    bool isFrozen(int plot) const { return m_plots[index(plot)].frozen; }
    void setFrozen(int plot, bool frozen);
    /// What is later is not shown: where the plot was frozen, or what the window has shown so far.
    double until(int plot) const;

    const EventMarks& marks() const { return m_marks; }
    /// Marks of the window's scope, not later than until(). None where the axis is not the time of arrival: what
    /// happened has no place on another one.
    std::span<const EventMark> marksIn(int plot) const;

    std::uint64_t merged(int plot) const;
    std::size_t bytes() const;

    /// Plots, series and spans as JSON, for settings.
    QByteArray save() const;
    /// What save() gave; anything else changes nothing and answers false.
    bool restore(const QByteArray& saved);

    void ingest(const trace::Chunk& chunk) override;
    bool wantsForeign() const override { return true; }
    void publish() override;

signals:
    /// There are other series, or other looks; the plot is to be made anew.
    void seriesChanged(int plot);
    /// New points or marks, which the view may show.
    void pointsAdded(int plot);
    /// Another range, span, or frozen.
    void viewChanged(int plot);
    void shownChanged(int plots);
    void currentChanged(int plot);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Plot
    {
        std::vector<std::unique_ptr<PlotSeries>> series;
        PlotAxis axis;
        std::optional<JsonPath> axisPath;
        double shownEnd = 0; ///< newest moment of a field that is shown
        int span = 60;
        std::optional<TimeRange> range;
        bool frozen = false;
        double frozenAt = 0;
        bool touched = false; ///< points came since the last publish()
    };
    /// A topic's earlier messages, read from the log in slices.
    struct Fill
    {
        PlotSeries* series;
        int plot;
        Serial next;
        Serial end; ///< the first row that was taken in live
        std::vector<XyTrail::Point> found;
    };
    struct Listener
    {
        PlotSeries* series;
        int plot;
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    static std::size_t index(int plot) { return static_cast<std::size_t>(plot); }
    PlotSeries* find(int plot, const SeriesRef& ref) const;
    void forget(PlotSeries& series);
    void shareCapacity();
    void chooseSides(int plot);
    double newest(int plot) const;
    bool fillSlice(Fill& fill);
    void fill(PlotSeries& series, int plot);
    void takeFilled(Fill& fill);
    void noteShownEnd(Plot& plot);
    int freeLook(int plot) const;

    EngineMirror& m_mirror;
    std::array<Plot, kPlots> m_plots;
    std::unordered_map<std::string, std::vector<Listener>, TextHash, std::equal_to<>> m_listeners; ///< by topic
    std::vector<Fill> m_fills;
    QBasicTimer m_fillTimer;
    EventMarks m_marks;
    std::vector<EventMark> m_scopedMarks; ///< as of the last publish(), in order of time
    bool m_newMarks = false;
    double m_latest = 0;     ///< time of the newest event that came
    double m_shownUntil = 0; ///< … and of the newest that is shown
    int m_shown = 1;
    int m_current = 0;
};

} // namespace greensward::ui
