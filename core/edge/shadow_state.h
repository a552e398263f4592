// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "shadow/node.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::edge {

/// What a shadow says, without versions and metadata: both sections, empty objects where they are absent.
struct ShadowState
{
    shadow::Node desired = shadow::Node::object();
    shadow::Node reported = shadow::Node::object();

    /// Of {"desired":…,"reported":…}; nothing when it is no JSON object. Sections that are none count as empty.
    static std::optional<ShadowState> parse(std::string_view json);
    static ShadowState of(const shadow::Node& state);
    std::string text() const;

    /// As an accepted update changed it: {"desired":{…},"reported":null}.
    void apply(const shadow::Node& patch);

    friend bool operator==(const ShadowState& left, const ShadowState& right);
};

/// What a shadow should be that was base on both sides and is local here and cloud there (shadow.md 19.5): the side
/// that changed wins; where both did, local does in reported and the cloud in desired. Key by key; arrays are atoms.
ShadowState mergeStates(const ShadowState& base, const ShadowState& local, const ShadowState& cloud);

/// The update request that makes one state of the other; empty when they are the same.
std::string updateBetween(const ShadowState& from, const ShadowState& to, std::optional<std::int64_t> version = {});

} // namespace greensward::edge
