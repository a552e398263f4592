// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace greensward::lambda {

/// What a function's code needs to run, told from its runtime's name.
enum class RuntimeKind : std::uint8_t {
    None,     ///< java8, go1.x, …: not here
    Python,   ///< "python3.9": our bootstrap under the machine's python3, whatever minor version is named
    Node,     ///< "nodejs12.x": our bootstrap under the machine's node, whatever version is named
    Provided, ///< "provided", "provided.al2": the package's own executable, `bootstrap`, which speaks the Runtime API
};
RuntimeKind kindOf(std::string_view runtime);

} // namespace greensward::lambda
