// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focus_walk.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace greensward::ui {

namespace {

QWidget* entranceOf(QWidget* panel)
{
    if (panel->focusPolicy() != Qt::NoFocus)
        return panel;
    const auto inside = panel->findChildren<QWidget*>();
    const auto first = std::find_if(inside.begin(), inside.end(), [](const QWidget* widget) {
        return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled();
    });
    return first == inside.end() ? panel : *first;
}

} // namespace

void walkFocus(const QList<QWidget*>& panels, int direction)
{
    const QWidget* focus = QApplication::focusWidget();
    int at = -1;
    for (int panel = 0; panel < panels.size(); ++panel)
        if (focus && (panels[panel] == focus || panels[panel]->isAncestorOf(focus)))
            at = panel;
    const int count = static_cast<int>(panels.size());
    const int next = at < 0 ? (direction > 0 ? 1 : 0) : (at + direction + count) % count;
    entranceOf(panels[next])->setFocus(Qt::TabFocusReason);
}

} // namespace greensward::ui
