// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

RoleLabel::RoleLabel(TextStyle style, Role role, const QString& text, QWidget* parent)
    : QLabel(discreet(text), parent), m_role(role)
{
    setFont(fontOf(style));
    setTextFormat(Qt::PlainText);
    applyRole();
}

void RoleLabel::setText(const QString& text)
{
    QLabel::setText(discreet(text));
}

void RoleLabel::setRole(Role role)
{
    if (role == m_role)
        return;
    m_role = role;
    applyRole();
}

void RoleLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyRole();
}

void RoleLabel::applyRole()
{
    if (palette().color(QPalette::WindowText) == color(m_role) && testAttribute(Qt::WA_SetPalette))
        return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color(m_role));
    setPalette(own);
}

ElidedLabel::ElidedLabel(TextStyle style, Role role, Qt::TextElideMode mode, QWidget* parent)
    : QWidget(parent), m_style(style), m_role(role), m_mode(mode)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& whole)
{
    const QString text = discreet(whole);
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setRole(Role role)
{
    if (role == m_role)
        return;
    m_role = role;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(fontOf(m_style));
    return QSize(metrics.horizontalAdvance(m_text) + px(2), metrics.height() + px(2)).grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {px(24), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(m_style));
    painter.setPen(color(m_role));
    const QRect room = contentsRect();
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_text, m_mode, room.width()));
}

Card::Card(const QString& title, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 2);
    column->setSpacing(0);
    m_head = new QHBoxLayout;
    m_head->setSpacing(px(8));
    if (!title.isEmpty()) {
        m_head->setContentsMargins(px(16), px(8), px(8), px(8));
        m_head->addStrut(px(32));
        m_head->addWidget(new RoleLabel(TextStyle::Title, Role::Text, title, this));
        setAccessibleName(title);
    }
    column->addLayout(m_head);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, title.isEmpty() ? 0 : px(6));
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painters::card(painter, rect());
}

PanelDock::PanelDock(const QString& id, const QString& title, QWidget* content, QWidget* parent)
    : QDockWidget(title, parent)
{
    setObjectName(id);
    setAccessibleName(title);
    auto* bar = new QWidget(this);
    m_head = new QHBoxLayout(bar);
    m_head->setContentsMargins(px(17), px(9), px(9), px(8));
    m_head->setSpacing(px(4));
    auto* head = new RoleLabel(TextStyle::Title, Role::Text, title, bar);
    connect(this, &QDockWidget::windowTitleChanged, head, &QLabel::setText);
    m_head->addWidget(head, 1);
    const auto add = [&](const QString& iconName, const QString& name, auto slot) {
        auto* button = new QToolButton(bar);
        button->setIcon(icon(iconName, Role::MutedText));
        button->setIconSize(QSize(px(16), px(16)));
        button->setFixedSize(px(28), px(28));
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, slot);
        m_head->addWidget(button);
    };
    add(QStringLiteral("float"), tr("Detach %1").arg(title), [this] { setFloating(!isFloating()); });
    add(QStringLiteral("close"), tr("Close %1").arg(title), [this] { close(); });
    setTitleBarWidget(bar);
    // A margin all round, so that a list does not paint over the card's line and its round corners.
    auto* inset = new QWidget(this);
    auto* column = new QVBoxLayout(inset);
    column->setContentsMargins(1, 0, 1, px(8));
    column->addWidget(content);
    setWidget(inset);
}

void PanelDock::addToHead(QWidget* widget)
{
    m_head->insertWidget(1, widget);
}

void PanelDock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isFloating())
        painter.fillRect(rect(), color(Role::Surface));
    painters::card(painter, rect());
}

Chip::Chip(Role role, Look look, QWidget* parent) : QWidget(parent), m_role(role), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::set(const QString& whole, Role role, const QString& iconName)
{
    const QString text = discreet(whole);
    if (text == m_text && role == m_role && iconName == m_icon)
        return;
    m_text = text;
    m_role = role;
    m_icon = iconName;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setText(const QString& text)
{
    set(text, m_role, m_icon);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(fontOf(TextStyle::Section));
    return {metrics.horizontalAdvance(m_text) + (m_icon.isEmpty() ? 0 : px(18)) + px(20), px(24)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = m_look == Look::Filled;
    painter.setBrush(color(filled ? m_role : tintOf(m_role)));
    painter.setPen(Qt::NoPen);
    if (m_look == Look::Dashed)
        painter.setPen(QPen(color(m_role), 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0 - 0.5, height() / 2.0 - 0.5);
    const Role ink = filled ? Role::OnFill : m_role;
    QRectF text = QRectF(rect()).adjusted(px(10), 0, -px(10), 0);
    if (!m_icon.isEmpty()) {
        paintIcon(painter, QRectF(text.left() - px(2), (height() - px(14)) / 2.0, px(14), px(14)), m_icon, ink);
        text.setLeft(text.left() + px(16));
    }
    painter.setFont(fontOf(TextStyle::Section));
    painter.setPen(color(ink));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

EmptyState::EmptyState(const QString& iconName, const QString& sentence, const QString& button, QWidget* parent)
    : QWidget(parent), m_sentence(new RoleLabel(TextStyle::Body, Role::MutedText, sentence, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(8), px(24), px(8));
    column->setSpacing(px(8));
    column->addStretch();
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(iconName, Role::MutedText).pixmap(QSize(px(32), px(32)), devicePixelRatioF()));
    column->addWidget(picture, 0, Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    column->addWidget(m_sentence);
    if (!button.isEmpty()) {
        auto* action = new QPushButton(button, this);
        setKind(*action, ButtonKind::Primary);
        connect(action, &QPushButton::clicked, this, &EmptyState::clicked);
        column->addWidget(action, 0, Qt::AlignHCenter);
    }
    column->addStretch();
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
}

} // namespace greensward::ui
