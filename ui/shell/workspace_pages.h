// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <vector>

namespace greensward::ui {

class Workspace;

/// The workspaces in the window's centre, in the order of the rail; one is shown. They belong to the window, which
/// deletes them before this. A page that is not shown claims no room: one that needs much would take it from the panels
/// of the others.
class WorkspacePages final : public QStackedWidget
{
public:
    explicit WorkspacePages(QWidget* parent);
    QSize minimumSizeHint() const override;

    void add(Workspace& workspace);
    const std::vector<Workspace*>& all() const { return m_workspaces; }
    /// Null when there is none.
    Workspace* find(const QString& id) const;
    QStringList ids() const;
    /// Null until one is shown.
    Workspace* current() const { return m_current; }
    void show(Workspace& workspace);

private:
    std::vector<Workspace*> m_workspaces;
    Workspace* m_current = nullptr;
};

} // namespace greensward::ui
