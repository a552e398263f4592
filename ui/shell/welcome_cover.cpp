// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_cover.h"

#include "ui/welcome/welcome_page.h"

#include <utility>

namespace greensward::ui {

WelcomeCover::WelcomeCover(QWidget& window) : QObject(&window), m_window(window) {}

void WelcomeCover::show(const QList<QWidget*>& covered, const QString& lastSession)
{
    if (m_page)
        return;
    m_page = new WelcomePage(lastSession, &m_window);
    connect(m_page, &WelcomePage::workshopChosen, this, &WelcomeCover::workshopChosen);
    connect(m_page, &WelcomePage::brokerChosen, this, &WelcomeCover::brokerChosen);
    connect(m_page, &WelcomePage::awsChosen, this, &WelcomeCover::awsChosen);
    connect(m_page, &WelcomePage::captureChosen, this, &WelcomeCover::captureChosen);
    connect(m_page, &WelcomePage::lastSessionChosen, this, &WelcomeCover::lastSessionChosen);
    for (QWidget* widget : covered) {
        widget->setEnabled(false);
        m_covered << widget;
    }
    fit();
    m_page->show();
    m_page->takeFocus();
}

void WelcomeCover::leave()
{
    if (!m_page)
        return;
    for (const auto& widget : std::exchange(m_covered, {}))
        if (widget)
            widget->setEnabled(true);
    m_page->hide();
    std::exchange(m_page, nullptr)->deleteLater(); // it may be the caller
}

void WelcomeCover::fit()
{
    if (m_page)
        m_page->setGeometry(m_window.rect());
}

} // namespace greensward::ui
