// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace greensward::ui {

class ActivityModel;

/// The rare events as a list; stays at the newest unless scrolled away.
class ActivityView final : public QListView
{
    Q_OBJECT

public:
    explicit ActivityView(ActivityModel& model, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace greensward::ui
