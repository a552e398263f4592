// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr auto kSchemaKey = "schema";

/// Version 1 knew one arrangement a workspace: it becomes that of Explore.
QHash<QString, QByteArray> docksOfVersion1(const QSettings& settings)
{
    QHash<QString, QByteArray> docks;
    const QString prefix = QStringLiteral("window/docks-");
    for (const QString& key : settings.allKeys())
        if (key.startsWith(prefix))
            docks[nameOf(Layout::Explore) + QLatin1Char('/') + key.mid(prefix.size())] =
                settings.value(key).toByteArray();
    return docks;
}

} // namespace

QString nameOf(Layout layout)
{
    switch (layout) {
    case Layout::Learn:
        return QStringLiteral("learn");
    case Layout::Explore:
        return QStringLiteral("explore");
    case Layout::Present:
        return QStringLiteral("present");
    case Layout::Compact:
        break;
    }
    return QStringLiteral("compact");
}

QString nameOf(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::HighContrast:
        break;
    }
    return QStringLiteral("high-contrast");
}

Layout layoutOf(const QString& name, Layout otherwise)
{
    const auto* found = std::find_if(std::begin(kLayouts), std::end(kLayouts),
                                     [&name](Layout layout) { return nameOf(layout) == name; });
    return found == std::end(kLayouts) ? otherwise : *found;
}

Theme themeOf(const QString& name, Theme otherwise)
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
        if (nameOf(theme) == name)
            return theme;
    return otherwise;
}

Preferences Preferences::read(const QSettings& settings)
{
    Preferences read;
    const auto value = [&settings](const char* key, const QVariant& otherwise = {}) {
        return settings.value(QLatin1String(key), otherwise);
    };
    read.themeChosen = settings.contains(QStringLiteral("view/theme"));
    read.theme = themeOf(value("view/theme").toString(), Theme::Light);
    const double zoom = value("view/zoom", 1.0).toDouble();
    read.zoom = std::isfinite(zoom) ? std::clamp(zoom, kLeastZoom, kMostZoom) : 1.0;
    read.layout = layoutOf(value("view/layout").toString(), Layout::Explore);
    read.compactRows = value("view/compact", false).toBool();
    read.motion = value("view/motion", true).toBool();
    read.language = value("view/language").toString();
    read.welcomed = value("window/welcomed", false).toBool();
    read.workspace = value("window/workspace").toString();
    read.scope = value("window/scope").toString();
    read.chosenTopic = value("window/topic").toString();
    read.chosenClient = value("window/client").toString();
    read.sessionMiB = std::clamp(value("session/keep-mib", kUsualSession).toInt(), 0, kMostSession);
    read.geometry = value("window/geometry").toByteArray();
    read.recentCommands = value("window/recent-commands").toStringList().mid(0, kMostRecentCommands);
    if (value(kSchemaKey, 1).toInt() < kSchema) {
        read.docks = docksOfVersion1(settings);
        read.welcomed = !read.workspace.isEmpty(); // has been used before
        return read;
    }
    const QString docks = QStringLiteral("docks/");
    const QString memories = QStringLiteral("memories/");
    for (const QString& key : settings.allKeys())
        if (key.startsWith(docks))
            read.docks[key.mid(docks.size())] = settings.value(key).toByteArray();
        else if (key.startsWith(memories))
            read.memories[key.mid(memories.size())] = settings.value(key).toByteArray();
    return read;
}

bool Preferences::write(QSettings& settings, QString* problem) const
{
    const auto fail = [problem](const QString& why) {
        if (problem)
            *problem = why;
        return false;
    };
    if (settings.value(QLatin1String(kSchemaKey), 1).toInt() > kSchema)
        return fail(
            QCoreApplication::translate("Preferences", "%1 was written by a newer Greensward; it is left as it is")
                .arg(settings.fileName()));
    settings.setValue(QLatin1String(kSchemaKey), kSchema);
    if (themeChosen)
        settings.setValue(QStringLiteral("view/theme"), nameOf(theme));
    settings.setValue(QStringLiteral("view/zoom"), zoom);
    settings.setValue(QStringLiteral("view/layout"), nameOf(layout));
    settings.setValue(QStringLiteral("view/compact"), compactRows);
    settings.setValue(QStringLiteral("view/motion"), motion);
    settings.setValue(QStringLiteral("view/language"), language);
    settings.setValue(QStringLiteral("window/welcomed"), welcomed);
    settings.setValue(QStringLiteral("window/workspace"), workspace);
    settings.setValue(QStringLiteral("window/scope"), scope);
    settings.setValue(QStringLiteral("window/topic"), chosenTopic);
    settings.setValue(QStringLiteral("window/client"), chosenClient);
    settings.setValue(QStringLiteral("session/keep-mib"), sessionMiB);
    settings.setValue(QStringLiteral("window/geometry"), geometry);
    settings.setValue(QStringLiteral("window/recent-commands"), recentCommands);
    for (const QString& key : settings.allKeys())
        if (key.startsWith(QLatin1String("window/docks-")))
            settings.remove(key);
    for (auto state = docks.cbegin(); state != docks.cend(); ++state)
        settings.setValue(QStringLiteral("docks/") + state.key(), state.value());
    for (auto memory = memories.cbegin(); memory != memories.cend(); ++memory)
        settings.setValue(QStringLiteral("memories/") + memory.key(), memory.value());
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(QCoreApplication::translate("Preferences", "%1 could not be written").arg(settings.fileName()));
    return true;
}

} // namespace greensward::ui
