// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace greensward {

/// Why something could not be done: one plain sentence for a person, without a trailing full stop.
/// Protocol rooms have error types of their own (mqtt::ProtocolError); this one is for files, databases, keys and
/// sockets.
struct Error
{
    std::string message;
};

/// A value, or the reason why there is none. Exceptions do not cross a room.
template<typename T, typename E = Error>
using Result = tl::expected<T, E>;

/// Shorthand for returning a failure: `return failure("cannot open {}: {}", path, reason)` after fmt::format.
inline tl::unexpected<Error> failure(std::string message)
{
    return tl::unexpected<Error>(Error{std::move(message)});
}

} // namespace greensward
