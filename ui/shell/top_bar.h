// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace greensward::ui {

class Chip;

/// The strip along the top: the product, pause, panels, appearance.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kHeight = 48;

    explicit TopBar(QWidget* parent = nullptr);
    void setPaused(bool paused);
    void setUnseen(quint64 messages);
    void setPanelMenu(QMenu* menu);
    void refreshTheme();

signals:
    void pauseToggled();
    void themeToggled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_pause;
    QToolButton* m_panels;
    QToolButton* m_theme;
    Chip* m_unseen;
    bool m_paused = false;
};

} // namespace greensward::ui
