// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_canvas.h"

#include "ui/kit/style_painters.h"
#include "ui/models/number_text.h"
#include "ui/plots/plot_readout.h"
#include "ui/plots/series_line.h"
#include "ui/plots/series_look.h"
#include "ui/plots/xy_line.h"
#include "ui/why/why_subject.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace greensward::ui {

namespace {

constexpr double kZoomStep = 1.4;
constexpr double kPanStep = 0.1; ///< of what is in view
constexpr double kMarkReach = 5; ///< lengths of the drawings
constexpr double kPointReach = 24;
constexpr int kSlowest = 500;    ///< milliseconds between two drawings while points arrive
constexpr int kQuickest = 33;

WallTime wallTime(double seconds)
{
    return WallTime(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds)));
}

/// Seconds, and milliseconds where the ticks are that near.
class ClockTicker final : public QCPAxisTickerDateTime
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const QString text = clockText(wallTime(tick));
        return mTickStep < 1 ? text : mTickStep < 60 ? text.left(8) : text.left(5);
    }
    double getTickStep(const QCPRange& range) override { return mTickStep = QCPAxisTickerDateTime::getTickStep(range); }

private:
    double mTickStep = 1;
};

class ValueTicker final : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const double size = std::abs(tick);
        if (size >= 1e7 || (size > 0 && size < 1e-4))
            return QString::number(tick, 'g', 3);
        const int decimals = mStep >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(mStep))), 0, 6);
        QString text = QString::number(std::abs(tick) < mStep / 1e6 ? 0 : tick, 'f', decimals);
        return text.replace(QLatin1Char('-'), QChar(0x2212));
    }
    double getTickStep(const QCPRange& range) override { return mStep = QCPAxisTicker::getTickStep(range); }

private:
    double mStep = 1;
};

/// Head-room for what moves, a band around what is constant.
QCPRange roomyRange(double low, double high)
{
    const double span = high - low;
    const double least = std::max(std::abs(high) * 0.02, 0.01);
    const double room = span < least ? least : span * 0.08;
    return {low - room, high + room};
}

} // namespace

QString axisLabel(const PlotAxis& axis)
{
    switch (axis.kind) {
    case PlotAxis::Kind::TimeField:
        return PlotCanvas::tr("time of %1").arg(axis.path);
    case PlotAxis::Kind::Value:
        return axis.path;
    case PlotAxis::Kind::Place:
        return PlotCanvas::tr("place in the array");
    case PlotAxis::Kind::Arrival:
        break;
    }
    return {};
}

QString seriesName(const PlotBoard& board, int plot, const PlotSeries& series)
{
    const auto& all = board.series(plot);
    const bool oneTopic =
        std::all_of(all.begin(), all.end(), [&](const auto& other) { return other->ref.topic == series.ref.topic; });
    return oneTopic ? series.ref.path
                    : QStringLiteral("%1 · %2").arg(series.ref.topic.section(QLatin1Char('/'), -1), series.ref.path);
}

PlotCanvas::PlotCanvas(PlotBoard& board, int plot, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
    , m_plotNumber(plot)
    , m_plot(new QCustomPlot(this))
    , m_readout(new PlotReadout(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plot %1").arg(plot + 1));
    answerWhy(*this, [this] {
        const QString read = readoutText();
        return WhySubject{.title = accessibleName(), .text = read, .term = QStringLiteral("event-mark")};
    });
    setAccessibleDescription(tr("The table of values says the same in text."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->setMinimumSize(px(120), px(80));
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &PlotCanvas::replotNow);
    connect(&board, &PlotBoard::pointsAdded, this, [this](int changed) {
        if (changed == m_plotNumber)
            takePointsAdded();
    });
    connect(&board, &PlotBoard::viewChanged, this, [this](int changed) {
        if (changed == m_plotNumber)
            replotSoon();
    });
    connect(&board, &PlotBoard::seriesChanged, this, [this](int changed) {
        if (changed == m_plotNumber)
            makeLines();
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() == Qt::NoButton)
            showReadout(event->pos());
        else
            m_readout->clear();
    });
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] { m_board.follow(m_plotNumber); });
    makeAxes();
    makeLines();
    m_readout->raise();
}

