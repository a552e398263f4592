// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_legend.h"

#include "ui/kit/card.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/number_text.h"
#include "ui/models/scope_stack.h"
#include "ui/plots/flow_layout.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/series_look.h"
#include "ui/scope/cell_menu.h"
#include "ui/why/why_subject.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kSample = 26;
constexpr double kMostName = 180;

} // namespace

LegendItem::LegendItem(ScopeStack& scope, PlotBoard& board, int plot, const PlotSeries& series, QWidget* parent)
    : QAbstractButton(parent)
    , m_scope(scope)
    , m_board(board)
    , m_plot(plot)
    , m_series(series)
    , m_name(seriesName(board, plot, series))
{
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(QStringLiteral("%1  %2").arg(series.ref.topic, series.ref.path));
    answerWhy(*this, [this] { return WhySubject{.title = toolTip(), .term = QStringLiteral("series")}; });
    connect(this, &QAbstractButton::clicked, this, &LegendItem::openMenu);
    refresh();
}

void LegendItem::refresh()
{
    const auto point = m_series.points.at(m_board.until(m_plot));
    const QString value = point ? valueText(point->value) : QStringLiteral("–");
    if (value == m_value)
        return;
    const int before = numberSpace();
    m_value = value;
    setAccessibleName(tr("%1 of %2: %3").arg(m_series.ref.path, m_series.ref.topic, value));
    if (numberSpace() != before)
        updateGeometry();
    update();
}

/// In steps, so that a legend does not move with every digit.
int LegendItem::numberSpace() const
{
    const double width = numberWidth(m_value, fontOf(TextStyle::Strong));
    return (static_cast<int>(width) / px(16) + 1) * px(16);
}

QSize LegendItem::sizeHint() const
{
    const QFontMetrics metrics(fontOf(TextStyle::Secondary));
    const int name = std::min(metrics.horizontalAdvance(m_name), px(kMostName));
    return {px(kSample) + px(8) + name + px(8) + numberSpace() + px(m_series.onRight ? 24 : 10), px(24)};
}

QSize LegendItem::minimumSizeHint() const
{
    return {px(kSample + 80), px(24)};
}

void LegendItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        painters::roundedRect(painter, rect(), painters::kControlRadius, color(Role::Chip));
    paintSeriesSample(painter, QRectF(px(4), 0, px(kSample), height()), m_series.look);
    QRect place = rect().adjusted(px(kSample) + px(10), 0, -px(4), 0);
    if (m_series.onRight) {
        painter.setFont(fontOf(TextStyle::Section));
        painter.setPen(color(Role::MutedText));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString(QChar(0x2192))); // its axis is there
        place.setRight(place.right() - px(16));
    }
    painter.setPen(color(Role::Text));
    const double width = paintNumber(painter, place, m_value, fontOf(TextStyle::Strong));
    place.setRight(place.right() - static_cast<int>(width) - px(8));
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.setPen(color(Role::MutedText));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideMiddle, place.width()));
    if (hasFocus())
        painters::focusRing(painter, rect());
}

void LegendItem::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        // The button goes with its series: not while its own event is handled.
        QMetaObject::invokeMethod(
            &m_board, [&board = m_board, plot = m_plot, ref = m_series.ref] { board.remove(plot, ref); },
            Qt::QueuedConnection);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openMenu();
    case Qt::Key_F10:
        if (event->modifiers() == Qt::ShiftModifier)
            return openMenu();
        return QAbstractButton::keyPressEvent(event);
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void LegendItem::contextMenuEvent(QContextMenuEvent*)
{
    openMenu();
}

void LegendItem::openMenu()
{
    auto* menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, auto work) {
        // Both outlive the button, which goes when the legend is made anew.
        connect(menu->addAction(text), &QAction::triggered, &m_board,
                [&board = m_board, plot = m_plot, ref = m_series.ref, work] { work(board, plot, ref); });
    };
    if (m_series.onRight)
        add(tr("Draw against the left axis"),
            [](PlotBoard& board, int plot, const SeriesRef& ref) { board.setOnRight(plot, ref, false); });
    else
        add(tr("Draw against an axis on the right"),
            [](PlotBoard& board, int plot, const SeriesRef& ref) { board.setOnRight(plot, ref, true); });
    add(tr("Remove from the plot"), [](PlotBoard& board, int plot, const SeriesRef& ref) { board.remove(plot, ref); });
    menu->addSeparator();
    CellMenu::fill(*menu, m_scope, topicTerm(m_series.ref.topic), toolTip());
    menu->popup(mapToGlobal(QPoint(0, height())));
}

PlotLegend::PlotLegend(ScopeStack& scope, PlotBoard& board, int plot, QWidget* parent)
    : QWidget(parent), m_scope(scope), m_board(board), m_plot(plot)
{
    auto* flow = new FlowLayout(px(8), px(2));
    flow->setContentsMargins(px(12), 0, px(12), 0);
    setLayout(flow);
    m_note = new RoleLabel(TextStyle::Caption, Role::MutedText, {}, this);
    m_note->setFixedHeight(px(24));
    connect(&board, &PlotBoard::seriesChanged, this, [this](int changed) {
        if (changed == m_plot)
            rebuild();
    });
    rebuild();
}

void PlotLegend::rebuild()
{
    for (LegendItem* item : std::exchange(m_items, {}))
        delete item;
    layout()->removeWidget(m_note);
    for (const auto& series : m_board.series(m_plot)) {
        m_items << new LegendItem(m_scope, m_board, m_plot, *series, this);
        layout()->addWidget(m_items.last());
    }
    layout()->addWidget(m_note);
    setVisible(!m_items.isEmpty());
    refresh();
}

void PlotLegend::refresh()
{
    for (LegendItem* item : m_items)
        item->refresh();
    const auto& all = m_board.series(m_plot);
    const bool filling = std::any_of(all.begin(), all.end(), [](const auto& series) { return series->filling; });
    const quint64 merged = m_board.merged(m_plot);
    const QString note = filling      ? tr("Reading the log …")
                         : merged > 0 ? tr("%n older point(s) merged into lows and highs", nullptr,
                                           static_cast<int>(std::min<quint64>(merged, 2'000'000'000)))
                                      : QString();
    if (m_note->text() != note)
        m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace greensward::ui
