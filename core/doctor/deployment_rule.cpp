// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"
#include "doctor/words.h"

#include <boost/json.hpp>

#include <fmt/format.h>
#include <map>
#include <set>

namespace greensward::doctor {

namespace {

using namespace phrases;
namespace json = boost::json;
using trace::Kind;

constexpr std::size_t kMostDeployments = 1000;
constexpr std::size_t kMostClients = 20'000;

/// D14: a deployment that gets nowhere, and what of it is known: created, notified, begun.
class DeploymentRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::Deployment))
            changed(seen, desk);
        else if (seen.event.kind == Kind::ClientConnected)
            connected(std::string(seen.subject), desk);
        else if (seen.event.kind == Kind::ClientDisconnected)
            m_connected.erase(std::string(seen.subject));
    }

    void advance(Desk& desk) override
    {
        for (auto& [group, running] : m_running)
            if (!running.told && running.since + kPatience <= desk.now())
                tell(group, running, desk);
    }

    std::optional<WallTime> deadline() const override
    {
        std::optional<WallTime> first;
        for (const auto& [group, running] : m_running)
            if (const WallTime due = running.since + kPatience; !running.told && (!first || due < *first))
                first = due;
        return first;
    }

private:
    static constexpr Duration kPatience = std::chrono::seconds(60);

    struct Running
    {
        std::string id;
        std::string name; ///< of the group
        std::string core;
        WallTime created{};
        std::optional<WallTime> notified{};
        std::optional<WallTime> heard{};
        WallTime since{}; ///< of its last change
        bool told = false;
        trace::EventId event = 0;
    };

    static std::string stuckKey(std::string_view group) { return "stuck " + std::string(group); }
    static std::string failedKey(std::string_view group) { return "failed " + std::string(group); }

    void changed(const Occurrence& seen, Desk& desk)
    {
        const std::string group = seen.text("group"), status = seen.text("status"), id = seen.text("deployment");
        const auto known = m_running.find(group);
        const bool same = known != m_running.end() && known->second.id == id;
        if (seen.flag("gone") || status == "Success" || status == "Failure") {
            if (same) {
                m_running.erase(known);
                desk.resolve(Code::Deployment, stuckKey(group));
            }
            if (status == "Success" || seen.flag("gone"))
                desk.resolve(Code::Deployment, failedKey(group));
            else
                failed(seen, group, desk);
            return;
        }
        if (!same && m_running.size() >= kMostDeployments)
            return;
        if (!same) {
            desk.resolve(Code::Deployment, stuckKey(group));
            m_running[group] = {.id = id, .name = {}, .core = {}, .created = seen.event.time};
        }
        goesOn(m_running[group], seen, status, desk);
    }

    static void goesOn(Running& running, const Occurrence& seen, const std::string& status, Desk& desk)
    {
        const std::string group = seen.text("group");
        if (running.told)
            desk.resolve(Code::Deployment, stuckKey(group));
        running.name = seen.text("name").empty() ? group : seen.text("name");
        running.core = seen.text("core");
        running.since = seen.event.time;
        running.told = false;
        running.event = seen.event.id;
        if (status != "InProgress")
            return;
        auto& step = running.notified ? running.heard : running.notified; // the second time the core says so itself
        step = seen.event.time;
    }

    void connected(const std::string& client, Desk& desk)
    {
        if (m_connected.size() < kMostClients)
            m_connected.insert(client);
        for (auto& [group, running] : m_running) {
            if (running.core != client)
                continue;
            if (running.told)
                desk.resolve(Code::Deployment, stuckKey(group));
            running.told = false; // now it can hear of it: another minute
            running.since = std::max(running.since, desk.now());
        }
    }

    void tell(const std::string& group, Running& running, Desk& desk)
    {
        running.told = true;
        if (!running.notified)
            return; // not even built: the store is behind, which is no matter of the group
        const bool offline = !m_connected.contains(running.core);
        const char* phrase = !offline ? kDeploymentSilent : running.heard ? kDeploymentLost : kDeploymentUnheard;
        Card card{.code = Code::Deployment,
                  .confidence = offline ? Confidence::Certain : Confidence::Likely,
                  .key = stuckKey(group),
                  .client = running.core,
                  .sentence = {phrase, {running.name, lasting(desk.now() - *running.notified), running.core}},
                  .background = kBackDeployment,
                  .first = desk.now(),
                  .last = desk.now(),
                  .event = running.event};
        card.rows.push_back({kRowCreated, toIso8601(running.created), Row::Mark::Yes});
        card.rows.push_back({kRowNotified, toIso8601(*running.notified), Row::Mark::Yes});
        if (running.heard)
            card.rows.push_back({kRowHeard, toIso8601(*running.heard), Row::Mark::Yes});
        card.rows.push_back({offline ? kCoreOffline : kCoreSaysNothing, "–", Row::Mark::No});
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, group});
        if (offline)
            card.fixes.push_back({Fix::Act::Copy, kFixStartCore, {}, "greensward serve --core config/config.json"});
        const std::string reset = fmt::format("aws greengrass reset-deployments --force --group-id {}", group);
        card.fixes.push_back({Fix::Act::Copy, kFixReset, {}, reset, reset});
        desk.raise(std::move(card));
    }

    static void failed(const Occurrence& seen, const std::string& group, Desk& desk)
    {
        std::vector<Row> rows;
        std::string first;
        bool role = false, givenUp = false;
        if (const json::value* faults = seen.evidence.if_contains("faults"); faults && faults->is_array())
            for (const json::value& one : faults->get_array()) {
                if (!one.is_object())
                    continue;
                const std::string code = textOf(one.get_object(), "code"), why = textOf(one.get_object(), "message");
                role = role || code == "GG-SERVICE-ROLE";
                givenUp = givenUp || code == "GG-RESET";
                first = first.empty() ? why : first;
                rows.push_back({{kRowFault, {code}}, why, Row::Mark::No});
            }
        if (role || givenUp) // that is D13; or somebody wanted it so
            return;
        const std::string name = seen.text("name").empty() ? group : seen.text("name");
        Card card = cardOf(seen, Code::Deployment, Confidence::Certain, failedKey(group),
                           {kDeploymentFailed, {name, first}});
        card.background = kBackDeployment;
        card.client = seen.text("core");
        card.rows = std::move(rows);
        card.rows.push_back({kRowGroup, name});
        if (const std::string core = seen.text("coreArn"); !core.empty())
            card.rows.push_back({kRowCore, core});
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, group});
        desk.raise(std::move(card));
    }

    std::map<std::string, Running> m_running; ///< by group, which has one at a time
    std::set<std::string> m_connected;        ///< client ids at the gateway
};

} // namespace

std::unique_ptr<Rule> deploymentRule()
{
    return std::make_unique<DeploymentRule>();
}

} // namespace greensward::doctor
