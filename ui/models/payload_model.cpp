// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_model.h"

#include "ui/models/json_text.h"
#include "ui/models/payload_path.h"
#include "ui/models/qt_text.h"
#include "ui/models/series_drag.h"

#include <QCoreApplication>
#include <QMimeData>

#include <algorithm>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

using Node = PayloadModel::Node;
using Kind = PayloadModel::Kind;

int addNode(std::vector<Node>& nodes, int parent, QString field, const json::value& value)
{
    const int self = static_cast<int>(nodes.size());
    Node& node = nodes.emplace_back();
    node.field = std::move(field);
    node.parent = parent;
    if (parent >= 0) {
        node.row = static_cast<int>(nodes[static_cast<std::size_t>(parent)].children.size());
        nodes[static_cast<std::size_t>(parent)].children.push_back(self);
    }
    const auto here = [&nodes, self]() -> Node& { return nodes[static_cast<std::size_t>(self)]; };
    if (const auto* object = value.if_object()) {
        here().kind = Kind::Object;
        here().value = QStringLiteral("{ %1 }").arg(object->size());
        for (const auto& pair : *object)
            addNode(nodes, self, toQString(pair.key()), pair.value());
    } else if (const auto* array = value.if_array()) {
        here().kind = Kind::Array;
        here().value = QStringLiteral("[ %1 ]").arg(array->size());
        for (std::size_t item = 0; item < array->size(); ++item)
            addNode(nodes, self, QStringLiteral("[%1]").arg(item), (*array)[item]);
    } else {
        here().kind = value.is_string()   ? Kind::String
                      : value.is_number() ? Kind::Number
                      : value.is_bool()   ? Kind::Boolean
                                          : Kind::Null;
        here().value = jsonText(value);
    }
    return self;
}

std::vector<Node> parsed(std::string_view payload)
{
    json::parse_options options;
    options.max_depth = 64;
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error, {}, options);
    std::vector<Node> nodes;
    if (error)
        return nodes;
    if (value.is_structured()) {
        addNode(nodes, -1, {}, value);
    } else {
        // A bare value is shown as one row below the invisible root.
        nodes.emplace_back();
        addNode(nodes, 0, QCoreApplication::translate("PayloadModel", "value"), value);
    }
    for (Node& node : nodes)
        node.shown = std::min(PayloadModel::kPage, static_cast<int>(node.children.size()));
    return nodes;
}

bool sameShape(const std::vector<Node>& one, const std::vector<Node>& other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Node& a, const Node& b) {
        return a.field == b.field && a.parent == b.parent && a.children == b.children;
    });
}

} // namespace

PayloadModel::PayloadModel(QObject* parent) : QAbstractItemModel(parent) {}

bool PayloadModel::isNested() const
{
    return std::any_of(m_nodes.begin(), m_nodes.end(), [](const Node& node) { return node.parent > 0; });
}

bool PayloadModel::setPayload(std::string_view payload)
{
    std::vector<Node> nodes = parsed(payload);
    const bool isJson = !nodes.empty();
    if (!isJson || !sameShape(nodes, m_nodes)) {
        beginResetModel();
        m_nodes = std::move(nodes);
        endResetModel();
        return isJson;
    }
    for (std::size_t at = 1; at < nodes.size(); ++at) {
        if (nodes[at].value == m_nodes[at].value && nodes[at].kind == m_nodes[at].kind)
            continue;
        m_nodes[at].value = nodes[at].value;
        m_nodes[at].kind = nodes[at].kind;
        // A row that nobody has fetched yet is none.
        if (m_nodes[at].row >= m_nodes[static_cast<std::size_t>(m_nodes[at].parent)].shown)
            continue;
        const QModelIndex changed = indexOf(static_cast<int>(at), Value);
        emit dataChanged(changed, changed);
    }
    return true;
}

QModelIndex PayloadModel::indexOf(int node, int column) const
{
    return node <= 0 ? QModelIndex()
                     : createIndex(m_nodes[static_cast<std::size_t>(node)].row, column, static_cast<quintptr>(node));
}

