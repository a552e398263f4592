// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace greensward::ui {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_place(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Wind farm at the edge"), this))
    , m_search(new QPushButton(this))
    , m_pause(new QToolButton(this))
    , m_menu(new QToolButton(this))
    , m_theme(new QToolButton(this))
    , m_unseen(new Chip(Role::Attention, Chip::Look::Tint, this))
    , m_capture(new Chip(Role::Edge, Chip::Look::Filled, this))
{
    m_row->setContentsMargins(px(24), 0, px(16), 1);
    m_row->setSpacing(px(8));
    m_row->addWidget(new RoleLabel(TextStyle::Title, Role::Accent, QStringLiteral("Greensward"), this));
    m_row->addSpacing(px(8));
    m_row->addWidget(m_place);
    m_row->addWidget(m_capture);
    m_capture->hide();
    m_row->addStretch();
    m_search->setIcon(icon(QStringLiteral("search"), Role::MutedText));
    m_search->setIconSize(QSize(px(16), px(16)));
    m_search->setAccessibleName(tr("Search or run a command"));
    m_search->setToolTip(tr("Run a command (Ctrl+K) or go to anything (Ctrl+P)"));
    m_row->addWidget(m_search);
    m_row->addWidget(m_unseen);
    for (QToolButton* button : {m_pause, m_menu, m_theme}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(px(18), px(18)));
        m_row->addWidget(button);
    }
    m_theme->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_menu->setText(tr("View"));
    m_menu->setIcon(icon(QStringLiteral("panels")));
    m_menu->setAccessibleName(tr("View: panels, layout, zoom and motion"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchAsked);
    connect(m_pause, &QToolButton::clicked, this, &TopBar::pauseToggled);
    connect(m_theme, &QToolButton::clicked, this, &TopBar::themeToggled);
    setPaused(false);
    setTheme(currentTheme());
    setSpace(Space::Wide);
}

void TopBar::addTool(QWidget* tool)
{
    tool->setParent(this);
    m_row->insertWidget(m_row->indexOf(m_pause), tool);
}

void TopBar::setCapture(const QString& name)
{
    m_place->hide();
    m_pause->hide();
    m_capture->set(tr("CAPTURE · %1").arg(name), Role::Edge);
    m_capture->setToolTip(tr("What was recorded earlier. Nothing here is happening now."));
    m_capture->show();
}

void TopBar::setSpace(Space space)
{
    m_place->setVisible(space == Space::Wide && m_capture->isHidden());
    m_search->setText(space == Space::Tight ? tr("Ctrl+K") : tr("Search or run a command  Ctrl+K"));
    m_pause->setToolButtonStyle(space == Space::Tight ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_menu->setToolButtonStyle(m_pause->toolButtonStyle());
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

void TopBar::setMenu(QMenu* menu)
{
    m_menu->setMenu(menu);
}

void TopBar::setTheme(Theme theme)
{
    const bool dark = theme == Theme::Dark;
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
