// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// A thing of the group: its core, or a device.
struct GroupThing
{
    std::string id{};
    std::string thingArn{};
    std::string thing{}; ///< the name at its end
    std::string certificateArn{};
    std::string certificateId{};  ///< SHA-256 of the certificate, 64 lower-case hex digits
    std::string certificatePem{}; ///< of devices; empty when the cloud did not say
    bool syncShadow = false;
};

/// What a function may do with a resource of the group.
struct ResourceAccess
{
    std::string resourceId{};
    bool mayWrite = false;
};

struct GroupFunction
{
    std::string id{};
    std::string arn{};         ///< as in the definition: with a version or an alias
    std::string resolvedArn{}; ///< with the version it stood for when the group was deployed
    std::string handler{};     ///< "index.handler": the definition's Executable, else the published version's
    std::string runtime{};
    std::string codeSha256{}; ///< base64; empty of the parts of the core itself
    std::uint64_t codeSize = 0;
    std::uint64_t memoryKiB = 16384;
    std::chrono::seconds timeout{3};
    bool pinned = false;
    bool binary = false;   ///< EncodingType
    bool container = true; ///< IsolationMode GreengrassContainer, the group's default where the function says nothing
    bool accessSysfs = false;
    std::string execArgs{};
    std::map<std::string, std::string> variables{};
    std::vector<ResourceAccess> resources{};

    /// A part of the core that a group may only configure: arn:aws:lambda:::function:GG….
    bool isSystem() const { return arn.starts_with("arn:aws:lambda:::function:"); }
};

struct GroupSubscription
{
    std::string id{};
    std::string source{};
    std::string subject{};
    std::string target{};
};

struct GroupLogger
{
    std::string id{};
    bool ofSystem = false; ///< GreengrassSystem, else Lambda
    std::string level{};   ///< "DEBUG" … "FATAL"
    std::uint64_t spaceKiB = 128;
    bool inCloudWatch = false; ///< else FileSystem
};

struct GroupAuthority
{
    std::string id{};
    std::string pem{};
};

/// What a deployment brings to a core: the group as it stood when it was deployed. The text is kept as group.json.
struct GroupDocument
{
    std::string groupId{};
    std::string groupName{};
    std::string groupVersionId{};
    std::string deploymentId{};
    std::string deploymentType{};
    std::string region{};
    std::string account{};
    GroupThing core{};
    std::vector<GroupThing> devices{};
    std::vector<GroupFunction> functions{};
    std::vector<GroupSubscription> subscriptions{};
    /// Nothing where the group has no logger definition: then there are default ones; an empty list means no logs.
    std::optional<std::vector<GroupLogger>> loggers{};
    std::vector<GroupAuthority> authorities{}; ///< newest first
    std::chrono::milliseconds certificateExpiry{604'800'000};
    std::string roleArn{};

    /// ResetDeployment, ForceResetDeployment: the core forgets its group.
    bool isReset() const { return deploymentType.ends_with("ResetDeployment"); }
    /// By its resolved or its given ARN; null when the group has none such.
    const GroupFunction* function(std::string_view anyArn) const;
    /// How an ARN with an alias is called everywhere here: by its resolved one. Others stay as they are.
    std::string resolved(std::string_view functionArn) const;

    /// The error says what is missing or of the wrong kind.
    static Result<GroupDocument> parse(std::string_view json);
};

/// "turbine-123" of ".../turbine-123", "arn:…:cert/ab12" and the like: what follows the last slash.
std::string lastPart(std::string_view arn);

} // namespace greensward::edge
