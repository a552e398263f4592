// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/topic_node.h"

#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/models/payload_text.h"

#include <algorithm>

namespace greensward::ui {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

TopicTreeModel::TopicTreeModel(TopicTreeLimits limits, QObject* parent)
    : QAbstractItemModel(parent), m_limits(limits), m_root(std::make_unique<Node>())
{
    m_root->attached = true;
    m_owners.emplace_back();
    m_leaves.reserve(m_limits.topics); // a table of 100,000 that grows holds up a frame for as long as a whole frame
}

TopicTreeModel::~TopicTreeModel() = default;

void TopicTreeModel::publish()
{
    if (m_dirty.empty() && m_grown.empty())
        return;
    if (m_held) {
        emit unseenChanged();
        return;
    }
    for (Node* node : m_dirty) {
        node->dirty = false;
        node->shown = node->live;
        if (std::exchange(node->newPayload, false))
            node->shownPayload = node->livePayload;
        m_newest = std::max(m_newest, WallTime(Duration(node->shown.time)));
    }
    // Rows below a row that nobody has seen yet need no announcement of their own.
    for (Node* node : m_grown)
        if (!node->attached)
            takePending(*node);
    for (Node* node : m_grown) {
        if (node->pending.empty())
            continue;
        const bool wasWhole = node->announced == listSize(*node);
        takePending(*node);
        if (!isFiltered() && wasWhole && node->announced < kFirstPage)
            announce(*node, std::min(listSize(*node), kFirstPage));
    }
    m_grown.clear();
    if (isFiltered())
        for (Node* node : m_dirty)
            if (node->parent && !node->fits && fits(*node))
                keep(*node);
    m_dirty.clear();
    emit valuesChanged();
}

void TopicTreeModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    m_unseen = 0;
    if (!held)
        publish();
    emit valuesChanged();
}

/// New children take their place in the list; rows of a node that views know are announced by the caller.
void TopicTreeModel::takePending(Node& node)
{
    node.grown = false;
    for (auto& fresh : node.pending) {
        fresh->row = isFiltered() ? -1 : static_cast<int>(node.children.size());
        node.children.push_back(std::move(fresh));
    }
    node.pending.clear();
    if (!node.attached) {
        if (!isFiltered())
            node.announced = std::min(listSize(node), kFirstPage);
        return;
    }
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
    if (!m_held)
        m_now = now;
    if (m_nodeCount == 0 || before == after || m_held)
        return false;
    // Ages count seconds for a minute, then minutes.
    const bool minutesOnly = now - m_newest > std::chrono::minutes(2);
    return !minutesOnly ||
           std::chrono::floor<std::chrono::minutes>(before) != std::chrono::floor<std::chrono::minutes>(after);
}

std::optional<TopicTreeModel::LastMessage> TopicTreeModel::lastMessage(const QModelIndex& index) const
{
    return index.isValid() ? lastMessage(*nodeOf(index)) : std::nullopt;
}

std::optional<TopicTreeModel::LastMessage> TopicTreeModel::lastMessage(std::string_view key) const
{
    const auto known = m_leaves.find(key);
    return known != m_leaves.end() ? lastMessage(*known->second) : std::nullopt;
}

std::optional<TopicTreeModel::LastMessage> TopicTreeModel::lastMessage(const Node& node) const
{
    if (node.shown.own == 0)
        return std::nullopt;
    LastMessage last;
    last.topic = toQString(pathOf(node));
    last.payload = QByteArray::fromStdString(node.shownPayload);
    last.size = node.shown.size;
    last.time = WallTime(Duration(node.shown.ownTime));
    last.flags = node.shown.flags;
    last.count = node.shown.own;
    return last;
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
    if (!node.parent || &node == m_gateway)
        return {};
    if (node.endpoint)
        return originKey(node.level, {});
    if (!node.parent->parent || node.parent == m_gateway)
        return node.level;
    if (node.parent->endpoint)
        return pathOf(*node.parent) + node.level;
    return pathOf(*node.parent) + '/' + node.level;
}

QModelIndex TopicTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, listed(*nodeOf(parent), row));
}

QModelIndex TopicTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int TopicTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : nodeOf(parent)->announced;
}

int TopicTreeModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QString TopicTreeModel::ageOf(const Node& node) const
{
    const Duration age = std::max(m_now - WallTime(Duration(node.shown.time)), Duration::zero());
    if (node.shown.time == 0)
        return {};
    return age < std::chrono::seconds(1) ? ageText(age) : tr("%1 ago").arg(ageText(age));
}

/// The last window's rate, for as long as it may still be true.
double TopicTreeModel::rateOf(const Node& node) const
{
    const double rate = static_cast<double>(node.shown.rate);
    const double quiet = std::chrono::duration<double>(m_now - WallTime(Duration(node.shown.time))).count();
    return rate > 0 && quiet < std::max(3.0, 3.0 / rate) ? rate : 0;
}

bool TopicTreeModel::isLate(const Node& node) const
{
    const Node::State& state = node.shown;
    return state.own > 2 && state.interval > 0 &&
           (m_now - WallTime(Duration(state.ownTime))).count() > 3 * state.interval + 1'000'000'000;
}

QString TopicTreeModel::text(const Node& node, Column column) const
{
    switch (column) {
    case Topic:
        return node.level.empty() ? tr("(empty level)") : toQString(node.level);
    case Messages:
        return countText(node.shown.subtree);
    case Rate: {
        const double rate = rateOf(node);
        return rate <= 0   ? QString()
               : rate < 10 ? tr("%1/s").arg(rate, 0, 'f', rate < 1 ? 2 : 1)
                           : tr("%1/s").arg(countText(static_cast<quint64>(rate + 0.5)));
    }
    case Value:
        return node.shown.own > 0 ? oneLine(node.shownPayload, 120) : QString();
    case Age:
        return ageOf(node);
    case kColumnCount:
        break;
    }
    return {};
}

QString TopicTreeModel::hint(const Node& node) const
{
    QStringList lines{toQString(pathOf(node))};
    if (node.shown.own > 0) {
        if (const std::string& owner = m_owners[node.shown.owner]; !owner.empty())
            lines << tr("Last from %1").arg(toQString(owner));
        if (isLate(node))
            lines << tr("Quiet for more than three times its usual %1")
                         .arg(ageText(std::max<Duration>(Duration(node.shown.interval), std::chrono::seconds(1))));
    }
    if (node.shown.stored)
        lines << tr("Pin: the broker keeps this retained message for everybody who subscribes later.");
    if (node.shown.deliveredLate)
        lines << tr("Clock: a subscriber was just handed the kept message. It carries the retain flag and may be old.");
    return lines.join(QLatin1Char('\n'));
}

QVariant TopicTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(node, static_cast<Column>(index.column()));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        return hint(node);
    case PathRole:
        return toQString(pathOf(node));
    case LevelRole:
        return toQString(node.level);
    case StoredRole:
        return node.shown.stored;
    case DeliveredLateRole:
        return node.shown.deliveredLate;
    case HasMessageRole:
        return node.shown.own > 0;
    case LateRole:
        return isLate(node);
    case OwnerRole:
        return toQString(m_owners[node.shown.owner]);
    case KeptRole:
        return !isFiltered() || node.fits;
    case EndpointRole:
        return node.endpoint;
    default:
        return {};
    }
}

QVariant TopicTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Messages || section == Rate || section == Age;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Topic:
        return tr("Topic");
    case Messages:
        return tr("Count");
    case Rate:
        return tr("Rate");
    case Value:
        return tr("Last value");
    case Age:
        return tr("Last");
    default:
        return {};
    }
}

} // namespace greensward::ui
