// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_page.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr double kColumn = 460;

/// A button of the page: Enter presses it as well as Space.
class PageButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

} // namespace

WelcomePage::WelcomePage(const QString& lastSession, QWidget* parent) : QWidget(parent), m_start(new PageButton(this))
{
    setAccessibleName(tr("Welcome"));
    auto* outer = new QHBoxLayout(this);
    auto* page = new QWidget(this);
    page->setMaximumWidth(px(kColumn));
    outer->addStretch();
    outer->addWidget(page, 1);
    outer->addStretch();
    auto* column = new QVBoxLayout(page);
    column->setSpacing(px(12));
    column->addStretch(2);
    auto* mark = new QLabel(page);
    mark->setPixmap(productIcon().pixmap(QSize(px(56), px(56)), devicePixelRatioF()));
    column->addWidget(mark, 0, Qt::AlignHCenter);
    auto* name = new RoleLabel(TextStyle::Reading, Role::Accent, QStringLiteral("Greensward"), page);
    column->addWidget(name, 0, Qt::AlignHCenter);
    auto* what = new RoleLabel(TextStyle::Body, Role::MutedText,
                               tr("The Internet of Things on one laptop: devices, gateway and cloud, every message "
                                  "visible and explained."),
                               page);
    what->setWordWrap(true);
    what->setAlignment(Qt::AlignCenter);
    column->addWidget(what);
    column->addSpacing(px(16));
    m_start->setText(tr("Start the workshop"));
    m_start->setIcon(icon(QStringLiteral("play"), Role::OnFill));
    m_start->setIconSize(QSize(px(18), px(18)));
    m_start->setFixedHeight(px(48));
    setKind(*m_start, ButtonKind::Primary);
    column->addWidget(m_start);
    auto* promise = new RoleLabel(TextStyle::Secondary, Role::MutedText,
                                  tr("Everything is simulated. Nothing leaves this laptop."), page);
    column->addWidget(promise, 0, Qt::AlignHCenter);
    column->addSpacing(px(8));
    const auto add = [&](const QString& iconName, const QString& text, void (WelcomePage::*chosen)()) {
        auto* button = new PageButton(text, page);
        button->setIcon(icon(iconName, Role::Text));
        button->setIconSize(QSize(px(18), px(18)));
        button->setMinimumHeight(px(36));
        connect(button, &QPushButton::clicked, this, chosen);
        column->addWidget(button);
        return button;
    };
    if (!lastSession.isEmpty()) {
        auto* again = add(QStringLiteral("back"), tr("Reopen the last session"), &WelcomePage::lastSessionChosen);
        again->setToolTip(lastSession);
        again->setAccessibleDescription(lastSession);
        auto* when = new RoleLabel(TextStyle::Caption, Role::MutedText, lastSession, page);
        column->addWidget(when, 0, Qt::AlignHCenter);
        column->addSpacing(px(4));
    }
    add(QStringLiteral("cloud"), tr("Connect my AWS account …"), &WelcomePage::awsChosen);
    add(QStringLiteral("topics"), tr("Just a broker …"), &WelcomePage::brokerChosen);
    add(QStringLiteral("panels"), tr("Open a capture …"), &WelcomePage::captureChosen);
    column->addStretch(3);
    connect(m_start, &QPushButton::clicked, this, &WelcomePage::workshopChosen);
}

void WelcomePage::takeFocus()
{
    m_start->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Background));
}

} // namespace greensward::ui
