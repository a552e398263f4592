// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace greensward::store {

/// A parameter of a statement, converted from what the caller has. Views must live until the call returns. Unsigned
/// 64-bit numbers are stored with the same bits, so those above 2^63 sort as negative.
class Value
{
public:
    Value(std::nullptr_t) {}
    template<std::integral T>
    Value(T number) : m_value(static_cast<std::int64_t>(number))
    {}
    Value(double number) : m_value(number) {}
    Value(std::string_view text) : m_value(text) {}
    Value(const std::string& text) : m_value(std::string_view(text)) {}
    Value(const char* text) : m_value(std::string_view(text)) {}
    Value(ByteView blob) : m_value(blob) {}
    Value(const Bytes& blob) : m_value(ByteView(blob)) {}
    /// Empty: NULL.
    template<typename T>
    Value(const std::optional<T>& value)
    {
        if (value)
            *this = Value(*value);
    }

    const auto& get() const { return m_value; }

private:
    std::variant<std::monostate, std::int64_t, double, std::string_view, ByteView> m_value;
};

} // namespace greensward::store
