// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_notice.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace greensward::ui {

ShadowNotice::ShadowNotice(QWidget* parent)
    : QWidget(parent), m_text(new RoleLabel(TextStyle::Body, Role::Text, {}, this)), m_row(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close"), Role::MutedText));
    close->setIconSize(QSize(px(16), px(16)));
    close->setFixedSize(px(24), px(24));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the notice"));
    connect(close, &QToolButton::clicked, this, &ShadowNotice::dismiss);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(px(28), px(8), px(24), px(8));
    outer->setSpacing(px(8));
    auto* column = new QVBoxLayout;
    column->setSpacing(px(6));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(m_text);
    m_row->setSpacing(px(8));
    m_row->addStretch();
    column->addLayout(m_row);
    outer->addLayout(column, 1);
    outer->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void ShadowNotice::say(const QString& text, Role role, std::vector<Choice> choices)
{
    m_role = role;
    m_text->setText(text);
    setAccessibleName(text);
    for (QPushButton* button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the caller
    }
    int at = 0;
    for (Choice& choice : choices) {
        auto* button = new QPushButton(choice.word, this);
        setKind(*button, choice.kind);
        connect(button, &QPushButton::clicked, this, [this, work = std::move(choice.work)] {
            dismiss();
            if (work)
                work();
        });
        m_row->insertWidget(at++, button);
        m_buttons.push_back(button);
    }
    show();
    fit();
    updateGeometry();
    update();
    emit said();
}

bool ShadowNotice::dismiss()
{
    if (isHidden())
        return false;
    hide();
    emit dismissed();
    return true;
}

QString ShadowNotice::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void ShadowNotice::fit()
{
    const int wide = width() - px(28 + 24 + 24 + 8); // margins, cross
    m_text->setFixedHeight(m_text->heightForWidth(std::max(wide, px(120))));
}

void ShadowNotice::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ShadowNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place = QRectF(rect()).adjusted(px(12), 0, -px(12), 0);
    painters::roundedRect(painter, place, px(7), color(tintOf(m_role)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(m_role));
    painter.drawRoundedRect(QRectF(place.left(), place.top() + px(6), px(3), place.height() - px(12)), px(1.5), px(1.5));
}

} // namespace greensward::ui