PlotCanvas::~PlotCanvas() = default;

void PlotCanvas::makeAxes()
{
    QCPAxisRect& rect = *m_plot->axisRect();
    rect.setMinimumMargins(QMargins(px(44), px(22), px(16), px(8)));
    rect.setRangeDrag(Qt::Horizontal);
    rect.setRangeZoom(Qt::Horizontal);
    rect.setRangeZoomFactor(1 / kZoomStep);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new ClockTicker));
    for (QCPAxis* axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new ValueTicker));
    m_events = new EventLines(m_plot->xAxis, m_plot->yAxis);
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &PlotCanvas::takeDraggedRange);
    applyColours();
}

void PlotCanvas::makeLines()
{
    for (SeriesLine* line : m_lines)
        m_plot->removePlottable(line);
    m_lines.clear();
    for (XyLine* line : m_xyLines)
        m_plot->removePlottable(line);
    m_xyLines.clear();
    applyAxis();
    const PlotAxis& axis = m_board.axis(m_plotNumber);
    bool right = false;
    for (const auto& series : m_board.series(m_plotNumber)) {
        right |= series->onRight;
        QCPAxis* values = series->onRight ? m_plot->yAxis2 : m_plot->yAxis;
        if (axis.isTime())
            m_lines.push_back(new SeriesLine(m_plot->xAxis, values, *series));
        else
            m_xyLines.push_back(new XyLine(m_plot->xAxis, values, *series, axis.kind));
    }
    m_plot->yAxis2->setVisible(right);
    m_readout->clear();
    replotSoon();
}

/// Time has a clock and can be dragged; other axes show what there is.
void PlotCanvas::applyAxis()
{
    const PlotAxis& axis = m_board.axis(m_plotNumber);
    m_plot->xAxis->setTicker(axis.isTime() ? QSharedPointer<QCPAxisTicker>(new ClockTicker)
                                           : QSharedPointer<QCPAxisTicker>(new ValueTicker));
    m_plot->setInteractions(axis.isTime() ? QCP::Interactions(QCP::iRangeDrag | QCP::iRangeZoom) : QCP::Interactions());
    m_plot->xAxis->grid()->setVisible(!axis.isTime());
    m_plot->xAxis->setLabel(axisLabel(axis));
    setAccessibleDescription(axis.kind == PlotAxis::Kind::Arrival
                                 ? tr("The table of values says the same in text.")
                                 : tr("Over %1. The table of values says the same in text.").arg(axisLabel(axis)));
}

void PlotCanvas::applyColours()
{
    m_plot->setBackground(QBrush(color(Role::Surface)));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->setBasePen(QPen(color(Role::Hairline)));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(color(Role::MutedText));
        axis->setTickLabelFont(fontOf(TextStyle::Caption));
        axis->setTickLabelPadding(px(6));
        axis->setLabelColor(color(Role::MutedText));
        axis->setLabelFont(fontOf(TextStyle::Caption));
        axis->setLabelPadding(px(4));
        axis->grid()->setPen(QPen(color(Role::Hairline), 1));
        axis->grid()->setZeroLinePen(QPen(color(Role::Hairline), 1));
    }
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis2->setBasePen(Qt::NoPen);
    m_plot->yAxis2->grid()->setVisible(false);
    m_plot->xAxis->grid()->setVisible(!m_board.axis(m_plotNumber).isTime());
}

/// New points move a pixel of the picture only now and then when it shows hours.
void PlotCanvas::takePointsAdded()
{
    const TimeRange view = m_board.view(m_plotNumber);
    if (!m_board.isFollowing(m_plotNumber) && view.end < m_shownUntil)
        return; // all that is in view was there before
    if (!isVisible() || m_due.isActive())
        return;
    const double perPixel = (view.end - view.begin) / std::max(m_plot->axisRect()->width(), 1);
    const int pause = std::clamp(static_cast<int>(perPixel * 500), kQuickest, kSlowest);
    const auto since = m_sinceReplot.isValid() ? m_sinceReplot.elapsed() : pause;
    m_due.start(std::max(0, pause - static_cast<int>(since)));
}

