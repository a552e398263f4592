// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"

#include <boost/json.hpp>

#include <fmt/format.h>
#include <map>
#include <set>

namespace greensward::doctor {

namespace {

using namespace phrases;
namespace json = boost::json;
using trace::Kind;

constexpr std::size_t kMostUnreached = 1000;

const char* phraseOf(std::string_view state)
{
    return state == "never"        ? kRowNever
           : state == "running"    ? kRowRunning
           : state == "failed"     ? kRowFailed
           : state == "older"      ? kRowOlder
           : state == "no-address" ? kRowNoAddress
           : state == "loopback"   ? kRowLoopback
           : state == "docker"     ? kRowDocker
           : state == "link-local" ? kRowLinkLocal
           : state == "deployed"   ? kRowDeployed
                                   : kRowOtherNetwork;
}

/// The objects of a list in the evidence.
template<typename Each>
void each(const Occurrence& seen, std::string_view name, Each work)
{
    if (const json::value* list = seen.evidence.if_contains(name); list && list->is_array())
        for (const json::value& one : list->get_array())
            if (one.is_object())
                work(one.get_object());
}

/// Where devices are told to look for their core: D10 and D11. What policies say of it, AccessRule sees.
class DiscoveryRule final : public Rule
{
public:
    bool hears(std::string_view origin) const override { return origin.empty() || isOfCore(origin); }

    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::DiscoveryRefused))
            desk.raise(refused(seen));
        else if (seen.is(trace::Finding::CoreUnreachable))
            unreachable(seen, desk);
        else if (seen.event.kind == Kind::ApiCalled && seen.origin.empty())
            asked(seen, desk);
        else if (seen.event.kind == Kind::ClientConnected && isOfCore(seen.origin))
            arrived(seen, desk);
    }

private:
    /// What it still lacks, evidence tells in a moment.
    void asked(const Occurrence& seen, Desk& desk)
    {
        if (seen.object == kDiscover)
            desk.resolve(Code::Discovery, discoveryKey(seen.subject));
        if (seen.object != "greengrass UpdateConnectivityInfo")
            return;
        for (const std::string& key : m_unreached)
            desk.resolve(Code::CoreAddress, key);
        m_unreached.clear();
    }

    static std::string keyOf(std::string_view core, std::string_view thing)
    {
        return fmt::format("{} from {}", core, thing);
    }

    /// It reached the core after all.
    void arrived(const Occurrence& seen, Desk& desk)
    {
        const std::string key = keyOf(seen.origin.substr(std::string_view("core ").size()), seen.subject);
        if (m_unreached.erase(key) > 0)
            desk.resolve(Code::CoreAddress, key);
    }

    static Card refused(const Occurrence& seen)
    {
        const std::string reason = seen.text("reason"), thing = seen.text("thing");
        std::string group, id, version;
        each(seen, "groups", [&](const json::object& one) {
            if (!group.empty() && textOf(one, "state") != reason)
                return;
            group = textOf(one, "name").empty() ? textOf(one, "id") : textOf(one, "name");
            id = textOf(one, "id");
            version = textOf(one, "version");
        });
        Card card = cardOf(seen, Code::Discovery, Confidence::Certain, discoveryKey(seen.subject),
                           sentenceOf(seen, reason, thing, group));
        card.background = kBackDiscovery;
        card.client = thing;
        card.rows.push_back({kRowDevice, thing, reason == "no-thing" ? Row::Mark::No : Row::Mark::None});
        each(seen, "groups", [&](const json::object& one) {
            card.rows.push_back({kRowGroup, fmt::format("{} ({})", textOf(one, "name"), textOf(one, "id"))});
            card.rows.push_back({phraseOf(textOf(one, "state")), textOf(one, "version"), Row::Mark::No});
        });
        if (reason == "not-attached") {
            card.rows.push_back({kRowThings, joined(seen.texts("things")), Row::Mark::No});
            const std::string line = fmt::format("aws iot attach-thing-principal --thing-name {} --principal {}", thing,
                                                 seen.subject);
            card.fixes.push_back({Fix::Act::Copy, kFixAttachThing, {}, line, line});
        }
        if (!id.empty()) {
            card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, id});
            const std::string line = fmt::format("aws greengrass create-deployment --deployment-type NewDeployment "
                                                 "--group-id {} --group-version-id {}",
                                                 id, version);
            if (reason == "not-deployed")
                card.fixes.push_back({Fix::Act::Copy, kFixDeploy, {}, line, line});
        }
        return card;
    }

    static Text sentenceOf(const Occurrence& seen, const std::string& reason, const std::string& thing,
                           const std::string& group)
    {
        if (reason == "not-attached") {
            const auto things = seen.texts("things");
            return {kDiscoverOtherThing, {thing, things.empty() ? kNoThingAtAll : "`" + joined(things) + "`"}};
        }
        return {reason == "no-thing"       ? kDiscoverNoThing
                : reason == "bad-name"     ? kDiscoverBadName
                : reason == "too-many"     ? kDiscoverTooMany
                : reason == "no-address"   ? kDiscoverNoAddress
                : reason == "not-deployed" ? kDiscoverNotDeployed
                                           : kDiscoverNoGroup,
                {thing, group}};
    }

    void unreachable(const Occurrence& seen, Desk& desk)
    {
        const std::string core = seen.text("core"), thing = seen.text("thing");
        Card card = cardOf(seen, Code::CoreAddress, Confidence::Likely, keyOf(core, thing),
                           {kCoreElsewhere, {thing, core, seen.text("from")}});
        card.background = kBackCoreAddress;
        card.client = thing;
        card.peer = seen.text("from");
        each(seen, "addresses", [&card](const json::object& one) {
            const json::value* port = one.if_contains("port");
            card.rows.push_back({phraseOf(textOf(one, "verdict")),
                                 fmt::format("{}:{}", textOf(one, "host"), port ? json::serialize(*port) : "?"),
                                 Row::Mark::No});
        });
        card.rows.push_back({kRowFrom, seen.text("from")});
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, core});
        const std::string line = addressLine(core);
        card.fixes.push_back({Fix::Act::Copy, kFixAddresses, {}, line, line});
        if (m_unreached.size() < kMostUnreached)
            m_unreached.insert(card.key);
        desk.raise(std::move(card));
    }

    std::set<std::string> m_unreached;
};

} // namespace

std::string addressLine(std::string_view core)
{
    return fmt::format("aws greengrass update-connectivity-info --thing-name {} --connectivity-info "
                       "'[{{\"Id\":\"lan\",\"HostAddress\":\"192.168.1.20\",\"PortNumber\":8883}}]'",
                       core);
}

std::unique_ptr<Rule> discoveryRule()
{
    return std::make_unique<DiscoveryRule>();
}

} // namespace greensward::doctor
