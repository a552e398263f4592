// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of the topic tree there are: pages of siblings, and what a filter keeps.
#include "ui/models/origin_key.h"
#include "ui/models/topic_node.h"

#include <algorithm>

namespace greensward::ui {

int TopicTreeModel::listSize(const Node& node) const
{
    return static_cast<int>(isFiltered() ? node.kept.size() : node.children.size());
}

TopicTreeModel::Node* TopicTreeModel::listed(const Node& node, int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return isFiltered() ? node.kept[at] : node.children[at].get();
}

bool TopicTreeModel::fits(const Node& node) const
{
    if (node.shown.own == 0)
        return false;
    const std::string path = pathOf(node);
    FilterRow row;
    const OriginKey key = splitKey(path);
    row.topic = key.name;
    row.origin = key.origin;
    row.from = m_owners[node.shown.owner];
    row.payload = node.shownPayload;
    row.time = WallTime(Duration(node.shown.ownTime));
    row.size = node.shown.size;
    row.kind = trace::Kind::MessagePublished;
    row.flags = static_cast<std::uint8_t>(node.shown.flags | (node.shown.stored ? trace::kRetain : 0));
    row.hasMessage = true;
    return m_filter.matches(row);
}

void TopicTreeModel::setFilter(const Filter& filter)
{
    if (filter.isEmpty() && !isFiltered())
        return;
    beginResetModel();
    m_filter = filter;
    m_keptTopics = 0;
    rebuildKept(*m_root);
    endResetModel();
    emit valuesChanged();
}

/// Chooses the rows below a node anew. Between begin- and endResetModel().
void TopicTreeModel::rebuildKept(Node& node)
{
    node.kept.clear();
    int row = 0;
    for (const auto& below : node.children) {
        rebuildKept(*below);
        below->fits = isFiltered() && fits(*below);
        m_keptTopics += below->fits;
        const bool listedNow = !isFiltered() || below->fits || !below->kept.empty();
        below->row = listedNow ? row++ : -1;
        if (isFiltered() && listedNow)
            node.kept.push_back(below.get());
    }
    if (isFiltered())
        node.kept.shrink_to_fit();
    node.announced = std::min(row, kFirstPage);
}

/// A topic has begun to match: it and the branches above it become rows.
void TopicTreeModel::keep(Node& node)
{
    if (!std::exchange(node.fits, true))
        ++m_keptTopics;
    // The highest branch that is no row yet: what is below it needs no announcement of its own.
    Node* top = &node;
    for (Node* up = &node; up->parent && up->row < 0; up = up->parent) {
        top = up;
        if (up->parent->parent && up->parent->row < 0) {
            up->row = static_cast<int>(up->parent->kept.size());
            up->parent->kept.push_back(up);
            up->parent->announced = std::min(static_cast<int>(up->parent->kept.size()), kFirstPage);
        }
    }
    if (top->row >= 0)
        return;
    Node& parent = *top->parent;
    top->row = static_cast<int>(parent.kept.size());
    const bool onPage = parent.announced == top->row && top->row < kFirstPage;
    parent.kept.push_back(top);
    if (onPage)
        announce(parent, parent.announced + 1);
}

bool TopicTreeModel::hasChildren(const QModelIndex& parent) const
{
    return parent.column() <= 0 && listSize(*nodeOf(parent)) > 0;
}

bool TopicTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const Node& node = *nodeOf(parent);
    return !m_announcing && parent.column() <= 0 && node.announced < listSize(node);
}

void TopicTreeModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    Node& node = *nodeOf(parent);
    announce(node, std::min(listSize(node), node.announced + kNextPage));
}

/// Whether views know of this row.
bool TopicTreeModel::isKnown(const Node& node) const
{
    for (const Node* up = &node; up->parent; up = up->parent)
        if (!up->attached || up->row < 0 || up->row >= up->parent->announced)
            return false;
    return true;
}

/// Views know of so many rows from now on.
void TopicTreeModel::announce(Node& node, int rows)
{
    if (rows <= node.announced)
        return;
    if (!isKnown(node)) {
        node.announced = rows;
        return;
    }
    // Who is told of rows may look for more at once: not in the midst of it.
    m_announcing = true;
    beginInsertRows(indexOf(node), node.announced, rows - 1);
    node.announced = rows;
    endInsertRows();
    m_announcing = false;
}

QModelIndex TopicTreeModel::indexOf(std::string_view topic) const
{
    const auto known = m_leaves.find(topic);
    return known != m_leaves.end() && isKnown(*known->second) ? indexOf(*known->second) : QModelIndex();
}

QModelIndex TopicTreeModel::fetch(std::string_view topic)
{
    const auto known = m_leaves.find(topic);
    if (known == m_leaves.end() || !known->second->attached)
        return {};
    std::vector<Node*> way;
    for (Node* node = known->second; node->parent; node = node->parent) {
        if (node->row < 0)
            return {};
        way.push_back(node);
    }
    for (auto node = way.rbegin(); node != way.rend(); ++node)
        announce(*(*node)->parent, (*node)->row + 1);
    return indexOf(*known->second);
}

QModelIndex TopicTreeModel::branch(const QString& path) const
{
    const QString origin = originOfKey(path);
    QModelIndex at;
    if (!origin.isEmpty())
        at = childOf({}, origin);
    else if (m_gateway)
        at = isKnown(*m_gateway) ? indexOf(*m_gateway) : QModelIndex();
    if ((m_gateway || !origin.isEmpty()) && !at.isValid())
        return {};
    const QString topic = nameOfKey(path);
    if (topic.isEmpty())
        return at;
    for (const QString& level : topic.split(QLatin1Char('/')))
        if (at = childOf(at, level); !at.isValid())
            return {};
    return at;
}

QModelIndex TopicTreeModel::childOf(const QModelIndex& parent, const QString& level) const
{
    const Node& node = *nodeOf(parent);
    const std::string wanted = level.toStdString();
    if (node.byLevel) {
        const auto known = node.byLevel->find(wanted);
        const bool isRow = known != node.byLevel->end() && known->second->attached && known->second->row >= 0 &&
                           known->second->row < node.announced;
        return isRow ? indexOf(*known->second) : QModelIndex();
    }
    for (int row = 0; row < node.announced; ++row)
        if (const Node* below = listed(node, row); below->level == wanted)
            return indexOf(*below);
    return {};
}

} // namespace greensward::ui
