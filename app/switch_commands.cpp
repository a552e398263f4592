// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/switch_commands.h"

#include "base/files.h"
#include "base/log.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <unistd.h>

namespace greensward::app {

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 100ms;
constexpr auto kPatience = 5s;
constexpr std::size_t kLargestFile = 1024;
constexpr std::size_t kLargestAnswer = 1u << 20;
constexpr const char* kFolder = "commands";
constexpr const char* kCommand = ".command";
constexpr const char* kAnswer = ".answer";
const std::string kDone = "done\n"; ///< before what is answered; anything else is why not

} // namespace

bool isDeviceCommand(const std::string& command)
{
    return command == "start" || command == "stop" || command == "crash" || command == "shadow" || command == "direct";
}

Result<void> commandDevice(Engine& engine, const std::string& id, const std::string& command)
{
    simulator::Device* device = engine.device(id);
    if (!device)
        return failure(engine.devices() ? fmt::format("there is no simulated device {}", id) : "no simulated devices run here");
    if (command == "start")
        device->start();
    else if (command == "stop")
        device->stop();
    else if (command == "crash")
        device->crash();
    else if (!device->setWay(command == "shadow" ? simulator::Way::Shadow : simulator::Way::Direct))
        return failure(fmt::format("{} has no shadow to go by", id));
    return {};
}

bool isCoreCommand(const std::string& command)
{
    constexpr std::array kAll{"add", "plant", "remove", "start", "stop", "cut", "join", "status"};
    return std::ranges::find(kAll, command) != kAll.end();
}

namespace {

std::string statusText(const ui::CoreView& core, const std::string& ofPlant)
{
    json::array devices(core.devices.begin(), core.devices.end());
    return json::serialize(json::value{{"core", core.thing},
                                       {"port", core.port},
                                       {"running", core.running},
                                       {"problem", core.problem.empty() ? ofPlant : core.problem},
                                       {"wan", core.wan},
                                       {"online", core.online},
                                       {"serving", core.serving},
                                       {"group", core.groupId},
                                       {"version", core.groupVersion},
                                       {"deployment", core.deployment},
                                       {"devices", std::move(devices)},
                                       {"spool",
                                        {{"messages", core.spool.messages},
                                         {"bytes", core.spool.bytes},
                                         {"limit", core.spool.limit},
                                         {"discarded", core.spool.discarded}}},
                                       {"traffic",
                                        {{"localMessages", core.traffic.localMessages},
                                         {"localBytes", core.traffic.localBytes},
                                         {"cloudMessages", core.traffic.cloudMessages},
                                         {"cloudBytes", core.traffic.cloudBytes}}}}) +
           "\n";
}

} // namespace

Result<std::string> commandCore(Engine& engine, const std::string& name, const std::string& command)
{
    EdgeFloor& edge = engine.edge();
    const auto cores = edge.views();
    const auto core = std::ranges::find(cores, name, &ui::CoreView::thing);
    if (command == "plant")
        return engine.plants().add(name).map([] { return std::string(); });
    if (command != "add" && core == cores.end())
        return failure(fmt::format("there is no core {}", name));
    if (command == "status")
        return statusText(*core, engine.plants().problem(name));
    if (command == "cut" || command == "join") {
        edge.setWan(name, command == "join");
        return std::string();
    }
    if (command == "remove")
        engine.plants().remove(name);
    const auto done = command == "add"      ? edge.add(name)
                      : command == "remove" ? edge.remove(name)
                                            : edge.setRunning(name, command == "start");
    return done.map([] { return std::string(); });
}

SwitchCommands::SwitchCommands(Engine& engine) : m_engine(engine), m_folder(engine.whereabouts().directory / kFolder)
{
    std::error_code error;
    fs::remove_all(m_folder, error); // of a process that was killed
    if (const auto made = makePrivateFolder(m_folder); !made)
        spdlog::warn("no commands of other programs are taken: {}", made.error().message);
    m_thread = std::thread([this] { run(); });
}

SwitchCommands::~SwitchCommands()
{
    m_stopping = true;
    m_thread.join();
    std::error_code error;
    fs::remove_all(m_folder, error);
}

void SwitchCommands::run()
{
    while (!m_stopping) {
        std::error_code error;
        for (fs::directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error))
            if (at->path().extension() == kCommand)
                take(at->path());
        std::this_thread::sleep_for(kPause);
    }
}

Result<std::string> SwitchCommands::obey(const std::string& order)
{
    const auto space = order.find(' ');
    if (space == std::string::npos || space < 2)
        return failure("the command could not be read");
    const std::string command = order.substr(1, space - 1);
    const std::string name = order.substr(space + 1);
    if (order.front() == static_cast<char>(Whom::Core) && isCoreCommand(command))
        return m_engine.ask([&] { return commandCore(m_engine, name, command); });
    if (order.front() == static_cast<char>(Whom::Device) && isDeviceCommand(command))
        return m_engine.ask([&] { return commandDevice(m_engine, name, command); }).map([] { return std::string(); });
    return failure("the command is not known");
}

void SwitchCommands::take(const fs::path& file)
{
    const auto text = readFile(file, kLargestFile);
    std::error_code error;
    fs::remove(file, error);
    const auto outcome = text ? obey(*text) : failure("the command could not be read");
    fs::path answer = file;
    answer.replace_extension(kAnswer);
    const std::string said = outcome ? kDone + *outcome : outcome.error().message;
    if (const auto told = writeFileAtomically(answer, said, 0600); !told)
        spdlog::warn("a command of another program has no answer: {}", told.error().message);
}

Result<std::string> SwitchCommands::leave(const fs::path& workspace, Whom whom, const std::string& name,
                                          const std::string& command)
{
    const fs::path file = workspace / kFolder / (std::to_string(::getpid()) + kCommand);
    std::error_code error;
    if (!fs::exists(file.parent_path(), error))
        return failure(fmt::format("nothing runs in {}; start greensward, or greensward serve", workspace.string()));
    if (auto left = writeFileAtomically(file, fmt::format("{}{} {}", static_cast<char>(whom), command, name), 0600);
        !left)
        return tl::unexpected(left.error());
    fs::path answer = file;
    answer.replace_extension(kAnswer);
    for (auto waited = 0ms; waited < kPatience; waited += 20ms) {
        if (const auto text = readFile(answer, kLargestAnswer)) {
            fs::remove(answer, error);
            return text->starts_with(kDone) ? Result<std::string>(text->substr(kDone.size())) : failure(*text);
        }
        std::this_thread::sleep_for(20ms);
    }
    fs::remove(file, error);
    return failure("the process that runs the workspace does not answer");
}

} // namespace greensward::app
