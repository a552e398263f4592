// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/settings.h"

namespace greensward::shadow {

Settings Settings::aws()
{
    return {};
}

Settings Settings::aws2017()
{
    Settings settings;
    settings.namedShadows = false;
    settings.dollarInShadowName = false;
    settings.nesting = 5;
    settings.forget = std::chrono::seconds::zero();
    return settings;
}

Settings Settings::gg1()
{
    Settings settings;
    settings.namedShadows = false;
    settings.rejectedTimestamp = true;
    return settings;
}

std::optional<Settings> Settings::named(std::string_view profile)
{
    if (profile == "aws")
        return aws();
    if (profile == "aws-2017")
        return aws2017();
    if (profile == "gg1")
        return gg1();
    return std::nullopt;
}

} // namespace greensward::shadow
