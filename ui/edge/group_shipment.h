// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_content.h"
#include "ui/edge/group_roles.h"

#include <QObject>

#include <string>
#include <vector>

namespace greensward::ui {

/// Deploys a group: a definition version for each kind that was changed, a group version of them, a deployment of that.
class GroupShipment final : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        std::string group;
        QString name;        ///< of the group: what new definitions are called
        std::string version; ///< the latest, which is deployed when nothing was changed
        GroupContent base;   ///< as that has it
        GroupContent wanted;
    };
    GroupShipment(client::Api* api, Plan plan, QObject* parent = nullptr);
    void start();

signals:
    /// problem: one sentence; empty: the deployment is under way.
    void finished(const QString& problem);

private:
    void define(std::size_t at);
    void makeVersion();
    void deploy(const std::string& version);

    Plan m_plan;
    boost::json::object m_version; ///< to be
    bool m_changed = false;
    AccountReader m_reader;
    GroupRoles m_roles;
};

} // namespace greensward::ui
