// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/group_document.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <fmt/format.h>

namespace greensward::edge {

namespace json = boost::json;

namespace {

constexpr std::uint64_t kUsualMemoryKiB = 16'384;
constexpr std::uint64_t kMostMemoryKiB = 4u << 20;

/// Reads members of JSON objects and remembers the first thing that was wrong.
class MemberReader
{
public:
    std::string text(const json::object& from, std::string_view name, bool required = false)
    {
        const json::value* const value = from.if_contains(name);
        if (value && value->is_string())
            return std::string(std::string_view(value->get_string()));
        if (required || (value && !value->is_null()))
            complain(fmt::format("{} is not a text", name));
        return {};
    }
    bool flag(const json::object& from, std::string_view name)
    {
        const json::value* const value = from.if_contains(name);
        if (!value || value->is_null())
            return false;
        if (value->is_bool())
            return value->get_bool();
        complain(fmt::format("{} is neither true nor false", name));
        return false;
    }
    std::uint64_t number(const json::object& from, std::string_view name, std::uint64_t otherwise)
    {
        const json::value* const value = from.if_contains(name);
        if (!value || value->is_null())
            return otherwise;
        if (value->is_int64() && value->get_int64() >= 0)
            return static_cast<std::uint64_t>(value->get_int64());
        complain(fmt::format("{} is not a number from 0 on", name));
        return otherwise;
    }
    const json::object& object(const json::object& from, std::string_view name)
    {
        static const json::object kNothing;
        const json::value* const value = from.if_contains(name);
        if (!value || value->is_null())
            return kNothing;
        if (value->is_object())
            return value->get_object();
        complain(fmt::format("{} is not an object", name));
        return kNothing;
    }
    template<typename Read>
    void each(const json::object& from, std::string_view name, Read read)
    {
        const json::value* const value = from.if_contains(name);
        if (!value || value->is_null())
            return;
        if (!value->is_array())
            return complain(fmt::format("{} is not a list", name));
        for (const json::value& entry : value->get_array())
            if (entry.is_object())
                read(entry.get_object());
            else
                complain(fmt::format("an entry of {} is not an object", name));
    }
    void complain(std::string why)
    {
        if (m_problem.empty())
            m_problem = std::move(why);
    }
    const std::string& problem() const { return m_problem; }

private:
    std::string m_problem;
};

GroupThing readThing(MemberReader& reader, const json::object& from)
{
    GroupThing thing{.id = reader.text(from, "Id"),
                     .thingArn = reader.text(from, "ThingArn", true),
                     .certificateArn = reader.text(from, "CertificateArn", true),
                     .certificatePem = reader.text(from, "CertificatePem"),
                     .syncShadow = reader.flag(from, "SyncShadow")};
    thing.thing = lastPart(thing.thingArn);
    thing.certificateId = lastPart(thing.certificateArn);
    return thing;
}

void readEnvironment(MemberReader& reader, const json::object& from, GroupFunction& function)
{
    for (const auto& variable : reader.object(from, "Variables"))
        if (variable.value().is_string())
            function.variables.emplace(variable.key(), std::string_view(variable.value().get_string()));
    function.accessSysfs = reader.flag(from, "AccessSysfs");
    reader.each(from, "ResourceAccessPolicies", [&](const json::object& access) {
        function.resources.push_back(
            {reader.text(access, "ResourceId", true), reader.text(access, "Permission") == "rw"});
    });
    if (const std::string mode = reader.text(reader.object(from, "Execution"), "IsolationMode"); !mode.empty())
        function.container = mode != "NoContainer";
}

GroupFunction readFunction(MemberReader& reader, const json::object& from, bool container)
{
    const json::object& configuration = reader.object(from, "FunctionConfiguration");
    const json::object& code = reader.object(from, "Code");
    GroupFunction function{.id = reader.text(from, "Id"),
                           .arn = reader.text(from, "FunctionArn", true),
                           .resolvedArn = reader.text(from, "ResolvedArn"),
                           .handler = reader.text(configuration, "Executable"),
                           .runtime = reader.text(configuration, "FunctionRuntimeOverride"),
                           .codeSha256 = reader.text(code, "CodeSha256"),
                           .codeSize = reader.number(code, "CodeSize", 0),
                           .memoryKiB = reader.number(configuration, "MemorySize", 0),
                           .timeout = std::chrono::seconds(reader.number(configuration, "Timeout", 3)),
                           .pinned = reader.flag(configuration, "Pinned"),
                           .binary = reader.text(configuration, "EncodingType") == "binary",
                           .container = container,
                           .execArgs = reader.text(configuration, "ExecArgs")};
    if (function.resolvedArn.empty())
        function.resolvedArn = function.arn;
    if (function.handler.empty())
        function.handler = reader.text(code, "Handler");
    if (function.runtime.empty())
        function.runtime = reader.text(code, "Runtime");
    readEnvironment(reader, reader.object(configuration, "Environment"), function);
    if (function.memoryKiB == 0) // without a container the whole machine's
        function.memoryKiB = function.container ? kUsualMemoryKiB : kMostMemoryKiB;
    return function;
}

void readLists(MemberReader& reader, const json::object& from, GroupDocument& group)
{
    group.core = readThing(reader, reader.object(from, "Core"));
    reader.each(from, "Devices", [&](const json::object& entry) { group.devices.push_back(readThing(reader, entry)); });
    const json::object& execution = reader.object(reader.object(from, "DefaultConfig"), "Execution");
    const bool container = reader.text(execution, "IsolationMode") != "NoContainer";
    reader.each(from, "Functions",
                [&](const json::object& entry) { group.functions.push_back(readFunction(reader, entry, container)); });
    reader.each(from, "Subscriptions", [&](const json::object& entry) {
        group.subscriptions.push_back({reader.text(entry, "Id"), reader.text(entry, "Source", true),
                                       reader.text(entry, "Subject"), reader.text(entry, "Target", true)});
    });
    if (from.contains("Loggers"))
        group.loggers.emplace();
    reader.each(from, "Loggers", [&](const json::object& entry) {
        group.loggers->push_back({.id = reader.text(entry, "Id"),
                                  .ofSystem = reader.text(entry, "Component") == "GreengrassSystem",
                                  .level = reader.text(entry, "Level"),
                                  .spaceKiB = reader.number(entry, "Space", 128),
                                  .inCloudWatch = reader.text(entry, "Type") == "AWSCloudWatch"});
    });
    reader.each(from, "CertificateAuthorities", [&](const json::object& entry) {
        group.authorities.push_back({reader.text(entry, "Id"), reader.text(entry, "Pem", true)});
    });
}

} // namespace

std::string lastPart(std::string_view arn)
{
    const auto slash = arn.rfind('/');
    return std::string(slash == std::string_view::npos ? arn : arn.substr(slash + 1));
}

const GroupFunction* GroupDocument::function(std::string_view anyArn) const
{
    const auto found = std::find_if(functions.begin(), functions.end(), [anyArn](const GroupFunction& function) {
        return function.resolvedArn == anyArn || function.arn == anyArn;
    });
    return found == functions.end() ? nullptr : &*found;
}

std::string GroupDocument::resolved(std::string_view functionArn) const
{
    const GroupFunction* const known = function(functionArn);
    return known ? known->resolvedArn : std::string(functionArn);
}

Result<GroupDocument> GroupDocument::parse(std::string_view text)
{
    boost::system::error_code error;
    const json::value parsed = json::parse(json::string_view(text.data(), text.size()), error);
    if (error || !parsed.is_object())
        return failure("the group document is no JSON object");
    const json::object& from = parsed.get_object();
    MemberReader reader;
    GroupDocument group{.groupId = reader.text(from, "GroupId", true),
                        .groupName = reader.text(from, "GroupName"),
                        .groupVersionId = reader.text(from, "GroupVersionId"),
                        .deploymentId = reader.text(from, "DeploymentId", true),
                        .deploymentType = reader.text(from, "DeploymentType"),
                        .region = reader.text(from, "Region"),
                        .account = reader.text(from, "Account"),
                        .roleArn = reader.text(from, "RoleArn")};
    if (!group.isReset())
        readLists(reader, from, group);
    if (const std::string expiry = reader.text(from, "CertificateExpiryInMilliseconds"); !expiry.empty()) {
        std::int64_t milliseconds = 0;
        const auto read = std::from_chars(expiry.data(), expiry.data() + expiry.size(), milliseconds);
        if (read.ec != std::errc{} || milliseconds <= 0)
            reader.complain("CertificateExpiryInMilliseconds is not a number above 0");
        group.certificateExpiry = std::chrono::milliseconds(milliseconds);
    }
    if (!reader.problem().empty())
        return failure("the group document cannot be used: " + reader.problem());
    return group;
}

} // namespace greensward::edge
