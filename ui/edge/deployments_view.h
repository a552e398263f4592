// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace greensward::ui {

class DeploymentModel;

/// The timeline of a group's deployments: each with the states it went through and how it ended.
class DeploymentsView final : public QListView
{
    Q_OBJECT

public:
    DeploymentsView(DeploymentModel& model, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace greensward::ui
