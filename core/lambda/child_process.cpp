// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/child_process.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greensward::lambda {

namespace {

constexpr const char* kMarkName = "GREENSWARD_INSTANCE";
constexpr int kChannelInChild = 3;
constexpr int kMostRounds = 100; ///< against who forks as fast as we look
constexpr int kDeepest = 6;      ///< of children whose memory is counted

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// In the child of a program with threads: nothing that may allocate or lock.
[[noreturn]] void becomeChild(int channel, int output, const char* folder, char* const* words, char* const* environment)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDONLY);
    // The ends lie above the standard descriptors: low numbers are taken last.
    const int high = ::fcntl(channel, F_DUPFD, 16);
    ::dup2(nothing, 0);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::dup2(high, kChannelInChild);
    ::syscall(SYS_close_range, kChannelInChild + 1, ~0U, 0);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    if (::chdir(folder) == 0)
        ::execvpe(words[0], words, environment);
    ::_exit(127);
}

std::uint64_t residentKiB(pid_t pid, int depth)
{
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    std::ifstream(fmt::format("/proc/{}/statm", pid)) >> size >> resident;
    std::uint64_t sum = resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 1024;
    if (depth >= kDeepest)
        return sum;
    std::ifstream children(fmt::format("/proc/{0}/task/{0}/children", pid));
    for (pid_t child = 0; children >> child;)
        sum += residentKiB(child, depth + 1);
    return sum;
}

/// Between fork and exec it is a copy of this program, whose memory is not its own.
bool isStillACopy(pid_t pid)
{
    std::error_code error;
    const auto its = std::filesystem::read_symlink(fmt::format("/proc/{}/exe", pid), error);
    return !error && its == std::filesystem::read_symlink("/proc/self/exe", error);
}

std::vector<pid_t> processesMarked(const std::string& mark)
{
    std::vector<pid_t> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
        const std::string name = entry.path().filename();
        if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; }))
            continue;
        std::ifstream file(entry.path() / "environ", std::ios::binary);
        const std::string environment{std::istreambuf_iterator<char>(file), {}};
        if (environment.find(mark) != std::string::npos)
            found.push_back(static_cast<pid_t>(std::atoi(name.c_str())));
    }
    return found;
}

} // namespace

Result<ChildProcess> ChildProcess::start(const Command& command)
{
    static std::atomic<unsigned> number = 0;
    std::array<int, 2> channel{};
    std::array<int, 2> output{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel.data()) != 0)
        return failure(fmt::format("no socket for a function's process: {}", std::strerror(errno)));
    if (::pipe2(output.data(), O_CLOEXEC) != 0) {
        const int why = errno;
        ::close(channel[0]);
        ::close(channel[1]);
        return failure(fmt::format("no pipe for a function's process: {}", std::strerror(why)));
    }
    ChildProcess child;
    child.m_channel = channel[0];
    child.m_output = output[0];
    child.m_mark = fmt::format("{}={}.{}", kMarkName, ::getpid(), ++number);
    std::vector<std::string> words = command.words;
    std::vector<std::string> variables;
    for (const auto& [name, value] : command.environment)
        variables.push_back(name + '=' + value);
    variables.push_back(child.m_mark);
    const auto wordPointers = pointersTo(words);
    const auto variablePointers = pointersTo(variables);
    child.m_pid = ::fork();
    if (child.m_pid == 0)
        becomeChild(channel[1], output[1], command.folder.c_str(), wordPointers.data(), variablePointers.data());
    ::close(channel[1]);
    ::close(output[1]);
    if (child.m_pid < 0)
        return failure(fmt::format("no process for a function: {}", std::strerror(errno)));
    ::setpgid(child.m_pid, child.m_pid);
    child.m_death = static_cast<int>(::syscall(SYS_pidfd_open, child.m_pid, 0));
    ::fcntl(child.m_channel, F_SETFL, O_NONBLOCK);
    ::fcntl(child.m_output, F_SETFL, O_NONBLOCK);
    if (child.m_death < 0)
        return failure(fmt::format("a function's process cannot be watched: {}", std::strerror(errno)));
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_channel(std::exchange(other.m_channel, -1))
    , m_output(std::exchange(other.m_output, -1))
    , m_death(std::exchange(other.m_death, -1))
    , m_mark(std::move(other.m_mark))
{}

ChildProcess::~ChildProcess()
{
    end();
    for (const int descriptor : {m_channel, m_output, m_death})
        if (descriptor >= 0)
            ::close(descriptor);
}

std::uint64_t ChildProcess::memoryKiB() const
{
    return m_pid > 0 && !isStillACopy(m_pid) ? residentKiB(m_pid, 0) : 0;
}

std::string ChildProcess::end()
{
    if (m_pid <= 0)
        return {};
    ::kill(-m_pid, SIGKILL); // before it is waited for: its number is its own until then
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    // Whoever left the group still carries the mark. Anew until it is on nobody else: one may fork while we look.
    std::set<pid_t> killed;
    bool more = true;
    for (int round = 0; more && round < kMostRounds; ++round) {
        more = false;
        for (const pid_t pid : processesMarked(m_mark + '\0')) {
            ::kill(pid, SIGKILL);
            more |= killed.insert(pid).second; // who is known takes a moment to die
        }
    }
    if (WIFEXITED(status))
        return fmt::format("exit status {}", WEXITSTATUS(status));
    return WTERMSIG(status) == SIGKILL ? "signal: killed" : fmt::format("signal: {}", ::strsignal(WTERMSIG(status)));
}

} // namespace greensward::lambda
