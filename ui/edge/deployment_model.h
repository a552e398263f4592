// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_entry.h"

#include <QAbstractListModel>

#include <vector>

namespace greensward::ui {

class EdgeDesk;
class EngineMirror;

/// The deployments of a group, newest first, each with the states it went through and what the core said.
class DeploymentModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole, ///< "Deployment", "Reset"
        WhenRole,                 ///< "12:03:44 · 2 min ago"
        StatusRole,               ///< "Success"
        StepsRole,                ///< QVariantList of QVariantMap: "name", "at" (text), "ink" (ui::Role)
        SaidRole,                 ///< why it failed, what the core said
        InkRole,                  ///< ui::Role of how it stands
    };

    DeploymentModel(EngineMirror& mirror, EdgeDesk& desk, QObject* parent);
    void setGroup(const std::string& id);
    const DeploymentEntry& at(int row) const { return m_deployments[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void follow(const std::string& id);

    EngineMirror& m_mirror;
    EdgeDesk& m_desk;
    std::string m_group;
    std::vector<DeploymentEntry> m_deployments;
};

/// "Building", "In progress", "Success", "Failure" in the window's language.
QString deploymentStatusText(const QString& status);

} // namespace greensward::ui
