// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/cloud_document.h"

#include "shadow/json_reader.h"

#include <charconv>

namespace greensward::edge {

std::optional<CloudDocument> readCloudDocument(ByteView payload)
{
    shadow::JsonReader reader;
    auto node = reader.read(payload);
    if (!node || !node->isObject())
        return std::nullopt;
    CloudDocument document;
    if (const shadow::Node* state = node->find("\"state\""); state && state->isObject())
        document.state = *state;
    const shadow::Node* const version = node->find("\"version\"");
    if (!version || version->kind != shadow::NodeKind::Number)
        return std::nullopt;
    const auto read =
        std::from_chars(version->text.data(), version->text.data() + version->text.size(), document.version);
    return read.ec == std::errc{} ? std::optional(std::move(document)) : std::nullopt;
}

} // namespace greensward::edge
