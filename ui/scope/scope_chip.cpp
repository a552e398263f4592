// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope/scope_chip.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace greensward::ui {

namespace {

constexpr int kWidest = 240;
constexpr int kCross = 24;

} // namespace

ScopeChip::ScopeChip(const QString& term, QWidget* parent) : QAbstractButton(parent)
{
    setText(term);
    setAccessibleName(tr("Filter term %1").arg(term));
    setAccessibleDescription(tr("Press to change it, Delete to take it away."));
    setToolTip(term);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { emit editAsked(text()); });
}

QSize ScopeChip::sizeHint() const
{
    const QFontMetrics metrics(fontOf(TextStyle::Mono));
    return {std::min(metrics.horizontalAdvance(text()) + px(12 + kCross), px(kWidest)), px(24)};
}

QRect ScopeChip::crossRect() const
{
    return {width() - px(kCross), 0, px(kCross), height()};
}

void ScopeChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool hides = text().startsWith(QLatin1Char('-'));
    const Role ink = hides ? Role::Attention : Role::Information;
    painters::roundedRect(painter, rect(), painters::kControlRadius, color(tintOf(ink)));
    painter.setFont(fontOf(TextStyle::Mono));
    painter.setPen(color(ink));
    const QRect words = rect().adjusted(px(8), 0, -px(kCross), 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width()));
    const QRect cross = crossRect();
    const double side = px(12);
    paintIcon(painter, QRectF(cross.center().x() - side / 2 + 1, cross.center().y() - side / 2 + 1, side, side),
              QStringLiteral("close"), ink, m_overCross ? 1 : 0.7);
    if (hasFocus())
        painters::focusRing(painter, rect());
}

void ScopeChip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        emit removeAsked(text());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit editAsked(text());
        return;
    case Qt::Key_Left:
        focusNextPrevChild(false);
        return;
    case Qt::Key_Right:
        focusNextPrevChild(true);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void ScopeChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isDown() && crossRect().contains(event->position().toPoint())) {
        setDown(false);
        emit removeAsked(text());
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void ScopeChip::mouseMoveEvent(QMouseEvent* event)
{
    if (const bool over = crossRect().contains(event->position().toPoint()); over != m_overCross) {
        m_overCross = over;
        update();
    }
    QAbstractButton::mouseMoveEvent(event);
}

void ScopeChip::leaveEvent(QEvent* event)
{
    m_overCross = false;
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace greensward::ui
