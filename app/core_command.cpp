// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background_worker.h"
#include "app/commands.h"
#include "app/doctor_watch.h"
#include "app/edge_daemon.h"
#include "app/open_addresses.h"
#include "app/process_usage.h"
#include "app/resource_files.h"
#include "app/stop_signals.h"
#include "base/files.h"
#include "base/log.h"
#include "edge/group_document.h"
#include "lambda/process_workers.h"
#include "store/database.h"

#include <boost/json.hpp>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <future>
#include <thread>
#include <unistd.h>

namespace greensward::app {

namespace {

using namespace std::chrono_literals;

constexpr auto kFarewell = 500ms;
constexpr std::uint64_t kOpenFiles = 16'384;

int complain(const Error& error)
{
    fmt::print(stderr, "greensward: {}\n", error.message);
    return 1;
}

/// As `greensward env` sets it, for functions.
std::string endpointOfEnvironment()
{
    const char* const endpoint = std::getenv("AWS_ENDPOINT_URL");
    return endpoint ? endpoint : "";
}

/// A core that is a process of its own: loop, clock, database and functions around one seat.
class EdgeProcess
{
public:
    EdgeProcess(const CoreCommand& command, EdgeConfig config) : m_command(command), m_config(std::move(config)) {}
    ~EdgeProcess()
    {
        m_worker.reset();
        m_daemon.reset();
        m_functions.reset();
        m_writer.reset();
    }

    Result<void> open()
    {
        const auto state = m_config.root / "ggc/var/state";
        if (const auto made = makePrivateFolder(state); !made)
            return made;
        auto database = store::Database::open(state / "core.db");
        if (!database)
            return tl::unexpected<Error>(database.error());
        store::WriterEvents events;
        events.committed = [this](store::Ticket upTo) { m_daemon->committed(upTo); };
        events.failed = [](const store::StoreError& why) {
            spdlog::error("the core's state can no longer be written: {}", why.message);
        };
        m_writer = std::make_unique<store::Writer>(std::move(*database), m_loop, m_recorder, std::move(events));
        if (const auto runtime = resourceFile("python"))
            m_functions = std::make_unique<lambda::Processes>(
                m_clock, lambda::Processes::Settings{.runtime = *runtime, .hidden = m_config.root},
                [this](std::function<void()> work) { m_loop.post(std::move(work)); });
        else
            spdlog::error("functions cannot run: {}", runtime.error().message);
        m_worker = std::make_unique<BackgroundWorker>();
        m_daemon = std::make_unique<EdgeDaemon>(
            EdgeDaemon::Parts{.loop = m_loop,
                            .clock = m_clock,
                            .recorder = m_recorder,
                            .writer = m_writer.get(),
                            .workers = m_functions.get(),
                            .background =
                                [this](std::function<void()> work, std::function<void()> then) {
                                    m_worker->add([this, work = std::move(work), then = std::move(then)] {
                                        work();
                                        m_loop.post(then);
                                    });
                                },
                            .listen = m_command.listen,
                            .endpoint = endpointOfEnvironment()},
            m_config);
        return m_daemon->start();
    }
    void run(const StopSignals& stopSignals)
    {
        std::thread thread([this] { m_loop.run(); });
        const auto ask = [this](auto work) {
            auto task = std::make_shared<std::packaged_task<decltype(work())()>>(work);
            auto answer = task->get_future();
            m_loop.post([task] { (*task)(); });
            return answer.get();
        };
        {
            const DoctorWatch doctor(
                DoctorWatch::Parts{.recorder = m_recorder,
                                   .clock = m_clock,
                                   .ask = [ask](std::function<void()> work) { ask(std::move(work)); },
                                   .file = DoctorWatch::fileOfCore(m_config.root)});
            stopSignals.wait();
        }
        ask([this] { m_daemon->stop(); });
        const auto patience = m_clock.now() + kFarewell;
        while (m_clock.now() < patience && ask([this] { return m_daemon->hasLinks(); }))
            std::this_thread::sleep_for(5ms);
        m_loop.stop();
        thread.join();
    }
    Result<void> flush()
    {
        if (const auto kept = m_writer->flush(); !kept)
            return tl::unexpected<Error>(kept.error());
        return {};
    }

private:
    const CoreCommand& m_command;
    EdgeConfig m_config;
    SystemClock m_clock;
    trace::Recorder m_recorder{m_clock, {.history = 4u << 20}};
    net::EventLoop m_loop;
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<lambda::Processes> m_functions;
    std::unique_ptr<EdgeDaemon> m_daemon;
    std::unique_ptr<BackgroundWorker> m_worker;
};

Result<void> tellReady(const std::filesystem::path& file, const EdgeConfig& config, const std::string& listen)
{
    const boost::json::object ready{{"pid", ::getpid()},
                                    {"core", edge::lastPart(config.thingArn)},
                                    {"thing_arn", config.thingArn},
                                    {"data_dir", config.root.string()},
                                    {"mqtts", {{"host", listen}, {"port", config.ggMqttPort}}}};
    constexpr unsigned kPrivate = 0600;
    return writeFileAtomically(file, boost::json::serialize(ready) + "\n", kPrivate);
}

} // namespace

int runCore(const CoreCommand& command)
{
    const StopSignals stopSignals;
    std::error_code ignored;
    if (command.readyFile)
        std::filesystem::remove(*command.readyFile, ignored);
    raiseOpenFiles(kOpenFiles);
    auto config = EdgeConfig::read(command.config);
    if (!config)
        return complain(config.error());
    EdgeProcess core(command, *config);
    if (const auto opened = core.open(); !opened)
        return complain(opened.error());
    if (command.readyFile)
        if (const auto told = tellReady(*command.readyFile, *config, command.listen); !told)
            return complain(told.error());
    fmt::print("Core {} started with PID {}. It looks for its cloud at {}:{}.\n", edge::lastPart(config->thingArn),
               ::getpid(), config->iotHost, config->iotMqttPort);
    tellWhoGetsIn(command.listen);
    std::fflush(stdout);
    core.run(stopSignals);
    if (command.readyFile)
        std::filesystem::remove(*command.readyFile, ignored);
    const auto kept = core.flush();
    return kept ? 0 : complain(kept.error());
}

} // namespace greensward::app
