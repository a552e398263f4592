// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/document.h"

#include <iterator>

namespace greensward::shadow {

namespace {

/// Takes the nulls out of an object that enters the document. False when it became empty because of them and so does
/// not enter at all.
bool prune(Node& node, const Settings& settings)
{
    if (!node.isObject())
        return true;
    const std::size_t dropped = std::erase_if(
        node.members, [&](Member& member) { return member.value.isNull() || !prune(member.value, settings); });
    return dropped == 0 || !node.members.empty() || settings.nestedNullsMakeObject;
}

} // namespace

void merge(Node& target, Node& patch, const Settings& settings)
{
    const MemberIndex index(target.members);
    std::vector<Member> added;
    bool removed = false;
    // The document holds no nulls, so a null marks what goes.
    const auto remove = [&](std::size_t place) {
        target.members[place].value = Node{};
        removed = true;
    };
    for (Member& member : patch.members) {
        const std::size_t place = index.find(member.name);
        const bool known = place != MemberIndex::kNone;
        Node* const there = known ? &target.members[place].value : nullptr;
        if (member.value.isNull()) {
            if (known)
                remove(place);
        } else if (member.value.isObject() && known && there->isObject()) {
            const bool wasEmpty = there->members.empty();
            if (member.value.members.empty() && settings.emptyObjectReplaces)
                there->members.clear();
            else if (merge(*there, member.value, settings);
                     there->members.empty() && !wasEmpty && !settings.emptiedObjectStays)
                remove(place);
        } else if (!prune(member.value, settings)) {
            if (known)
                remove(place);
        } else if (known) {
            *there = std::move(member.value);
        } else {
            added.push_back(std::move(member));
        }
    }
    if (removed)
        std::erase_if(target.members, [](const Member& member) { return member.value.isNull(); });
    target.members.insert(target.members.end(), std::make_move_iterator(added.begin()),
                          std::make_move_iterator(added.end()));
}

} // namespace greensward::shadow
