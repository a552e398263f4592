// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/commands.h"

#include <QWidget>

#include <algorithm>

namespace greensward::ui {

Commands::Commands(QWidget& window) : QObject(&window), m_window(window) {}

QAction* Commands::add(QObject* owner, const QString& id, const QString& area, const QString& text,
                       const QKeySequence& keys, std::function<void()> work)
{
    auto* action = new QAction(text, owner);
    action->setObjectName(id);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, action, [work = std::move(work)] { work(); });
    connect(action, &QObject::destroyed, this, [this, action] {
        std::erase_if(m_entries, [action](const Entry& entry) { return entry.action == action; });
    });
    m_window.addAction(action);
    m_entries.push_back({id, area, action});
    return action;
}

QAction* Commands::find(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

} // namespace greensward::ui
