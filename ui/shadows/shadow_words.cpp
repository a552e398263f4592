// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_words.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/json_field.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_desk.h"

#include <QCoreApplication>
#include <QDateTime>

#include <boost/json.hpp>

#include <algorithm>
#include <variant>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr qsizetype kMostNames = 4;

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text)
{
    return QCoreApplication::translate("greensward::ui", text);
}

json::object stateOf(const ShadowChange& change)
{
    boost::system::error_code error;
    json::value request = json::parse(change.request, error);
    const auto* object = error ? nullptr : request.if_object();
    const auto* state = object ? object->if_contains("state") : nullptr;
    return state && state->is_object() ? state->as_object() : json::object{};
}

QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString cliNames(const ShadowName& name)
{
    QString names = QStringLiteral(" --thing-name ") + quoted(toQString(name.thing));
    if (!name.shadow.empty())
        names += QStringLiteral(" --shadow-name ") + quoted(toQString(name.shadow));
    return names;
}

} // namespace

QString shadowTitle(const ShadowName& name)
{
    return name.shadow.empty() ? tr("classic") : toQString(name.shadow);
}

QString writerText(const EngineMirror& mirror, const std::string& who)
{
    if (who.empty())
        return tr("not known");
    if (who == mirror.status().consoleClient)
        return tr("this console");
    const QString text = toQString(who);
    if (text.startsWith(QLatin1String("arn:")))
        return tr("API · %1").arg(text.mid(std::max(text.lastIndexOf(QLatin1Char(':')), text.lastIndexOf(QLatin1Char('/'))) + 1));
    return text;
}

QString writerText(const EngineMirror& mirror, const ShadowChange& change)
{
    if (change.who.starts_with("arn:") && tokenOf(change).startsWith(QLatin1String(ShadowDesk::kToken)))
        return tr("this console");
    return writerText(mirror, change.who);
}

QString tokenOf(const ShadowChange& change)
{
    const auto token = findJsonField(change.request, "clientToken");
    const auto* text = token ? std::get_if<JsonText>(&*token) : nullptr;
    return text ? toQString(text->raw) : QString();
}

bool writesDesired(const ShadowChange& change)
{
    return stateOf(change).contains("desired");
}

bool writesReported(const ShadowChange& change)
{
    return stateOf(change).contains("reported");
}

QStringList writtenPaths(const ShadowChange& change)
{
    QStringList paths;
    const json::object state = stateOf(change);
    for (const char* section : {"desired", "reported"}) {
        const auto* part = state.if_contains(section);
        if (part && part->is_object())
            eachLeaf(part->as_object(), [&](const ShadowPath& path, const json::value&) {
                paths << QLatin1String(section) + QLatin1Char('.') + pathText(path);
            });
        else if (part)
            paths << QLatin1String(section);
    }
    return paths;
}

QString changeText(const ShadowChange& change)
{
    if (change.removes)
        return change.accepted() ? tr("the shadow was deleted") : tr("to be deleted");
    const json::object state = stateOf(change);
    QStringList parts;
    for (const char* section : {"desired", "reported"}) {
        const auto* part = state.if_contains(section);
        if (!part)
            continue;
        QStringList names;
        if (part->is_object())
            eachLeaf(part->as_object(), [&](const ShadowPath& path, const json::value&) { names << pathText(path); });
        else
            names << tr("cleared");
        const qsizetype more = names.size() - kMostNames;
        if (more > 0)
            names = names.first(kMostNames) << tr("%1 more").arg(more);
        parts << QLatin1String(section) + QLatin1String(": ") + names.join(QLatin1String(", "));
    }
    if (!parts.isEmpty())
        return parts.join(QLatin1String("; "));
    return change.request.empty() ? tr("what was asked for was not seen") : tr("nothing was to be changed");
}

QString momentText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(
               std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count())
        .toString(QStringLiteral("HH:mm:ss"));
}

const ShadowChange* rivalOf(const ShadowRecord& record, const ShadowChange& refused)
{
    const ShadowChange* rival = nullptr;
    for (const ShadowChange& change : record.changes()) {
        if (&change == &refused)
            break;
        if (change.accepted())
            rival = &change;
    }
    return rival;
}

QString rejectionText(const EngineMirror& mirror, const ShadowRecord& record, const ShadowChange& change)
{
    const QString head = tr("%1 refused %2: %3").arg(change.code).arg(writerText(mirror, change), toQString(change.reason));
    switch (change.code) {
    case 400:
        return tr("%1. The request is not a document that the service takes; nothing was changed.").arg(head);
    case 404:
        return tr("%1. There is no such shadow.").arg(head);
    case 409: {
        const auto sent = findJsonField(change.request, "version");
        const double* version = sent ? std::get_if<double>(&*sent) : nullptr;
        const ShadowChange* rival = rivalOf(record, change);
        if (!version || !rival)
            return tr("%1. The request named another version than the document's.").arg(head);
        return tr("Version conflict: %1 wrote for v%2, but the document was at v%3 by then, written by %4 at %5 (%6).")
            .arg(writerText(mirror, change))
            .arg(static_cast<qint64>(*version))
            .arg(change.version)
            .arg(writerText(mirror, *rival), momentText(rival->time), changeText(*rival));
    }
    case 413:
        return tr("%1. Desired and reported together may have 8 KB; metadata does not count.").arg(head);
    case 429:
        return tr("%1. More than 10 requests of one connection, or 20 a second of one thing, were under way.").arg(head);
    default:
        return head;
    }
}

QString cliGet(const ShadowName& name)
{
    return QStringLiteral("aws iot-data get-thing-shadow") + cliNames(name) + QStringLiteral(" /dev/stdout");
}

QString cliDelete(const ShadowName& name)
{
    return QStringLiteral("aws iot-data delete-thing-shadow") + cliNames(name) + QStringLiteral(" /dev/stdout");
}

QString cliUpdate(const ShadowName& name, const std::string& request)
{
    return QStringLiteral("aws iot-data update-thing-shadow") + cliNames(name) +
           QStringLiteral(" --cli-binary-format raw-in-base64-out --payload ") + quoted(toQString(request)) +
           QStringLiteral(" /dev/stdout");
}

} // namespace greensward::ui
