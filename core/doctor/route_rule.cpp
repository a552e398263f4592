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

constexpr std::size_t kMostKeys = 500;
constexpr std::size_t kMostThings = 5000;
constexpr std::size_t kMostClients = 20'000;

/// D15: said at a core, or to a device of a core, and nobody gets it.
class RouteRule final : public Rule
{
public:
    bool hears(std::string_view origin) const override { return origin.empty() || isOfCore(origin); }

    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::NoRoute))
            noRoute(seen, desk);
        else if (seen.event.kind == Kind::DeploymentApplied)
            applied(std::string(seen.subject), desk);
        else if (!seen.origin.empty())
            return;
        else if (seen.is(trace::Finding::Deployment))
            deployed(seen, desk);
        else if (seen.event.kind == Kind::ShadowDelta)
            asked(seen, desk);
        else if (seen.event.kind == Kind::ClientConnected && m_connected.size() < kMostClients)
            m_connected.emplace(seen.subject);
        else if (seen.event.kind == Kind::ClientDisconnected)
            m_connected.erase(std::string(seen.subject));
    }

private:
    struct Local
    {
        std::string group; ///< its id
        std::string name;
        std::string core;
    };

    // --- routes -----------------------------------------------------------------------------------------------------

    void noRoute(const Occurrence& seen, Desk& desk)
    {
        const std::string core = seen.text("core"), source = seen.text("source"), topic = seen.text("topic");
        Card card = cardOf(seen, Code::Route, Confidence::Certain, fmt::format("{} {} {}", core, source, topic),
                           {kNoRoute, {source, topic, core, seen.text("why")}});
        card.background = kBackRoute;
        card.client = source;
        card.rows.push_back({kRowCore, core});
        card.rows.push_back({kRowFrom, source});
        card.rows.push_back({kRowTopic, topic, Row::Mark::No});
        std::string target = "cloud";
        if (const json::value* near = seen.evidence.if_contains("nearest"); near && near->is_object()) {
            const json::object& row = near->get_object();
            card.rows.push_back({kRowNearest, fmt::format("{}: {} → {} ({})", textOf(row, "id"), textOf(row, "source"),
                                                          textOf(row, "target"), textOf(row, "subject"))});
            // A route that begins there leads where it was meant to go; one that ends there is the wrong way round.
            if (textOf(row, "source") == source)
                target = textOf(row, "targetEnd");
        }
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, core});
        card.fixes.push_back({Fix::Act::Copy, kFixRoute, {},
                              json::serialize(json::object{{"Id", "new-route"},
                                                           {"Source", seen.text("sourceEnd")},
                                                           {"Subject", topic},
                                                           {"Target", target}})});
        auto& open = m_unrouted[core];
        if (open.size() < kMostKeys)
            open.insert(card.key);
        desk.raise(std::move(card));
    }

    /// Another table of routes: what it still lacks is told anew.
    void applied(const std::string& core, Desk& desk)
    {
        const auto open = m_unrouted.find(core);
        if (open == m_unrouted.end())
            return;
        for (const std::string& key : open->second)
            desk.resolve(Code::Route, key);
        m_unrouted.erase(open);
    }

    // --- shadows ----------------------------------------------------------------------------------------------------

    static std::string syncKey(const std::string& thing) { return "sync " + thing; }

    void deployed(const Occurrence& seen, Desk& desk)
    {
        const std::string group = seen.text("group");
        const bool counts = seen.text("status") == "Success";
        if (!counts && !seen.flag("gone"))
            return;
        std::erase_if(m_local, [&](const auto& known) {
            if (known.second.group != group)
                return false;
            desk.resolve(Code::Route, syncKey(known.first));
            return true;
        });
        if (seen.flag("gone") || seen.text("type").ends_with("ResetDeployment"))
            return;
        const std::string name = seen.text("name").empty() ? group : seen.text("name");
        for (const std::string& thing : seen.texts("local"))
            if (m_local.size() < kMostThings)
                m_local[thing] = {group, name, seen.text("core")};
    }

    /// A device that speaks with the cloud itself hears of it; one at a core only does if its shadow is kept in step.
    void asked(const Occurrence& seen, Desk& desk)
    {
        constexpr std::string_view kBefore = "$aws/things/", kAfter = "/shadow";
        if (!seen.object.starts_with(kBefore) || !seen.object.ends_with(kAfter))
            return;
        const std::string thing(
            seen.object.substr(kBefore.size(), seen.object.size() - kBefore.size() - kAfter.size()));
        const auto local = m_local.find(thing);
        if (local == m_local.end() || m_connected.contains(thing) || seen.subject == thing)
            return;
        const Local& at = local->second;
        Card card = cardOf(seen, Code::Route, Confidence::Likely, syncKey(thing), {kNotInStep, {thing, at.name, at.core}});
        card.background = kBackSync;
        card.client = thing;
        card.rows.push_back({kRowShadow, thing});
        card.rows.push_back({kRowDesired, std::string(asText(seen.payload).substr(0, 200)), Row::Mark::No});
        card.rows.push_back({kRowCore, at.core});
        card.rows.push_back({kRowGroup, at.name});
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, at.group});
        card.fixes.push_back({Fix::Act::Copy, kFixSync, {}, "\"SyncShadow\": true"});
        desk.raise(std::move(card));
    }

    std::map<std::string, std::set<std::string>> m_unrouted; ///< keys of cards that are open, by core
    std::map<std::string, Local> m_local;                    ///< devices whose shadows are the core's alone, by thing
    std::set<std::string> m_connected;                       ///< client ids at the gateway
};

} // namespace

std::unique_ptr<Rule> routeRule()
{
    return std::make_unique<RouteRule>();
}

} // namespace greensward::doctor
