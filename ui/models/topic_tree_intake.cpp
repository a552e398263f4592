// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the topic tree takes in: messages become nodes, counts, rates and newest payloads; nobody is told before
// publish().
#include "ui/models/origin_key.h"
#include "ui/models/topic_node.h"

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr std::size_t kCutPayload = 256;
/// A rate is told over at least so long.
constexpr std::int64_t kRateWindow = 2'000'000'000;
constexpr std::size_t kMostOwners = 1u << 16;

} // namespace

void TopicTreeModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        switch (event.kind) {
        case trace::Kind::MessagePublished:
            add({chunk.text(event.object), chunk.text(event.subject), chunk.text(event.payload), event.payloadSize,
                 event.time, event.flags, event.id, chunk.origin(event)});
            break;
        case trace::Kind::ClientConnected:
            if (event.origin != 0)
                brokerNode(chunk.origin(event)); // there, even before it says something
            break;
        case trace::Kind::RetainedStored:
        case trace::Kind::RetainedCleared:
        case trace::Kind::MessageDelivered:
            noteRetained(chunk, event);
            break;
        default:
            break;
        }
    }
}

void TopicTreeModel::add(const Message& message)
{
    Node* node = leaf(message.origin, message.topic);
    if (!node) {
        ++m_unlisted;
        return;
    }
    m_unseen += m_held;
    const std::int64_t now = message.time.time_since_epoch().count();
    Node::State& state = node->live;
    if (state.own > 0) {
        const std::int64_t gap = std::max<std::int64_t>(now - state.ownTime, 0);
        state.interval = state.own == 1 ? gap : state.interval + (gap - state.interval) / 4;
    }
    ++state.own;
    state.ownTime = now;
    state.flags = message.flags;
    state.size = message.size;
    state.owner = message.origin.empty() ? ownerId(message.from) : ownerId(originKey(message.origin, message.from));
    state.deliveredLate = false;
    node->lastEvent = message.event;

    const std::size_t others = m_payloadBytes - node->livePayload.size();
    const std::string_view kept = others + message.payload.size() <= m_limits.payloadBytes
                                      ? message.payload
                                      : message.payload.substr(0, kCutPayload);
    node->livePayload.assign(kept);
    node->newPayload = true;
    m_payloadBytes = others + kept.size();

    for (Node* up = node; up; up = up->parent)
        count(*up, now);
}

void TopicTreeModel::count(Node& node, std::int64_t now)
{
    ++node.live.subtree;
    node.live.time = now;
    if (node.windowStart == 0)
        node.windowStart = now;
    else
        ++node.windowCount;
    if (const std::int64_t wide = now - node.windowStart; wide >= kRateWindow) {
        node.live.rate = static_cast<float>(static_cast<double>(node.windowCount) * 1e9 / static_cast<double>(wide));
        node.windowStart = now;
        node.windowCount = 0;
    }
    markDirty(node);
}

/// A retained message that is stored, and one that is handed to who subscribes later, are two things.
void TopicTreeModel::noteRetained(const trace::Chunk& chunk, const trace::Event& event)
{
    const bool delivered = event.kind == trace::Kind::MessageDelivered;
    if (delivered && (event.flags & trace::kRetain) == 0)
        return;
    const std::string_view origin = chunk.origin(event);
    const auto known = origin.empty() ? m_leaves.find(chunk.text(event.object))
                                      : m_leaves.find(originKey(origin, chunk.text(event.object)));
    Node* node = known != m_leaves.end() ? known->second : nullptr;
    if (!node && event.kind == trace::Kind::RetainedStored)
        node = leaf(origin, chunk.text(event.object)); // stored in an earlier run
    if (!node)
        return;
    if (!delivered)
        node->live.stored = event.kind == trace::Kind::RetainedStored;
    else if (event.cause != node->lastEvent || event.cause == 0) // else it is the message itself on its way
        node->live.deliveredLate = true;
    markDirty(*node);
}

std::uint32_t TopicTreeModel::ownerId(std::string_view owner)
{
    if (const auto known = m_ownerIds.find(owner); known != m_ownerIds.end())
        return known->second;
    if (m_owners.size() >= kMostOwners)
        return 0;
    m_owners.emplace_back(owner);
    const auto id = static_cast<std::uint32_t>(m_owners.size() - 1);
    m_ownerIds.emplace(owner, id);
    return id;
}

TopicTreeModel::Node* TopicTreeModel::leaf(std::string_view origin, std::string_view topic)
{
    std::string key;
    if (!origin.empty())
        key = originKey(origin, topic);
    if (const auto known = m_leaves.find(origin.empty() ? topic : key); known != m_leaves.end())
        return known->second;
    const auto levels = static_cast<std::size_t>(std::count(topic.begin(), topic.end(), '/')) + 1;
    if (m_nodeCount + levels > m_limits.topics)
        return nullptr;
    Node* node = brokerNode(origin);
    for (std::size_t from = 0; from <= topic.size();) {
        const std::size_t slash = std::min(topic.find('/', from), topic.size());
        node = child(*node, topic.substr(from, slash - from));
        from = slash + 1;
    }
    m_leaves.emplace(origin.empty() ? topic : key, node);
    return node;
}

/// Where the topics of that broker begin.
TopicTreeModel::Node* TopicTreeModel::brokerNode(std::string_view origin)
{
    if (origin.empty())
        return m_gateway ? m_gateway : m_root.get();
    if (!m_gateway)
        raiseBrokers();
    Node* node = child(*m_root, origin);
    node->endpoint = true;
    return node;
}

/// The first message of a broker elsewhere: what was at the root moves below the workspace's own gateway.
void TopicTreeModel::raiseBrokers()
{
    beginResetModel();
    auto gateway = std::make_unique<Node>();
    gateway->level = tr("GATEWAY", "the workspace's own broker, beside others").toStdString();
    gateway->parent = m_root.get();
    gateway->endpoint = true;
    gateway->attached = true;
    gateway->grown = m_root->grown;
    std::swap(gateway->children, m_root->children);
    std::swap(gateway->pending, m_root->pending);
    std::swap(gateway->kept, m_root->kept);
    std::swap(gateway->byLevel, m_root->byLevel);
    std::swap(gateway->announced, m_root->announced);
    std::swap(gateway->live, m_root->live);
    std::swap(gateway->shown, m_root->shown);
    m_gateway = gateway.get();
    for (auto* list : {&m_gateway->children, &m_gateway->pending})
        for (const auto& below : *list)
            below->parent = m_gateway;
    if (std::exchange(m_root->grown, false))
        std::replace(m_grown.begin(), m_grown.end(), m_root.get(), m_gateway);
    if (m_root->dirty)
        markDirty(*m_gateway);
    ++m_nodeCount;
    m_root->children.push_back(std::move(gateway));
    m_root->announced = 1;
    m_keptTopics = 0;
    if (isFiltered())
        rebuildKept(*m_root);
    endResetModel();
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

} // namespace greensward::ui
