// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device_commands.h"

#include "base/files.h"
#include "base/log.h"

#include <fmt/format.h>
#include <unistd.h>

namespace greensward::app {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 100ms;
constexpr auto kPatience = 5s;
constexpr std::size_t kLargestFile = 1024;
constexpr const char* kFolder = "device-commands";
constexpr const char* kCommand = ".command";
constexpr const char* kAnswer = ".answer";

} // namespace

bool isDeviceCommand(const std::string& command)
{
    return command == "start" || command == "stop" || command == "crash" || command == "shadow" || command == "direct";
}

Result<void> commandDevice(Engine& engine, const std::string& id, const std::string& command)
{
    DeviceFloor* floor = engine.devices();
    simulator::Device* device = floor ? floor->fleet().find(id) : nullptr;
    if (!device)
        return failure(floor ? fmt::format("there is no simulated device {}", id) : "no simulated devices run here");
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

DeviceCommands::DeviceCommands(Engine& engine) : m_engine(engine), m_folder(engine.whereabouts().directory / kFolder)
{
    std::error_code error;
    fs::remove_all(m_folder, error); // of a process that was killed
    if (const auto made = makePrivateFolder(m_folder); !made)
        spdlog::warn("devices take no commands of other programs: {}", made.error().message);
    m_thread = std::thread([this] { run(); });
}

DeviceCommands::~DeviceCommands()
{
    m_stopping = true;
    m_thread.join();
    std::error_code error;
    fs::remove_all(m_folder, error);
}

void DeviceCommands::run()
{
    while (!m_stopping) {
        std::error_code error;
        for (fs::directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error))
            if (at->path().extension() == kCommand)
                take(at->path());
        std::this_thread::sleep_for(kPause);
    }
}

void DeviceCommands::take(const fs::path& file)
{
    const auto text = readFile(file, kLargestFile);
    std::error_code error;
    fs::remove(file, error);
    const auto space = text ? text->find(' ') : std::string::npos;
    Result<void> outcome = failure("the command could not be read");
    if (space != std::string::npos && isDeviceCommand(text->substr(0, space)))
        outcome = m_engine.ask(
            [this, &text, space] { return commandDevice(m_engine, text->substr(space + 1), text->substr(0, space)); });
    fs::path answer = file;
    answer.replace_extension(kAnswer);
    if (const auto told = writeFileAtomically(answer, outcome ? "" : outcome.error().message, 0600); !told)
        spdlog::warn("a device command has no answer: {}", told.error().message);
}

Result<void> DeviceCommands::leave(const fs::path& workspace, const std::string& device, const std::string& command)
{
    const fs::path file = workspace / kFolder / (std::to_string(::getpid()) + kCommand);
    std::error_code error;
    if (!fs::exists(file.parent_path(), error))
        return failure(fmt::format("no simulated devices run in {}; start greensward, or: greensward serve --lab N",
                                   workspace.string()));
    if (auto left = writeFileAtomically(file, command + " " + device, 0600); !left)
        return left;
    fs::path answer = file;
    answer.replace_extension(kAnswer);
    for (auto waited = 0ms; waited < kPatience; waited += 20ms) {
        if (const auto text = readFile(answer, kLargestFile)) {
            fs::remove(answer, error);
            return text->empty() ? Result<void>() : failure(*text);
        }
        std::this_thread::sleep_for(20ms);
    }
    fs::remove(file, error);
    return failure("the process that runs the devices does not answer");
}

} // namespace greensward::app
