// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/live_plot.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include <qcustomplot.h>

namespace greensward::ui {

namespace {

constexpr std::array kLaneRoles{Role::Accent, Role::Information, Role::Attention, Role::Edge};

/// Widths, in lengths of the drawings, below which the head leaves things out.
constexpr double kNarrow = 440;
constexpr double kVeryNarrow = 280;

/// A mean of rolling values needs head-room, a constant one a band around it.
QCPRange roomyRange(double low, double high)
{
    const double span = high - low;
    const double least = std::max(std::abs(high) * 0.02, 0.01);
    const double room = span < least ? least : span * 0.12;
    return {low - room, high + room};
}

class ValueTicker final : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const double size = std::abs(tick);
        const int decimals = size >= 100 || tick == std::floor(tick) ? 0 : size >= 10 ? 1 : 2;
        return QString::number(tick, 'f', decimals);
    }
};

} // namespace

struct LivePlot::Lane
{
    QCPAxisRect* rect = nullptr;
    QCPGraph* graph = nullptr;
    QCPItemText* name = nullptr;
    QCPItemText* value = nullptr;
    Role role{};
    double newest = 0; ///< time of the newest point drawn, seconds since 1970
};

LivePlot::LivePlot(EngineMirror& mirror, QWidget* parent) : QWidget(parent), m_mirror(mirror)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Live plot"), this);
    column->addWidget(card);
    buildHead(card->head());
    m_pages = new QStackedWidget(card);
    m_plot = new QCustomPlot(m_pages);
    m_plot->setAccessibleName(tr("Plot of the chosen fields"));
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_pages->addWidget(m_plot);
    auto* nothing = new EmptyState(QStringLiteral("plots"), tr("Fields appear when a device reports."), {}, m_pages);
    m_pages->addWidget(nothing);
    card->body().addWidget(m_pages, 1);
    card->body().setContentsMargins(px(8), 0, px(8), px(8));

    connect(&m_mirror, &EngineMirror::seriesChanged, this, &LivePlot::refresh);
    const auto devicesChanged = [this] {
        for (int row = 0; row < m_mirror.devices().rowCount(); ++row) {
            const auto& device = m_mirror.devices().device(row);
            const QString id = QString::fromStdString(device.id);
            if (m_source->findData(id) < 0)
                m_source->addItem(QString::fromStdString(device.title), id);
        }
    };
    connect(&m_mirror.devices(), &QAbstractItemModel::rowsInserted, this, devicesChanged);
    devicesChanged();
    rebuildLanes();
}

LivePlot::~LivePlot() = default;

void LivePlot::buildHead(QHBoxLayout& head)
{
    m_source = new QComboBox(this);
    m_source->setAccessibleName(tr("Device to plot"));
    m_window = new QComboBox(this);
    m_window->setAccessibleName(tr("Time shown"));
    m_window->addItem(tr("60 s"), 60);
    m_window->addItem(tr("5 min"), 300);
    m_choose = new QToolButton(this);
    m_choose->setText(tr("Fields"));
    m_choose->setIcon(icon(QStringLiteral("plots")));
    m_choose->setIconSize(QSize(px(18), px(18)));
    m_choose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_choose->setPopupMode(QToolButton::InstantPopup);
    m_choose->setAccessibleName(tr("Choose the fields to plot"));
    m_choose->setMenu(new QMenu(m_choose));
    m_freeze = new QToolButton(this);
    m_freeze->setText(tr("Freeze"));
    m_freeze->setIcon(icon(QStringLiteral("freeze")));
    m_freeze->setIconSize(QSize(px(18), px(18)));
    m_freeze->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_freeze->setCheckable(true);
    m_freeze->setAccessibleName(tr("Freeze the plot"));
    head.addStretch();
    head.addWidget(m_source);
    head.addWidget(m_window);
    head.addWidget(m_choose);
    head.addWidget(m_freeze);
    connect(m_source, &QComboBox::currentIndexChanged, this,
            [this] { setDevice(m_source->currentData().toString().toStdString()); });
    connect(m_window, &QComboBox::currentIndexChanged, this, [this] { setSpan(m_window->currentData().toInt()); });
    connect(m_freeze, &QToolButton::toggled, this, &LivePlot::setFrozen);
    connect(m_choose->menu(), &QMenu::aboutToShow, this, &LivePlot::refreshFieldMenu);
}

