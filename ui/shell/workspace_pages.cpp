// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace_pages.h"

#include "ui/kit/workspace.h"

#include <algorithm>

namespace greensward::ui {

WorkspacePages::WorkspacePages(QWidget* parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize WorkspacePages::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
}

void WorkspacePages::add(Workspace& workspace)
{
    m_workspaces.push_back(&workspace);
    addWidget(&workspace);
}

Workspace* WorkspacePages::find(const QString& id) const
{
    const auto found =
        std::find_if(m_workspaces.begin(), m_workspaces.end(), [&id](const Workspace* one) { return one->id() == id; });
    return found == m_workspaces.end() ? nullptr : *found;
}

QStringList WorkspacePages::ids() const
{
    QStringList ids;
    for (const Workspace* workspace : m_workspaces)
        ids << workspace->id();
    return ids;
}

void WorkspacePages::show(Workspace& workspace)
{
    m_current = &workspace;
    setCurrentWidget(&workspace);
}

} // namespace greensward::ui
