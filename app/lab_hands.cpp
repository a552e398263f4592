// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_hands.h"

#include "app/core_discovery.h"
#include "app/shell_text.h"
#include "app/switch_commands.h"

#include "base/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <future>
#include <map>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greensward::app {

using labs::Action;
using Verb = labs::Action::Verb;

namespace {

constexpr std::size_t kLargestPem = 64u << 10;
constexpr std::chrono::milliseconds kCorePause{500};
/// A core that a group was just deployed to begins anew, and is found when it has told its addresses.
constexpr std::chrono::seconds kCorePatience{10};

mqtt::ClientSettings settingsOf(const Action& action)
{
    mqtt::ClientSettings settings;
    settings.clientId = action.id;
    settings.keepAlive = action.keepAlive;
    settings.cleanStart = action.clean;
    if (action.will) {
        mqtt::Message message;
        message.topic = action.will->topic;
        message.payload = toBytes(action.will->payload);
        message.qos = static_cast<mqtt::QoS>(action.will->qos);
        message.retain = action.will->retain;
        settings.will.emplace().message = std::move(message);
    }
    return settings;
}

const simulator::FaultSpec* faultNamed(std::string_view id)
{
    for (const simulator::FaultSpec& spec : simulator::faultCatalogue())
        if (spec.id == id)
            return &spec;
    return nullptr;
}

/// A core that is there, or gone, already is as it should be. command: of a core, by its name.
Result<void> switchCore(const Action& action,
                        const std::function<Result<std::string>(const std::string&, const std::string&)>& command)
{
    const bool isThere = command(action.target, "status").has_value();
    if ((action.command == "add" && isThere) || (action.command == "remove" && !isThere))
        return {};
    return command(action.target, action.command).map([](const std::string&) {});
}

} // namespace

/// What lives on the loop's thread.
class LabHands::Floor
{
public:
    explicit Floor(const Parts& parts) : m_parts(parts) {}

    /// A client of that name that is still there says goodbye first.
    void connect(const Action& action, const LabClient::Place& place, const LabClient::Done& done)
    {
        const auto before = m_clients.find(action.client);
        if (before == m_clients.end())
            return find(action, place, done);
        const std::shared_ptr<LabClient> old = before->second;
        m_clients.erase(before);
        old->disconnect([this, alive = std::weak_ptr(m_alive), action, place, done, old](const Result<void>&) {
            if (!alive.expired())
                find(action, place, done);
        });
    }

    void perform(const Action& action, LabClient::Done done)
    {
        switch (action.verb) {
        case Verb::Device:
            return done(commandDevice(*m_parts.engine, action.target, action.command));
        case Verb::Core:
            return done(app::switchCore(action, [this](const std::string& core, const std::string& command) {
                return commandCore(*m_parts.engine, core, command);
            }));
        case Verb::Fault:
            return done(fault(action));
        case Verb::Heal:
            return done(heal(action));
        default:
            break;
        }
        const auto found = m_clients.find(action.client);
        if (found == m_clients.end())
            return done(failure(fmt::format("no client {} is connected", action.client)));
        const std::shared_ptr<LabClient> client = found->second;
        switch (action.verb) {
        case Verb::Subscribe:
            return client->subscribe(action.topic, action.qos, std::move(done));
        case Verb::Publish:
            return client->publish(action.topic, action.payload, action.qos, action.retain, std::move(done));
        case Verb::Silence:
            client->silence();
            return done({});
        case Verb::Cut:
            client->cut();
            m_clients.erase(found);
            return done({});
        case Verb::Disconnect:
            m_clients.erase(found);
            return client->disconnect(
                [client, done = std::move(done)](Result<void> outcome) { done(std::move(outcome)); });
        default:
            return done(failure("this is nothing a client does"));
        }
    }

    void letGo()
    {
        for (auto clients = std::exchange(m_clients, {}); const auto& [name, client] : clients)
            client->disconnect([client = client](const Result<void>&) {});
    }

private:
    void find(const Action& action, const LabClient::Place& gateway, const LabClient::Done& done)
    {
        if (action.core.empty())
            return open(action, gateway, done);
        const Instant late = m_parts.clock.now() + (action.refused ? Duration{} : Duration{kCorePatience});
        findCore(action, gateway, late, done);
    }

    /// By discovery; tries again until it is late.
    void findCore(const Action& action, const LabClient::Place& gateway, Instant late, const LabClient::Done& done)
    {
        const auto settled = [this, alive = std::weak_ptr(m_alive), action, gateway, late, done](const Result<void>& outcome) {
            if (alive.expired())
                return;
            if (outcome || m_parts.clock.now() >= late)
                return done(outcome);
            again([this, action, gateway, late, done] { findCore(action, gateway, late, done); });
        };
        LabClient::Place cloud = gateway;
        cloud.port = m_parts.httpsPort;
        CoreDiscovery::ask(m_parts.loop, m_parts.clock, cloud, action.id, action.core,
                           [this, alive = std::weak_ptr(m_alive), action, settled](const Result<LabClient::Place>& core) {
                               if (alive.expired())
                                   return;
                               if (core)
                                   return open(action, *core, settled);
                               settled(action.refused ? Result<void>() : tl::unexpected(core.error()));
                           });
    }

    /// One thing at a time: a lab does one action after the other.
    void again(std::function<void()> work)
    {
        m_later = std::move(work);
        m_pause.set(m_parts.clock.now() + kCorePause);
    }

