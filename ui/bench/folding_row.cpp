// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/folding_row.h"

#include "ui/kit/card.h"
#include "ui/kit/style_painters.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr double kHead = 32;

} // namespace

FoldingRow::FoldingRow(const QString& name, const QString& sentence, QWidget* parent)
    : QWidget(parent), m_details(new QWidget(this)), m_column(new QVBoxLayout(m_details))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(kHead), px(12), 0);
    column->setSpacing(0);
    column->addWidget(m_details);
    m_column->setContentsMargins(0, 0, 0, px(10));
    m_column->setSpacing(px(8));
    auto* text = new RoleLabel(TextStyle::Secondary, Role::MutedText, sentence, m_details);
    text->setWordWrap(true);
    m_column->addWidget(text);
    m_details->hide();
}

void FoldingRow::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_details->setVisible(open);
    updateGeometry();
    update();
    if (open)
        emit opened();
}

void FoldingRow::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
}

void FoldingRow::setHint(const QString& hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    update();
}

void FoldingRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF head(0, 0, width(), px(kHead));
    const QRectF all = m_open ? QRectF(rect()) : head;
    if (m_open)
        painters::roundedRect(painter, all.adjusted(px(4), 0, -px(4), -px(2)), painters::kControlRadius,
                              color(Role::Chip));
    else if (underMouse())
        painters::roundedRect(painter, all.adjusted(px(4), 1, -px(4), -1), painters::kControlRadius, color(Role::Chip));
    QRectF place = head.adjusted(px(16), 0, -px(14), 0);
    if (!m_hint.isEmpty()) {
        painter.setFont(fontOf(TextStyle::Caption));
        painter.setPen(color(Role::MutedText));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, m_hint);
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(m_hint) - px(10));
    }
    if (m_active) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Lost));
        painter.drawEllipse(QPointF(place.right() - px(6), place.center().y()), px(4), px(4));
        place.setRight(place.right() - px(18));
    }
    painter.setFont(fontOf(m_open ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(color(Role::Text));
    painter.drawText(
        place, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(accessibleName(), Qt::ElideRight, static_cast<int>(place.width())));
    if (hasFocus())
        painters::focusRing(painter, all.adjusted(px(4), 1, -px(4), -px(2)));
}

void FoldingRow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < px(kHead))
        setOpen(!m_open);
}

void FoldingRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return setOpen(!m_open);
    case Qt::Key_Down:
        focusNextChild();
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FoldingRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    update();
}

void FoldingRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    update();
}

void FoldingRow::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void FoldingRow::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace greensward::ui
