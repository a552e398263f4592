// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost/cost_bars.h"

#include "ui/kit/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace greensward::ui {

namespace {

constexpr int kLegend = 26;
constexpr int kThick = 8; ///< of one bar
constexpr std::array kRoles{Role::Information, Role::Accent, Role::Edge};

billing::Money dearest(const CostBars::Bar& bar)
{
    return *std::max_element(bar.money.begin(), bar.money.end());
}

} // namespace

CostBars::CostBars(CostModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setAccessibleName(tr("Money by what was counted"));
    connect(&model, &CostModel::billChanged, this, &CostBars::refresh);
    refresh();
}

void CostBars::refresh()
{
    m_bars.clear();
    m_years.clear();
    if (const auto& bill = m_model.bill(); bill && !bill->lists.empty()) {
        for (const auto& list : bill->lists)
            m_years << yearOf(*list);
        for (std::size_t at = 0; at < billing::kQuantities; ++at) {
            const auto quantity = static_cast<billing::Quantity>(at);
            Bar bar{quantityText(quantity), {}};
            for (std::size_t list = 0; list < bill->lists.size(); ++list)
                bar.money.push_back(bill->lists[list]->cost(quantity, bill->total.units[list]));
            if (!dearest(bar).isZero())
                m_bars.push_back(std::move(bar));
        }
    }
    std::stable_sort(m_bars.begin(), m_bars.end(),
                     [](const Bar& one, const Bar& other) { return dearest(other) < dearest(one); });
    QStringList words;
    for (const Bar& bar : m_bars)
        for (std::size_t list = 0; list < bar.money.size(); ++list)
            words << tr("%1 %2: %3").arg(bar.what, m_years[static_cast<qsizetype>(list)], moneyText(bar.money[list]));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setToolTip(words.join(QLatin1Char('\n')));
    update();
}

QSize CostBars::sizeHint() const
{
    return {px(320), px(kLegend + 48 * std::max(3, static_cast<int>(m_bars.size())))};
}

QSize CostBars::minimumSizeHint() const
{
    return {px(220), px(kLegend + 100)};
}

void CostBars::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    update();
}

void CostBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    if (m_bars.empty())
        return;
    const double most = dearest(m_bars.front()).approximate();
    const int needed = QFontMetrics(fontOf(TextStyle::Secondary)).height() + px(4) +
                       static_cast<int>(m_years.size()) * px(kThick + 3) + px(8);
    int y = px(kLegend);
    for (const Bar& bar : m_bars) {
        if (y + needed > height())
            break; // the table has the rest
        paintBar(painter, bar, QRect(0, y, width(), needed), most);
        y += needed;
    }
}

void CostBars::paintLegend(QPainter& painter) const
{
    painter.setFont(fontOf(TextStyle::Caption));
    int x = 0;
    const int square = px(10);
    for (qsizetype list = 0; list < m_years.size(); ++list) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(kRoles[static_cast<std::size_t>(list)]));
        painter.drawRoundedRect(QRect(x, px(4), square, square), px(2), px(2));
        painter.setPen(color(Role::MutedText));
        const int wide = painter.fontMetrics().horizontalAdvance(m_years[list]);
        painter.drawText(QRect(x + square + px(6), 0, wide + 1, px(18)), Qt::AlignVCenter, m_years[list]);
        x += square + px(6) + wide + px(18);
    }
}

void CostBars::paintBar(QPainter& painter, const Bar& bar, const QRect& row, double most) const
{
    painter.setFont(fontOf(TextStyle::Secondary));
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(color(Role::Text));
    painter.drawText(QRect(row.left(), row.top(), row.width(), metrics.height()), Qt::AlignVCenter,
                     metrics.elidedText(bar.what, Qt::ElideRight, row.width()));
    painter.setFont(fontOf(TextStyle::Caption));
    int y = row.top() + metrics.height() + px(4);
    const int label = px(92);
    for (std::size_t list = 0; list < bar.money.size(); ++list) {
        const double share = most > 0 ? bar.money[list].approximate() / most : 0;
        const int wide =
            std::max(bar.money[list].isZero() ? 0 : px(2), static_cast<int>(share * (row.width() - label)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(kRoles[list]));
        painter.drawRoundedRect(QRect(row.left(), y, wide, px(kThick)), px(2), px(2));
        painter.setPen(color(Role::MutedText));
        painter.drawText(QRect(row.left() + wide + px(6), y - px(4), label, px(kThick + 8)), Qt::AlignVCenter,
                         QString::fromStdString(bar.money[list].text()));
        y += px(kThick + 3);
    }
}

} // namespace greensward::ui
