// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_kinds.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

using Member = GreengrassMember;
using enum GreengrassMember::Form;

constexpr std::size_t kLongestId = 128;

// The entries of each kind (greengrass-and-gateway.md 3.2).
constexpr std::array<std::string_view, 2> kEncodings{"json", "binary"};
constexpr std::array<std::string_view, 2> kIsolations{"GreengrassContainer", "NoContainer"};
constexpr std::array<std::string_view, 2> kPermissions{"ro", "rw"};
constexpr std::array<std::string_view, 2> kComponents{"GreengrassSystem", "Lambda"};
constexpr std::array<std::string_view, 5> kLevels{"DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
constexpr std::array<std::string_view, 2> kLoggerTypes{"FileSystem", "AWSCloudWatch"};

constexpr std::array kCore{Member{"Id", Text, true}, Member{"ThingArn", Text, true},
                           Member{"CertificateArn", Text, true}, Member{"SyncShadow", Flag}};

constexpr std::array kRunAs{Member{"Uid", Number}, Member{"Gid", Number}};
constexpr std::array kExecution{Member{"IsolationMode", Text, false, kIsolations},
                                Member{"RunAs", Object, false, {}, kRunAs}};
constexpr std::array kAccessPolicy{Member{"ResourceId", Text, true}, Member{"Permission", Text, false, kPermissions}};
constexpr std::array kEnvironment{Member{"Variables", Texts}, Member{"AccessSysfs", Flag},
                                  Member{"ResourceAccessPolicies", List, false, {}, kAccessPolicy},
                                  Member{"Execution", Object, false, {}, kExecution}};
constexpr std::array kConfiguration{Member{"MemorySize", Number},
                                    Member{"Timeout", Number},
                                    Member{"Pinned", Flag},
                                    Member{"ExecArgs", Text},
                                    Member{"Executable", Text},
                                    Member{"EncodingType", Text, false, kEncodings},
                                    Member{"FunctionRuntimeOverride", Text},
                                    Member{"Environment", Object, false, {}, kEnvironment}};
constexpr std::array kFunction{Member{"Id", Text, true}, Member{"FunctionArn", Text},
                               Member{"FunctionConfiguration", Object, false, {}, kConfiguration}};

constexpr std::array kSubscription{Member{"Id", Text, true}, Member{"Source", Text, true},
                                   Member{"Subject", Text, true}, Member{"Target", Text, true}};

constexpr std::array kLogger{Member{"Id", Text, true}, Member{"Component", Text, true, kComponents},
                             Member{"Level", Text, true, kLevels}, Member{"Space", Number},
                             Member{"Type", Text, true, kLoggerTypes}};

constexpr std::array kGroupOwner{Member{"AutoAddGroupOwner", Flag}, Member{"GroupOwner", Text}};
constexpr std::array kOwner{Member{"GroupOwner", Text, true}, Member{"GroupPermission", Text, true, kPermissions}};
constexpr std::array kLocalDevice{Member{"SourcePath", Text},
                                  Member{"GroupOwnerSetting", Object, false, {}, kGroupOwner}};
constexpr std::array kLocalVolume{Member{"SourcePath", Text}, Member{"DestinationPath", Text},
                                  Member{"GroupOwnerSetting", Object, false, {}, kGroupOwner}};
constexpr std::array kS3Model{Member{"S3Uri", Text}, Member{"DestinationPath", Text},
                              Member{"OwnerSetting", Object, false, {}, kOwner}};
constexpr std::array kSageMakerModel{Member{"SageMakerJobArn", Text}, Member{"DestinationPath", Text},
                                     Member{"OwnerSetting", Object, false, {}, kOwner}};
constexpr std::array kSecret{Member{"ARN", Text}, Member{"AdditionalStagingLabelsToDownload", TextList}};
constexpr std::array kContainer{Member{"LocalDeviceResourceData", Object, false, {}, kLocalDevice},
                                Member{"LocalVolumeResourceData", Object, false, {}, kLocalVolume},
                                Member{"S3MachineLearningModelResourceData", Object, false, {}, kS3Model},
                                Member{"SageMakerMachineLearningModelResourceData", Object, false, {}, kSageMakerModel},
                                Member{"SecretsManagerSecretResourceData", Object, false, {}, kSecret}};
constexpr std::array kResource{Member{"Id", Text, true}, Member{"Name", Text, true},
                               Member{"ResourceDataContainer", Object, true, {}, kContainer}};

constexpr std::array kConnector{Member{"Id", Text, true}, Member{"ConnectorArn", Text, true},
                                Member{"Parameters", Texts}};

constexpr std::array kDefault{Member{"Execution", Object, false, {}, kExecution}};
constexpr Member kDefaultConfig{"DefaultConfig", Object, false, {}, kDefault};

constexpr std::array kRows{
    GreengrassKindRow{GreengrassKind::Cores, "cores", "Core", "Cores", kCore},
    GreengrassKindRow{GreengrassKind::Devices, "devices", "Device", "Devices", kCore},
    GreengrassKindRow{GreengrassKind::Functions, "functions", "Function", "Functions", kFunction},
    GreengrassKindRow{GreengrassKind::Subscriptions, "subscriptions", "Subscription", "Subscriptions", kSubscription},
    GreengrassKindRow{GreengrassKind::Loggers, "loggers", "Logger", "Loggers", kLogger},
    GreengrassKindRow{GreengrassKind::Resources, "resources", "Resource", "Resources", kResource},
    GreengrassKindRow{GreengrassKind::Connectors, "connectors", "Connector", "Connectors", kConnector},
};

bool hasForm(const json::value& value, Member::Form form)
{
    const auto areTexts = [](const auto& values) {
        return std::all_of(values.begin(), values.end(), [](const json::value& one) { return one.is_string(); });
    };
    switch (form) {
    case Text:
        return value.is_string();
    case Flag:
        return value.is_bool();
    case Number:
        return value.is_int64();
    case Texts:
        return value.is_object() && std::all_of(value.get_object().begin(), value.get_object().end(),
                                                [](const auto& pair) { return pair.value().is_string(); });
    case TextList:
        return value.is_array() && areTexts(value.get_array());
    case Object:
        return value.is_object();
    case List:
        return value.is_array();
    }
    return false;
}

std::string_view formName(Member::Form form)
{
    switch (form) {
    case Text:
        return "a text";
    case Flag:
        return "true or false";
    case Number:
        return "a whole number";
    case Texts:
        return "an object of texts";
    case TextList:
        return "a list of texts";
    case Object:
        return "an object";
    case List:
        break;
    }
    return "a list";
}

aws::ApiResult<void> checkMembers(const json::object& object, std::span<const Member> members,
                                  const std::string& where);

aws::ApiResult<void> checkMember(const json::value& value, const Member& member, const std::string& where)
{
    if (!hasForm(value, member.form))
        return badRequest(fmt::format("{} must be {}", where, formName(member.form)));
    if (!member.oneOf.empty() &&
        std::ranges::find(member.oneOf, std::string_view(value.get_string())) == member.oneOf.end())
        return badRequest(fmt::format("{} must be one of {}", where, fmt::join(member.oneOf, ", ")));
    if (member.form == Object)
        return checkMembers(value.get_object(), member.members, where);
    if (member.form != List)
        return {};
    std::size_t number = 0;
    for (const json::value& one : value.get_array()) {
        const std::string place = fmt::format("{}[{}]", where, number++);
        if (!one.is_object())
            return badRequest(fmt::format("{} must be an object", place));
        if (auto fits = checkMembers(one.get_object(), member.members, place); !fits)
            return fits;
    }
    return {};
}

bool isEntryId(std::string_view id)
{
    return !id.empty() && id.size() <= kLongestId && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
               c == '-';
    });
}

