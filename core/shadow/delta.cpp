// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/document.h"
#include "shadow/json_writer.h"

namespace greensward::shadow {

namespace {

/// Two texts that grow side by side and are cut back side by side.
struct DeltaTexts
{
    std::string& state;
    std::string* metadata;

    void append(std::string_view both)
    {
        state += both;
        if (metadata != nullptr)
            *metadata += both;
    }
    void appendLeaf(const Node& node)
    {
        appendValue(state, node);
        if (metadata != nullptr)
            appendMetadata(*metadata, node);
    }
};

bool appendDifference(DeltaTexts& out, const Node& desired, const Node& reported, bool numbersByValue)
{
    const std::size_t stateBefore = out.state.size();
    const std::size_t metadataBefore = out.metadata != nullptr ? out.metadata->size() : 0;
    const MemberIndex index(reported.members);
    bool any = false;
    out.append("{");
    for (const Member& member : desired.members) {
        const std::size_t place = index.find(member.name);
        const Node* const there = place == MemberIndex::kNone ? nullptr : &reported.members[place].value;
        const bool bothObjects = there != nullptr && member.value.isObject() && there->isObject();
        if (there != nullptr && !bothObjects && sameValue(member.value, *there, numbersByValue))
            continue;
        const std::size_t stateMark = out.state.size();
        const std::size_t metadataMark = out.metadata != nullptr ? out.metadata->size() : 0;
        if (any)
            out.append(",");
        out.append(member.name);
        out.append(":");
        if (!bothObjects) {
            out.appendLeaf(member.value);
        } else if (!appendDifference(out, member.value, *there, numbersByValue)) {
            out.state.resize(stateMark);
            if (out.metadata != nullptr)
                out.metadata->resize(metadataMark);
            continue;
        }
        any = true;
    }
    if (any) {
        out.append("}");
        return true;
    }
    out.state.resize(stateBefore);
    if (out.metadata != nullptr)
        out.metadata->resize(metadataBefore);
    return false;
}

} // namespace

bool Document::appendDelta(std::string& state, std::string* metadata, const Settings& settings) const
{
    if (m_desired.isEmpty())
        return false;
    DeltaTexts out{state, metadata};
    return appendDifference(out, m_desired.root, m_reported.root, settings.numbersByValue);
}

} // namespace greensward::shadow
