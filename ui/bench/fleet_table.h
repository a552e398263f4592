// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"

#include <QTreeView>

namespace greensward::ui {

class FleetModel;

/// All devices as a table: sorted by a click on a column's head, found by typing, the selected one marked. Looks at the
/// fleet while it can be seen, and only then.
class FleetTable final : public QTreeView
{
    Q_OBJECT

public:
    explicit FleetTable(EngineMirror& mirror, QWidget* parent = nullptr);

    FleetModel& fleet() { return *m_fleet; }
    void setCompact(bool compact);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Delegate;
    void refresh();
    void takeSelection();

    EngineMirror& m_mirror;
    FleetModel* m_fleet;
    Delegate* m_delegate;
};

} // namespace greensward::ui
