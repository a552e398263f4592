// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/shadow_state.h"

#include "shadow/document.h"
#include "shadow/json_reader.h"
#include "shadow/json_writer.h"
#include "shadow/settings.h"

namespace greensward::edge {

using shadow::Member;
using shadow::Node;

namespace {

constexpr std::string_view kDesired = "\"desired\"";
constexpr std::string_view kReported = "\"reported\"";

enum class Owner { Local, Cloud };

bool same(const Node* left, const Node* right)
{
    return left && right ? shadow::sameValue(*left, *right, true) : left == right;
}

Node mergeObjects(const Node& base, const Node& local, const Node& cloud, Owner owner);

/// Null: the key goes.
std::optional<Node> mergeOne(const Node* base, const Node* local, const Node* cloud, Owner owner)
{
    const auto take = [](const Node* from) { return from ? std::optional<Node>(*from) : std::nullopt; };
    if (same(local, cloud) || same(cloud, base))
        return take(local);
    if (same(local, base))
        return take(cloud);
    if (local && cloud && local->isObject() && cloud->isObject())
        return mergeObjects(base && base->isObject() ? *base : Node::object(), *local, *cloud, owner);
    return take(owner == Owner::Local ? local : cloud);
}

Node mergeObjects(const Node& base, const Node& local, const Node& cloud, Owner owner)
{
    Node merged = Node::object();
    const auto add = [&](const std::string& name, const Node* here, const Node* there) {
        if (auto value = mergeOne(base.find(name), here, there, owner))
            merged.members.push_back({name, std::move(*value)});
    };
    for (const Member& member : local.members)
        add(member.name, &member.value, cloud.find(member.name));
    for (const Member& member : cloud.members)
        if (!local.find(member.name))
            add(member.name, nullptr, &member.value);
    return merged;
}

/// Appends {"key":value,…} that makes one of the other; false, and nothing appended, when they are the same.
bool appendUpdate(std::string& out, const Node& from, const Node& to)
{
    const std::size_t before = out.size();
    const auto begin = [&](const std::string& name) {
        out += out.size() == before + 1 ? "" : ",";
        out += name;
        out += ':';
    };
    out += '{';
    for (const Member& member : to.members) {
        const Node* const there = from.find(member.name);
        if (same(there, &member.value))
            continue;
        begin(member.name);
        if (!there || !there->isObject() || !member.value.isObject())
            shadow::appendValue(out, member.value);
        else
            appendUpdate(out, *there, member.value);
    }
    for (const Member& member : from.members)
        if (!to.find(member.name)) {
            begin(member.name);
            out += "null";
        }
    if (out.size() == before + 1) {
        out.resize(before);
        return false;
    }
    out += '}';
    return true;
}

Node sectionOf(const Node& state, std::string_view name)
{
    const Node* const section = state.find(name);
    return section && section->isObject() ? *section : Node::object();
}

} // namespace

ShadowState ShadowState::of(const Node& state)
{
    return {sectionOf(state, kDesired), sectionOf(state, kReported)};
}

std::optional<ShadowState> ShadowState::parse(std::string_view json)
{
    shadow::JsonReader reader;
    const auto node = reader.read(asBytes(json));
    if (!node || !node->isObject())
        return std::nullopt;
    return of(*node);
}

std::string ShadowState::text() const
{
    std::string out = "{\"desired\":";
    shadow::appendValue(out, desired);
    out += ",\"reported\":";
    shadow::appendValue(out, reported);
    out += '}';
    return out;
}

void ShadowState::apply(const Node& patch)
{
    const auto settings = shadow::Settings::aws();
    const auto change = [&](Node& section, std::string_view name) {
        const Node* const said = patch.find(name);
        if (!said)
            return;
        Node part = *said;
        if (part.isObject())
            shadow::merge(section, part, settings);
        else if (part.isNull())
            section = Node::object();
    };
    change(desired, kDesired);
    change(reported, kReported);
}

bool operator==(const ShadowState& left, const ShadowState& right)
{
    return same(&left.desired, &right.desired) && same(&left.reported, &right.reported);
}

ShadowState mergeStates(const ShadowState& base, const ShadowState& local, const ShadowState& cloud)
{
    return {mergeObjects(base.desired, local.desired, cloud.desired, Owner::Cloud),
            mergeObjects(base.reported, local.reported, cloud.reported, Owner::Local)};
}

std::string updateBetween(const ShadowState& from, const ShadowState& to, std::optional<std::int64_t> version)
{
    std::string out = "{\"state\":{\"desired\":";
    const bool desired = appendUpdate(out, from.desired, to.desired);
    if (!desired)
        out = "{\"state\":{";
    out += desired ? ",\"reported\":" : "\"reported\":";
    if (!appendUpdate(out, from.reported, to.reported)) {
        if (!desired)
            return {};
        out.resize(out.size() - std::string_view(",\"reported\":").size());
    }
    out += '}';
    if (version) {
        out += ",\"version\":";
        shadow::appendNumber(out, *version);
    }
    out += '}';
    return out;
}

} // namespace greensward::edge
