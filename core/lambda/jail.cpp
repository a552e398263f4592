// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/jail.h"

#include "lambda/child_process.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include <poll.h>
#include <unistd.h>

namespace greensward::lambda {

namespace fs = std::filesystem;

namespace {

constexpr int kTrialMs = 5000;
/// The last ones hold what /etc/resolv.conf points to.
constexpr std::array kSystem{"/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/run/systemd/resolve", "/run/resolvconf"};

bool liesIn(const fs::path& path, const fs::path& folder)
{
    const auto [end, nothing] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

bool isOfTheSystem(const fs::path& path)
{
    return std::ranges::any_of(kSystem, [&](const char* part) { return liesIn(path, part); });
}

std::string lastLineOf(int output)
{
    std::array<char, 2048> text{};
    const ssize_t got = ::read(output, text.data(), text.size());
    std::string_view said(text.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    while (said.ends_with('\n'))
        said.remove_suffix(1);
    return std::string(said.substr(said.rfind('\n') + 1)); // npos + 1 is 0
}

} // namespace

std::vector<std::string> Jail::words(const std::vector<Shown>& shown, const fs::path& startIn, const fs::path& program,
                                     const fs::path& hidden)
{
    std::vector<std::string> words{"bwrap", "--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts"};
    for (const char* part : kSystem)
        words.insert(words.end(), {"--ro-bind-try", part, part});
    words.insert(words.end(), {"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"});
    std::error_code error;
    if (const fs::path real = fs::canonical(program, error); !error && !isOfTheSystem(real)) {
        const fs::path home = real.parent_path().parent_path(); // of its libraries, too: …/bin/node, …/lib
        words.insert(words.end(), {"--ro-bind", home, home});
    }
    if (const fs::path real = fs::weakly_canonical(hidden, error); !hidden.empty() && !error && isOfTheSystem(real))
        words.insert(words.end(), {"--tmpfs", real});
    for (const Shown& one : shown)
        words.insert(words.end(), {"--ro-bind", one.real, one.inside});
    words.insert(words.end(), {"--chdir", startIn, "--"});
    return words;
}

Jail Jail::tried()
{
    std::vector<std::string> command = words({}, "/", "/usr/bin/true", {});
    command.emplace_back("/usr/bin/true");
    auto child = ChildProcess::start({.words = std::move(command), .folder = "/", .environment = {}});
    if (!child)
        return Jail(child.error().message);
    pollfd death{child->death(), POLLIN, 0};
    const bool ended = ::poll(&death, 1, kTrialMs) > 0;
    const std::string how = child->end();
    if (ended && how == "exit status 0")
        return Jail({});
    if (ended && how == "exit status 127")
        return Jail("bubblewrap is not installed");
    const std::string said = lastLineOf(child->output());
    return Jail(fmt::format("bubblewrap does not work here: {}", ended && !said.empty() ? said : how));
}

std::string Jail::description() const
{
    return works() ? "processes in a private file system (bubblewrap)" : fmt::format("plain processes ({})", m_why);
}

} // namespace greensward::lambda
