// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/account_reader.h"

#include <QObject>

#include <map>
#include <string>
#include <vector>

namespace greensward::ui {

class Registry;

/// One policy with its versions and whom it is attached to, read through the APIs and again when the registry says that
/// something changed.
class PolicyLookup final : public QObject
{
    Q_OBJECT

public:
    struct Policy
    {
        std::string name;
        std::string arn;
        std::string defaultVersion;
        std::vector<std::string> versions;            ///< newest first
        std::map<std::string, std::string> documents; ///< by version
        std::vector<std::string> targets;             ///< ARNs
        std::string problem;
    };

    PolicyLookup(client::Api* api, Registry& registry, QObject* parent = nullptr);
    /// Empty: none.
    void setPolicy(const std::string& name);
    const std::string& name() const { return m_name; }
    const Policy& policy() const { return m_policy; }
    bool isKnown() const { return m_isKnown; }

signals:
    void changed();

private:
    void read();
    void readVersions();

    std::string m_name;
    Policy m_policy;
    Policy m_coming;
    bool m_isKnown = false;
    AccountReader m_reader;
};

} // namespace greensward::ui
