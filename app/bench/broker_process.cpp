// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/broker_process.h"

#include "base/random.h"

#include <boost/json.hpp>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace greensward::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 20s;

/// The port of "mqtt_plain" in a ready file.
std::uint16_t plainPort(const std::string& text)
{
    boost::json::error_code error;
    const boost::json::value ready = boost::json::parse(text, error);
    if (error)
        return 0;
    const boost::json::value* port = ready.find_pointer("/mqtt_plain/port", error);
    return port && port->is_int64() ? static_cast<std::uint16_t>(port->as_int64()) : std::uint16_t{0};
}

} // namespace

BrokerProcess::BrokerProcess(pid_t pid, std::filesystem::path readyFile) : m_pid(pid), m_readyFile(std::move(readyFile))
{}

BrokerProcess::BrokerProcess(BrokerProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, 0))
    , m_readyFile(std::move(other.m_readyFile))
    , m_target(std::move(other.m_target))
{}

BrokerProcess::~BrokerProcess()
{
    if (m_pid == 0)
        return;
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
}

Result<BrokerProcess> BrokerProcess::start(const std::filesystem::path& folder)
{
    const auto readyFile = std::filesystem::temp_directory_path() /
                           fmt::format("greensward-bench-{}-{}.json", ::getpid(), Random(entropySeed()).hex(8));
    std::vector<std::string> words{"greensward", "serve",        "--mqtt-plain",    "--ports",
                                   "auto",       "--ready-file", readyFile.string()};
    if (folder.empty())
        words.emplace_back("--ephemeral");
    else
        words.insert(words.end(), {"--data-dir", folder.string()});
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    // Standard output carries the results; what serve says there is not one of them.
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    const int error = ::posix_spawn(&pid, "/proc/self/exe", &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return failure(fmt::format("cannot start a broker to measure: {}", std::strerror(error)));

    BrokerProcess process(pid, readyFile);
    if (const auto ready = process.awaitReady(); !ready)
        return tl::unexpected(ready.error());
    return process;
}

Result<void> BrokerProcess::awaitReady()
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < deadline) {
        if (std::ifstream file(m_readyFile); file) {
            const std::string text(std::istreambuf_iterator<char>(file), {});
            m_target = {.host = "127.0.0.1", .port = plainPort(text), .pid = m_pid};
            if (m_target.port == 0)
                return failure("the broker's ready file names no plain MQTT port");
            return {};
        }
        if (::waitpid(m_pid, nullptr, WNOHANG) == m_pid) {
            m_pid = 0;
            return failure("the broker to be measured ended at once");
        }
        std::this_thread::sleep_for(5ms);
    }
    return failure("the broker to be measured did not become ready");
}

} // namespace greensward::bench
