// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the topic tree takes in: messages become nodes, counts, rates and newest payloads; nobody is told before
// publish().
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
                 event.time, event.flags, event.id});
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
    Node* node = leaf(message.topic);
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
    state.owner = ownerId(message.from);
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
    const auto known = m_leaves.find(chunk.text(event.object));
    Node* node = known != m_leaves.end() ? known->second : nullptr;
    if (!node && event.kind == trace::Kind::RetainedStored)
        node = leaf(chunk.text(event.object)); // stored in an earlier run
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

} // namespace greensward::ui
