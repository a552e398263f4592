// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace greensward::cloud {

/// The one account and region of a workspace.
struct Account
{
    std::string id = "123456789012";
    std::string region = "us-east-1";

    /// "arn:aws:iot:us-east-1:123456789012:thing/pump-1" for iotArn("thing", "pump-1").
    std::string iotArn(std::string_view kind, std::string_view name) const;
};

} // namespace greensward::cloud
