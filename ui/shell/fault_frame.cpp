// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fault_frame.h"

#include "ui/kit/theme.h"
#include "ui/models/fault_model.h"

#include <QEvent>
#include <QPainter>
#include <QRegion>

namespace greensward::ui {

namespace {

constexpr double kBreadth = 3;

} // namespace

FaultFrame::FaultFrame(FaultModel& faults, QWidget* window) : QWidget(window), m_faults(faults)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    connect(&faults, &FaultModel::activeChanged, this, &FaultFrame::follow);
    follow();
}

void FaultFrame::follow()
{
    setVisible(m_faults.isActive());
    if (!m_faults.isActive())
        return;
    setGeometry(parentWidget()->rect());
    // Nothing but the frame: what is below need not be painted again with it.
    const int breadth = px(kBreadth);
    setMask(QRegion(rect()).subtracted(rect().adjusted(breadth, breadth, -breadth, -breadth)));
    raise();
}

bool FaultFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded)
        follow();
    return QWidget::eventFilter(watched, event);
}

void FaultFrame::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), color(Role::Lost));
}

} // namespace greensward::ui