/// Members that the model does not know are left as they are: a later one may know them.
aws::ApiResult<void> checkMembers(const json::object& object, std::span<const Member> members, const std::string& where)
{
    for (const Member& member : members) {
        const json::value* value = object.if_contains(member.name);
        const std::string place = fmt::format("{}.{}", where, member.name);
        if (!value || value->is_null()) {
            if (member.required)
                return badRequest(fmt::format("{} is missing", place));
            continue;
        }
        if (auto fits = checkMember(*value, member, place); !fits)
            return fits;
        if (member.name == "Id" && !isEntryId(value->get_string()))
            return badRequest(fmt::format("{} must be 1 to {} letters, digits, ':', '_' and '-'", place, kLongestId));
    }
    return {};
}

} // namespace

std::span<const GreengrassKindRow> greengrassKinds()
{
    return kRows;
}

const GreengrassKindRow& row(GreengrassKind kind)
{
    static constexpr GreengrassKindRow kGroups{GreengrassKind::Groups, "groups", "Group", "Groups", {}};
    return kind == GreengrassKind::Groups ? kGroups : kRows[static_cast<std::size_t>(kind)];
}

std::string versionMember(const GreengrassKindRow& row)
{
    return fmt::format("{}DefinitionVersionArn", row.word);
}

aws::ApiResult<void> checkVersion(const GreengrassKindRow& row, const json::object& version)
{
    const Member entries{row.list, List, false, {}, row.entry};
    const json::value* list = version.if_contains(row.list);
    if (list && !list->is_null())
        if (auto fits = checkMember(*list, entries, std::string(row.list)); !fits)
            return fits;
    const json::value* config = version.if_contains(kDefaultConfig.name);
    if (row.kind == GreengrassKind::Functions && config && !config->is_null())
        return checkMember(*config, kDefaultConfig, std::string(kDefaultConfig.name));
    if (row.kind == GreengrassKind::Resources && list && list->is_array())
        for (const json::value& resource : list->get_array())
            if (resource.get_object().at("ResourceDataContainer").get_object().size() != 1)
                return badRequest(fmt::format("The resource {} must have exactly one kind of resource in its "
                                              "ResourceDataContainer",
                                              std::string_view(resource.get_object().at("Id").get_string())));
    return {};
}

// --- errors --------------------------------------------------------------------------------------------------------

tl::unexpected<aws::ApiError> greengrassRefusal(unsigned status, std::string_view detailedCode, std::string message)
{
    auto error =
        aws::apiFailure(status < 500 ? "BadRequestException" : "InternalServerErrorException", status, message);
    error.value().members["ErrorDetails"] =
        json::array{json::object{{"DetailedErrorCode", detailedCode}, {"DetailedErrorMessage", message}}};
    error.value().members["Message"] = std::move(message);
    return error;
}

tl::unexpected<aws::ApiError> badRequest(std::string message)
{
    return greengrassRefusal(400, "GG-400", std::move(message));
}

tl::unexpected<aws::ApiError> greengrassMissing(std::string message)
{
    return greengrassRefusal(404, "GG-404", std::move(message));
}

} // namespace greensward::cloud
