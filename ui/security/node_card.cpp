// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/node_card.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

NodeCard::NodeCard(const QString& kind, const QString& sentence, bool isGap, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_isGap(isGap)
{
    setAccessibleName(sentence.isEmpty() ? kind : kind + QStringLiteral(": ") + sentence);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_column->setContentsMargins(px(14), px(10), px(10), px(12));
    m_column->setSpacing(px(4));
    m_head = new QHBoxLayout;
    m_head->setSpacing(px(6));
    m_head->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, kind, this), 1);
    m_column->addLayout(m_head);
}

NodeCard::NodeCard(const QString& iconName, const QString& kind, const QString& name, QWidget* parent)
    : NodeCard(kind, name, false, parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(iconName, Role::Information).pixmap(QSize(px(20), px(20)), devicePixelRatioF()));
    row->addWidget(picture);
    auto* title = new ElidedLabel(TextStyle::Title, Role::Text, Qt::ElideMiddle, this);
    title->setText(name);
    row->addWidget(title, 1);
    m_column->addLayout(row);
}

NodeCard* NodeCard::gap(const QString& kind, const QString& sentence, QWidget* parent)
{
    auto* card = new NodeCard(kind, sentence, true, parent);
    auto* text = new RoleLabel(TextStyle::Body, Role::Attention, sentence, card);
    text->setWordWrap(true);
    card->m_column->addWidget(text);
    return card;
}

void NodeCard::setState(const QString& word, Role role)
{
    auto* chip = new Chip(role, Chip::Look::Tint, this);
    chip->set(word, role);
    m_head->insertWidget(1, chip);
}

void NodeCard::addFact(const QString& label, const QString& value, Role ink, const QString& whole)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    auto* head = new RoleLabel(TextStyle::Secondary, Role::MutedText, label, this);
    auto* said = new ElidedLabel(TextStyle::Secondary, ink, Qt::ElideRight, this);
    said->setText(value);
    if (!whole.isEmpty())
        said->setToolTip(whole);
    said->setAccessibleName(label + QStringLiteral(": ") + value);
    row->addWidget(head);
    row->addWidget(said, 1);
    m_column->addLayout(row);
}

void NodeCard::addButton(QWidget* button)
{
    if (!m_buttons) {
        m_buttons = new QHBoxLayout;
        m_buttons->setContentsMargins(0, px(6), 0, 0);
        m_buttons->setSpacing(px(6));
        m_buttons->addStretch();
        m_column->addLayout(m_buttons);
    }
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void NodeCard::setMenu(QMenu* menu)
{
    m_more = new QToolButton(this);
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setIconSize(QSize(px(16), px(16)));
    m_more->setFixedSize(px(28), px(28));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolTip(tr("What can be done with it"));
    m_more->setAccessibleName(tr("What can be done with %1").arg(accessibleName()));
    menu->setParent(m_more, menu->windowFlags());
    m_more->setMenu(menu);
    m_head->addWidget(m_more);
}

void NodeCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_isGap)
        return painters::card(painter, rect(), Role::Raised);
    painter.setBrush(color(Role::AttentionTint));
    painter.setPen(QPen(color(Role::Attention), px(1.5), Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), painters::kCardRadius, painters::kCardRadius);
}

} // namespace greensward::ui
