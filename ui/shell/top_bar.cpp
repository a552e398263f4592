// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace greensward::ui {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_pause(new QToolButton(this))
    , m_panels(new QToolButton(this))
    , m_theme(new QToolButton(this))
    , m_unseen(new Chip(Role::Attention, Chip::Look::Tint, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 16, 1);
    row->setSpacing(8);
    row->addWidget(new RoleLabel(TextStyle::Title, Role::Accent, QStringLiteral("Greensward"), this));
    row->addSpacing(8);
    row->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Wind farm at the edge"), this));
    row->addStretch();
    row->addWidget(m_unseen);
    for (QToolButton* button : {m_pause, m_panels, m_theme}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({18, 18});
        row->addWidget(button);
    }
    m_theme->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_panels->setText(tr("View"));
    m_panels->setIcon(icon(QStringLiteral("panels")));
    m_panels->setAccessibleName(tr("View: panels, density and motion"));
    m_panels->setPopupMode(QToolButton::InstantPopup);
    connect(m_pause, &QToolButton::clicked, this, &TopBar::pauseToggled);
    connect(m_theme, &QToolButton::clicked, this, &TopBar::themeToggled);
    setPaused(false);
    refreshTheme();
}

void TopBar::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause"), Role::Text));
    m_pause->setAccessibleName(paused ? tr("Resume the view") : tr("Pause the view"));
    m_pause->setToolTip(paused ? tr("Resume the view (Space)")
                               : tr("Pause the view (Space). Nothing is lost meanwhile."));
    m_unseen->setVisible(paused);
    setUnseen(0);
}

void TopBar::setUnseen(quint64 messages)
{
    m_unseen->set(messages == 0 ? tr("paused") : tr("paused · %1 new").arg(countText(messages)), Role::Attention,
                  QStringLiteral("pause"));
}

void TopBar::setPanelMenu(QMenu* menu)
{
    m_panels->setMenu(menu);
}

void TopBar::refreshTheme()
{
    const bool dark = currentTheme() == Theme::Dark;
    m_theme->setIcon(icon(dark ? QStringLiteral("sun") : QStringLiteral("moon")));
    m_theme->setAccessibleName(dark ? tr("Switch to the light theme") : tr("Switch to the dark theme"));
    m_theme->setToolTip(dark ? tr("Light theme (Ctrl+Shift+D)") : tr("Dark theme (Ctrl+Shift+D)"));
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Hairline));
}

} // namespace greensward::ui
