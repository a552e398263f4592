// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/document.h"

#include "shadow/json_writer.h"

#include <algorithm>
#include <charconv>

namespace greensward::shadow {

namespace {

void appendNamed(std::string& out, std::string_view name, const std::string& text)
{
    if (out.back() != '{')
        out += ',';
    out += name;
    out += text;
}

/// state null, or what is said of one section; null pointer: nothing.
void change(Section& section, Node* patch, bool clear, const Settings& settings)
{
    if (clear || (patch != nullptr && patch->isNull()))
        section.root.members.clear();
    else if (patch != nullptr)
        merge(section.root, *patch, settings);
    else
        return;
    section.rewrite();
}

/// Gives the leaves of a value the timestamps of its metadata. False when the two have not the same shape.
bool restoreTimestamps(Node& value, const Node& metadata)
{
    if (value.kind == NodeKind::Object || value.kind == NodeKind::Array) {
        if (metadata.kind != value.kind || metadata.members.size() != value.members.size())
            return false;
        for (std::size_t i = 0; i < value.members.size(); ++i)
            if (metadata.members[i].name != value.members[i].name ||
                !restoreTimestamps(value.members[i].value, metadata.members[i].value))
                return false;
        return true;
    }
    const Node* const timestamp = metadata.find("\"timestamp\"");
    if (value.isNull() || timestamp == nullptr || timestamp->kind != NodeKind::Number)
        return false;
    const std::string& digits = timestamp->text;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value.timestamp);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
}

bool restoreSection(Section& section, Node& state, const Node& metadata, std::string_view name)
{
    Node* const value = state.find(name);
    if (value == nullptr)
        return true;
    const Node* const times = metadata.find(name);
    if (!value->isObject() || times == nullptr || !restoreTimestamps(*value, *times))
        return false;
    section.root = std::move(*value);
    section.rewrite();
    return true;
}

} // namespace

void Section::rewrite()
{
    state.clear();
    metadata.clear();
    appendValue(state, root);
    appendMetadata(metadata, root);
}

Result<void, std::size_t> Document::apply(UpdateRequest& request, std::size_t payloadSize, const Settings& settings)
{
    const bool clear = request.state.isNull();
    // What cannot grow beyond the limit needs no copy to go back to: merging adds no more than the request has.
    if (size() + payloadSize <= settings.documentBytes) {
        change(m_desired, request.desired(), clear, settings);
        change(m_reported, request.reported(), clear, settings);
        return {};
    }
    Document merged = *this;
    change(merged.m_desired, request.desired(), clear, settings);
    change(merged.m_reported, request.reported(), clear, settings);
    // A document from before the limit was lowered may shrink.
    if (merged.size() > std::max(settings.documentBytes, size()))
        return tl::unexpected(merged.size());
    *this = std::move(merged);
    return {};
}

void Document::appendStates(std::string& out) const
{
    if (!m_desired.isEmpty())
        appendNamed(out, "\"desired\":", m_desired.state);
    if (!m_reported.isEmpty())
        appendNamed(out, "\"reported\":", m_reported.state);
}

void Document::appendMetadatas(std::string& out) const
{
    if (!m_desired.isEmpty())
        appendNamed(out, "\"desired\":", m_desired.metadata);
    if (!m_reported.isEmpty())
        appendNamed(out, "\"reported\":", m_reported.metadata);
}

void Document::appendSnapshot(std::string& out, std::int64_t version) const
{
    out += "{\"state\":{";
    appendStates(out);
    out += "},\"metadata\":{";
    appendMetadatas(out);
    out += "},\"version\":";
    appendNumber(out, version);
    out += '}';
}

Result<Document> Document::fromSnapshot(JsonReader& reader, std::string_view snapshot)
{
    auto root = reader.read(asBytes(snapshot));
    if (!root || !root->isObject())
        return failure("a stored shadow is not a JSON object");
    Node* const state = root->find("\"state\"");
    const Node* const metadata = root->find("\"metadata\"");
    Document document;
    if (state == nullptr || metadata == nullptr || !state->isObject() || !metadata->isObject() ||
        !restoreSection(document.m_desired, *state, *metadata, "\"desired\"") ||
        !restoreSection(document.m_reported, *state, *metadata, "\"reported\""))
        return failure("a stored shadow and its metadata do not match");
    return document;
}

} // namespace greensward::shadow
