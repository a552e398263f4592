// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/sigv4.h"

#include <string_view>

namespace greensward::aws {

/// The form in which a service is spoken to ("wire-protocols 2").
enum class Protocol : std::uint8_t { Json10, Json11, Query, RestJson, RestXml };

/// One AWS service as it is known on the wire. All texts are static.
struct Service
{
    std::string_view name; ///< signing name: "iot", "iotdata", "sts"
    Protocol protocol;
    std::string_view targetPrefix; ///< of X-Amz-Target, for json; sqs has one beside query
    std::string_view version;      ///< API version, "2011-06-15"
    std::string_view xmlNamespace; ///< of query and rest-xml answers
};

/// Null when there is none of that signing name / prefix / query version.
const Service* serviceNamed(std::string_view signingName);
const Service* serviceOfTarget(std::string_view targetPrefix);
const Service* serviceOfVersion(std::string_view version);

ErrorFamily errorFamily(Protocol protocol, std::string_view service);

} // namespace greensward::aws
