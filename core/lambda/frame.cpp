// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/frame.h"

#include <boost/json.hpp>

namespace greensward::lambda {

namespace json = boost::json;

namespace {

constexpr std::size_t kLengths = 8;

void append32(std::string& into, std::size_t number)
{
    for (const int shift : {24, 16, 8, 0})
        into.push_back(static_cast<char>((number >> shift) & 0xff));
}

std::size_t read32(std::string_view octets)
{
    std::size_t number = 0;
    for (const char octet : octets.substr(0, 4))
        number = number << 8 | static_cast<unsigned char>(octet);
    return number;
}

} // namespace

std::string Frame::text(std::string_view member) const
{
    const json::value* value = head.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::uint64_t Frame::number(std::string_view member) const
{
    const json::value* value = head.if_contains(member);
    return value && value->is_int64() && value->get_int64() > 0 ? static_cast<std::uint64_t>(value->get_int64()) : 0;
}

std::string encodeFrame(const Frame& frame)
{
    const std::string head = json::serialize(frame.head);
    std::string octets;
    octets.reserve(kLengths + head.size() + frame.payload.size());
    append32(octets, head.size());
    append32(octets, frame.payload.size());
    return octets.append(head).append(frame.payload);
}

std::optional<Frame> FrameReader::take()
{
    if (m_broken || m_octets.size() < kLengths)
        return std::nullopt;
    const std::size_t head = read32(m_octets);
    const std::size_t payload = read32(std::string_view(m_octets).substr(4));
    if (head > kLargestHead || payload > kLargestPayload) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_octets.size() < kLengths + head + payload)
        return std::nullopt;
    boost::system::error_code error;
    json::value parsed = json::parse(std::string_view(m_octets).substr(kLengths, head), error);
    m_broken = error.failed() || !parsed.is_object();
    if (m_broken)
        return std::nullopt;
    Frame frame{std::move(parsed.get_object()), m_octets.substr(kLengths + head, payload)};
    m_octets.erase(0, kLengths + head + payload);
    return frame;
}

} // namespace greensward::lambda
