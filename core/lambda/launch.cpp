// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/launch.h"

#include "lambda/runtime.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <utility>

#include <unistd.h>

namespace greensward::lambda {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCode = "/lambda";     ///< inside a jail
constexpr const char* kRuntime = "/runtime"; ///< inside a jail
constexpr std::uint64_t kMemorySlackKiB = 768 * 1024;

bool isExecutable(const fs::path& file)
{
    std::error_code error;
    return fs::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0;
}

/// Where a program lies; empty when it is not installed.
fs::path programNamed(const std::string& name)
{
    if (name.find('/') != std::string::npos)
        return isExecutable(name) ? fs::path(name) : fs::path();
    const char* given = std::getenv("PATH");
    std::string_view folders = given ? given : "/usr/local/bin:/usr/bin:/bin";
    while (!folders.empty()) {
        const auto end = std::min(folders.find(':'), folders.size());
        if (fs::path program = fs::path(folders.substr(0, end)) / name; end > 0 && isExecutable(program))
            return program;
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return {};
}

/// What the runtime itself gives every function; those that it may choose are there already.
void addVariables(std::map<std::string, std::string>& environment, const FunctionSpec& spec, std::string_view instance)
{
    const std::string search = "/usr/local/bin:/usr/bin:/bin";
    for (const auto& [name, value] : {std::pair<const char*, std::string>{"PATH", search}, {"LANG", "C.UTF-8"}, {"HOME", "/tmp"}})
        environment.emplace(name, value);
    environment["PYTHONDONTWRITEBYTECODE"] = "1";
    environment["ENCODING_TYPE"] = spec.encoding == Encoding::Binary ? "binary" : "json";
    environment["_HANDLER"] = spec.handler;
    environment["AWS_EXECUTION_ENV"] = "AWS_Lambda_" + spec.runtime;
    environment["AWS_LAMBDA_FUNCTION_NAME"] = spec.name();
    environment["AWS_LAMBDA_FUNCTION_VERSION"] = spec.version();
    environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = std::to_string(spec.memoryKiB / 1024);
    environment["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/" + spec.name();
    environment["AWS_LAMBDA_LOG_STREAM_NAME"] = instance;
}

} // namespace

Result<void> canRun(std::string_view runtime, const Processes::Settings& settings)
{
    const RuntimeKind kind = kindOf(runtime);
    if (kind == RuntimeKind::None)
        return failure(fmt::format("The runtime {} is not here: Python 3 (python3.9), Node.js (nodejs12.x) and executables that "
                                   "speak the Runtime API (provided) are",
                                   runtime.empty() ? "without a name" : runtime));
    if (kind == RuntimeKind::Python && programNamed(settings.python).empty())
        return failure(fmt::format("Functions in Python need {}, which is not installed", settings.python));
    if (kind == RuntimeKind::Node && programNamed(settings.node).empty())
        return failure(fmt::format("The runtime {} needs Node.js, which is not installed on this machine: install the package "
                                   "nodejs",
                                   runtime));
    return {};
}

Result<ChildProcess::Command> launchOf(const FunctionSpec& spec, const Processes::Settings& settings, const Jail& jail,
                                       std::string_view instance, std::string_view runtimeApi)
{
    if (auto can = canRun(spec.runtime, settings); !can)
        return tl::unexpected(can.error());
    const RuntimeKind kind = kindOf(spec.runtime);
    const bool own = kind == RuntimeKind::Provided;
    if (own && !isExecutable(spec.folder / "bootstrap"))
        return failure("Couldn't find valid bootstrap(s): the package has no executable file of that name");
    const fs::path runtime = kind == RuntimeKind::Node ? settings.runtime.parent_path() / "node" : settings.runtime;
    const bool jailed = jail.works() && spec.contained;
    const fs::path code = jailed ? fs::path(kCode) : spec.folder;
    const fs::path there = jailed ? fs::path(kRuntime) : runtime;

    ChildProcess::Command command{.words = {},
                                  .folder = spec.folder,
                                  .environment = spec.environment,
                                  .mostDataKiB = spec.memoryKiB * 2 + kMemorySlackKiB,
                                  .inJail = jailed};
    addVariables(command.environment, spec, instance);
    command.environment["LAMBDA_TASK_ROOT"] = code;
    command.environment["LAMBDA_RUNTIME_DIR"] = own ? code : there;
    std::vector<std::string> run;
    if (own) {
        command.environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        run = {code / "bootstrap"};
    } else if (kind == RuntimeKind::Node) {
        command.environment["NODE_PATH"] = there / "modules";
        run = {programNamed(settings.node), there / "bootstrap.mjs", "3", spec.handler};
    } else {
        run = {programNamed(settings.python), there / "bootstrap.py", "3", spec.handler};
    }
    if (jailed)
        command.words = Jail::words({{spec.folder, kCode}, {own ? spec.folder : runtime, kRuntime}}, kCode, run.front(),
                                    settings.hidden);
    command.words.insert(command.words.end(), run.begin(), run.end());
    return command;
}

} // namespace greensward::lambda
