// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_lambda.h"

#include "app/bench/figure.h"
#include "app/resource_files.h"
#include "lambda/process_workers.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <mutex>
#include <optional>
#include <unistd.h>

namespace greensward::bench {

namespace {

namespace fs = std::filesystem;
using std::chrono::duration;
using std::chrono::steady_clock;

constexpr int kColdStarts = 10;
constexpr double kBudgetMs = 1;

/// Each answers how many nanoseconds it has taken itself, over the same work.
struct Subject
{
    std::string_view row;
    std::string_view what;
    std::string_view runtime;
    std::string_view file;
    std::string_view code;
    bool budgeted;
};
constexpr Subject kSubjects[] = {
    {"python", "Python", "python3.9", "index.py",
     "import time\n"
     "def handler(event, context):\n"
     "    begin = time.perf_counter_ns()\n"
     "    total = sum(event['values'])\n"
     "    return time.perf_counter_ns() - begin\n",
     true},
    {"node", "Node.js", "nodejs12.x", "index.js",
     "exports.handler = async (event) => {\n"
     "    const begin = process.hrtime.bigint();\n"
     "    const total = event.values.reduce((sum, value) => sum + value, 0);\n"
     "    return Number(process.hrtime.bigint() - begin);\n"
     "};\n",
     false},
    {"provided", "a bootstrap in Python, by the Runtime API", "provided", "bootstrap",
     "#!/usr/bin/python3\n"
     "import http.client, json, os, time\n"
     "api = http.client.HTTPConnection(os.environ['AWS_LAMBDA_RUNTIME_API'])\n"
     "def ask(method, path, body=None):\n"
     "    api.request(method, '/2018-06-01/runtime/invocation/' + path, body)\n"
     "    answer = api.getresponse()\n"
     "    return answer.headers, answer.read()\n"
     "while True:\n"
     "    told, event = ask('GET', 'next')\n"
     "    begin = time.perf_counter_ns()\n"
     "    total = sum(json.loads(event)['values'])\n"
     "    took = time.perf_counter_ns() - begin\n"
     "    ask('POST', told['Lambda-Runtime-Aws-Request-Id'] + '/response', str(took))\n",
     false},
};
constexpr std::string_view kEvent = R"({"values":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]})";

/// An engine thread that does nothing else: this one. Functions ask nothing of it.
class Engine final : public lambda::FunctionRequests
{
public:
    void post(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
        m_came.notify_one();
    }
    void runOne()
    {
        std::unique_lock lock(m_mutex);
        m_came.wait(lock, [this] { return !m_work.empty(); });
        const auto work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
    }

    void publish(const lambda::FunctionSpec&, std::string, std::string, std::string, Done done) override { done({}); }
    void shadow(const lambda::FunctionSpec&, ShadowVerb, std::string, std::string, Done done) override { done({}); }
    void invoke(const lambda::FunctionSpec&, std::string, std::string, bool, std::string, std::string, Done done) override
    {
        done({});
    }
    void log(const lambda::LogLine&) override {}

private:
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<std::function<void()>> m_work;
};

struct Measured
{
    std::vector<double> overhead{}; ///< of warm calls, milliseconds
    std::vector<double> bare{};
    std::vector<double> startups{};
    std::size_t failed = 0;
};

class LambdaBench
{
public:
    LambdaBench(const fs::path& runtime, fs::path folder)
        : m_folder(std::move(folder))
        , m_processes(m_clock, {.runtime = runtime}, [this](std::function<void()> work) { m_engine.post(std::move(work)); })
    {}

