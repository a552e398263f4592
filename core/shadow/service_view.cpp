// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/json_writer.h"
#include "shadow/service_core.h"

#include <algorithm>

namespace greensward::shadow {

namespace {

/// Gathers the leaves of one section with their paths.
class LeafCollector
{
public:
    LeafCollector(std::vector<ShadowView::Leaf>& leaves, const Writers& writers, bool numbersByValue)
        : m_leaves(leaves), m_writers(writers), m_numbersByValue(numbersByValue)
    {}

    /// other: the object of the reported side at the same place, when it is desired that is collected.
    void collect(const Node& object, bool isDesired, const Node* other)
    {
        for (const Member& member : object.members) {
            m_path.push_back(unquoted(member.name).value_or(member.name));
            const Node* const opposite = other != nullptr && other->isObject() ? other->find(member.name) : nullptr;
            if (member.value.isObject() && !member.value.members.empty())
                collect(member.value, isDesired, opposite);
            else
                add(member.value, isDesired, opposite);
            m_path.pop_back();
        }
    }

private:
    void add(const Node& value, bool isDesired, const Node* opposite)
    {
        ShadowView::Leaf leaf;
        leaf.isDesired = isDesired;
        leaf.path = m_path;
        appendValue(leaf.value, value);
        leaf.timestamp = value.timestamp;
        leaf.who = m_writers.name(value.writer);
        // {} beside any object is no difference.
        const bool same = opposite != nullptr &&
                          ((value.isObject() && opposite->isObject()) || sameValue(value, *opposite, m_numbersByValue));
        leaf.inDelta = isDesired && !same;
        m_leaves.push_back(std::move(leaf));
    }

    std::vector<ShadowView::Leaf>& m_leaves;
    const Writers& m_writers;
    bool m_numbersByValue;
    std::vector<std::string> m_path;
};

} // namespace

std::optional<ShadowView> ShadowService::Core::view(std::string_view thing, std::string_view name) const
{
    const Shadow* const shadow = find(thing, name);
    if (shadow == nullptr)
        return std::nullopt;
    ShadowView view;
    view.thing = thing;
    view.shadow = name;
    view.version = shadow->version;
    view.deleted = shadow->deleted;
    view.history = shadow->history.list();
    if (shadow->deleted) {
        view.deletedAt = shadow->deletedAt;
        return view;
    }
    const Document& document = shadow->document;
    view.size = document.size();
    if (!document.desired().isEmpty())
        view.desired = document.desired().state;
    if (!document.reported().isEmpty())
        view.reported = document.reported().state;
    document.appendDelta(view.delta, nullptr, m_settings);
    LeafCollector collector(view.leaves, m_writers, m_settings.numbersByValue);
    collector.collect(document.desired().root, true, &document.reported().root);
    collector.collect(document.reported().root, false, nullptr);
    return view;
}

std::vector<ShadowSummary> ShadowService::Core::list() const
{
    std::vector<ShadowSummary> summaries;
    summaries.reserve(m_shadows);
    std::string scratch;
    for (const auto& [thing, shadows] : m_things)
        for (const auto& [name, shadow] : shadows) {
            scratch.clear();
            summaries.push_back({.thing = thing,
                                 .shadow = name,
                                 .version = shadow.version,
                                 .deleted = shadow.deleted,
                                 .hasDelta = shadow.document.appendDelta(scratch, nullptr, m_settings),
                                 .size = shadow.document.size()});
        }
    std::sort(summaries.begin(), summaries.end(), [](const ShadowSummary& left, const ShadowSummary& right) {
        return std::tie(left.thing, left.shadow) < std::tie(right.thing, right.shadow);
    });
    return summaries;
}

} // namespace greensward::shadow
