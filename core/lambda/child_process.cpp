// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/child_process.h"

#include "base/random.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/ranges.h>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greensward::lambda {

namespace fs = std::filesystem;

namespace {

constexpr const char* kMarkName = "GREENSWARD_INSTANCE";
constexpr int kChannelInChild = 3;
constexpr int kMostRounds = 100; ///< against who forks as fast as we look
constexpr int kDeepest = 6;      ///< of children that are looked at
constexpr std::size_t kMostRelatives = 4096;

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// In the child of a program with threads: nothing that may allocate or lock.
[[noreturn]] void becomeChild(int channel, int output, const char* folder, char* const* words, char* const* environment,
                              std::uint64_t mostDataKiB)
{
    ::setsid(); // a group of its own, and no terminal to write to
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
    if (const rlimit data{mostDataKiB * 1024, mostDataKiB * 1024}; mostDataKiB > 0)
        ::setrlimit(RLIMIT_DATA, &data);
    // When the machine is out of memory, a function goes before anything else of the user's.
    if (const int badness = ::open("/proc/self/oom_score_adj", O_WRONLY); badness >= 0) {
        [[maybe_unused]] const auto written = ::write(badness, "1000", 4);
        ::close(badness);
    }
    if (::chdir(folder) == 0)
        ::execvpe(words[0], words, environment);
    ::_exit(127);
}

/// It and everybody it started, as far as their parents live.
void collectFamily(pid_t pid, int depth, std::vector<pid_t>& into)
{
    into.push_back(pid);
    if (depth >= kDeepest || into.size() > kMostRelatives)
        return;
    std::error_code error;
    for (fs::directory_iterator task(fmt::format("/proc/{}/task", pid), error), end; !error && task != end;
         task.increment(error)) { // any of its threads may have
        std::ifstream children(task->path() / "children");
        for (pid_t child = 0; children >> child;)
            collectFamily(child, depth + 1, into);
    }
}

std::uint64_t residentKiB(pid_t pid)
{
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    std::ifstream(fmt::format("/proc/{}/statm", pid)) >> size >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

/// When it began, in ticks since the system did; 0 when it is gone.
std::uint64_t birthOf(std::string_view pid)
{
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string line;
    std::getline(file, line);
    const auto afterName = line.rfind(')'); // the name may hold anything
    if (afterName == std::string::npos)
        return 0;
    std::istringstream rest(line.substr(afterName + 1));
    std::string field;
    for (int number = 3; number <= 22 && rest >> field; ++number) {
    }
    return std::strtoull(field.c_str(), nullptr, 10);
}

/// Between fork and exec it is a copy of this program, whose memory is not its own.
bool isStillACopy(pid_t pid)
{
    std::error_code error;
    const auto its = fs::read_symlink(fmt::format("/proc/{}/exe", pid), error);
    return !error && its == fs::read_symlink("/proc/self/exe", error);
}

/// Of those that began then or later: to read the others' environment would be in vain, and may wait for them.
std::vector<pid_t> processesMarked(const std::string& mark, std::uint64_t bornSince)
{
    std::vector<pid_t> found;
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename();
        if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; }) || birthOf(name) < bornSince)
            continue;
        std::ifstream file(entry->path() / "environ", std::ios::binary);
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
    child.m_inJail = command.inJail;
    child.m_channel = channel[0];
    child.m_output = output[0];
    std::array<std::uint8_t, 8> secret{}; // so that none can bear another's mark
    fillWithEntropy(secret);
    child.m_mark = fmt::format("{}={}.{}.{:02x}", kMarkName, ::getpid(), ++number, fmt::join(secret, ""));
    std::vector<std::string> words = command.words;
    std::vector<std::string> variables;
    for (const auto& [name, value] : command.environment)
        variables.push_back(name + '=' + value);
    variables.push_back(child.m_mark);
    const auto wordPointers = pointersTo(words);
    const auto variablePointers = pointersTo(variables);
    child.m_pid = ::fork();
    if (child.m_pid == 0)
        becomeChild(channel[1], output[1], command.folder.c_str(), wordPointers.data(), variablePointers.data(),
                    command.mostDataKiB);
    ::close(channel[1]);
    ::close(output[1]);
    if (child.m_pid < 0)
        return failure(fmt::format("no process for a function: {}", std::strerror(errno)));
    child.m_born = birthOf(std::to_string(child.m_pid));
    child.m_death = static_cast<int>(::syscall(SYS_pidfd_open, child.m_pid, 0));
    ::fcntl(child.m_channel, F_SETFL, O_NONBLOCK);
    ::fcntl(child.m_output, F_SETFL, O_NONBLOCK);
    if (child.m_death < 0)
        return failure(fmt::format("a function's process cannot be watched: {}", std::strerror(errno)));
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_inJail(other.m_inJail)
    , m_born(other.m_born)
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
    if (m_pid <= 0 || isStillACopy(m_pid))
        return 0;
    std::vector<pid_t> family;
    collectFamily(m_pid, 0, family);
    std::uint64_t sum = 0;
    for (const pid_t pid : family)
        sum += residentKiB(pid);
    return sum;
}

bool ChildProcess::holdsSocket(std::uint64_t inode) const
{
    if (m_pid <= 0)
        return false;
    const std::string wanted = fmt::format("socket:[{}]", inode);
    const auto holds = [&wanted](pid_t pid) {
        std::error_code error;
        for (fs::directory_iterator at(fmt::format("/proc/{}/fd", pid), error), end; !error && at != end; at.increment(error)) {
            std::error_code gone;
            if (fs::read_symlink(at->path(), gone) == wanted)
                return true;
        }
        return false;
    };
    std::vector<pid_t> family;
    collectFamily(m_pid, 0, family);
    return std::ranges::any_of(family, holds) || std::ranges::any_of(processesMarked(m_mark + '\0', m_born), holds);
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
    // Whoever left the group still carries the mark (in a jail, they all die with the first). Anew until it is on nobody else: one may fork while we look.
    std::set<pid_t> killed;
    bool more = true;
    for (int round = 0; more && round < kMostRounds; ++round) {
        more = false;
        for (const pid_t pid : processesMarked(m_mark + '\0', m_born)) {
            ::kill(pid, SIGKILL);
            more |= killed.insert(pid).second; // who is known takes a moment to die
        }
    }
    const bool passedOn = m_inJail && WIFEXITED(status) && WEXITSTATUS(status) > 128 && WEXITSTATUS(status) <= 128 + SIGRTMAX;
    if (WIFEXITED(status) && !passedOn)
        return fmt::format("exit status {}", WEXITSTATUS(status));
    const int signal = passedOn ? WEXITSTATUS(status) - 128 : WTERMSIG(status);
    return signal == SIGKILL ? "signal: killed" : fmt::format("signal: {}", ::strsignal(signal));
}

} // namespace greensward::lambda
