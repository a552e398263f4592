// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/account_reader.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <string>

namespace greensward::ui {

/// Gives the account its Greengrass service role and a group its role, where they are missing
/// (greengrass-and-gateway.md 3.7). reader must outlive it.
class GroupRoles
{
    Q_DECLARE_TR_FUNCTIONS(GroupRoles)

public:
    /// problem: one sentence; empty: it is there.
    using Done = std::function<void(const QString& problem)>;
    explicit GroupRoles(AccountReader& reader) : m_reader(reader) {}

    void wantServiceRole(Done done);
    void wantGroupRole(const std::string& group, Done done);

private:
    /// The role of that name that Greengrass may assume, made where there is none; policy: to attach; empty: none.
    void wantRole(const char* name, const std::string& policy,
                  std::function<void(std::string arn, QString problem)> then);

    AccountReader& m_reader;
};

} // namespace greensward::ui
