// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shadow_document.h"

#include "ui/models/payload_path.h"

#include <QCoreApplication>

#include <boost/json.hpp>

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;

namespace {

json::object objectIn(const json::object& in, std::string_view name)
{
    const auto* value = in.if_contains(name);
    return value && value->is_object() ? value->as_object() : json::object{};
}

std::optional<json::object> parsed(std::string_view payload)
{
    boost::system::error_code error;
    json::value value = json::parse(payload, error);
    return !error && value.is_object() ? std::optional(std::move(value.as_object())) : std::nullopt;
}

std::optional<ShadowDocument> documentIn(const json::object& from)
{
    const auto* version = from.if_contains("version");
    if (!version || !version->is_int64())
        return std::nullopt;
    const json::object state = objectIn(from, "state");
    const json::object metadata = objectIn(from, "metadata");
    return ShadowDocument{.version = version->as_int64(),
                          .desired = objectIn(state, "desired"),
                          .reported = objectIn(state, "reported"),
                          .desiredMetadata = objectIn(metadata, "desired"),
                          .reportedMetadata = objectIn(metadata, "reported")};
}

void walk(const json::object& section, ShadowPath& path,
          const std::function<void(const ShadowPath&, const json::value&)>& work)
{
    for (const auto& member : section) {
        path.emplace_back(member.key());
        const auto* object = member.value().if_object();
        if (object && !object->empty())
            walk(*object, path, work);
        else
            work(path, member.value());
        path.pop_back();
    }
}

enum class Sort { Text, Number, Flag, List, Object, Null };

Sort sortOf(const json::value& value)
{
    return value.is_string()   ? Sort::Text
           : value.is_number() ? Sort::Number
           : value.is_bool()   ? Sort::Flag
           : value.is_array()  ? Sort::List
           : value.is_object() ? Sort::Object
                               : Sort::Null;
}

} // namespace

std::optional<ShadowDocument> documentOfSnapshot(std::string_view payload)
{
    const auto whole = parsed(payload);
    return whole ? documentIn(objectIn(*whole, "current")) : std::nullopt;
}

std::optional<ShadowDocument> documentOfAnswer(std::string_view payload)
{
    const auto whole = parsed(payload);
    return whole ? documentIn(*whole) : std::nullopt;
}

void eachLeaf(const json::object& section, const std::function<void(const ShadowPath&, const json::value&)>& work)
{
    ShadowPath path;
    walk(section, path, work);
}

QString pathText(const ShadowPath& path)
{
    QString text;
    for (const std::string& name : path)
        text = pathBelow(text, name);
    return text;
}

const json::value* valueAt(const json::object& section, const ShadowPath& path)
{
    const json::object* object = &section;
    const json::value* value = nullptr;
    for (const std::string& name : path) {
        value = object ? object->if_contains(name) : nullptr;
        if (!value)
            return nullptr;
        object = value->if_object();
    }
    return value;
}

std::optional<std::int64_t> timestampAt(const json::object& metadata, const ShadowPath& path)
{
    const json::value* at = valueAt(metadata, path);
    while (at && at->is_array()) // a list's metadata is a list; its first element speaks for it
        at = at->as_array().empty() ? nullptr : &at->as_array().front();
    const auto* leaf = at ? at->if_object() : nullptr;
    const auto* seconds = leaf ? leaf->if_contains("timestamp") : nullptr;
    return seconds && seconds->is_int64() ? std::optional(seconds->as_int64()) : std::nullopt;
}

json::object nested(const ShadowPath& path, json::value value)
{
    for (auto name = path.rbegin(); name != path.rend(); ++name)
        value = json::object{{*name, std::move(value)}};
    return value.is_object() ? std::move(value.as_object()) : json::object{};
}

bool sameValue(const json::value& one, const json::value& other)
{
    if (sortOf(one) != sortOf(other))
        return false;
    switch (sortOf(one)) {
    case Sort::Number:
        if (!one.is_double() && !other.is_double())
            return one == other; // 64-bit integers, exactly
        return one.to_number<double>() == other.to_number<double>();
    case Sort::List:
        return std::equal(one.as_array().begin(), one.as_array().end(), other.as_array().begin(),
                          other.as_array().end(), sameValue);
    case Sort::Object: {
        const json::object& there = other.as_object();
        return one.as_object().size() == there.size() &&
               std::all_of(one.as_object().begin(), one.as_object().end(), [&there](const auto& member) {
                   const auto* match = there.if_contains(member.key());
                   return match && sameValue(member.value(), *match);
               });
    }
    default:
        return one == other;
    }
}

bool sameType(const json::value& one, const json::value& other)
{
    return sortOf(one) == sortOf(other);
}

QString typeWord(const json::value& value)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("ShadowDocument", text); };
    switch (sortOf(value)) {
    case Sort::Text:
        return word(QT_TRANSLATE_NOOP("ShadowDocument", "text"));
    case Sort::Number:
        return word(QT_TRANSLATE_NOOP("ShadowDocument", "number"));
    case Sort::Flag:
        return word(QT_TRANSLATE_NOOP("ShadowDocument", "true or false"));
    case Sort::List:
        return word(QT_TRANSLATE_NOOP("ShadowDocument", "list"));
    case Sort::Object:
        return word(QT_TRANSLATE_NOOP("ShadowDocument", "object"));
    case Sort::Null:
        break;
    }
    return word(QT_TRANSLATE_NOOP("ShadowDocument", "null"));
}

} // namespace greensward::ui
