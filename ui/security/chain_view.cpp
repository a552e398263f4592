// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/chain_view.h"

#include "ui/kit/theme.h"
#include "ui/security/node_card.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace greensward::ui {

namespace {

constexpr double kGapBetween = 44;
constexpr double kLeastWidth = 620; ///< of three ranks beside each other

} // namespace

ChainView::ChainView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(px(16), px(12), px(16), px(16));
}

bool ChainView::isVertical() const
{
    return width() < px(kLeastWidth);
}

void ChainView::clear()
{
    for (const Link& link : std::as_const(m_links)) {
        m_grid->removeWidget(link.card);
        link.card->hide();
        link.card->deleteLater(); // one of its buttons may be the caller
    }
    m_links.clear();
}

void ChainView::add(int rank, NodeCard* card, NodeCard* from)
{
    m_links.append({rank, card, from});
}

void ChainView::finish()
{
    place();
    for (const Link& link : std::as_const(m_links))
        link.card->show();
    update();
}

void ChainView::place()
{
    m_placedVertically = isVertical();
    for (const Link& link : std::as_const(m_links))
        m_grid->removeWidget(link.card);
    for (int line = 0; line < m_grid->rowCount(); ++line)
        m_grid->setRowStretch(line, 0);
    m_grid->setHorizontalSpacing(m_placedVertically ? px(16) : px(kGapBetween));
    m_grid->setVerticalSpacing(m_placedVertically ? px(kGapBetween * 0.6) : px(12));
    std::array<int, 3> used{};
    int lines = 0;
    for (const Link& link : std::as_const(m_links)) {
        const int at = used[static_cast<std::size_t>(link.rank)]++;
        if (m_placedVertically) {
            m_grid->addWidget(link.card, lines++, 0);
        } else {
            m_grid->addWidget(link.card, at, link.rank, Qt::AlignTop);
            lines = std::max(lines, at + 1);
        }
    }
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, m_placedVertically ? (column == 0 ? 1 : 0) : 1);
    m_grid->setRowStretch(lines, 1);
    m_grid->activate();
}

void ChainView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_placedVertically != isVertical())
        place();
}

void ChainView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Link& link : std::as_const(m_links)) {
        if (!link.from)
            continue;
        const QRectF to = link.card->geometry();
        const QRectF from = link.from->geometry();
        const bool gap = link.card->isGap();
        painter.setPen(QPen(color(gap ? Role::Attention : Role::Information), px(2), gap ? Qt::DashLine : Qt::SolidLine,
                            Qt::RoundCap));
        QPainterPath path;
        if (m_placedVertically) {
            const double x = from.left() + px(24);
            path.moveTo(x, from.bottom());
            path.lineTo(x, to.top());
        } else {
            // At the height of the names, so that a short and a long card are joined by a straight line.
            const double high = px(40);
            const QPointF begin(from.right(), from.top() + std::min(high, from.height() / 2));
            const QPointF end(to.left(), to.top() + std::min(high, to.height() / 2));
            const double half = (end.x() - begin.x()) / 2;
            path.moveTo(begin);
            path.cubicTo(begin + QPointF(half, 0), end - QPointF(half, 0), end);
        }
        painter.drawPath(path);
    }
}

} // namespace greensward::ui
