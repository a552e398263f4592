// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope/scope_suggestions.h"

#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/filter_words.h"
#include "ui/models/origin_key.h"
#include "ui/scope/known_clients.h"

namespace greensward::ui {

namespace {

/// Of one level of the tree: a fleet's ten thousand are not all looked at for a list of forty.
constexpr int kMostSiblings = 20'000;
constexpr int kMostBrokers = 64;

QStringList clientsFor(const QString& begun, EngineMirror& mirror)
{
    QStringList found;
    for (const std::string& id : mirror.model<KnownClients>().ids()) {
        const QString client = QString::fromStdString(id);
        if (client.contains(begun, Qt::CaseInsensitive) && client != begun)
            found << QStringLiteral("from:") + quotedForFilter(client);
        if (found.size() == kMostSuggestions)
            break;
    }
    return found;
}

/// Brokers that are connected, and those a capture was told of: the tree has a branch for each.
QStringList brokersFor(const QString& begun, EngineMirror& mirror)
{
    QStringList names = mirror.model<BrokersModel>().names();
    const TopicTreeModel& tree = mirror.topics();
    for (int row = 0; row < std::min(tree.rowCount(), kMostBrokers); ++row) {
        const QModelIndex branch = tree.index(row, 0);
        const QString origin = originOfKey(branch.data(TopicTreeModel::PathRole).toString());
        if (branch.data(TopicTreeModel::EndpointRole).toBool() && !origin.isEmpty() && !names.contains(origin))
            names << origin;
    }
    names.prepend({});
    QStringList found;
    for (const QString& name : std::as_const(names))
        if (const QString term = originTerm(name);
            term.mid(3).remove(QLatin1Char('"')).startsWith(begun, Qt::CaseInsensitive))
            found << term;
    return found;
}

/// "turbines/ev" goes on with the topics below "turbines" that begin with "ev".
QStringList topicsFor(const QString& begun, const QString& key, const TopicTreeModel& tree)
{
    QModelIndex parent = tree.branch({}); // of this workspace
    const QStringList levels = begun.split(QLatin1Char('/'));
    for (qsizetype at = 0; at + 1 < levels.size(); ++at) {
        parent = tree.childOf(parent, levels.at(at));
        if (!parent.isValid())
            return {};
    }
    QStringList found;
    const QString above = begun.left(begun.size() - levels.constLast().size());
    const int rows = std::min(tree.rowCount(parent), kMostSiblings);
    for (int row = 0; row < rows && found.size() < kMostSuggestions; ++row) {
        const QModelIndex child = tree.index(row, 0, parent);
        const QString level = child.data(TopicTreeModel::LevelRole).toString();
        if (!level.startsWith(levels.constLast(), Qt::CaseInsensitive))
            continue;
        if (tree.hasChildren(child))
            found << key + quotedForFilter(above + level + QStringLiteral("/#"));
        if (child.data(TopicTreeModel::HasMessageRole).toBool())
            found << (key.isEmpty() && above.isEmpty() ? QStringLiteral("topic:") : key) +
                         quotedForFilter(above + level);
    }
    return found;
}

} // namespace

WordPlace wordAt(const QString& text, int cursor)
{
    for (const FilterWord& word : splitFilter(text).words)
        if (word.start <= cursor && cursor <= word.start + word.length())
            return {word.start, word.length()};
    return {cursor, 0};
}

QStringList suggestionsFor(const QString& word, EngineMirror& mirror)
{
    const bool negated = word.startsWith(QLatin1Char('-'));
    const QString begun = negated ? word.mid(1) : word;
    QStringList found;
    const auto after = [&](const char* key) {
        return begun.mid(static_cast<qsizetype>(qstrlen(key))).remove(QLatin1Char('"'));
    };
    if (begun.startsWith(QLatin1String("from:"))) {
        found = clientsFor(after("from:"), mirror);
    } else if (begun.startsWith(QLatin1String("at:"))) {
        found = brokersFor(after("at:"), mirror);
    } else if (begun.startsWith(QLatin1String("topic:"))) {
        found = topicsFor(after("topic:"), QStringLiteral("topic:"), mirror.topics());
    } else if (begun.contains(QLatin1Char('/'))) {
        found = topicsFor(begun, {}, mirror.topics());
    } else if (!begun.contains(QLatin1Char('"'))) {
        QStringList words{QStringLiteral("topic:"), QStringLiteral("from:"), QStringLiteral("at:"),
                          QStringLiteral("bytes>"), QStringLiteral("re:"),   QStringLiteral("payload:"),
                          QStringLiteral("qos:0"),  QStringLiteral("qos:1"), QStringLiteral("qos:2")};
        for (const QString& state : filterStates())
            words << QStringLiteral("is:") + state;
        for (const QString& one : std::as_const(words))
            if (one.startsWith(begun, Qt::CaseInsensitive))
                found << one;
        if (!begun.isEmpty()) {
            found += topicsFor(begun, {}, mirror.topics());
            found += clientsFor(begun, mirror);
        }
    }
    found.removeAll(begun);
    if (negated)
        for (QString& one : found)
            one.prepend(QLatin1Char('-'));
    return found.mid(0, kMostSuggestions);
}

} // namespace greensward::ui
