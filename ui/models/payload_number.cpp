// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_number.h"

#include "ui/models/payload_path.h"

#include <algorithm>
#include <vector>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr int kDeepest = 16;
constexpr qsizetype kMostNumbers = 64;

/// Calls seen(path, value) for the numbers until it answers false.
template<typename Seen>
bool walk(const json::value& value, const QString& path, int depth, const Seen& seen)
{
    if (depth > kDeepest)
        return true;
    if (const auto* object = value.if_object()) {
        for (const auto& pair : *object)
            if (!walk(pair.value(), pathBelow(path, {pair.key().data(), pair.key().size()}), depth + 1, seen))
                return false;
    } else if (const auto* array = value.if_array()) {
        for (std::size_t at = 0; at < array->size(); ++at)
            if (!walk((*array)[at], pathAt(path, at), depth + 1, seen))
                return false;
    } else if (value.is_number()) {
        return seen(path, value.to_number<double>());
    }
    return true;
}

bool tellsTheTime(const QString& path)
{
    const QString key = lastKey(path);
    return key == QLatin1String("timestamp") || key == QLatin1String("ts") || key == QLatin1String("time");
}

} // namespace

QStringList payloadNumbers(std::string_view payload)
{
    QStringList paths;
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    if (error)
        return paths;
    walk(value, {}, 0, [&paths](const QString& path, double) {
        paths << path;
        return paths.size() < kMostNumbers;
    });
    std::stable_partition(paths.begin(), paths.end(), [](const QString& path) { return !tellsTheTime(path); });
    return paths;
}

std::optional<double> payloadNumber(std::string_view payload, const QString& path)
{
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    std::optional<double> found;
    if (error)
        return found;
    // The usual case, a field of the message itself, needs no walk.
    if (const auto* object = value.if_object())
        if (const json::value* field = object->if_contains(path.toStdString()))
            return field->is_number() ? std::optional(field->to_number<double>()) : std::nullopt;
    walk(value, {}, 0, [&](const QString& here, double number) {
        if (here == path)
            found = number;
        return !found;
    });
    return found;
}

} // namespace greensward::ui
