// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/watch.h"

#include "lambda/launch.h"
#include "lambda/runtime.h"
#include "lambda/socket_owner.h"

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
{}

Processes::Watch::~Watch()
{
    ::close(m_wake);
}

void Processes::Watch::start()
{
    m_jail = m_jailTried.get_future().share();
    m_thread = std::thread([this] { run(); });
}

void Processes::Watch::stop()
{
    for (auto& [arn, door] : m_doors)
        door->requests = nullptr;
    *m_tells = false;
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
    auto& door = m_doors[spec.arn]; // the former's instances go through it, too, until they have ended
    if (!door)
        door = std::make_shared<Door>();
    door->requests = &requests;
    hand([this, spec = std::move(spec), door]() mutable {
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
    m_jailTried.set_value(m_settings.bubblewrap ? Jail::tried() : Jail::none("bubblewrap is switched off"));
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
    if (m_runtimeDoor)
        m_runtimeDoor->close();
    {
        const std::lock_guard lock(m_mutex);
        m_handed.clear(); // requests among them
    }
    m_runtimeDoor.reset();
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
            if (instance->readsChannel()) // who has closed it would wake us without end
                watched.push_back({instance->child.channel(), static_cast<short>(POLLIN | alsoWrite), 0});
            if (instance->readsOutput())
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
    const bool startsInTime = pool.spec.pinned || pool.spec.onCore() || lasts < m_settings.startsWithin;
    if (instance.state == State::Busy ? lasts >= pool.spec.timeout : instance.state == State::Starting && !startsInTime)
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
    m_post([door = pool.door, spec = pool.spec, frame = std::move(frame), answer = std::move(answer)] {
        if (!door->requests)
            return answer({.error = "The function was removed"});
        const std::string what = frame.text("what");
        FunctionRequests& host = *door->requests;
        if (what == "publish")
            return host.publish(spec, frame.text("topic"), frame.payload, frame.text("queueFullPolicy"), answer);
        if (what == "shadow") {
            using Verb = FunctionRequests::ShadowVerb;
            const std::string verb = frame.text("verb");
            return host.shadow(spec,
                               verb == "update"   ? Verb::Update
                               : verb == "delete" ? Verb::Delete
                                                  : Verb::Get,
                               frame.text("thing"), frame.payload, answer);
        }
        if (what == "invoke") {
            const json::value* event = frame.head.if_contains("event");
            return host.invoke(spec, frame.text("function"), frame.text("qualifier"),
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
        } else {
            instance->complain();
        }
        deliver(pool, instance);
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
        instance->give(std::move(call), now, m_clock.wall());
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
    auto child = startProcess(pool.spec, name);
    if (child) {
        pool.instances.push_back(std::make_shared<Instance>(pool.spec, name, std::move(*child), now));
        return;
    }
    pool.notBefore = now + seconds(1U << std::min(pool.failures++, kSlowest));
    if (pool.line.empty()) {
        m_post([door = pool.door, line = LogLine{.arn = pool.spec.arn,
                                                 .instance = name,
                                                 .requestId = {},
                                                 .text = "[ERROR] Runtime.InvalidEntrypoint: " + child.error().message}] {
            if (door->requests)
                door->requests->log(line);
        });
        return;
    }
    Call call = std::move(pool.line.front());
    pool.line.pop_front();
    tell(std::move(call), {.error = Outcome::Error::Unhandled,
                           .payload = json::serialize(json::object{{"errorType", "Runtime.InvalidEntrypoint"},
                                                                   {"errorMessage", child.error().message}})});
}

Result<ChildProcess> Processes::Watch::startProcess(const FunctionSpec& spec, const std::string& name)
{
    std::string runtimeApi;
    if (kindOf(spec.runtime) == RuntimeKind::Provided) {
        if (!m_runtimeDoor) {
            auto opened = RuntimeDoor::open([this](RuntimeRequest request) {
                hand([this, request = std::make_shared<RuntimeRequest>(std::move(request))] { admit(std::move(*request)); });
            });
            if (!opened)
                return tl::unexpected(opened.error());
            m_runtimeDoor = std::move(*opened);
        }
        runtimeApi = m_runtimeDoor->address();
    }
    const auto command = launchOf(spec, m_settings, m_jail.get(), name, runtimeApi);
    if (!command)
        return tl::unexpected(command.error());
    return ChildProcess::start(*command);
}

/// The kernel knows whose socket it is: no word of the request is believed.
void Processes::Watch::admit(RuntimeRequest request)
{
    const auto socket = socketOf(request.request().peer.address, m_runtimeDoor->port());
    const Instant now = m_clock.now();
    if (socket)
        for (const auto& pool : m_pools)
            for (const auto& instance : pool->instances)
                if (instance->holdsSocket(*socket))
                    return instance->request(std::move(request), now);
    request.answer({.status = 403,
                    .body = R"({"errorMessage":"No process of a function asks there","errorType":"AccessDenied"})"});
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
    m_post([done = std::move(call.done), outcome = std::move(outcome), tells = m_tells]() mutable {
        if (*tells)
            done(std::move(outcome));
    });
}

} // namespace greensward::lambda
