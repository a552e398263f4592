// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::lambda {

/// What host and worker say to each other: two lengths of 32 bits, big-endian, a JSON head and a payload.
struct Frame
{
    boost::json::object head;
    std::string payload;

    std::string text(std::string_view member) const;
    std::uint64_t number(std::string_view member) const;
};

std::string encodeFrame(const Frame& frame);

/// Takes frames out of what has come so far.
class FrameReader
{
public:
    static constexpr std::size_t kLargestHead = 64 * 1024;
    static constexpr std::size_t kLargestPayload = 6 * 1024 * 1024 + 1024;

    void feed(std::string_view octets) { m_octets.append(octets); }
    /// Nothing until a whole one is there, or when what came is none: see broken().
    std::optional<Frame> take();
    bool broken() const { return m_broken; }

private:
    std::string m_octets;
    bool m_broken = false;
};

} // namespace greensward::lambda
