// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace greensward::ui {

class ActivityFilter;
class EngineMirror;
class RoleLabel;

/// The rare events of the scope as a list; stays at the newest unless scrolled away.
class ActivityView final : public QListView
{
    Q_OBJECT

public:
    explicit ActivityView(EngineMirror& mirror, QWidget* parent = nullptr);
    /// "3 of 12 match" while something is filtered; to be placed in the head.
    RoleLabel* counts() const { return m_counts; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showCounts();

    EngineMirror& m_mirror;
    ActivityFilter* m_shown;
    RoleLabel* m_counts;
};

} // namespace greensward::ui
