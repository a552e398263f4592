// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/bench_card.h"

#include "ui/kit/style_painters.h"
#include "ui/models/qt_text.h"
#include "ui/why/why_subject.h"

#include <QPainter>

namespace greensward::ui {

BenchCard::BenchCard(QWidget* parent) : QWidget(parent)
{
    answerWhy(*this, [this] {
        return WhySubject{.client = toQString(deviceId()), .term = QStringLiteral("simulated-device")};
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BenchCard::setSelected(bool selected)
{
    if (selected == m_selected)
        return;
    m_selected = selected;
    update();
}

void BenchCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painters::card(painter, rect());
    if (!m_selected)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painters::roundedRect(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -1.5), painters::kCardRadius, {},
                          color(Role::Accent));
}

void BenchCard::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    emit chosen(deviceId());
}

} // namespace greensward::ui
