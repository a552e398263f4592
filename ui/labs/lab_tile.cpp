// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/lab_tile.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace greensward::ui {

LabTile::LabTile(labs::LabPtr lab, QWidget* parent) : QAbstractButton(parent), m_lab(std::move(lab))
{
    setText(QString::fromStdString(m_lab->title));
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize LabTile::sizeHint() const
{
    return {px(220), px(64)};
}

void LabTile::show(const labs::LabView& view, bool isCurrent)
{
    m_view = view;
    m_isCurrent = isCurrent;
    setAccessibleName(tr("Lab %1, %2: %3 of %4 steps done")
                          .arg(m_lab->number)
                          .arg(text())
                          .arg(view.done)
                          .arg(m_lab->steps.size()));
    update();
}

void LabTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse())
        painters::roundedRect(painter, rect(), painters::kCardRadius,
                              color(isChecked() ? Role::AccentTint : Role::Chip));
    const QRectF mark(px(12), px(13), px(28), px(28));
    const bool isDone = m_view.finished && m_view.done > 0;
    painters::roundedRect(painter, mark, mark.width() / 2, isDone ? color(Role::Accent) : color(Role::Surface),
                          isDone ? QColor() : color(m_view.begun ? Role::Accent : Role::Hairline));
    if (isDone)
        paintIcon(painter, mark.adjusted(px(6), px(6), -px(6), -px(6)), QStringLiteral("check"), Role::OnFill);
    else {
        painter.setFont(fontOf(TextStyle::Strong));
        painter.setPen(color(m_view.begun ? Role::Accent : Role::MutedText));
        painter.drawText(mark, Qt::AlignCenter, QString::number(m_lab->number));
    }
    const QRectF words = QRectF(rect()).adjusted(px(52), px(8), -px(12), 0);
    painter.setFont(fontOf(TextStyle::Strong));
    painter.setPen(color(Role::Text));
    painter.drawText(QRectF(words.left(), words.top(), words.width(), px(20)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(words.width())));
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.setPen(color(m_isCurrent ? Role::Accent : Role::MutedText));
    const QString state = m_view.begun ? tr("%1 of %2 done").arg(m_view.done).arg(m_lab->steps.size())
                                       : tr("%1 minutes").arg(m_lab->minutes);
    painter.drawText(QRectF(words.left(), words.top() + px(20), words.width(), px(18)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(state, Qt::ElideRight, static_cast<int>(words.width())));
    if (m_view.begun && !m_lab->steps.empty()) {
        const QRectF line(words.left(), words.top() + px(43), words.width(), px(4));
        painters::roundedRect(painter, line, px(2), color(Role::Hairline));
        QRectF part = line;
        part.setWidth(line.width() * m_view.done / static_cast<double>(m_lab->steps.size()));
        painters::roundedRect(painter, part, px(2), color(Role::Accent));
    }
    if (hasFocus())
        painters::focusRing(painter, rect().adjusted(1, 1, -1, -1), painters::kCardRadius);
}

} // namespace greensward::ui
