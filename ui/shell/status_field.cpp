// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_field.h"

#include "ui/kit/style_painters.h"
#include "ui/why/why_subject.h"

#include <QPainter>

namespace greensward::ui {

StatusField::StatusField(const QString& term, QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("What does it mean? (F1)"));
    answerWhy(*this, term);
}

void StatusField::show(const QString& text, Role role)
{
    if (text == this->text() && role == m_role)
        return;
    const bool otherSize = text.size() != this->text().size();
    m_role = role;
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (otherSize)
        updateGeometry();
    update();
}

QSize StatusField::sizeHint() const
{
    return {QFontMetrics(fontOf(TextStyle::Secondary)).horizontalAdvance(text()) + px(12), px(24)};
}

void StatusField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.setPen(color(m_role));
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (hasFocus())
        painters::focusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace greensward::ui
