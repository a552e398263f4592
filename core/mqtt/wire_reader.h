// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/broken_rule.h"
#include "mqtt/text_flaws.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace greensward::mqtt {

/// Takes fields off the front of a packet's body, never beyond its end. The first failure sticks: from then on every
/// field is empty or 0 and nothing is left, so a caller may read several fields and ask failed() once.
class WireReader
{
public:
    explicit WireReader(ByteView bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    bool failed() const { return m_failed; }
    /// Only after failed().
    const ProtocolError& failure() const { return m_error; }
    void fail(const ProtocolError& rule)
    {
        if (!m_failed)
            m_error = rule;
        m_failed = true;
        m_at = m_end;
    }

    std::uint8_t byte() { return need(1) ? *m_at++ : std::uint8_t{0}; }
    std::uint16_t twoBytes() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t fourBytes() { return number(4); }

    /// [MQTT5 1.5.5] At most four bytes, shortest form.
    std::uint32_t variableByteInteger()
    {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 28; shift += 7) {
            const std::uint8_t next = byte();
            if (failed())
                return 0;
            value |= static_cast<std::uint32_t>(next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                if (next == 0 && shift != 0)
                    fail(rule::kLengthNotMinimal);
                return value;
            }
        }
        fail(rule::kLengthTooLong);
        return 0;
    }

    ByteView take(std::size_t size)
    {
        if (!need(size))
            return {};
        const ByteView taken{m_at, size};
        m_at += size;
        return taken;
    }
    ByteView rest() { return take(left()); }

    /// Binary data: length in two bytes, then the bytes.
    ByteView binary() { return take(twoBytes()); }

    /// UTF-8 encoded string; well-formed and without U+0000, or the reader fails. The flaws are what is left:
    /// wildcards.
    std::string_view text(TextFlaws& flaws)
    {
        const std::string_view value = asText(binary());
        flaws = findFlaws(value);
        if ((flaws & (kIllFormed | kNull)) == 0)
            return value;
        fail((flaws & kIllFormed) != 0 ? rule::kIllFormedText : rule::kNullCharacter);
        return {};
    }
    std::string_view text()
    {
        TextFlaws flaws = kSound;
        return text(flaws);
    }

private:
    bool need(std::size_t size)
    {
        if (size <= left())
            return true;
        fail(rule::kTruncated);
        return false;
    }
    std::uint32_t number(std::size_t size)
    {
        std::uint32_t value = 0;
        for (const std::uint8_t part : take(size))
            value = value << 8 | part;
        return value;
    }

    const std::uint8_t* m_at;
    const std::uint8_t* m_end;
    bool m_failed = false;
    ProtocolError m_error;
};

} // namespace greensward::mqtt
