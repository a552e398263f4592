// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/uri_template.h"

#include "aws/percent.h"

#include <algorithm>

namespace greensward::aws {

namespace {

/// The front segment, taken off `path`; `path` begins with its slash.
std::string_view takeSegment(std::string_view& path)
{
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

} // namespace

UriTemplate::UriTemplate(std::string_view text)
{
    while (!text.empty()) {
        auto part = takeSegment(text);
        Segment segment;
        if (part.starts_with('{') && part.ends_with('}')) {
            segment.label = true;
            part = part.substr(1, part.size() - 2);
            segment.greedy = part.ends_with('+');
            if (segment.greedy)
                part.remove_suffix(1);
        }
        segment.text = part;
        if (segment.label || !segment.text.empty())
            m_segments.push_back(std::move(segment));
    }
}

std::optional<UriTemplate::Labels> UriTemplate::match(std::string_view path) const
{
    Labels labels;
    for (const auto& segment : m_segments) {
        if (path.size() < 2 || path.front() != '/')
            return std::nullopt;
        std::string_view part;
        if (segment.greedy) {
            part = path.substr(1);
            path = {};
        } else {
            part = takeSegment(path);
        }
        if (!segment.label) {
            if (part != segment.text)
                return std::nullopt;
            continue;
        }
        auto value = part.empty() ? std::nullopt : percentDecodeStrictly(part);
        if (!value)
            return std::nullopt;
        labels.emplace_back(segment.text, std::move(*value));
    }
    if (!path.empty() && path != "/")
        return std::nullopt;
    return labels;
}

std::size_t UriTemplate::literals() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_segments, [](const auto& s) { return !s.label; }));
}

} // namespace greensward::aws
