// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// Everything of Greengrass that has versions: the seven kinds of definitions, and groups.
enum class GreengrassKind : std::uint8_t {
    Cores,
    Devices,
    Functions,
    Subscriptions,
    Loggers,
    Resources,
    Connectors,
    Groups,
};

/// One member of an entry.
struct GreengrassMember
{
    enum class Form : std::uint8_t { Text, Flag, Number, Texts, TextList, Object, List };
    std::string_view name;
    Form form = Form::Text;
    bool required = false;
    std::span<const std::string_view> oneOf{};   ///< of a text: what it may be; empty: anything
    std::span<const GreengrassMember> members{}; ///< of an object, or of each object of a list
};

/// What there is to know of a kind. All texts are static.
struct GreengrassKindRow
{
    GreengrassKind kind;
    std::string_view path; ///< "cores", as URIs and ARNs have it
    std::string_view word; ///< "Core": CreateCoreDefinition, CoreDefinitionVersionArn
    std::string_view list; ///< "Cores": the member of a version
    std::span<const GreengrassMember> entry;
};

/// The seven kinds of definitions, in the order of the enumeration.
std::span<const GreengrassKindRow> greengrassKinds();
const GreengrassKindRow& row(GreengrassKind kind);
/// "CoreDefinitionVersionArn"
std::string versionMember(const GreengrassKindRow& row);

/// Whether a version object's shape is that of the kind. What it refers to is looked at when it is deployed.
aws::ApiResult<void> checkVersion(const GreengrassKindRow& row, const boost::json::object& version);

/// The errors of Greengrass: one sentence, as Message and as the one detail.
tl::unexpected<aws::ApiError> greengrassRefusal(unsigned status, std::string_view detailedCode, std::string message);
tl::unexpected<aws::ApiError> badRequest(std::string message);
tl::unexpected<aws::ApiError> greengrassMissing(std::string message);

} // namespace greensward::cloud
