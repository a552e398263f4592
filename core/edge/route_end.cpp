// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/route_end.h"

namespace greensward::edge {

namespace {

constexpr std::string_view kCloud = "$cloud";
constexpr std::string_view kShadows = "$GGShadowService";
constexpr std::string_view kFunction = "$function ";
constexpr std::string_view kConnector = "$connector ";
constexpr std::string_view kFunctionMark = ":function:";

} // namespace

std::string RouteEnd::text() const
{
    switch (kind) {
    case Kind::Cloud:
        return "cloud";
    case Kind::Shadows:
        return "GGShadowService";
    case Kind::Function:
        if (const auto mark = name.find(kFunctionMark); mark != std::string::npos)
            return name.substr(mark + kFunctionMark.size());
        return name;
    case Kind::Device:
    case Kind::Connector:
        break;
    }
    return name;
}

std::string RouteEnd::publisher() const
{
    switch (kind) {
    case Kind::Cloud:
        return std::string(kCloud);
    case Kind::Shadows:
        return std::string(kShadows);
    case Kind::Function:
        return std::string(kFunction) + name;
    case Kind::Connector:
        return std::string(kConnector) + name;
    case Kind::Device:
        break;
    }
    return name;
}

RouteEnd RouteEnd::fromPublisher(std::string_view publisher)
{
    if (publisher == kCloud)
        return cloud();
    if (publisher == kShadows)
        return shadows();
    if (publisher.starts_with(kFunction))
        return function(publisher.substr(kFunction.size()));
    if (publisher.starts_with(kConnector))
        return {Kind::Connector, std::string(publisher.substr(kConnector.size()))};
    return device(publisher);
}

} // namespace greensward::edge
