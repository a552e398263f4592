// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <functional>
#include <vector>

namespace greensward::ui {

/// Everything the window can do, by name: what the palette lists, menus show and keys reach. An action that only a
/// mouse can reach is a mistake.
class Commands final : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString id;   ///< "view.dark", stable: settings and tests know it
        QString area; ///< "View", translated: the palette shows it in front
        QAction* action;
    };

    /// window: whose keys they are.
    explicit Commands(QWidget& window);

    /// owner: the command goes when it does (a workspace's commands die with the workspace).
    QAction* add(QObject* owner, const QString& id, const QString& area, const QString& text, const QKeySequence& keys,
                 std::function<void()> work);
    const std::vector<Entry>& entries() const { return m_entries; }
    /// Null when there is none.
    QAction* find(const QString& id) const;

private:
    QWidget& m_window;
    std::vector<Entry> m_entries;
};

} // namespace greensward::ui