    Measured measure(const Subject& subject, unsigned calls)
    {
        Measured measured;
        for (int start = 0; start < kColdStarts; ++start) {
            m_processes.add(specOf(subject, start), m_engine);
            callOnce(measured, specOf(subject, start).arn);
            m_processes.remove(specOf(subject, start).arn);
        }
        m_processes.add(specOf(subject, kColdStarts), m_engine);
        for (unsigned call = 0; call <= calls; ++call)
            callOnce(measured, specOf(subject, kColdStarts).arn);
        m_processes.remove(specOf(subject, kColdStarts).arn);
        return measured;
    }
    bool has(const Subject& subject) const { return m_processes.canRun(subject.runtime).has_value(); }
    std::string isolation() const { return m_processes.isolation(); }

private:
    lambda::FunctionSpec specOf(const Subject& subject, int number) const
    {
        const fs::path folder = m_folder / subject.row;
        if (!fs::exists(folder)) {
            fs::create_directories(folder);
            std::ofstream(folder / subject.file) << subject.code;
            fs::permissions(folder / subject.file, fs::perms::owner_exec, fs::perm_options::add);
        }
        return {.arn = fmt::format("arn:aws:lambda:us-east-1:123456789012:function:{}:{}", subject.row, number + 1),
                .handler = "index.handler",
                .runtime = std::string(subject.runtime),
                .folder = folder};
    }
    void callOnce(Measured& into, const std::string& arn)
    {
        std::optional<lambda::Outcome> outcome;
        const auto begin = steady_clock::now();
        m_processes.invoke(arn, {.requestId = "bench", .payload = std::string(kEvent)},
                           [&outcome](lambda::Outcome got) { outcome = std::move(got); });
        while (!outcome)
            m_engine.runOne();
        const duration<double, std::milli> took = steady_clock::now() - begin;
        if (outcome->failed()) {
            ++into.failed;
            fmt::print(stderr, "greensward: {}\n", outcome->payload);
            return;
        }
        if (outcome->report.cold)
            return into.startups.push_back(duration<double, std::milli>(outcome->report.startup).count());
        const double own = std::strtod(outcome->payload.c_str(), nullptr) / 1e6;
        into.bare.push_back(own);
        into.overhead.push_back(took.count() - own);
    }

    SystemClock m_clock;
    Engine m_engine;
    fs::path m_folder;
    lambda::Processes m_processes;
};

bool tellOf(const Subject& subject, Measured& measured)
{
    const Spread overhead = spreadOf(measured.overhead);
    const Spread bare = spreadOf(measured.bare);
    const Spread start = spreadOf(measured.startups);
    const bool ok = tell({.bench = "lambda",
                          .row = subject.row,
                          .what = fmt::format("{}: a warm call over its handler's own {:.4f} ms, p50 (p99 {:.3f} ms, worst {:.3f} ms)",
                                              subject.what, bare.median, overhead.p99, overhead.worst),
                          .value = overhead.median,
                          .unit = "ms",
                          .budget = subject.budgeted ? std::optional(kBudgetMs) : std::nullopt});
    tell({.bench = "lambda",
          .row = subject.row,
          .what = fmt::format("{}: a cold start until the module is loaded, p50 (worst {:.0f} ms)", subject.what, start.worst),
          .value = start.median,
          .unit = "ms",
          .budget = std::nullopt});
    return tell({.bench = "lambda",
                 .row = subject.row,
                 .what = fmt::format("{}: failed", subject.what),
                 .value = static_cast<double>(measured.failed),
                 .unit = "calls",
                 .budget = 0}) &&
           ok;
}

} // namespace

int benchLambda(const LambdaBenchSettings& settings)
{
    const auto runtime = app::resourceFile("python");
    if (!runtime) {
        fmt::print(stderr, "greensward: {}\n", runtime.error().message);
        return 1;
    }
    const fs::path folder = fs::temp_directory_path() / fmt::format("greensward-bench-lambda-{}", ::getpid());
    bool ok = true;
    {
        LambdaBench bench(*runtime, folder);
        fmt::print(stderr, "greensward: functions run as {}\n", bench.isolation());
        for (const Subject& subject : kSubjects) {
            if (!bench.has(subject)) {
                fmt::print(stderr, "greensward: {} is not installed and not measured\n", subject.what);
                continue;
            }
            Measured measured = bench.measure(subject, settings.calls);
            ok = tellOf(subject, measured) && ok;
        }
    }
    std::error_code left;
    fs::remove_all(folder, left);
    return ok ? 0 : 1;
}

} // namespace greensward::bench
