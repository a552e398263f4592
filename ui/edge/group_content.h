// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/greengrass_calls.h"

#include <QString>
#include <QStringList>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace greensward::ui {

inline constexpr const char* kCloudEnd = "cloud";
inline constexpr const char* kShadowEnd = "GGShadowService";
/// How long and where messages wait for the cloud is said by a function of this name (greengrass-and-gateway.md 11.2).
inline constexpr const char* kSpoolerArn = "arn:aws:lambda:::function:GGCloudSpooler:1";

/// What a route begins or ends at: a device or a function by its ARN, the shadow service or the cloud by their words.
struct RouteEnd
{
    enum class Kind { Device, Function, Shadows, Cloud };
    Kind kind = Kind::Cloud;
    std::string value; ///< as on the wire
    QString label;     ///< "pump", "counter:3"
    bool operator==(const RouteEnd&) const = default;
};

struct GroupRoute
{
    std::string id;
    std::string source;
    std::string subject;
    std::string target;
    bool leads(const std::string& from, const std::string& to) const { return source == from && target == to; }
    bool operator==(const GroupRoute&) const = default;
};

/// How a function lives on the core; what else its entry says stays as it is.
struct EdgeFunctionSettings
{
    bool pinned = false;    ///< long-lived: from the core's start on; else a process when there is work
    int memoryKB = 16384;   ///< as the API counts it
    int timeoutSeconds = 3; ///< of one call
    std::map<QString, QString> variables{};
    bool operator==(const EdgeFunctionSettings&) const = default;
};

/// What a group version consists of. Entries are kept as the wire has them, so that what this window does not know of
/// is not lost; kinds that it does not edit go along as the ARNs of the version.
class GroupContent
{
public:
    using Entries = std::vector<boost::json::object>;

    Entries cores{};
    Entries devices{};
    Entries functions{};
    std::vector<GroupRoute> routes{};
    boost::json::object functionsBeside{}; ///< beside the list: DefaultConfig
    boost::json::object version{};         ///< the members of the group version: ARNs of definition versions

    /// The answer to the get of a definition version.
    void take(const greengrass::Kind& kind, const boost::json::object& definition);
    /// The body of a new definition version.
    boost::json::object definition(const greengrass::Kind& kind) const;
    bool isSame(const greengrass::Kind& kind, const GroupContent& other) const;
    /// Whatever can be edited here.
    bool isSame(const GroupContent& other) const;

    std::string coreThing() const; ///< its name; empty without a core
    std::vector<RouteEnd> ends() const;
    const boost::json::object* device(const std::string& thingArn) const;
    const boost::json::object* function(const std::string& arn) const;
    QStringList subjects(const std::string& source, const std::string& target) const;

    void addDevice(const std::string& thingArn, const std::string& certificateArn);
    /// Its routes go with it.
    void removeDevice(const std::string& thingArn);
    /// Of a device, or of the core.
    void setSynced(const std::string& thingArn, bool synced);
    bool isSynced(const std::string& thingArn) const;
    void addFunction(const std::string& arn, const EdgeFunctionSettings& settings);
    void setFunction(const std::string& arn, const EdgeFunctionSettings& settings);
    void removeFunction(const std::string& arn);
    /// These lead from source to target from now on, and no others.
    void setSubjects(const std::string& source, const std::string& target, const QStringList& subjects);

private:
    void removeRoutes(const std::string& end);
};

/// "pump", "counter:3", "Shadow service", "Cloud".
QString endLabel(const std::string& value);
EdgeFunctionSettings settingsOf(const boost::json::object& functionEntry);
/// The core's own queue to the cloud in the form of a function: no end of a route.
bool isSpooler(const std::string& functionArn);
/// Why this cannot be the subject of a route, in a sentence; empty when it can (greengrass-and-gateway.md 8.1).
QString subjectProblem(const QString& subject);

} // namespace greensward::ui
