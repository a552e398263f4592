// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/topic_tree_model.h"

namespace greensward::ui {

/// One level of one topic.
struct TopicTreeModel::Node
{
    /// What a row says; taken over from `live` by publish().
    struct State
    {
        std::uint64_t own = 0;      ///< messages on this very topic
        std::uint64_t subtree = 0;  ///< on it and below
        std::int64_t time = 0;      ///< of the newest on it or below, nanoseconds
        std::int64_t ownTime = 0;   ///< of the newest on this very topic
        std::int64_t interval = 0;  ///< usual time between two of its own
        float rate = 0;             ///< messages a second on it and below, of the last window
        std::uint32_t size = 0;     ///< of the newest message
        std::uint32_t owner = 0;    ///< who sent it, in m_owners
        std::uint8_t flags = 0;     ///< of it
        bool stored = false;        ///< the broker keeps a retained message for this topic
        bool deliveredLate = false; ///< the newest thing that happened: a stored message was handed to a subscriber
    };

    std::string level;
    Node* parent = nullptr;
    int row = 0;           ///< in list(); -1: the filter does not show it
    int announced = 0;     ///< rows of list() that views know of
    bool attached = false; ///< the model's rows may know it
    bool dirty = false;
    bool grown = false;
    bool newPayload = false;
    bool endpoint = false; ///< a broker
    bool fits = false;     ///< the filter keeps this very topic
    State live;
    State shown;
    std::int64_t windowStart = 0; ///< of the rate
    std::uint32_t windowCount = 0;
    trace::EventId lastEvent = 0; ///< the newest message
    std::string livePayload;
    std::string shownPayload;
    std::vector<std::unique_ptr<Node>> children;
    std::vector<std::unique_ptr<Node>> pending; ///< found since the last publish()
    std::vector<Node*> kept;                    ///< of children, what a filter shows; unused without one
    /// By level; made when the children become many.
    std::unique_ptr<std::unordered_map<std::string_view, Node*>> byLevel;
};

} // namespace greensward::ui
