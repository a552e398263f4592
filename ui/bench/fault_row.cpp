// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fault_row.h"

#include "ui/bench/fault_groups.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/models/fault_model.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kHead = 32;

} // namespace

FaultRow::FaultRow(simulator::FaultKind kind, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_details(new QWidget(this)), m_inject(new QPushButton(tr("Inject"), m_details))
{
    const auto& spec = simulator::faultSpec(kind);
    const QString name = faultName(spec);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setAccessibleDescription(faultSentence(spec));
    setToolTip(faultSentence(spec));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(kHead), px(12), 0);
    column->setSpacing(0);
    column->addWidget(m_details);
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, px(10));
    details->setSpacing(px(8));
    auto* sentence = new RoleLabel(TextStyle::Secondary, Role::MutedText, faultSentence(spec), m_details);
    sentence->setWordWrap(true);
    details->addWidget(sentence);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    if (*spec.unit != '\0') {
        m_intensity = new QSpinBox(m_details);
        m_intensity->setRange(static_cast<int>(spec.least), static_cast<int>(spec.most));
        m_intensity->setValue(static_cast<int>(spec.usual));
        m_intensity->setSuffix(QStringLiteral(" ") + QString::fromUtf8(spec.unit));
        m_intensity->setSingleStep(std::max(1, static_cast<int>(spec.usual / 10)));
        m_intensity->setStepType(QAbstractSpinBox::DefaultStepType);
        m_intensity->setAccessibleName(tr("Intensity of %1").arg(name));
        m_intensity->setToolTip(tr("%1 to %2").arg(intensityText(spec, spec.least), intensityText(spec, spec.most)));
        row->addWidget(m_intensity);
    }
    row->addStretch();
    setKind(*m_inject, ButtonKind::Danger);
    m_inject->setIcon(icon(QStringLiteral("crash"), Role::Lost));
    m_inject->setAccessibleName(tr("Inject %1").arg(name));
    row->addWidget(m_inject);
    details->addLayout(row);
    m_details->hide();
    connect(m_inject, &QPushButton::clicked, this, &FaultRow::injectAsked);
}

double FaultRow::intensity() const
{
    return m_intensity ? m_intensity->value() : 0;
}

void FaultRow::setOpen(bool open)
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

void FaultRow::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
}

void FaultRow::paintEvent(QPaintEvent*)
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
    if (const int key = keyOf(m_kind); key > 0) {
        painter.setFont(fontOf(TextStyle::Caption));
        painter.setPen(color(Role::MutedText));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, tr("K %1").arg(key));
        place.setRight(place.right() - px(32));
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

void FaultRow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < px(kHead))
        setOpen(!m_open);
}

void FaultRow::keyPressEvent(QKeyEvent* event)
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

void FaultRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    update();
}

void FaultRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    update();
}

void FaultRow::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void FaultRow::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace greensward::ui
