// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/credentials.h"

#include "aws/digest.h"

#include <array>

namespace greensward::aws {

std::string makeId(std::string_view prefix, const OctetSource& octets)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::array<std::uint8_t, 16> draw{};
    octets(draw);
    std::string id{prefix};
    for (const auto octet : draw)
        id += kLetters[octet & 31];
    return id;
}

std::string makeSecretAccessKey(const OctetSource& octets)
{
    std::array<std::uint8_t, 30> draw{};
    octets(draw);
    return toBase64(draw);
}

std::string makeSessionToken(const OctetSource& octets)
{
    std::array<std::uint8_t, 219> draw{};
    octets(draw);
    return "IQoJb3JpZ2lu" + toBase64(draw); // how AWS's own tokens begin today
}

std::string makeUuid(const OctetSource& octets)
{
    std::array<std::uint8_t, 16> draw{};
    octets(draw);
    draw[6] = static_cast<std::uint8_t>((draw[6] & 0x0f) | 0x40);
    draw[8] = static_cast<std::uint8_t>((draw[8] & 0x3f) | 0x80);
    std::string uuid = toHex(draw);
    for (const std::size_t at : {20u, 16u, 12u, 8u})
        uuid.insert(at, 1, '-');
    return uuid;
}

} // namespace greensward::aws
