// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/spotlight.h"

#include "ui/kit/style_painters.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>

namespace greensward::ui {

namespace {

constexpr std::chrono::seconds kShown{4};
constexpr float kDimmed = 0.45F;

} // namespace

Spotlight::Spotlight(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_ends.setSingleShot(true);
    m_ends.setInterval(kShown);
    connect(&m_ends, &QTimer::timeout, this, &Spotlight::end);
    hide();
}

void Spotlight::pointAt(QWidget& control)
{
    for (QWidget* above = control.parentWidget(); above; above = above->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(above))
            scroll->ensureWidgetVisible(&control);
    if (control.focusPolicy() != Qt::NoFocus)
        control.setFocus(Qt::OtherFocusReason);
    m_control = &control;
    setAccessibleName(control.accessibleName());
    follow();
    raise();
    show();
    m_ends.start();
    qApp->installEventFilter(this);
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress)
        end();
    else if (event->type() == QEvent::Resize && (watched == parentWidget() || watched == m_control))
        follow();
    return false;
}

void Spotlight::follow()
{
    setGeometry(parentWidget()->rect());
    update();
}

void Spotlight::end()
{
    qApp->removeEventFilter(this);
    m_ends.stop();
    hide();
}

void Spotlight::paintEvent(QPaintEvent*)
{
    if (!m_control || !m_control->isVisible())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF lit = QRectF(QRect(m_control->mapTo(parentWidget(), QPoint()), m_control->size()))
                           .adjusted(-px(5), -px(5), px(5), px(5))
                           .intersected(QRectF(rect()).adjusted(px(2), px(2), -px(2), -px(2)));
    QPainterPath around;
    around.addRect(rect());
    around.addRoundedRect(lit, painters::kCardRadius, painters::kCardRadius);
    QColor dim = color(Role::Rail);
    dim.setAlphaF(kDimmed);
    painter.fillPath(around, dim);
    painter.setPen(QPen(color(Role::Accent), px(3)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(lit, painters::kCardRadius, painters::kCardRadius);
}

} // namespace greensward::ui