void LivePlot::setDevice(const std::string& device)
{
    if (device == m_device)
        return;
    m_device = device;
    m_mirror.series().watch(device);
    m_source->setCurrentIndex(m_source->findData(QString::fromStdString(device)));
    std::vector<std::string> fields;
    for (int row = 0; row < m_mirror.devices().rowCount(); ++row)
        if (const auto& view = m_mirror.devices().device(row); view.id == device)
            fields = view.model == "turbine" ? std::vector<std::string>{"rotor-freq", "output", "temperature"}
                                             : std::vector<std::string>{"flow", "moisture"};
    setFields(std::move(fields));
}

void LivePlot::setFields(std::vector<std::string> fields)
{
    if (fields.size() > kMaxLanes)
        fields.resize(kMaxLanes);
    m_fields = std::move(fields);
    rebuildLanes();
}

void LivePlot::setFrozen(bool frozen)
{
    m_frozen = frozen;
    m_freeze->setChecked(frozen);
    if (!frozen)
        refresh();
}

void LivePlot::setSpan(int seconds)
{
    m_span = seconds;
    m_window->setCurrentIndex(m_window->findData(seconds));
    refresh();
}

void LivePlot::refreshFieldMenu()
{
    QMenu& menu = *m_choose->menu();
    menu.clear();
    for (const auto& [name, series] : m_mirror.series().fields(m_device)) {
        if (name == "timestamp")
            continue;
        QAction* action = menu.addAction(QString::fromStdString(name));
        action->setCheckable(true);
        const bool on = std::find(m_fields.begin(), m_fields.end(), name) != m_fields.end();
        action->setChecked(on);
        action->setEnabled(on || m_fields.size() < kMaxLanes);
        connect(action, &QAction::toggled, this, [this, field = name](bool checked) { toggleField(field, checked); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No fields yet"))->setEnabled(false);
}

void LivePlot::toggleField(const std::string& name, bool on)
{
    std::vector<std::string> fields = m_fields;
    std::erase(fields, name);
    if (on)
        fields.push_back(name);
    setFields(std::move(fields));
}

std::string LivePlot::unitOf(const std::string& field) const
{
    for (int row = 0; row < m_mirror.devices().rowCount(); ++row) {
        const auto& view = m_mirror.devices().device(row);
        if (view.id != m_device)
            continue;
        for (const auto& value : view.values)
            if (value.name == field)
                return value.unit;
    }
    return {};
}

void LivePlot::rebuildLanes()
{
    m_lanes.clear();
    m_plot->clearItems();
    m_plot->clearGraphs();
    m_plot->plotLayout()->clear();
    auto* group = new QCPMarginGroup(m_plot);
    QSharedPointer<QCPAxisTickerDateTime> times(new QCPAxisTickerDateTime);
    times->setDateTimeFormat(QStringLiteral("HH:mm:ss"));
    times->setTickCount(5);
    for (std::size_t at = 0; at < m_fields.size(); ++at) {
        Lane lane;
        lane.role = kLaneRoles[at];
        lane.rect = new QCPAxisRect(m_plot);
        m_plot->plotLayout()->addElement(static_cast<int>(at), 0, lane.rect);
        lane.rect->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        const bool last = at + 1 == m_fields.size();
        lane.rect->setAutoMargins(QCP::msLeft | QCP::msBottom);
        lane.rect->setMargins({0, px(26), px(12), last ? 0 : px(6)});
        lane.rect->setMinimumMargins({px(40), px(26), px(12), px(6)});
        auto* bottom = lane.rect->axis(QCPAxis::atBottom);
        auto* left = lane.rect->axis(QCPAxis::atLeft);
        bottom->setTicker(times);
        bottom->setTickLabels(last);
        bottom->setSubTicks(false);
        left->setTicker(QSharedPointer<QCPAxisTicker>(new ValueTicker));
        left->ticker()->setTickCount(3);
        left->setSubTicks(false);
        lane.graph = m_plot->addGraph(bottom, left);
        lane.graph->setAdaptiveSampling(true);
        const auto label = [&](Qt::Alignment alignment, double x) {
            auto* text = new QCPItemText(m_plot);
            text->setClipToAxisRect(false);
            text->position->setAxisRect(lane.rect);
            text->position->setType(QCPItemPosition::ptAxisRectRatio);
            text->position->setCoords(x, 0);
            text->setPositionAlignment(alignment | Qt::AlignBottom);
            text->setPadding({0, 0, 0, px(4)});
            return text;
        };
        lane.name = label(Qt::AlignLeft, 0);
        lane.value = label(Qt::AlignRight, 1);
        m_lanes.push_back(lane);
    }
    fitHead();
    applyColours();
    refresh();
}

void LivePlot::applyColours()
{
    m_plot->setBackground(QBrush(color(Role::Surface)));
    for (Lane& lane : m_lanes) {
        for (auto* axis : {lane.rect->axis(QCPAxis::atBottom), lane.rect->axis(QCPAxis::atLeft)}) {
            axis->setBasePen(QPen(color(Role::Hairline)));
            axis->setTickPen(Qt::NoPen);
            axis->setTickLabelColor(color(Role::MutedText));
            axis->setTickLabelFont(fontOf(TextStyle::Caption));
            axis->setTickLabelPadding(px(6));
            axis->grid()->setPen(QPen(color(Role::Hairline), 1));
            axis->grid()->setZeroLinePen(QPen(color(Role::Hairline), 1));
        }
        lane.rect->axis(QCPAxis::atLeft)->setBasePen(Qt::NoPen);
        lane.rect->axis(QCPAxis::atBottom)->grid()->setVisible(false);
        QColor fill = color(lane.role);
        fill.setAlphaF(0.10F);
        lane.graph->setPen(QPen(color(lane.role), px(16) / 10.0));
        lane.graph->setBrush(fill);
        lane.name->setFont(fontOf(TextStyle::Strong));
        lane.name->setColor(color(Role::Text));
        lane.value->setFont(fontOf(TextStyle::Strong));
        lane.value->setColor(color(lane.role));
    }
}

void LivePlot::refresh()
{
    const auto& known = m_mirror.series().fields(m_device);
    const bool any =
        std::any_of(m_fields.begin(), m_fields.end(), [&](const auto& name) { return known.contains(name); });
    m_pages->setCurrentIndex(any ? 0 : 1);
    if (m_frozen || !isVisible() || !any)
        return;
    double now = 0;
    for (const auto& [name, series] : known)
        now = series.empty() ? now : std::max(now, series.back().time);
    for (std::size_t at = 0; at < m_lanes.size(); ++at) {
        Lane& lane = m_lanes[at];
        lane.name->setText(QString::fromStdString(m_fields[at]));
        lane.rect->axis(QCPAxis::atBottom)->setRange(now - m_span, now);
        const auto found = known.find(m_fields[at]);
        if (found == known.end() || found->second.empty())
            continue;
        const auto& series = found->second;
        // Points come in order of time: only those after the newest drawn are new.
        const auto fresh = std::upper_bound(series.begin(), series.end(), lane.newest,
                                            [](double time, const auto& point) { return time < point.time; });
        for (auto point = fresh; point != series.end(); ++point)
            lane.graph->addData(point->time, point->value);
        lane.newest = series.back().time;
        lane.graph->data()->removeBefore(series.front().time);
        bool inWindow = false;
        const QCPRange values = lane.graph->data()->valueRange(inWindow, QCP::sdBoth, QCPRange(now - m_span, now));
        if (inWindow)
            lane.rect->axis(QCPAxis::atLeft)->setRange(roomyRange(values.lower, values.upper));
        const std::string unit = unitOf(m_fields[at]);
        lane.value->setText(QStringLiteral("%1 %2").arg(valueText(series.back().value), QString::fromStdString(unit)));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LivePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_plot) {
        applyColours();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void LivePlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

/// With little room the device is the selected one, and icons stand for themselves.
void LivePlot::fitHead()
{
    const bool narrow = width() < px(kNarrow);
    m_source->setVisible(!narrow);
    for (QToolButton* button : {m_choose, m_freeze}) {
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        button->setToolTip(narrow ? button->accessibleName() : QString());
    }
    const bool veryNarrow = width() < px(kVeryNarrow);
    m_window->setVisible(!veryNarrow);
    for (Lane& lane : m_lanes)
        lane.rect->axis(QCPAxis::atBottom)->ticker()->setTickCount(veryNarrow ? 2 : narrow ? 3 : 5);
}

void LivePlot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace greensward::ui
