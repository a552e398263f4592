// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace greensward::ui {

/// How lists tell a topic or client of a broker elsewhere from one of the same name in this workspace: its key is
/// "factory › turbines/1", and just "turbines/1" for the workspace's own. The key is what a person reads, too.
inline constexpr std::string_view kOriginMark = "\u2009\u203a\u2009";

struct OriginKey
{
    std::string_view origin; ///< empty: this workspace
    std::string_view name;
};

inline std::string originKey(std::string_view origin, std::string_view name)
{
    if (origin.empty())
        return std::string(name);
    std::string key;
    key.reserve(origin.size() + kOriginMark.size() + name.size());
    return key.append(origin).append(kOriginMark).append(name);
}

inline OriginKey splitKey(std::string_view key)
{
    const auto mark = key.find(kOriginMark);
    if (mark == std::string_view::npos)
        return {{}, key};
    return {key.substr(0, mark), key.substr(mark + kOriginMark.size())};
}

/// The origin of what a core of this workspace tells is "core " and its name.
inline constexpr std::string_view kCoreOrigin = "core ";
/// The core's name; empty for other origins.
inline std::string_view coreOf(std::string_view origin)
{
    return origin.starts_with(kCoreOrigin) ? origin.substr(kCoreOrigin.size()) : std::string_view();
}

/// The topic as the broker knows it.
inline QString nameOfKey(const QString& key)
{
    static const QString kMark = QString::fromUtf8(kOriginMark.data(), static_cast<qsizetype>(kOriginMark.size()));
    const auto mark = key.indexOf(kMark);
    return mark < 0 ? key : key.mid(mark + kMark.size());
}

inline QString originOfKey(const QString& key)
{
    static const QString kMark = QString::fromUtf8(kOriginMark.data(), static_cast<qsizetype>(kOriginMark.size()));
    return key.left(qMax<qsizetype>(key.indexOf(kMark), 0));
}

} // namespace greensward::ui
