// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "shadow/node.h"

#include <cstdint>
#include <optional>

namespace greensward::edge {

/// What the cloud says of a shadow: an answer over HTTPS, or a message on ".../accepted".
struct CloudDocument
{
    shadow::Node state = shadow::Node::object();
    std::int64_t version = 0;
};

/// Nothing when it is no JSON object with a version.
std::optional<CloudDocument> readCloudDocument(ByteView payload);

} // namespace greensward::edge