void PlotCanvas::replotSoon()
{
    if (isVisible())
        m_due.start(0);
}

void PlotCanvas::replotNow()
{
    m_due.stop();
    QElapsedTimer watch;
    watch.start();
    setRanges();
    m_plot->replot();
    m_lastMillis = static_cast<double>(watch.nsecsElapsed()) / 1e6;
    ++m_replots;
    m_sinceReplot.start();
}

void PlotCanvas::setRanges()
{
    const TimeRange view = m_board.view(m_plotNumber);
    m_shownUntil = m_board.until(m_plotNumber);
    if (!m_board.axis(m_plotNumber).isTime())
        return setXyRanges();
    m_settingRange = true;
    m_plot->xAxis->setRange(view.begin, view.end);
    m_settingRange = false;
    for (SeriesLine* line : m_lines)
        line->setUntil(m_shownUntil);
    m_events->setMarks(m_board.marksIn(m_plotNumber));
    setValueRange(*m_plot->yAxis, false);
    setValueRange(*m_plot->yAxis2, true);
}

void PlotCanvas::setXyRanges()
{
    const TimeRange view = m_board.view(m_plotNumber);
    m_events->setMarks({});
    std::array<std::optional<QCPRange>, 3> ranges; // of the x axis, the left and the right one
    const auto widen = [](std::optional<QCPRange>& all, const QCPRange& one) {
        if (all)
            all->expand(one);
        else
            all = one;
    };
    const auto& series = m_board.series(m_plotNumber);
    for (std::size_t at = 0; at < m_xyLines.size(); ++at) {
        m_xyLines[at]->setTimes(view.begin, std::min(view.end, m_shownUntil));
        bool found = false;
        const QCPRange keys = m_xyLines[at]->getKeyRange(found, QCP::sdBoth);
        if (!found)
            continue;
        widen(ranges[0], keys);
        widen(ranges[series[at]->onRight ? 2 : 1], m_xyLines[at]->getValueRange(found, QCP::sdBoth, keys));
    }
    m_settingRange = true;
    const std::array axes{m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2};
    for (std::size_t at = 0; at < axes.size(); ++at)
        if (ranges[at])
            axes[at]->setRange(roomyRange(ranges[at]->lower, ranges[at]->upper));
    m_settingRange = false;
}

void PlotCanvas::showXyReadout(const QPoint& place)
{
    PlotReadout::Values values;
    values.frame = m_plot->axisRect()->rect();
    values.x = place.x();
    const auto& series = m_board.series(m_plotNumber);
    for (std::size_t at = 0; at < m_xyLines.size(); ++at) {
        const XyTrail::Point* point = m_xyLines[at]->near(place, px(kPointReach));
        if (!point)
            continue;
        const QCPAxis& axis = series[at]->onRight ? *m_plot->yAxis2 : *m_plot->yAxis;
        values.time = clockText(wallTime(point->time));
        values.lines.push_back({seriesName(m_board, m_plotNumber, *series[at]),
                                tr("%1 at %2").arg(valueText(point->y), valueText(point->x)), series[at]->look,
                                QPointF(m_plot->xAxis->coordToPixel(point->x), axis.coordToPixel(point->y))});
    }
    if (values.lines.empty())
        m_readout->clear();
    else
        m_readout->show(std::move(values));
}

void PlotCanvas::setValueRange(QCPAxis& axis, bool onRight)
{
    QCPRange all;
    bool any = false;
    const auto& series = m_board.series(m_plotNumber);
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        bool found = false;
        const QCPRange one = m_lines[at]->getValueRange(found, QCP::sdBoth, m_plot->xAxis->range());
        if (!found || series[at]->onRight != onRight)
            continue;
        if (any)
            all.expand(one);
        else
            all = one;
        any = true;
    }
    if (any)
        axis.setRange(roomyRange(all.lower, all.upper));
}

void PlotCanvas::takeDraggedRange(const QCPRange& range)
{
    if (!m_settingRange)
        m_board.setView(m_plotNumber, {range.lower, range.upper});
}

