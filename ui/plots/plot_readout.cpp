// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_readout.h"

#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/plots/series_look.h"

#include <QPainter>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kRow = 18;
constexpr double kMostName = 120;
constexpr double kMostMark = 220;

} // namespace

PlotReadout::PlotReadout(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void PlotReadout::show(Values values)
{
    m_values = std::move(values);
    m_shown = true;
    update();
}

void PlotReadout::clear()
{
    if (std::exchange(m_shown, false))
        update();
}

QString PlotReadout::text() const
{
    if (!m_shown)
        return {};
    QStringList rows{m_values.time};
    for (const Line& line : m_values.lines)
        rows << QStringLiteral("%1 %2").arg(line.name, line.value);
    if (!m_values.mark.isEmpty())
        rows << m_values.mark;
    return rows.join(QLatin1Char('\n'));
}

void PlotReadout::paintEvent(QPaintEvent*)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    const QRect frame = m_values.frame;
    painter.setPen(QPen(color(Role::MutedText), 1));
    painter.drawLine(QPointF(m_values.x, frame.top()), QPointF(m_values.x, frame.bottom()));
    for (const Line& line : m_values.lines)
        if (frame.contains(line.place.toPoint()))
            paintSeriesMark(painter, line.place, px(4), line.look);

    const QFontMetrics metrics(fontOf(TextStyle::Secondary));
    int names = 0;
    double numbers = 0;
    for (const Line& line : m_values.lines) {
        names = std::max(names, metrics.horizontalAdvance(line.name));
        numbers = std::max(numbers, numberWidth(line.value, fontOf(TextStyle::Strong)));
    }
    names = std::min(names, px(kMostName));
    const int mark = std::min(metrics.horizontalAdvance(m_values.mark), px(kMostMark));
    const int width = std::max({px(18) + names + px(12) + static_cast<int>(numbers),
                                metrics.horizontalAdvance(m_values.time) + px(4), mark}) +
                      px(20);
    const auto rows = static_cast<int>(m_values.lines.size()) + 1 + !m_values.mark.isEmpty();
    QRect box(0, frame.top() + px(8), width, rows * px(kRow) + px(12));
    const bool leftOfLine = m_values.x + px(12) + width > frame.right();
    box.moveLeft(static_cast<int>(leftOfLine ? m_values.x - px(12) - width : m_values.x + px(12)));
    box.moveLeft(std::max(box.left(), 0));
    painter.setRenderHint(QPainter::Antialiasing);
    painters::roundedRect(painter, box, painters::kControlRadius, color(Role::Raised), color(Role::Hairline));

    QRect row(box.left() + px(10), box.top() + px(6), width - px(20), px(kRow));
    painter.setPen(color(Role::MutedText));
    paintNumber(painter, row, m_values.time, fontOf(TextStyle::Secondary), Qt::AlignLeft);
    for (const Line& line : m_values.lines) {
        row.translate(0, px(kRow));
        paintSeriesMark(painter, QPointF(row.left() + px(5), row.center().y() + 1), px(4), line.look);
        painter.setFont(fontOf(TextStyle::Secondary));
        painter.setPen(color(Role::MutedText));
        painter.drawText(row.adjusted(px(18), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line.name, Qt::ElideMiddle, names));
        painter.setPen(color(Role::Text));
        paintNumber(painter, row, line.value, fontOf(TextStyle::Strong));
    }
    if (!m_values.mark.isEmpty()) {
        row.translate(0, px(kRow));
        painter.setFont(fontOf(TextStyle::Secondary));
        painter.setPen(color(Role::Text));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_values.mark, Qt::ElideRight, row.width()));
    }
}

} // namespace greensward::ui
