// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_roles.h"

#include <QObject>

#include <string>

namespace greensward::ui {

class EdgePort;

/// Makes a group with its core, from the thing to the roles: what a person with the AWS CLI would do before the first
/// deployment. Where no core can run, the core's thing and certificate must be there.
class GroupCreation final : public QObject
{
    Q_OBJECT

public:
    /// cores: null where none can run here; both must outlive it.
    GroupCreation(client::Api* api, EdgePort* cores, QString name, std::string core, QObject* parent = nullptr);

    void start();
    const QString& name() const { return m_name; }

signals:
    /// "Making the core …"
    void came(const QString& sentence);
    /// group: its id; empty: it was not made, and the sentence says why.
    void finished(const std::string& group, const QString& sentence);

private:
    void wantCore();
    void findThing();
    void findCertificate();
    void wantServiceRole();
    void makeCoreDefinition();
    void makeGroup(const std::string& coreDefinitionVersion);
    void fail(const QString& why) { emit finished({}, why); }

    EdgePort* m_cores;
    QString m_name;
    std::string m_core;
    std::string m_thingArn;
    std::string m_certificateArn;
    AccountReader m_reader;
    GroupRoles m_roles;
};

} // namespace greensward::ui
