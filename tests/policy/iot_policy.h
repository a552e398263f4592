// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluate.h"

#include <string>

namespace greensward::policy {

inline std::string arn(const std::string& resource)
{
    return "arn:aws:iot:us-east-1:123456789012:" + resource;
}

/// {"Effect":…,"Action":…,"Resource":…} with a resource such as "topic/a"; rest: further members, with a leading comma.
inline std::string statement(const std::string& effect, const std::string& action, const std::string& resource,
                             const std::string& rest = {})
{
    return R"({"Effect":")" + effect + R"(","Action":")" + action + R"(","Resource":")" +
           (resource == "*" ? resource : arn(resource)) + '"' + rest + '}';
}

inline std::string document(const std::string& statements)
{
    return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}";
}

inline Policy iotPolicy(const std::string& statements, std::string name = "pumps")
{
    return parsePolicy(std::move(name), document(statements), Dialect::Iot).value();
}

} // namespace greensward::policy
