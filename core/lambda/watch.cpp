// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/watch.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace greensward::lambda {

namespace json = boost::json;
using std::chrono::milliseconds;
using std::chrono::seconds;
using State = Instance::State;

namespace {

constexpr milliseconds kMeasureEvery{100};
constexpr unsigned kSlowest = 5; ///< a pinned function that fails starts again after 1, 2, 4 … 32 s

} // namespace

Processes::Watch::Watch(const Clock& clock, Settings settings, Post post)
    : m_clock(clock), m_settings(std::move(settings)), m_post(std::move(post)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_jailed = m_settings.bubblewrap && canJail();
}

Processes::Watch::~Watch()
{
    ::close(m_wake);
}

void Processes::Watch::start()
{
    m_thread = std::thread([this] { run(); });
}

void Processes::Watch::stop()
{
    for (auto& [arn, door] : m_doors)
        door->requests = nullptr;
    m_stopping = true;
    hand([] {});
    m_thread.join();
}

// --- the engine's side ---------------------------------------------------------------------------------------------

void Processes::Watch::hand(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_handed.push_back(std::move(work));
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}

void Processes::Watch::add(FunctionSpec spec, FunctionRequests& requests)
{
    auto door = std::make_shared<Door>(Door{spec, &requests});
    m_doors[spec.arn] = door;
    hand([this, spec = std::move(spec), door = std::move(door)]() mutable {
        auto pool = std::make_shared<Pool>(Pool{.spec = std::move(spec), .door = std::move(door)});
        for (const auto& former : m_pools)
            if (!former->retired && former->spec.arn == pool->spec.arn) {
                pool->line = std::exchange(former->line, {});
                former->retired = true;
            }
        m_pools.push_back(std::move(pool));
    });
}

void Processes::Watch::remove(std::string_view arn)
{
    const auto found = m_doors.find(arn);
    if (found == m_doors.end())
        return;
    found->second->requests = nullptr;
    m_doors.erase(found);
    hand([this, arn = std::string(arn)] {
        std::erase_if(m_pools, [&](const auto& pool) {
            if (pool->spec.arn != arn)
                return false;
            retire(*pool);
            return true;
        });
    });
}

void Processes::Watch::invoke(std::string_view arn, Call call)
{
    hand([this, arn = std::string(arn), call = std::make_shared<Call>(std::move(call))] {
        for (const auto& pool : m_pools) {
            if (pool->retired || pool->spec.arn != arn)
                continue;
            if (pool->line.size() >= m_settings.mostWaiting)
                return tell(std::move(*call),
                            {.error = Outcome::Error::Throttled, .payload = R"({"errorMessage":"Rate Exceeded."})"});
            pool->line.push_back(std::move(*call));
            return;
        }
        tell(std::move(*call),
             {.error = Outcome::Error::Gone, .payload = R"({"errorMessage":"The function is not here"})"});
    });
}

// --- the thread ----------------------------------------------------------------------------------------------------

void Processes::Watch::run()
{
    while (!m_stopping) {
        watchAll();
        runHanded();
        const Instant now = m_clock.now();
        for (const auto& pool : m_pools)
            attend(*pool, now);
        if (now - m_measured >= kMeasureEvery)
            m_measured = now;
        std::erase_if(m_pools, [](const auto& pool) { return pool->retired && pool->instances.empty(); });
    }
    m_pools.clear();
}

void Processes::Watch::runHanded()
{
    std::vector<std::function<void()>> handed;
    {
        const std::lock_guard lock(m_mutex);
        handed.swap(m_handed);
    }
    for (const auto& work : handed)
        work();
}

/// Waits until there is something to do.
void Processes::Watch::watchAll()
{
    std::vector<pollfd> watched{{m_wake, POLLIN, 0}};
    int wait = -1;
    for (const auto& pool : m_pools) {
        if (pool->instances.empty() && (pool->spec.pinned || !pool->line.empty())) // a start failed: again soon
            wait = 100;
        for (const auto& instance : pool->instances) {
            const short alsoWrite = instance->wantsToWrite() ? POLLOUT : 0;
            watched.push_back({instance->child.channel(), static_cast<short>(POLLIN | alsoWrite), 0});
            watched.push_back({instance->child.output(), POLLIN, 0});
            watched.push_back({instance->child.death(), POLLIN, 0});
            const int patience = instance->state == State::Idle ? 1000 : 50;
            wait = wait < 0 ? patience : std::min(wait, patience);
        }
    }
    ::poll(watched.data(), watched.size(), wait);
    std::uint64_t counted = 0;
    [[maybe_unused]] const auto got = ::read(m_wake, &counted, sizeof counted);
}

