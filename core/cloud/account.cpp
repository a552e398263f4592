// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/account.h"

#include <fmt/format.h>

namespace greensward::cloud {

std::string Account::iotArn(std::string_view kind, std::string_view name) const
{
    return fmt::format("arn:aws:iot:{}:{}:{}/{}", region, id, kind, name);
}

} // namespace greensward::cloud
