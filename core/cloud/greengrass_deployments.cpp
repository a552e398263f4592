// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_deployments.h"

#include "cloud/item_json.h"

#include <algorithm>
#include <array>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kCollection = "greengrass-deployments"; ///< by id
constexpr std::array<std::string_view, 4> kTypes{"NewDeployment", "Redeployment", "ResetDeployment",
                                                 "ForceResetDeployment"};
constexpr std::array<std::string_view, 4> kStatuses{"Building", "InProgress", "Success", "Failure"};

template<typename Enum>
Enum valueOf(const std::array<std::string_view, 4>& names, std::string_view text)
{
    const auto found = std::ranges::find(names, text);
    return static_cast<Enum>(found == names.end() ? 3 : found - names.begin());
}

json::object objectOf(const ItemReader& read, std::string_view key)
{
    const json::object* object = read.object(key);
    return object ? *object : json::object{};
}

GroupDeployment deploymentFrom(const StoredItem& item)
{
    const ItemReader read(item.value);
    GroupDeployment deployment{.id = item.key,
                               .group = read.text("group"),
                               .type = valueOf<DeploymentType>(kTypes, read.text("type")),
                               .status = valueOf<DeploymentStatus>(kStatuses, read.text("status")),
                               .created = read.time("created"),
                               .updated = read.time("updated"),
                               .version = read.text("version"),
                               .core = read.text("core"),
                               .shipped = read.flag("shipped"),
                               .coreDone = read.flag("core-done"),
                               .resolved = objectOf(read, "resolved"),
                               .document = objectOf(read, "document")};
    const json::object* object = item.value.if_object();
    if (const json::value* faults = object ? object->if_contains("faults") : nullptr; faults && faults->is_array())
        for (const json::value& one : faults->get_array()) {
            const ItemReader fault(one);
            deployment.faults.push_back({fault.text("code"), fault.text("message")});
        }
    return deployment;
}

} // namespace

std::string_view name(DeploymentType type)
{
    return kTypes[static_cast<std::size_t>(type)];
}

std::string_view name(DeploymentStatus status)
{
    return kStatuses[static_cast<std::size_t>(status)];
}

store::StoreResult<void> GreengrassDeployments::load()
{
    const auto items = m_parts.store.load(kCollection);
    if (!items)
        return tl::unexpected(items.error());
    std::map<std::int64_t, GroupDeployment> byNumber;
    for (const StoredItem& item : *items)
        byNumber.emplace(ItemReader(item.value).number("number"), deploymentFrom(item));
    for (auto& [number, deployment] : byNumber) {
        m_numbers[deployment.id] = m_lastNumber = number;
        OfGroup& group = m_groups[deployment.group];
        group.push_back(std::move(deployment));
    }
    return {};
}

void GreengrassDeployments::keep(const GroupDeployment& deployment)
{
    json::array faults;
    for (const DeploymentFault& fault : deployment.faults)
        faults.push_back({{"code", fault.code}, {"message", fault.message}});
    m_parts.store.put(kCollection, deployment.id,
                      json::object{{"number", m_numbers[deployment.id]},
                                   {"group", deployment.group},
                                   {"type", name(deployment.type)},
                                   {"status", name(deployment.status)},
                                   {"created", timeToItem(deployment.created)},
                                   {"updated", timeToItem(deployment.updated)},
                                   {"version", deployment.version},
                                   {"core", deployment.core},
                                   {"shipped", deployment.shipped},
                                   {"core-done", deployment.coreDone},
                                   {"resolved", deployment.resolved},
                                   {"document", deployment.document},
                                   {"faults", std::move(faults)}});
}

void GreengrassDeployments::drop(const GroupDeployment& deployment)
{
    m_parts.store.drop(kCollection, deployment.id);
    m_numbers.erase(deployment.id);
    if (m_parts.told)
        m_parts.told(deployment, true);
}

GroupDeployment& GreengrassDeployments::add(GroupDeployment deployment)
{
    OfGroup& group = m_groups[deployment.group];
    // What still counts is not forgotten, however old: it is the last that was shipped.
    if (group.size() >= kMost && !group.front().runs() && &group.front() != current(deployment.group)) {
        drop(group.front());
        group.pop_front();
    }
    m_numbers[deployment.id] = ++m_lastNumber;
    deployment.created = m_parts.clock.wall();
    GroupDeployment& made = group.emplace_back(std::move(deployment));
    changed(made);
    return made;
}

void GreengrassDeployments::changed(GroupDeployment& deployment)
{
    deployment.updated = m_parts.clock.wall();
    keep(deployment);
    if (m_parts.told)
        m_parts.told(deployment, false);
}

void GreengrassDeployments::tell() const
{
    for (const auto& [group, all] : m_groups) {
        const GroupDeployment* counts = current(group);
        for (const GroupDeployment& one : all)
            if (m_parts.told && (&one == counts || one.runs()))
                m_parts.told(one, false);
    }
}

GroupDeployment* GreengrassDeployments::find(std::string_view group, std::string_view id)
{
    const auto known = m_groups.find(group);
    if (known == m_groups.end())
        return nullptr;
    const auto found = std::ranges::find(known->second, id, &GroupDeployment::id);
    return found == known->second.end() ? nullptr : &*found;
}

const GroupDeployment* GreengrassDeployments::find(std::string_view group, std::string_view id) const
{
    const OfGroup& known = of(group);
    const auto found = std::ranges::find(known, id, &GroupDeployment::id);
    return found == known.end() ? nullptr : &*found;
}

const GreengrassDeployments::OfGroup& GreengrassDeployments::of(std::string_view group) const
{
    static const OfGroup kNone;
    const auto found = m_groups.find(group);
    return found == m_groups.end() ? kNone : found->second;
}

const GroupDeployment* GreengrassDeployments::current(std::string_view group) const
{
    const OfGroup& all = of(group);
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
        if (one->isReset() && one->status == DeploymentStatus::Success)
            return nullptr;
        if (!one->isReset() && one->shipped && one->status != DeploymentStatus::Failure)
            return &*one;
    }
    return nullptr;
}

const GroupDeployment* GreengrassDeployments::lastShipped(std::string_view group) const
{
    const OfGroup& all = of(group);
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
        if (one->isReset() && one->status == DeploymentStatus::Success)
            return nullptr;
        if (!one->isReset() && one->shipped)
            return &*one;
    }
    return nullptr;
}

void GreengrassDeployments::outdate(const GroupDeployment& by)
{
    const auto known = m_groups.find(by.group);
    if (known == m_groups.end())
        return;
    for (GroupDeployment& one : known->second) {
        if (&one == &by)
            return;
        if (one.document.empty())
            continue;
        one.document.clear();
        keep(one);
    }
}

void GreengrassDeployments::forget(std::string_view group)
{
    const auto known = m_groups.find(group);
    if (known == m_groups.end())
        return;
    std::erase_if(known->second, [this](const GroupDeployment& one) {
        if (one.type == DeploymentType::ForceReset && one.shipped && !one.coreDone)
            return false;
        drop(one);
        return true;
    });
    if (known->second.empty())
        m_groups.erase(known);
}

void GreengrassDeployments::forgetIfDone(std::string_view group, std::string_view id)
{
    if (const GroupDeployment* one = find(group, id); one && one->coreDone)
        forget(group);
}

} // namespace greensward::cloud
