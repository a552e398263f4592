// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lambda/instance.h"
#include "lambda/jail.h"
#include "lambda/launch.h"
#include "lambda/process_workers.h"
#include "lambda/runtime_door.h"

#include <atomic>
#include <deque>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace greensward::lambda {

/// The thread that watches the processes of all functions. Engine and thread give each other work: add(), remove() and
/// invoke() are called on the engine thread, everything else happens on the thread.
class Processes::Watch : public std::enable_shared_from_this<Watch>
{
public:
    using Post = std::function<void(std::function<void()>)>;
    Watch(const Clock& clock, Settings settings, Post post);
    ~Watch();
    void start();
    void stop();

    void add(FunctionSpec spec, FunctionRequests& requests);
    void remove(std::string_view arn);
    void invoke(std::string_view arn, Call call);
    std::string isolation() const { return m_jail.get().description(); }
    Result<void> canRun(std::string_view runtime) const { return lambda::canRun(runtime, m_settings); }

private:
    /// Through it the engine is spoken to; closed by the engine when the function is removed.
    struct Door
    {
        FunctionRequests* requests = nullptr;
    };
    struct Pool
    {
        FunctionSpec spec;
        std::shared_ptr<Door> door;
        std::deque<Call> line{};
        std::vector<std::shared_ptr<Instance>> instances{};
        unsigned started = 0;
        unsigned failures = 0; ///< of its last starts
        Instant notBefore{}; ///< a pinned one starts again
        bool retired = false;  ///< another has its name
    };

    void hand(std::function<void()> work); ///< to the thread
    void run();
    void runHanded();
    void watchAll();
    void retire(Pool& pool);
    void attend(Pool& pool, Instant now);
    void enforce(const Pool& pool, Instance& instance, Instant now);
    void deliver(Pool& pool, const std::shared_ptr<Instance>& instance);
    void ask(const Pool& pool, const std::shared_ptr<Instance>& instance, Frame frame);
    void buryDead(Pool& pool, Instant now);
    void dispatch(Pool& pool, Instant now);
    void startInstance(Pool& pool, Instant now);
    Result<ChildProcess> startProcess(const FunctionSpec& spec, const std::string& name);
    void admit(RuntimeRequest request);
    void tell(Call call, Outcome outcome);

    const Clock& m_clock;
    const Settings m_settings;
    const Post m_post;
    std::promise<Jail> m_jailTried;
    std::shared_future<Jail> m_jail;
    const std::shared_ptr<bool> m_tells = std::make_shared<bool>(true); ///< of the engine: whether anybody is told anything
    int m_wake = -1;
    std::atomic<bool> m_stopping = false;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_handed;
    std::unique_ptr<RuntimeDoor> m_runtimeDoor; ///< opened when the first asks for it
    std::vector<std::shared_ptr<Pool>> m_pools;
    std::map<std::string, std::shared_ptr<Door>, std::less<>> m_doors; ///< of the engine
    Instant m_measured{};
    std::thread m_thread;
};

} // namespace greensward::lambda