QModelIndex PayloadModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return indexOf(m_nodes[static_cast<std::size_t>(nodeOf(parent))].children[static_cast<std::size_t>(row)], column);
}

QModelIndex PayloadModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(m_nodes[static_cast<std::size_t>(nodeOf(child))].parent, 0) : QModelIndex();
}

int PayloadModel::rowCount(const QModelIndex& parent) const
{
    if (m_nodes.empty() || parent.column() > 0)
        return 0;
    return m_nodes[static_cast<std::size_t>(nodeOf(parent))].shown;
}

bool PayloadModel::canFetchMore(const QModelIndex& parent) const
{
    if (m_nodes.empty() || parent.column() > 0)
        return false;
    const Node& node = m_nodes[static_cast<std::size_t>(nodeOf(parent))];
    return node.shown < static_cast<int>(node.children.size());
}

void PayloadModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    Node& node = m_nodes[static_cast<std::size_t>(nodeOf(parent))];
    const int more = std::min(kPage, static_cast<int>(node.children.size()) - node.shown);
    beginInsertRows(parent, node.shown, node.shown + more - 1);
    node.shown += more;
    endInsertRows();
}

Qt::ItemFlags PayloadModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const bool isNumber = index.isValid() && m_nodes[static_cast<std::size_t>(nodeOf(index))].kind == Kind::Number;
    return isNumber && !m_topic.isEmpty() && !pathOf(nodeOf(index)).isEmpty() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList PayloadModel::mimeTypes() const
{
    return {QLatin1String(kSeriesMime)};
}

QMimeData* PayloadModel::mimeData(const QModelIndexList& indexes) const
{
    return indexes.isEmpty() ? nullptr : seriesMime({m_topic, pathOf(nodeOf(indexes.front()))}).release();
}

QModelIndex PayloadModel::find(const QString& path)
{
    for (std::size_t at = 1; at < m_nodes.size(); ++at) {
        if (pathOf(static_cast<int>(at)) != path)
            continue;
        const Node& parent = m_nodes[static_cast<std::size_t>(m_nodes[at].parent)];
        while (parent.shown <= m_nodes[at].row)
            fetchMore(indexOf(m_nodes[at].parent, 0));
        return indexOf(static_cast<int>(at), 0);
    }
    return {};
}

QString PayloadModel::pathOf(int node) const
{
    const Node& here = m_nodes[static_cast<std::size_t>(node)];
    if (here.parent < 0)
        return {};
    const Node& above = m_nodes[static_cast<std::size_t>(here.parent)];
    const QString path = pathOf(here.parent);
    if (above.kind == Kind::Array)
        return path + here.field;
    const bool bare = above.parent < 0 && above.value.isNull(); // the one row of a payload that is a mere value
    return bare ? QString() : pathBelow(path, here.field.toStdString());
}

void PayloadModel::writeJson(int node, QString& into) const
{
    const Node& here = m_nodes[static_cast<std::size_t>(node)];
    const bool isObject = here.kind == Kind::Object;
    if (!isObject && here.kind != Kind::Array) {
        into += here.value;
        return;
    }
    into += isObject ? QLatin1Char('{') : QLatin1Char('[');
    for (const int child : here.children) {
        if (child != here.children.front())
            into += QLatin1Char(',');
        if (isObject)
            into += QString::fromStdString(
                        json::serialize(json::string(m_nodes[static_cast<std::size_t>(child)].field.toStdString()))) +
                    QLatin1Char(':');
        writeJson(child, into);
    }
    into += isObject ? QLatin1Char('}') : QLatin1Char(']');
}

int PayloadModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QVariant PayloadModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = m_nodes[static_cast<std::size_t>(nodeOf(index))];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Field ? node.field : node.value;
    case Qt::ToolTipRole:
        return index.column() == Value && node.value.size() > 40 ? QVariant(node.value) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case KindRole:
        return static_cast<int>(node.kind);
    case PathRole:
        return pathOf(nodeOf(index));
    case JsonRole: {
        QString text;
        writeJson(nodeOf(index), text);
        return text;
    }
    default:
        return {};
    }
}

QVariant PayloadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == Field ? tr("Field") : tr("Value");
}

} // namespace greensward::ui