void Processes::Watch::attend(Pool& pool, Instant now)
{
    for (const auto& instance : pool.instances) {
        instance->exchange(now);
        enforce(pool, *instance, now);
        deliver(pool, instance);
    }
    buryDead(pool, now);
    dispatch(pool, now);
}

void Processes::Watch::enforce(const Pool& pool, Instance& instance, Instant now)
{
    if (instance.state == State::Over)
        return;
    pollfd death{instance.child.death(), POLLIN, 0};
    if (::poll(&death, 1, 0) > 0) {
        instance.exchange(now);
        return instance.finish({}, now);
    }
    const auto lasts = now - instance.since;
    if (instance.state == State::Busy ? lasts >= pool.spec.timeout
                                      : instance.state == State::Starting && lasts >= m_settings.startsWithin)
        return instance.finishTimedOut(now, m_clock.wall());
    if (instance.state == State::Idle && (pool.retired || (!pool.spec.pinned && lasts >= m_settings.idleFor))) {
        instance.state = State::Over;
        return;
    }
    if (now - m_measured < kMeasureEvery)
        return;
    if (instance.measureMemory())
        return;
    instance.finish({}, now); // killed, as by the kernel
}

/// What the instance has for the engine.
void Processes::Watch::deliver(Pool& pool, const std::shared_ptr<Instance>& instance)
{
    if (!instance->lines.empty())
        m_post([door = pool.door, lines = std::exchange(instance->lines, {})] {
            for (const LogLine& line : lines)
                if (door->requests)
                    door->requests->log(line);
        });
    for (Frame& frame : std::exchange(instance->asked, {}))
        ask(pool, instance, std::move(frame));
    if (instance->state == State::Idle || instance->state == State::Busy)
        pool.failures = 0;
    if (auto ended = std::exchange(instance->ended, std::nullopt))
        tell(std::move(ended->call), std::move(ended->outcome));
}

void Processes::Watch::ask(const Pool& pool, const std::shared_ptr<Instance>& instance, Frame frame)
{
    auto answer = [watch = weak_from_this(), instance = std::weak_ptr(instance),
                   number = frame.number("number")](const FunctionRequests::Answer& given) {
        if (const auto here = watch.lock())
            here->hand([instance, number, given] {
                if (const auto lives = instance.lock(); lives && lives->state != State::Over)
                    lives->answer(number, given);
            });
    };
    m_post([door = pool.door, frame = std::move(frame), answer = std::move(answer)] {
        if (!door->requests)
            return answer({.error = "The function was removed"});
        const std::string what = frame.text("what");
        FunctionRequests& host = *door->requests;
        if (what == "publish")
            return host.publish(door->spec, frame.text("topic"), frame.payload, frame.text("queueFullPolicy"), answer);
        if (what == "shadow") {
            using Verb = FunctionRequests::ShadowVerb;
            const std::string verb = frame.text("verb");
            return host.shadow(door->spec,
                               verb == "update"   ? Verb::Update
                               : verb == "delete" ? Verb::Delete
                                                  : Verb::Get,
                               frame.text("thing"), frame.payload, answer);
        }
        if (what == "invoke") {
            const json::value* event = frame.head.if_contains("event");
            return host.invoke(door->spec, frame.text("function"), frame.text("qualifier"),
                               event && event->is_bool() && event->get_bool(), frame.payload,
                               frame.text("clientContext"), answer);
        }
        answer({.error = "Nobody knows how to " + what});
    });
}

void Processes::Watch::buryDead(Pool& pool, Instant now)
{
    std::erase_if(pool.instances, [&](const auto& instance) {
        if (instance->state != State::Over)
            return false;
        if (instance->startProblem.empty())
            return true;
        ++pool.failures;
        pool.notBefore = now + seconds(1U << std::min(pool.failures - 1, kSlowest));
        if (!pool.line.empty() && !instance->wasReady()) { // it would have been the one
            Call call = std::move(pool.line.front());
            pool.line.pop_front();
            instance->refuse(std::move(call), now);
            deliver(pool, instance);
        }
        return true;
    });
}

