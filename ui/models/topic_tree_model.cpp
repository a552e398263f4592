// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/topic_tree_model.h"

#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr std::size_t kCutPayload = 256;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

struct TopicTreeModel::Node
{
    /// What a row says; taken over from `live` by publish().
    struct State
    {
        std::uint64_t own = 0;     ///< messages on this very topic
        std::uint64_t subtree = 0; ///< on it and below
        std::int64_t time = 0;     ///< of the newest on it or below
        std::int64_t ownTime = 0;  ///< of the newest on this very topic
        std::int64_t interval = 0; ///< usual time between two of its own, nanoseconds
        std::uint32_t size = 0;
        std::uint8_t flags = 0;
    };

    std::string level;
    Node* parent = nullptr;
    int row = 0;
    bool attached = false; ///< the model's views know it
    bool dirty = false;
    bool grown = false;
    bool newPayload = false;
    State live;
    State shown;
    std::string livePayload;
    std::string shownPayload;
    std::vector<std::unique_ptr<Node>> children;
    std::vector<std::unique_ptr<Node>> pending; ///< found since the last publish()
    /// By level; made when the children become many.
    std::unique_ptr<std::unordered_map<std::string_view, Node*>> byLevel;
};

TopicTreeModel::TopicTreeModel(TopicTreeLimits limits, QObject* parent)
    : QAbstractItemModel(parent), m_limits(limits), m_root(std::make_unique<Node>())
{
    m_root->attached = true;
}

TopicTreeModel::~TopicTreeModel() = default;

void TopicTreeModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        if (event.kind == trace::Kind::MessagePublished)
            add(chunk.text(event.object), chunk.text(event.payload), event.payloadSize, event.time, event.flags);
}

void TopicTreeModel::add(std::string_view topic, std::string_view payload, std::uint32_t size, WallTime time,
                         std::uint8_t flags)
{
    Node* node = leaf(topic);
    if (!node) {
        ++m_unlisted;
        return;
    }
    const std::int64_t now = time.time_since_epoch().count();
    Node::State& state = node->live;
    if (state.own > 0) {
        const std::int64_t gap = std::max<std::int64_t>(now - state.ownTime, 0);
        state.interval = state.own == 1 ? gap : state.interval + (gap - state.interval) / 4;
    }
    ++state.own;
    state.ownTime = now;
    state.flags = flags;
    state.size = size;

    const std::size_t others = m_payloadBytes - node->livePayload.size();
    const std::string_view kept =
        others + payload.size() <= m_limits.payloadBytes ? payload : payload.substr(0, kCutPayload);
    node->livePayload.assign(kept);
    node->newPayload = true;
    m_payloadBytes = others + kept.size();

    for (Node* up = node; up; up = up->parent) {
        ++up->live.subtree;
        up->live.time = now;
        markDirty(*up);
    }
}

TopicTreeModel::Node* TopicTreeModel::leaf(std::string_view topic)
{
    if (const auto known = m_leaves.find(topic); known != m_leaves.end())
        return known->second;
    const auto levels = static_cast<std::size_t>(std::count(topic.begin(), topic.end(), '/')) + 1;
    if (m_nodeCount + levels > m_limits.topics)
        return nullptr;
    Node* node = m_root.get();
    for (std::size_t from = 0; from <= topic.size();) {
        const std::size_t slash = std::min(topic.find('/', from), topic.size());
        node = child(*node, topic.substr(from, slash - from));
        from = slash + 1;
    }
    m_leaves.emplace(topic, node);
    return node;
}

TopicTreeModel::Node* TopicTreeModel::child(Node& parent, std::string_view level)
{
    constexpr std::size_t kMany = 12;
    if (parent.byLevel) {
        if (const auto known = parent.byLevel->find(level); known != parent.byLevel->end())
            return known->second;
    } else {
        for (const auto* list : {&parent.children, &parent.pending})
            for (const auto& known : *list)
                if (known->level == level)
                    return known.get();
    }
    Node& fresh = *parent.pending.emplace_back(std::make_unique<Node>());
    fresh.level = level;
    fresh.parent = &parent;
    ++m_nodeCount;
    if (!parent.byLevel && parent.children.size() + parent.pending.size() > kMany) {
        parent.byLevel = std::make_unique<std::unordered_map<std::string_view, Node*>>();
        for (const auto* list : {&parent.children, &parent.pending})
            for (const auto& known : *list)
                parent.byLevel->emplace(known->level, known.get());
    } else if (parent.byLevel) {
        parent.byLevel->emplace(fresh.level, &fresh);
    }
    if (!std::exchange(parent.grown, true))
        m_grown.push_back(&parent);
    return &fresh;
}

