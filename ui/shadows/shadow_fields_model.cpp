// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_fields_model.h"

#include "ui/models/json_text.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace greensward::ui {

namespace json = boost::json;

struct ShadowFieldsModel::Node
{
    Node* parent = nullptr;
    int row = 0;
    std::string name;
    std::optional<json::value> desired; ///< an object of fields is not kept: they are the children
    std::optional<json::value> reported;
    State state{};
    int differing = 0; ///< leaves below, or this one
    bool desiredChanged = false;
    bool reportedChanged = false;
    QString path;
    std::vector<std::unique_ptr<Node>> children;

    bool isFolder() const { return !children.empty(); }
};

namespace {

const json::object* fieldsOf(const json::value* value)
{
    const auto* object = value ? value->if_object() : nullptr;
    return object && !object->empty() ? object : nullptr;
}

bool same(const std::optional<json::value>& one, const std::optional<json::value>& other)
{
    return one.has_value() == other.has_value() && (!one || (*one == *other && one->kind() == other->kind()));
}

ShadowFieldsModel::State stateOf(const json::value* desired, const json::value* reported)
{
    using State = ShadowFieldsModel::State;
    if (!desired)
        return State::ReportedOnly;
    if (!reported)
        return State::NotReported;
    if (sameValue(*desired, *reported))
        return State::Same;
    // {} wants nothing of an object (shadow.md 6).
    if (desired->is_object() && reported->is_object())
        return State::Same;
    return sameType(*desired, *reported) ? State::Differs : State::TypeDiffers;
}

bool differs(ShadowFieldsModel::State state)
{
    using State = ShadowFieldsModel::State;
    return state == State::Differs || state == State::TypeDiffers || state == State::NotReported;
}

} // namespace

ShadowFieldsModel::ShadowFieldsModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

ShadowFieldsModel::~ShadowFieldsModel() = default;

std::unique_ptr<ShadowFieldsModel::Node> ShadowFieldsModel::build(const ShadowPicture& picture) const
{
    auto root = std::make_unique<Node>();
    ShadowPath path;
    const auto fill = [&path](const auto& self, Node& into, const json::object* desired, const json::object* reported) -> void {
        const auto add = [&](const std::string& name, const json::value* wanted, const json::value* told) {
            auto node = std::make_unique<Node>();
            node->parent = &into;
            node->row = static_cast<int>(into.children.size());
            node->name = name;
            path.push_back(name);
            node->path = pathText(path);
            const json::object* below = fieldsOf(wanted);
            const json::object* beside = fieldsOf(told);
            // An object against something else is one difference, not one a field.
            const bool folds = (below || beside) && (!wanted || wanted->is_object()) && (!told || told->is_object());
            if (folds) {
                self(self, *node, below, beside);
                node->state = node->differing > 0 ? State::Within : wanted ? State::Same : State::ReportedOnly;
            } else {
                if (wanted)
                    node->desired = *wanted;
                if (told)
                    node->reported = *told;
                node->state = stateOf(wanted, told);
                node->differing = differs(node->state) ? 1 : 0;
            }
            path.pop_back();
            into.differing += node->differing;
            into.children.push_back(std::move(node));
        };
        if (desired)
            for (const auto& member : *desired)
                add(std::string(member.key()), &member.value(),
                    reported ? reported->if_contains(member.key()) : nullptr);
        if (reported)
            for (const auto& member : *reported)
                if (!desired || !desired->contains(member.key()))
                    add(std::string(member.key()), nullptr, &member.value());
    };
    fill(fill, *root, &picture.document.desired, &picture.document.reported);
    return root;
}

bool ShadowFieldsModel::sameShape(const Node& one, const Node& other)
{
    return one.name == other.name && one.children.size() == other.children.size() &&
           std::equal(one.children.begin(), one.children.end(), other.children.begin(),
                      [](const auto& a, const auto& b) { return sameShape(*a, *b); });
}