void Processes::Watch::dispatch(Pool& pool, Instant now)
{
    if (pool.retired)
        return;
    for (const auto& instance : pool.instances) {
        if (instance->state != State::Idle || pool.line.empty())
            continue;
        Call call = std::move(pool.line.front());
        pool.line.pop_front();
        instance->give(std::move(call), now);
    }
    const auto starting = static_cast<std::size_t>(
        std::ranges::count(pool.instances, State::Starting, [](const auto& i) { return i->state; }));
    if (pool.spec.pinned) {
        if (pool.instances.empty() && now >= pool.notBefore)
            startInstance(pool, now);
        return;
    }
    for (std::size_t more = starting; more < pool.line.size() && pool.instances.size() < pool.spec.mostInstances;
         ++more)
        startInstance(pool, now);
}

void Processes::Watch::startInstance(Pool& pool, Instant now)
{
    const std::string name = fmt::format("{}-{}#{}", pool.spec.name(), pool.spec.version(), ++pool.started);
    auto child = ChildProcess::start(commandFor(pool.spec));
    if (child) {
        pool.instances.push_back(std::make_shared<Instance>(pool.spec, name, std::move(*child), now));
        return;
    }
    pool.notBefore = now + seconds(1);
    if (pool.line.empty())
        return;
    Call call = std::move(pool.line.front());
    pool.line.pop_front();
    tell(std::move(call), {.error = Outcome::Error::Unhandled,
                           .payload = json::serialize(json::object{{"errorType", "Runtime.InvalidEntrypoint"},
                                                                   {"errorMessage", child.error().message}})});
}

/// All of it ends now.
void Processes::Watch::retire(Pool& pool)
{
    const Instant now = m_clock.now();
    pool.retired = true;
    const Outcome gone{.error = Outcome::Error::Gone, .payload = R"({"errorMessage":"The function was removed"})"};
    for (const auto& instance : pool.instances) {
        instance->finish({}, now);
        if (auto ended = std::exchange(instance->ended, std::nullopt))
            tell(std::move(ended->call), gone);
    }
    for (Call& call : std::exchange(pool.line, {}))
        tell(std::move(call), gone);
}

void Processes::Watch::tell(Call call, Outcome outcome)
{
    m_post([done = std::move(call.done), outcome = std::move(outcome)]() mutable { done(std::move(outcome)); });
}

// --- how a process is started --------------------------------------------------------------------------------------

namespace {

/// What a function in a jail sees: the system, read only; nothing of people's own files.
std::vector<std::string> jail()
{
    std::vector<std::string> words{"bwrap", "--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts"};
    for (const char* part : {"/usr", "/bin", "/lib", "/lib64", "/etc", "/opt"})
        words.insert(words.end(), {"--ro-bind-try", part, part});
    words.insert(words.end(), {"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"});
    return words;
}

} // namespace

ChildProcess::Command Processes::Watch::commandFor(const FunctionSpec& spec) const
{
    ChildProcess::Command command{.words = {}, .folder = spec.folder, .environment = spec.environment};
    for (const auto& [name, value] : {std::pair{"PATH", "/usr/local/bin:/usr/bin:/bin"}, {"LANG", "C.UTF-8"}})
        command.environment.emplace(name, value);
    command.environment.emplace("HOME", "/tmp");
    command.environment["PYTHONDONTWRITEBYTECODE"] = "1";
    command.environment["ENCODING_TYPE"] = spec.encoding == Encoding::Binary ? "binary" : "json";
    command.environment["_HANDLER"] = spec.handler;
    command.environment["AWS_LAMBDA_FUNCTION_NAME"] = spec.name();
    command.environment["AWS_LAMBDA_FUNCTION_VERSION"] = spec.version();
    command.environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = std::to_string(spec.memoryKiB / 1024);
    std::string runtime = m_settings.runtime;
    if (m_jailed) {
        command.words = jail();
        command.words.insert(command.words.end(), {"--ro-bind", spec.folder, "/lambda", "--ro-bind", runtime,
                                                   "/runtime", "--chdir", "/lambda", "--"});
        runtime = "/runtime";
    }
    command.words.insert(command.words.end(), {m_settings.python, runtime + "/bootstrap.py", "3", spec.handler});
    return command;
}

/// Installed is not enough: a container may not allow it.
bool Processes::Watch::canJail() const
{
    std::vector<std::string> words = jail();
    words.insert(words.end(), {"--", "/usr/bin/true"});
    auto child = ChildProcess::start({.words = std::move(words), .folder = "/", .environment = {}});
    if (!child)
        return false;
    pollfd death{child->death(), POLLIN, 0};
    return ::poll(&death, 1, 2000) > 0 && child->exitedWell();
}

} // namespace greensward::lambda
