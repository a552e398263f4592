// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/kit/workspace.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace greensward::ui {

class Chip;
class RoleLabel;

/// The strip along the top: the product, the way to everything (search), pause, panels, appearance.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    /// Pixels, at the zoom of now.
    static int tall() { return px(48); }

    explicit TopBar(QWidget* parent = nullptr);
    void setPaused(bool paused);
    void setUnseen(quint64 messages);
    void setMenu(QMenu* menu);
    void setSpace(Space space);
    void setTheme(Theme theme);
    /// The window shows a capture of that name: the views cannot be paused, the capture can.
    void setCapture(const QString& name);
    /// Placed left of pause: what a part of the program wants to have at hand.
    void addTool(QWidget* tool);

signals:
    void searchAsked();
    void pauseToggled();
    void themeToggled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    RoleLabel* m_place;
    QPushButton* m_search;
    QToolButton* m_pause;
    QToolButton* m_menu;
    QToolButton* m_theme;
    Chip* m_unseen;
    Chip* m_capture;
    bool m_paused = false;
};

} // namespace greensward::ui
