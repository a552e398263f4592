// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <boost/json/object.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::ui {

/// Member names from a section down.
using ShadowPath = std::vector<std::string>;

/// One version of a shadow's document.
struct ShadowDocument
{
    std::int64_t version = 0;
    boost::json::object desired;
    boost::json::object reported;
    boost::json::object desiredMetadata; ///< beside desired: {"timestamp": seconds} at each leaf
    boost::json::object reportedMetadata;
};

/// The "current" of an update/documents message.
std::optional<ShadowDocument> documentOfSnapshot(std::string_view payload);
/// The answer to a get.
std::optional<ShadowDocument> documentOfAnswer(std::string_view payload);

/// Leaves as the service sees them: whatever is no object, and empty objects; arrays whole (shadow.md 1).
void eachLeaf(const boost::json::object& section,
              const std::function<void(const ShadowPath& path, const boost::json::value& leaf)>& work);
/// "gear.heat", see payload_path.h.
QString pathText(const ShadowPath& path);
/// Null when there is none.
const boost::json::value* valueAt(const boost::json::object& section, const ShadowPath& path);
/// Seconds since 1970 of the leaf; nothing when the metadata does not say.
std::optional<std::int64_t> timestampAt(const boost::json::object& metadata, const ShadowPath& path);
/// {"gear":{"heat":value}}
boost::json::object nested(const ShadowPath& path, boost::json::value value);

/// As the service compares: numbers by value, no other conversion (shadow.md 6).
bool sameValue(const boost::json::value& one, const boost::json::value& other);
/// "text", "number", "true or false", "list", "object", "null": the type in words.
QString typeWord(const boost::json::value& value);
bool sameType(const boost::json::value& one, const boost::json::value& other);

} // namespace greensward::ui
