// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "shadow/request.h"

#include <cstdint>
#include <string>

namespace greensward::shadow {

/// One side of a shadow, with what it and its metadata are as JSON, so that a section which an update does not touch is
/// not written again.
struct Section
{
    Node root = Node::object();
    std::string state = "{}";
    std::string metadata = "{}";

    bool isEmpty() const { return root.members.empty(); }
    /// Counted bytes; an empty section counts as absent (shadow.md 15.2).
    std::size_t size() const { return isEmpty() ? 0 : state.size(); }
    /// After root has changed.
    void rewrite();
};

/// The desired and reported state of one shadow.
class Document
{
public:
    const Section& desired() const { return m_desired; }
    const Section& reported() const { return m_reported; }
    std::size_t size() const { return m_desired.size() + m_reported.size(); }

    /// Merges; takes the values out of request.state. payloadSize: of the request, a bound of what it can add.
    /// Fails, with nothing changed, with the size that the document would have had.
    Result<void, std::size_t> apply(UpdateRequest& request, std::size_t payloadSize, const Settings& settings);

    /// {"state":{…},"metadata":{…},"version":N} with the sections that are not empty; as in documents messages and in
    /// the store.
    void appendSnapshot(std::string& out, std::int64_t version) const;
    /// "desired":{…},"reported":{…} of the states, then of the metadata; without braces.
    void appendStates(std::string& out) const;
    void appendMetadatas(std::string& out) const;

    /// Appends what the desired section has and the reported has not or otherwise, and the stored metadata of it, both
    /// as objects. False, with nothing appended, when there is no difference (shadow.md 6).
    bool appendDelta(std::string& state, std::string* metadata, const Settings& settings) const;

    /// From a snapshot. The error is a sentence.
    static Result<Document> fromSnapshot(JsonReader& reader, std::string_view snapshot);

private:
    Section m_desired;
    Section m_reported;
};

/// Merges a patch into an object, member by member (shadow.md 4); the patch is left with what was not taken.
void merge(Node& target, Node& patch, const Settings& settings);

} // namespace greensward::shadow