void TopicTreeModel::markDirty(Node& node)
{
    if (!std::exchange(node.dirty, true))
        m_dirty.push_back(&node);
}

void TopicTreeModel::publish()
{
    const bool changed = !m_dirty.empty();
    for (Node* node : m_dirty) {
        node->dirty = false;
        node->shown = node->live;
        if (std::exchange(node->newPayload, false))
            node->shownPayload = node->livePayload;
        m_newest = std::max(m_newest, WallTime(Duration(node->shown.time)));
    }
    m_dirty.clear();

    // Rows below a row that nobody has seen yet need no announcement of their own.
    for (Node* node : m_grown)
        if (!node->attached)
            attachChildren(*node);
    for (Node* node : m_grown) {
        if (node->pending.empty())
            continue;
        const int first = static_cast<int>(node->children.size());
        beginInsertRows(indexOf(*node), first, first + static_cast<int>(node->pending.size()) - 1);
        attachChildren(*node);
        endInsertRows();
    }
    m_grown.clear();
    if (changed)
        emit valuesChanged();
}

void TopicTreeModel::attachChildren(Node& node)
{
    node.grown = false;
    for (auto& fresh : node.pending) {
        fresh->row = static_cast<int>(node.children.size());
        node.children.push_back(std::move(fresh));
    }
    node.pending.clear();
    if (!node.attached)
        return;
    std::vector<Node*> open{&node};
    while (!open.empty()) {
        Node* next = open.back();
        open.pop_back();
        for (const auto& below : next->children)
            if (!std::exchange(below->attached, true))
                open.push_back(below.get());
    }
}

bool TopicTreeModel::setNow(WallTime now)
{
    using std::chrono::seconds;
    const auto before = std::chrono::floor<seconds>(m_now);
    const auto after = std::chrono::floor<seconds>(now);
    m_now = now;
    if (m_nodeCount == 0 || before == after)
        return false;
    // Ages count seconds for a minute, then minutes.
    const bool minutesOnly = now - m_newest > std::chrono::minutes(2);
    return !minutesOnly ||
           std::chrono::floor<std::chrono::minutes>(before) != std::chrono::floor<std::chrono::minutes>(after);
}

std::optional<TopicTreeModel::LastMessage> TopicTreeModel::lastMessage(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    if (!index.isValid() || node->shown.own == 0)
        return std::nullopt;
    LastMessage last;
    last.topic = toQString(pathOf(*node));
    last.payload = QByteArray::fromStdString(node->shownPayload);
    last.size = node->shown.size;
    last.time = WallTime(Duration(node->shown.ownTime));
    last.flags = node->shown.flags;
    last.count = node->shown.own;
    return last;
}

QModelIndex TopicTreeModel::indexOf(std::string_view topic) const
{
    const auto known = m_leaves.find(topic);
    return known != m_leaves.end() && known->second->attached ? indexOf(*known->second) : QModelIndex();
}

TopicTreeModel::Node* TopicTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex TopicTreeModel::indexOf(const Node& node, int column) const
{
    return node.parent ? createIndex(node.row, column, const_cast<Node*>(&node)) : QModelIndex();
}

std::string TopicTreeModel::pathOf(const Node& node) const
{
    if (!node.parent || !node.parent->parent)
        return node.level;
    return pathOf(*node.parent) + '/' + node.level;
}

QModelIndex TopicTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex TopicTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int TopicTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int TopicTreeModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QString TopicTreeModel::ageOf(const Node& node) const
{
    return ageText(std::max(m_now - WallTime(Duration(node.shown.time)), Duration::zero()));
}

QVariant TopicTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = *nodeOf(index);
    const Node::State& state = node.shown;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Topic:
            return node.level.empty() ? tr("(empty level)") : toQString(node.level);
        case Messages:
            return countText(state.subtree);
        case Value:
            return state.own > 0 ? oneLine(node.shownPayload, 120) : QString();
        case Age:
            return ageOf(node);
        default:
            return {};
        }
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Messages || index.column() == Age;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    case Qt::ToolTipRole:
    case PathRole:
        return toQString(pathOf(node));
    case RetainedRole:
        return state.own > 0 && (state.flags & trace::kRetain) != 0;
    case HasMessageRole:
        return state.own > 0;
    case LateRole:
        return state.own > 2 && state.interval > 0 &&
               (m_now - WallTime(Duration(state.ownTime))).count() > 3 * state.interval + 1'000'000'000;
    default:
        return {};
    }
}

QVariant TopicTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Messages || section == Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Topic:
        return tr("Topic");
    case Messages:
        return tr("Count");
    case Value:
        return tr("Last value");
    case Age:
        return tr("Age");
    default:
        return {};
    }
}

} // namespace greensward::ui