bool ShadowFieldsModel::sameValues(const Node& one, const Node& other)
{
    return same(one.desired, other.desired) && same(one.reported, other.reported) &&
           std::equal(one.children.begin(), one.children.end(), other.children.begin(),
                      [](const auto& a, const auto& b) { return sameValues(*a, *b); });
}

void ShadowFieldsModel::takeValues(Node& old, Node& fresh, bool keepsMarks)
{
    if (!keepsMarks) {
        old.desiredChanged = !same(old.desired, fresh.desired);
        old.reportedChanged = !same(old.reported, fresh.reported);
        m_changed = m_changed || old.desiredChanged || old.reportedChanged;
    }
    old.desired = std::move(fresh.desired);
    old.reported = std::move(fresh.reported);
    old.state = fresh.state;
    old.differing = fresh.differing;
    for (std::size_t at = 0; at < old.children.size(); ++at)
        takeValues(*old.children[at], *fresh.children[at], keepsMarks);
    if (!old.children.empty())
        emit dataChanged(indexOf(*old.children.front(), 0), indexOf(*old.children.back(), kColumnCount - 1));
}

void ShadowFieldsModel::setPicture(ShadowPicture picture)
{
    auto fresh = build(picture);
    m_picture = std::move(picture);
    m_differing = fresh->differing;
    if (sameShape(*m_root, *fresh)) {
        // Looked at again: what has changed before still stands out.
        const bool isSame = sameValues(*m_root, *fresh);
        m_changed = m_changed && isSame;
        return takeValues(*m_root, *fresh, isSame);
    }
    m_changed = false;
    beginResetModel();
    m_root = std::move(fresh);
    endResetModel();
}

void ShadowFieldsModel::clear()
{
    beginResetModel();
    m_picture = {};
    m_root = std::make_unique<Node>();
    m_differing = 0;
    m_changed = false;
    endResetModel();
}

void ShadowFieldsModel::setEditable(bool editable)
{
    m_editable = editable;
}

void ShadowFieldsModel::forgetChanges()
{
    if (!std::exchange(m_changed, false))
        return;
    const auto forget = [this](const auto& self, Node& node) -> void {
        node.desiredChanged = node.reportedChanged = false;
        for (const auto& child : node.children)
            self(self, *child);
        if (!node.children.empty())
            emit dataChanged(indexOf(*node.children.front(), 0), indexOf(*node.children.back(), kColumnCount - 1));
    };
    forget(forget, *m_root);
}

ShadowFieldsModel::Node* ShadowFieldsModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex ShadowFieldsModel::indexOf(const Node& node, int column) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, column, const_cast<Node*>(&node));
}

ShadowPath ShadowFieldsModel::pathOf(const QModelIndex& index) const
{
    ShadowPath path;
    for (const Node* node = nodeOf(index); node != m_root.get(); node = node->parent)
        path.insert(path.begin(), node->name);
    return path;
}

const json::value* ShadowFieldsModel::desiredAt(const QModelIndex& index) const
{
    return valueAt(m_picture.document.desired, pathOf(index));
}

const json::value* ShadowFieldsModel::reportedAt(const QModelIndex& index) const
{
    return valueAt(m_picture.document.reported, pathOf(index));
}

QModelIndex ShadowFieldsModel::find(const ShadowPath& path) const
{
    const Node* node = m_root.get();
    for (const std::string& name : path) {
        const auto found = std::find_if(node->children.begin(), node->children.end(),
                                        [&name](const auto& child) { return child->name == name; });
        if (found == node->children.end())
            return {};
        node = found->get();
    }
    return indexOf(*node, 0);
}

QModelIndex ShadowFieldsModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (row < 0 || column < 0 || column >= kColumnCount || row >= static_cast<int>(node->children.size()) ||
        parent.column() > 0)
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ShadowFieldsModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent, 0) : QModelIndex();
}

int ShadowFieldsModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ShadowFieldsModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