    void open(const Action& action, LabClient::Place place, const LabClient::Done& done)
    {
        auto client = std::make_shared<LabClient>(m_parts.loop, m_parts.clock, std::move(place), settingsOf(action));
        m_clients[action.client] = client;
        client->connect([this, alive = std::weak_ptr(m_alive), action, done, self = client.get()](const Result<void>& outcome) {
            if (alive.expired())
                return;
            const auto found = m_clients.find(action.client);
            if (!outcome && found != m_clients.end() && found->second.get() == self) {
                m_parts.loop.post([gone = found->second] {}); // not from inside its own call
                m_clients.erase(found);
            }
            if (action.refused)
                return done(outcome ? failure(fmt::format("{} was let in, and was to be refused", action.id))
                                    : Result<void>());
            done(outcome);
        });
    }

    Result<void> fault(const Action& action)
    {
        const simulator::FaultSpec* spec = faultNamed(action.command);
        if (!spec)
            return failure(fmt::format("there is no fault {}", action.command));
        const double amount = action.amount == 0 ? spec->usual : action.amount;
        return m_parts.engine->faults()
            ->inject({.kind = spec->kind, .target = action.target, .intensity = amount})
            .map([](std::uint64_t) {});
    }

    Result<void> heal(const Action& action)
    {
        FaultFloor& faults = *m_parts.engine->faults();
        for (const simulator::ActiveFault& active : faults.active())
            if (action.target == "*" || action.target == active.target)
                faults.heal(active.id);
        return {};
    }

    const Parts& m_parts;
    std::function<void()> m_later;
    net::EventLoop::Timer m_pause{m_parts.loop, [this] {
                                      if (const auto work = std::exchange(m_later, nullptr))
                                          work();
                                  }};
    std::map<std::string, std::shared_ptr<LabClient>> m_clients;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< for clients that outlive it
};

LabHands::LabHands(Parts parts) : m_parts(std::move(parts)), m_floor(std::make_unique<Floor>(m_parts)) {}

LabHands::~LabHands()
{
    m_open.reset();
    onLoop([this] {
        m_floor->letGo();
        m_floor.reset();
    });
    for (std::thread& script : m_scripts)
        script.join();
}

void LabHands::onLoop(const std::function<void()>& work)
{
    std::promise<void> done;
    m_parts.loop.post([&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

std::string LabHands::whyNot(const Action& action) const
{
    const bool ofDevices = action.verb == Verb::Device || action.verb == Verb::Fault || action.verb == Verb::Heal;
    if (!ofDevices)
        return {};
    if (!m_parts.engine)
        return "the devices of another process cannot be switched from here";
    if (!m_parts.engine->devices())
        return "no simulated devices run here";
    return {};
}

void LabHands::letGo()
{
    m_parts.loop.post([floor = m_floor.get()] { floor->letGo(); });
}

void LabHands::perform(const Action& action, const std::string& folder, Done done)
{
    Done answer = [home = m_parts.home, open = std::weak_ptr(m_open), done = std::move(done)](Result<void> outcome) {
        home([open, done, outcome = std::move(outcome)] {
            if (!open.expired())
                done(outcome);
        });
    };
    if (action.verb == Verb::Run)
        return runScript(folder + "/" + action.command, std::move(answer));
    if (action.verb == Verb::Core)
        return switchCore(action, std::move(answer));
    if (action.verb != Verb::Connect) {
        m_parts.loop.post([floor = m_floor.get(), action, answer] { floor->perform(action, answer); });
        return;
    }
    const auto certificate = readFile(action.certificate, kLargestPem);
    const auto key = certificate ? readFile(action.key, kLargestPem) : certificate;
    if (!key)
        return answer(tl::unexpected(key.error()));
    const LabClient::Place place{.host = m_parts.host,
                                 .port = m_parts.port,
                                 .trustedPem = m_parts.trustedPem,
                                 .certificatePem = *certificate,
                                 .keyPem = *key};
    m_parts.loop.post([floor = m_floor.get(), action, place, answer] { floor->connect(action, place, answer); });
}

void LabHands::switchCore(const Action& action, Done done)
{
    if (m_parts.engine) {
        m_parts.loop.post([floor = m_floor.get(), action, done] { floor->perform(action, done); });
        return;
    }
    m_scripts.emplace_back([directory = m_parts.directory, action, done = std::move(done)] {
        done(app::switchCore(action, [&](const std::string& core, const std::string& command) {
            return SwitchCommands::leave(directory, SwitchCommands::Whom::Core, core, command);
        }));
    });
}

/// In a shell that knows the workspace, beside everything else. What it has to know comes by its standard input: a
/// command line can be read by everybody on the machine.
void LabHands::runScript(const std::string& file, Done done)
{
    m_scripts.emplace_back([file, lines = m_parts.shellLines, done = std::move(done)] {
        const std::string text = lines + "set -e\n. " + shellWord(file) + "\n";
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
            return done(failure("there is no pipe to a shell"));
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
        std::string shell = "bash", flag = "-s";
        std::array<char*, 3> arguments{shell.data(), flag.data(), nullptr};
        pid_t child = 0;
        const int failed = ::posix_spawnp(&child, "bash", &actions, nullptr, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(pipe[0]);
        const bool written = failed == 0 && ::write(pipe[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::close(pipe[1]);
        if (failed != 0)
            return done(failure("there is no bash to run the script with"));
        int status = -1;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (!written || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
            return done(failure(fmt::format("{} failed with {}", file, WIFEXITED(status) ? WEXITSTATUS(status) : -1)));
        done({});
    });
}

} // namespace greensward::app
