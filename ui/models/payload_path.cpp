// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_path.h"

#include "ui/models/qt_text.h"

#include <boost/json.hpp>

namespace greensward::ui {

QString pathBelow(const QString& path, std::string_view key)
{
    if (key.empty() || key.find_first_of(".[]\" ") != std::string_view::npos) {
        const std::string quoted = boost::json::serialize(boost::json::string(key.data(), key.size()));
        return path + QLatin1Char('[') + QString::fromStdString(quoted) + QLatin1Char(']');
    }
    return path.isEmpty() ? toQString(key) : path + QLatin1Char('.') + toQString(key);
}

QString pathAt(const QString& path, std::size_t place)
{
    return QStringLiteral("%1[%2]").arg(path).arg(place);
}

QString lastKey(const QString& path)
{
    QString rest = path;
    while (rest.endsWith(QLatin1Char(']')) && !rest.endsWith(QLatin1String("\"]")))
        rest.truncate(rest.lastIndexOf(QLatin1Char('[')));
    if (rest.endsWith(QLatin1String("\"]"))) {
        const qsizetype from = rest.lastIndexOf(QLatin1String("[\"")) + 2;
        return rest.mid(from, rest.size() - 2 - from);
    }
    return rest.mid(rest.lastIndexOf(QLatin1Char('.')) + 1);
}

} // namespace greensward::ui
