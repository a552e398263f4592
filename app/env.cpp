// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/identities.h"
#include "app/ready_file.h"
#include "app/shell_text.h"

#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

namespace {

/// Where the workspace's engine is: what it said itself while it runs, else where it will be by default.
Result<Whereabouts> findWorkspace(const std::filesystem::path& directory)
{
    if (auto running = readRunningFile(directory))
        return std::move(*running);
    auto keys = AccessKeys::load(Identities::accessKeyFile(directory));
    if (!keys) {
        return failure(fmt::format("there is no workspace in {} yet; start greensward or greensward serve once",
                                   directory.string()));
    }
    return Whereabouts{.directory = directory,
                       .rootCertificate = Identities::rootFile(directory),
                       .keys = std::move(*keys),
                       .listen = EngineSettings{}.listen,
                       .ports = {},
                       .plainMqtt = false};
}

} // namespace

int runEnv(const EnvCommand& command)
{
    const auto workspace = findWorkspace(std::filesystem::absolute(command.directory));
    if (!workspace) {
        fmt::print(stderr, "greensward: {}\n", workspace.error().message);
        return 1;
    }
    fmt::print("{}", shellLines(*workspace));
    return 0;
}

} // namespace greensward::app
