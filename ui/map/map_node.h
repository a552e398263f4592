// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "trace/event.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace greensward::ui {

/// A column of the map. The list of layers is data.
struct MapLayer
{
    QString id;
    QString title; ///< translated, above the column
};

enum class NodeKind : std::uint8_t {
    Device,
    Client,  ///< somebody else's: mosquitto_sub, Paho
    Console, ///< this window's own client
    Core, ///< a Greengrass core of this workspace
    Gateway,
    Group, ///< many of one sort, folded
};

/// What there is to say about the way between a node and its uplink; of a group: of most of its members.
enum class LinkState : std::uint8_t { Never, Connecting, Online, CutOff, Lost, Offline };

/// Over the last second or so.
struct Traffic
{
    double messages = 0; ///< a second
    double bytes = 0;    ///< a second, payloads alone
    bool operator==(const Traffic&) const = default;
};

/// A node and the one link that leads from it towards the middle.
struct MapNode
{
    QString key; ///< client id; '\1' and a word for what is not a client
    NodeKind kind{};
    int layer = 0;
    QString uplink; ///< key of the node its link leads to; empty: none
    QString title;
    QString line;   ///< live reading, or since when it has been away
    QString detail; ///< a third line, mostly empty
    QString shape;  ///< "turbine", "sprinkler", else the name of an icon
    LinkState state{};
    bool simulated = false;
    bool dimmed = false; ///< the scope speaks of others
    bool willArmed = false;
    bool willSent = false;
    bool unfolded = false; ///< a group whose members stand beside it
    int faults = 0;
    QString note; ///< what the doctor found of it; empty: nothing
    QString shadow; ///< "=", "≠ 2": how its classic shadow stands; empty: it has none
    bool shadowDiffers = false;
    double pace = 0; ///< turns a second of a turbine, 0 … 1 of a sprinkler
    int members = 0; ///< of a group
    int online = 0;
    Traffic up; ///< towards the uplink
    Traffic down;
    WallTime lastMessage{};
    trace::EventId lastEvent = 0;
    bool operator==(const MapNode&) const = default;
};

enum class MessageSort : std::uint8_t { Message, Retained, Will };

/// A message that was seen on a link.
struct Flight
{
    int row = 0;
    bool up = false; ///< from the node towards its uplink
    MessageSort sort{};
    bool follows = false; ///< was published only now: it arrives at the gateway first
};

/// From here on a link is a band, and down to kDotsAgain it stays one, so that it does not flicker.
inline constexpr double kBandFrom = 40; ///< messages a second
inline constexpr double kDotsAgain = 30;

} // namespace greensward::ui