void PlotCanvas::zoomBy(double factor)
{
    const TimeRange view = m_board.view(m_plotNumber);
    // The newest stays at its place while following.
    const double middle = m_board.isFollowing(m_plotNumber) ? view.end : (view.begin + view.end) / 2;
    m_board.setView(m_plotNumber, {middle - (middle - view.begin) * factor, middle + (view.end - middle) * factor});
}

void PlotCanvas::panBy(double share)
{
    const TimeRange view = m_board.view(m_plotNumber);
    const double by = (view.end - view.begin) * share;
    m_board.setView(m_plotNumber, {view.begin + by, view.end + by});
}

void PlotCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return panBy(-kPanStep);
    case Qt::Key_Right:
        return panBy(kPanStep);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1 / kZoomStep);
    case Qt::Key_Minus:
        return zoomBy(kZoomStep);
    case Qt::Key_Home:
        return m_board.showEverything(m_plotNumber);
    case Qt::Key_End:
        return m_board.follow(m_plotNumber);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PlotCanvas::showReadout(const QPoint& place)
{
    const QRect frame = m_plot->axisRect()->rect();
    if (!frame.contains(place) || (m_lines.empty() && m_xyLines.empty())) {
        m_readout->clear();
        return;
    }
    if (!m_xyLines.empty())
        return showXyReadout(place);
    PlotReadout::Values values;
    values.frame = frame;
    values.x = place.x();
    const double time = m_plot->xAxis->pixelToCoord(place.x());
    values.time = clockText(wallTime(time));
    for (const auto& series : m_board.series(m_plotNumber)) {
        const auto point = series->points.at(std::min(time, m_shownUntil));
        if (!point)
            continue;
        const QCPAxis& axis = series->onRight ? *m_plot->yAxis2 : *m_plot->yAxis;
        values.lines.push_back({seriesName(m_board, m_plotNumber, *series), valueText(point->value), series->look,
                                QPointF(m_plot->xAxis->coordToPixel(point->time), axis.coordToPixel(point->value))});
    }
    if (const EventMark* mark = m_events->near(place.x(), px(kMarkReach)))
        values.mark = markText(*mark);
    m_readout->show(std::move(values));
}

QString PlotCanvas::readoutText() const
{
    return m_readout->text();
}

/// The legend in the first rows, the plot below.
void PlotCanvas::draw(QCPPainter& painter, const QSize& size) const
{
    painter.fillRect(QRect(QPoint(), size), color(Role::Surface));
    const QFontMetrics metrics(fontOf(TextStyle::Body));
    int x = px(16);
    int y = px(10);
    for (const auto& series : m_board.series(m_plotNumber)) {
        const auto point = series->points.at(m_board.until(m_plotNumber));
        const QString text = QStringLiteral("%1 %2 %3")
                                 .arg(series->ref.topic, series->ref.path, point ? valueText(point->value) : QString());
        const int width = px(36) + metrics.horizontalAdvance(text) + px(20);
        if (x > px(16) && x + width > size.width()) {
            x = px(16);
            y += px(22);
        }
        paintSeriesSample(painter, QRectF(x, y, px(28), px(20)), series->look);
        painter.setFont(fontOf(TextStyle::Body));
        painter.setPen(color(Role::Text));
        painter.drawText(QRect(x + px(36), y, width, px(20)), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width;
    }
    y += px(26);
    painter.translate(0, y);
    m_plot->toPainter(&painter, size.width(), std::max(size.height() - y, px(80)));
}

QImage PlotCanvas::picture(const QSize& size, double scale) const
{
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    QCPPainter painter;
    if (image.isNull() || !painter.begin(&image))
        return {};
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    draw(painter, size);
    painter.end();
    return image;
}

QByteArray PlotCanvas::svg(const QSize& size) const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(tr("Greensward plot"));
    QCPPainter painter;
    if (!buffer.open(QIODevice::WriteOnly) || !painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    draw(painter, size);
    painter.end();
    return buffer.data();
}

void PlotCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
        replotSoon();
    }
}

void PlotCanvas::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    replotSoon();
}

void PlotCanvas::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_due.stop();
    m_readout->clear();
}

void PlotCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_readout->setGeometry(rect());
    m_readout->clear();
}

void PlotCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_readout->clear();
}

void PlotCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_board.setCurrent(m_plotNumber);
}

} // namespace greensward::ui
