// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/edge/group_content.h"
#include "ui/models/account_entries.h"

#include <QString>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace greensward::ui {

/// A group as the list of them has it.
struct GroupEntry
{
    std::string id;
    QString name;
    std::string latestVersion;
    bool operator==(const GroupEntry&) const = default;
};

/// A deployment as the cloud tells it, with the states that it was seen in.
struct DeploymentEntry
{
    std::string id{};
    QString type{};   ///< "NewDeployment", "ResetDeployment" …
    QString status{}; ///< "Building", "InProgress", "Success", "Failure"
    WallTime created{};
    WallTime updated{};
    QString problem{};     ///< of a failure
    QStringList details{}; ///< "GG-SUBSCRIPTION: …"
    std::vector<std::pair<QString, WallTime>> steps{};
    QString coreSaid{}; ///< how the core told that it ended; empty: it did not, or not to this window

    bool isReset() const { return type.endsWith(QLatin1String("ResetDeployment")); }
    bool isOver() const { return status == QLatin1String("Success") || status == QLatin1String("Failure"); }
    bool hasFailed() const { return status == QLatin1String("Failure"); }
    bool operator==(const DeploymentEntry&) const = default;
};

struct GroupAuthorityEntry
{
    std::string id;
    std::optional<CertificateFacts> facts;
    bool operator==(const GroupAuthorityEntry&) const = default;
};

/// Where devices reach the core.
struct CoreAddress
{
    QString host{};
    int port = 8883;
    QString metadata{};
    bool operator==(const CoreAddress&) const = default;
};

/// A group as its latest version has it, and what belongs to it.
struct GroupState
{
    bool isKnown = false;
    QString problem{}; ///< what of it cannot be told; empty otherwise
    std::string version{};
    WallTime versionMade{};
    GroupContent content{};
    std::vector<DeploymentEntry> deployments{}; ///< newest first
    std::vector<GroupAuthorityEntry> authorities{};
    int certificateDays = 0; ///< life of the local server's certificate; 0: not known
    QString role{};          ///< of the group, by name; empty: none
    std::vector<CoreAddress> addresses{};
};

} // namespace greensward::ui
