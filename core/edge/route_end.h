// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace greensward::edge {

/// One end of a route: who speaks, or who is spoken to (greengrass-and-gateway 8.1). A plain value.
struct RouteEnd
{
    enum class Kind : std::uint8_t {
        Cloud,     ///< AWS IoT
        Shadows,   ///< GGShadowService, the core's own shadows
        Device,    ///< a member; name: of its thing, which is its client id
        Function,  ///< name: its ARN with the version that the deployment resolved
        Connector, ///< name: its ARN; nothing runs here
    };
    Kind kind = Kind::Cloud;
    std::string name{};

    static RouteEnd cloud() { return {Kind::Cloud, {}}; }
    static RouteEnd shadows() { return {Kind::Shadows, {}}; }
    static RouteEnd device(std::string_view thing) { return {Kind::Device, std::string(thing)}; }
    static RouteEnd function(std::string_view resolvedArn) { return {Kind::Function, std::string(resolvedArn)}; }

    /// For people: "cloud", "GGShadowService", "turbine-123", "counter:3".
    std::string text() const;
    /// What the local broker calls it as a publisher: the client id of a device, "$" and more of all others.
    std::string publisher() const;
    /// The end that publisher() stands for.
    static RouteEnd fromPublisher(std::string_view publisher);

    friend auto operator<=>(const RouteEnd&, const RouteEnd&) = default;
};

} // namespace greensward::edge
