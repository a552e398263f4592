// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_cores.h"

#include "app/doctor_findings.h"
#include "app/doctor_watch.h"
#include "app/edge_config.h"
#include "app/ready_file.h"
#include "app/running_api.h"

#include "base/files.h"
#include "client/api.h"
#include "doctor/phrases.h"
#include "doctor/rules.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <boost/json.hpp>
#include <cerrno>
#include <csignal>
#include <deque>
#include <fmt/format.h>
#include <map>

namespace greensward::app {

namespace json = boost::json;

namespace {

using doctor::Card;
using doctor::Row;

constexpr std::size_t kLargestFile = 1u << 20;
constexpr std::size_t kMostGroups = 100;

/// A core runs in that folder now.
bool runs(const std::filesystem::path& root)
{
    const auto text = readFile(DoctorWatch::fileOfCore(root), kLargestFile);
    if (!text)
        return false;
    boost::system::error_code error;
    const json::value seen = json::parse(*text, error);
    const json::value* pid = !error && seen.is_object() ? seen.get_object().if_contains("pid") : nullptr;
    return pid && pid->is_int64() && pid->get_int64() > 0 &&
           (::kill(static_cast<pid_t>(pid->get_int64()), 0) == 0 || errno == EPERM);
}

Card aboutStart(doctor::Text sentence, std::string key)
{
    return {.code = doctor::Code::CoreStart,
            .confidence = doctor::Confidence::Certain,
            .key = std::move(key),
            .sentence = std::move(sentence),
            .background = doctor::phrases::kBackCoreStart};
}

std::string textOf(const json::object& from, std::string_view name)
{
    const json::value* value = from.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

const json::array& listOf(const json::object& from, std::string_view name)
{
    static const json::array kNothing;
    const json::value* value = from.if_contains(name);
    return value && value->is_array() ? value->get_array() : kNothing;
}

const json::object& objectOf(const json::object& from, std::string_view name)
{
    static const json::object kNothing;
    const json::value* value = from.if_contains(name);
    return value && value->is_object() ? value->get_object() : kNothing;
}

struct Address
{
    std::string host;
    std::uint16_t port = 0;
};

/// Asks for the groups, then for one after another: is it deployed, which core has it, where is that.
class CoreRound
{
public:
    CoreRound(client::Api& api, net::EventLoop& loop) : m_api(api), m_loop(loop) {}

    void begin()
    {
        ask("/greengrass/groups", [this](const json::object& answer) {
            for (const json::value& group : listOf(answer, "Groups"))
                if (group.is_object() && m_groups.size() < kMostGroups)
                    m_groups.push_back(textOf(group.get_object(), "Id"));
            next();
        });
    }

    std::string problem;
    std::map<std::string, std::vector<Address>> cores; ///< by thing

private:
    using Then = std::function<void(const json::object&)>;

    void ask(const std::string& path, Then then)
    {
        m_api.call({.service = "greengrass", .method = "GET", .path = path},
                   [this, then = std::move(then)](const client::Answer& answer) {
                       if (!answer.ok()) {
                           problem = answer.problem;
                           return m_loop.stop();
                       }
                       then(answer.object());
                   });
    }

    void next()
    {
        if (m_groups.empty())
            return m_loop.stop();
        const std::string group = "/greengrass/groups/" + client::label(m_groups.front());
        m_groups.pop_front();
        ask(group + "/deployments", [this, group](const json::object& answer) {
            const json::array& all = listOf(answer, "Deployments");
            const json::object& newest = all.empty() || !all.front().is_object() ? json::object{} : all.front().get_object();
            if (textOf(newest, "DeploymentId").empty() || textOf(newest, "DeploymentType").find("Reset") != std::string::npos)
                return next();
            ask(group, [this, group](const json::object& definition) {
                version(group + "/versions/" + client::label(textOf(definition, "LatestVersion")));
            });
        });
    }

    void version(const std::string& path)
    {
        ask(path, [this](const json::object& answer) {
            const std::string arn = textOf(objectOf(answer, "Definition"), "CoreDefinitionVersionArn");
            // "arn:aws:greengrass:us-east-1:123456789012:/greengrass/definition/cores/ID/versions/ID"
            const auto at = arn.find(":/greengrass/");
            if (at == std::string::npos)
                return next();
            ask(arn.substr(at + 1), [this](const json::object& definition) {
                const json::array& list = listOf(objectOf(definition, "Definition"), "Cores");
                const std::string thing =
                    list.empty() || !list.front().is_object() ? "" : textOf(list.front().get_object(), "ThingArn");
                thing.empty() ? next() : addresses(thing.substr(thing.rfind('/') + 1));
            });
        });
    }

    void addresses(const std::string& core)
    {
        ask("/greengrass/things/" + client::label(core) + "/connectivityInfo", [this, core](const json::object& answer) {
            std::vector<Address>& found = cores[core];
            found.clear();
            for (const json::value& one : listOf(answer, "ConnectivityInfo"))
                if (one.is_object()) {
                    const json::value* port = one.get_object().if_contains("PortNumber");
                    const bool number = port && port->is_int64();
                    found.push_back({textOf(one.get_object(), "HostAddress"),
                                     static_cast<std::uint16_t>(number ? port->get_int64() : 8883)});
                }
            next();
        });
    }

    client::Api& m_api;
    net::EventLoop& m_loop;
    std::deque<std::string> m_groups;
};

void tellAddresses(Findings& findings, const std::string& core, const std::vector<Address>& addresses)
{
    Card card{.code = doctor::Code::CoreAddress,
              .confidence = doctor::Confidence::Check,
              .key = core,
              .client = core,
              .sentence = {doctor::phrases::kCoreSilent, {core}},
              .background = doctor::phrases::kBackCoreAddress};
    bool any = false;
    for (const Address& address : addresses) {
        const bool there = answers(address.host, address.port);
        any = any || there;
        card.rows.push_back({there ? doctor::phrases::kRowAnswers : doctor::phrases::kRowSilent,
                             fmt::format("{}:{}", address.host, address.port), there ? Row::Mark::Yes : Row::Mark::No});
    }
    if (any)
        return findings.fine(fmt::format("the core {} answers", core));
    const std::string line = doctor::addressLine(core);
    card.fixes.push_back({doctor::Fix::Act::Copy, doctor::phrases::kFixAddresses, {}, line, line});
    findings.card(std::move(card));
}

} // namespace

void checkCore(Findings& findings, const std::filesystem::path& folder)
{
    const auto file = folder / "config/config.json";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return;
    const auto config = EdgeConfig::read(file);
    if (!config) {
        if (!findings.has("D12")) // which says it better
            findings.card(aboutStart({doctor::phrases::kConfigRefused, {config.error().message}}, "config"));
        return;
    }
    if (runs(config->root)) {
        findings.fine("the core runs");
        return addSeen(findings, DoctorWatch::fileOfCore(config->root));
    }
    const std::string port = std::to_string(config->ggMqttPort);
    if (net::Listener::isFree("127.0.0.1", config->ggMqttPort))
        return findings.fine(fmt::format("port {} is free for the core", port));
    Card card = aboutStart({doctor::phrases::kConfigPortTaken, {port, "config/config.json"}}, "port");
    card.rows.push_back({doctor::phrases::kRowPort, port, Row::Mark::No});
    card.fixes.push_back(
        {doctor::Fix::Act::Copy, doctor::phrases::kFixPort, {}, "sudo ss -ltnp 'sport = :" + port + "'"});
    findings.card(std::move(card));
}

void checkAddresses(Findings& findings, const Whereabouts& at)
{
    RunningApi running(at);
    CoreRound round(running.api(), running.loop());
    round.begin();
    running.loop().run();
    if (!round.problem.empty())
        findings.note("the groups' cores could not be read: " + round.problem);
    for (const auto& [core, addresses] : round.cores)
        if (!addresses.empty())
            tellAddresses(findings, core, addresses);
}

} // namespace greensward::app
