// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "shadow/node.h"

#include <cstdint>
#include <memory>

namespace greensward::shadow {

/// Why bytes are no JSON text.
enum class JsonFlaw : std::uint8_t {
    Malformed, ///< not RFC 8259, or more than one value, or a lone surrogate
    NotUtf8,
    TooDeep, ///< more containers inside one another than the reader's guard allows
};

/// Reads JSON texts into nodes. Of members with the same name the last wins. Keeps its buffers from text to text, so
/// reading costs one allocation a container; one thread.
class JsonReader
{
public:
    /// Containers inside one another; a guard of the stack, apart from what a service allows (shadow.md 17).
    static constexpr std::size_t kDeepest = 64;

    JsonReader();
    ~JsonReader();
    JsonReader(JsonReader&&) noexcept;
    JsonReader& operator=(JsonReader&&) noexcept;

    /// timestamp and writer are noted in every leaf.
    Result<Node, JsonFlaw> read(ByteView text, std::int64_t timestamp = 0, std::uint32_t writer = 0);

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(ByteView bytes);

} // namespace greensward::shadow
