// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/journey_strip.h"

#include "ui/journeys/tone.h"
#include "ui/kit/discretion.h"
#include "ui/kit/style_painters.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace greensward::ui {

namespace {

constexpr double kTall = 54;
constexpr double kPill = 20;
constexpr double kArrow = 20; ///< between two pills
constexpr double kMargin = 14;

void paintArrow(QPainter& painter, double left, double middle)
{
    painter.setPen(QPen(color(Role::MutedText), px(10) * 0.14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double from = left + px(5);
    const double to = left + px(15);
    painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    painter.drawPolyline(QPolygonF{{to - px(3), middle - px(3)}, {to, middle}, {to - px(3), middle + px(3)}});
}

} // namespace

JourneyStrip::JourneyStrip(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_model(mirror.model<JourneyModel>()), m_viewer(m_model)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&m_model, &JourneyModel::journeyChanged, this, &JourneyStrip::showJourney);
    showJourney();
}

QSize JourneyStrip::sizeHint() const
{
    return {px(560), px(kTall)};
}

QSize JourneyStrip::minimumSizeHint() const
{
    return {px(200), px(kTall)};
}

QString JourneyStrip::sentence() const
{
    QStringList words;
    for (const JourneyPill& pill : m_model.pills())
        words << pill.text;
    return words.isEmpty() ? tr("Choose a message to see its way.") : words.join(QStringLiteral(" → "));
}

void JourneyStrip::showJourney()
{
    setAccessibleName(m_model.title());
    setAccessibleDescription(sentence());
    setToolTip(sentence());
    update();
}

void JourneyStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painters::roundedRect(painter, rect(), painters::kControlRadius, color(Role::Chip));
    if (hasFocus())
        painters::focusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1));
    const QRectF inner = QRectF(rect()).adjusted(px(kMargin), px(7), -px(kMargin), -px(6));
    painter.setFont(fontOf(TextStyle::Strong));
    painter.setPen(color(Role::Text));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, discreet(m_model.title()));
    const double middle = inner.bottom() - px(kPill) / 2.0;
    if (m_model.pills().empty()) {
        painter.setFont(fontOf(TextStyle::Secondary));
        painter.setPen(color(Role::MutedText));
        painter.drawText(QRectF(inner.left(), middle - px(10), inner.width(), px(20)), Qt::AlignLeft | Qt::AlignVCenter,
                         sentence());
        return;
    }
    painter.setFont(fontOf(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font(), this);
    double left = inner.left();
    for (std::size_t at = 0; at < m_model.pills().size(); ++at) {
        const JourneyPill& pill = m_model.pills()[at];
        if (at > 0) {
            paintArrow(painter, left, middle);
            left += px(kArrow);
        }
        const double room = inner.right() - left - px(16);
        if (room < px(16))
            break; // the tool tip has the rest
        const QString text = metrics.elidedText(discreet(pill.text), Qt::ElideRight, room);
        const QRectF place(left, middle - px(kPill) / 2.0, metrics.horizontalAdvance(text) + px(16), px(kPill));
        painters::roundedRect(painter, place, place.height() / 2, color(Role::Surface), color(Role::Hairline));
        painter.setPen(color(pill.tone == Tone::Plain ? Role::Text : roleOf(pill.tone)));
        painter.drawText(place, Qt::AlignCenter, text);
        left = place.right();
    }
}

void JourneyStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit journeyAsked();
    else
        QWidget::keyPressEvent(event);
}

void JourneyStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit journeyAsked();
}

void JourneyStrip::focusInEvent(QFocusEvent*)
{
    update();
}

void JourneyStrip::focusOutEvent(QFocusEvent*)
{
    update();
}

void JourneyStrip::showEvent(QShowEvent* event)
{
    m_viewer.set(true);
    showJourney();
    QWidget::showEvent(event);
}

void JourneyStrip::hideEvent(QHideEvent* event)
{
    m_viewer.set(false);
    QWidget::hideEvent(event);
}

} // namespace greensward::ui
