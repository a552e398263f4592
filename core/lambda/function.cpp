// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/function.h"

namespace greensward::lambda {

namespace {

/// "arn:aws:lambda:REGION:ACCOUNT:function:NAME:VERSION", by its fields.
std::string fieldOf(const std::string& arn, int wanted)
{
    std::size_t begin = 0;
    for (int at = 0; at < wanted; ++at) {
        begin = arn.find(':', begin);
        if (begin == std::string::npos)
            return {};
        ++begin;
    }
    return arn.substr(begin, arn.find(':', begin) - begin);
}

} // namespace

std::string FunctionSpec::name() const
{
    const std::string name = fieldOf(arn, 6);
    return name.empty() ? arn : name;
}

std::string FunctionSpec::version() const
{
    const std::string version = fieldOf(arn, 7);
    return version.empty() ? "$LATEST" : version;
}

} // namespace greensward::lambda
