// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/private_keys.h"

namespace greensward::capture {

namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kPrivate = "PRIVATE KEY-----";

} // namespace

bool holdsPrivateKey(std::string_view text)
{
    const std::size_t begin = text.find(kBegin);
    return begin != std::string_view::npos && text.find(kPrivate, begin) != std::string_view::npos;
}

std::uint64_t removePrivateKeys(std::string& text)
{
    std::uint64_t removed = 0;
    for (std::size_t at = text.find(kBegin); at != std::string::npos; at = text.find(kBegin, at + 1)) {
        const std::size_t name = text.find(kPrivate, at);
        if (name == std::string::npos)
            break;
        if (text.substr(at + kBegin.size(), name - at - kBegin.size()).find("-----") != std::string::npos)
            continue; // of something else
        const std::size_t end = text.find(kPrivate, name + kPrivate.size());
        text.replace(at, end == std::string::npos ? std::string::npos : end + kPrivate.size() - at, kRemoved);
        ++removed;
    }
    return removed;
}

} // namespace greensward::capture