Qt::ItemFlags ShadowFieldsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (m_editable && index.isValid() && index.column() == Desired && !nodeOf(index)->isFolder())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ShadowFieldsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (index.isValid() && role == Qt::EditRole && index.column() == Desired)
        emit editAsked(pathOf(index), value.toString());
    return false;
}

QString ShadowFieldsModel::valueText(const Node& node, bool desired)
{
    if (node.isFolder())
        return {};
    const auto& value = desired ? node.desired : node.reported;
    return value ? jsonText(*value) : QString();
}

QString ShadowFieldsModel::deltaText(const Node& node) const
{
    const auto since = m_picture.differences.find(node.path);
    const QString age = since == m_picture.differences.end() || m_picture.now < since->second
                            ? QString()
                            : QStringLiteral("  ") + ageText(m_picture.now - since->second);
    switch (node.state) {
    case State::Same:
        return QStringLiteral("=");
    case State::Differs:
    case State::NotReported:
        return QStringLiteral("≠") + age;
    case State::TypeDiffers:
        return tr("≠ type") + age;
    case State::Within:
        return tr("≠ %1").arg(node.differing);
    case State::ReportedOnly:
        break;
    }
    return {};
}

QString ShadowFieldsModel::writerText(const Node& node) const
{
    if (node.isFolder())
        return {};
    // Whoever wrote last of the two: where they differ, one waits for the other.
    const auto desired = m_picture.writers.find({true, node.path});
    const auto reported = m_picture.writers.find({false, node.path});
    const auto line = [](const QString& section, const ShadowPicture::Writer& writer) {
        return writer.when.isEmpty() ? tr("%1: %2").arg(section, writer.who)
                                     : tr("%1: %2  %3").arg(section, writer.who, writer.when);
    };
    const bool waits = differs(node.state);
    if (node.desired && (waits || !node.reported) && desired != m_picture.writers.end())
        return line(tr("desired"), desired->second);
    if (node.reported && reported != m_picture.writers.end())
        return line(tr("reported"), reported->second);
    return desired != m_picture.writers.end() ? line(tr("desired"), desired->second) : QString();
}

QString ShadowFieldsModel::tipText(const Node& node) const
{
    QStringList lines{node.path};
    for (const bool desired : {true, false}) {
        const auto writer = m_picture.writers.find({desired, node.path});
        const auto& value = desired ? node.desired : node.reported;
        if (!value)
            continue;
        const QString section = desired ? tr("desired") : tr("reported");
        lines << (writer == m_picture.writers.end()
                      ? tr("%1: %2, %3").arg(section, jsonText(*value), typeWord(*value))
                      : tr("%1: %2, %3, by %4 at %5")
                            .arg(section, jsonText(*value), typeWord(*value), writer->second.who, writer->second.when));
    }
    if (node.state == State::TypeDiffers)
        lines << tr("The types differ: to the service \"1\" and 1 are not the same, so this difference never goes away "
                    "by itself.");
    return lines.join(QLatin1Char('\n'));
}

QVariant ShadowFieldsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Field:
            return toQString(node.name);
        case Desired:
            return valueText(node, true);
        case Reported:
            return valueText(node, false);
        case Delta:
            return deltaText(node);
        default:
            return writerText(node);
        }
    case Qt::ToolTipRole:
        return node.isFolder() ? node.path : tipText(node);
    case StateRole:
        return QVariant::fromValue(node.state);
    case ChangedRole:
        return (index.column() == Desired && node.desiredChanged) ||
               (index.column() == Reported && node.reportedChanged);
    case TypeRole: {
        const auto& value = index.column() == Desired ? node.desired : node.reported;
        const bool speaks = node.state == State::TypeDiffers && value &&
                            (index.column() == Desired || index.column() == Reported);
        return speaks ? typeWord(*value) : QString();
    }
    case PathRole:
        return node.path;
    default:
        return {};
    }
}

QVariant ShadowFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case Desired:
        return tr("Desired");
    case Reported:
        return tr("Reported");
    case Delta:
        return tr("Delta");
    case Writer:
        return tr("Last writer");
    default:
        return {};
    }
}

} // namespace greensward::ui
