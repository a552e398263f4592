// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An hour in a minute: a fleet of gas turbines, each with four sensors, a core of its own and its function in a process
// of its own, at sixty times real time. Cores and devices run in this program, their links in memory.
#include "billing/edge_bill.h"
#include "base/files.h"
#include "simulator/fleet.h"
#include "turbine_site.h"

#include <charconv>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace greensward;
using namespace greensward::edge::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "usage: greensward_turbine_fleet [--turbines N] [--hours N] [--every SECONDS] [--seed N]\n"
    "N gas turbines for N hours of theirs, each a minute long; a sensor sends every so many of their seconds.\n"
    "Exit code 0: every rule held; 1: one was broken; 2: wrong usage.\n";
constexpr Duration kTick = 4ms;
constexpr auto kStartsWithin = 120s;
constexpr WallTime kMorning{1'499'997'600s}; // 2017-07-14T02:00:00Z, a full hour
constexpr std::uint64_t kHour = 3'600'000;   // ms
/// A filter that is asked to be cleaned has so much more pressure drop than a clean one at least: that again.
constexpr double kFouled = 250; // Pa

struct Options
{
    int turbines = 100;
    int hours = 3;
    int every = 10;
    std::uint64_t seed = 1;

    static std::optional<Options> parse(int argc, char** argv)
    {
        Options options;
        for (int i = 1; i + 1 < argc; i += 2) {
            const std::string_view option = argv[i];
            const std::string_view text = argv[i + 1];
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > 1'000'000)
                return std::nullopt;
            if (option == "--turbines")
                options.turbines = static_cast<int>(number);
            else if (option == "--hours")
                options.hours = static_cast<int>(number);
            else if (option == "--every")
                options.every = static_cast<int>(number);
            else if (option == "--seed")
                options.seed = number;
            else
                return std::nullopt;
        }
        return argc % 2 == 1 ? std::optional(options) : std::nullopt;
    }
};

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double processorTime(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Proportional set sizes in MiB: what is shared is counted once, in shares.
double memoryOf(const std::string& pid)
{
    std::ifstream file("/proc/" + pid + "/smaps_rollup");
    for (std::string word; file >> word;)
        if (word == "Pss:") {
            double kib = 0;
            file >> kib;
            return kib / 1024;
        }
    return 0;
}

std::vector<std::string> children()
{
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const std::string pid = entry.path().filename();
        if (pid.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::ifstream file(entry.path() / "stat");
        std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto name = text.rfind(')');
        if (name == std::string::npos || text.size() < name + 4)
            continue;
        if (std::atoi(text.c_str() + name + 4) == ::getpid()) // ") S 1234": the parent
            found.push_back(pid);
    }
    return found;
}

/// Processor time that the children have used so far, in seconds; they need not have ended.
double childrensTime(const std::vector<std::string>& pids)
{
    double ticks = 0;
    for (const std::string& pid : pids) {
        std::ifstream file("/proc/" + pid + "/stat");
        std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto name = text.rfind(')');
        std::istringstream rest(name == std::string::npos ? "" : text.substr(name + 2));
        std::string word;
        for (int field = 3; rest >> word; ++field)
            if (field == 14 || field == 15)
                ticks += std::atof(word.c_str());
    }
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

class TurbineFleet
{
public:
    explicit TurbineFleet(const Options& options) : m_options(options) {}
    ~TurbineFleet()
    {
        m_fleet.reset();
        m_sites.clear();
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

    bool start();
    void live();
    void judge();
    void report() const;
    const std::vector<std::string>& violations() const { return m_violations; }

private:
    void post(std::size_t site, std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        m_work.emplace_back(site, std::move(work));
        m_came.notify_one();
    }
    void addSensors(std::size_t site);
    /// Lets real time pass until so.
    bool run(const std::function<bool()>& reached, std::chrono::seconds atMost);
    void turn();
    void asked(TurbineSite& site);
    bool idle() const;
    simulator::GasTurbine& plant(const TurbineSite& site);
    void violation(std::string what) { m_violations.push_back(std::move(what)); }

    Options m_options;
    fs::path m_folder = fs::temp_directory_path() / fmt::format("greensward-turbines-{}", ::getpid());
    SystemClock m_real;
    ManualClock m_clock;
    Instant m_realStart{};
    Instant m_start{};
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<std::pair<std::size_t, std::function<void()>>> m_work;
    std::vector<std::unique_ptr<TurbineSite>> m_sites;
    std::vector<std::unique_ptr<SiteLinks>> m_links;
    trace::Recorder m_recorder{m_clock, {.history = 1u << 20}};
    std::unique_ptr<simulator::World> m_world;
    std::unique_ptr<simulator::Fleet> m_fleet;
    std::shared_ptr<const simulator::GasTurbineConstants> m_sheet;
    std::vector<std::string> m_violations;
    std::size_t m_cleaned = 0;
    double m_mostBehind = 0; ///< ms of a turn
    double m_ownTime = 0;    ///< s of the processor, while it lived
    double m_childrensTime = 0;
    double m_wall = 0;
    double m_ownMemory = 0;
    double m_childrensMemory = 0;
    std::size_t m_children = 0;
};

bool TurbineFleet::start()
{
    const fs::path resources = GREENSWARD_RESOURCES;
    for (int number = 1; number <= m_options.turbines; ++number) {
        const std::size_t index = m_sites.size();
        m_sites.push_back(std::make_unique<TurbineSite>(
            number, m_real,
            TurbineSite::Settings{.function = resources / "functions/filter-maintenance",
                                  .runtime = resources / "python",
                                  .folder = m_folder / std::to_string(number),
                                  .post = [this, index](std::function<void()> work) { post(index, std::move(work)); }}));
        m_sites.back()->deploy();
        m_sites.back()->asked = [this](TurbineSite& site) { asked(site); };
    }
    for (const auto& site : m_sites)
        m_start = std::max(m_start, site->world.clock.now());
    m_realStart = m_real.now();
    turn();
    const auto loaded = [this] {
        return std::all_of(m_sites.begin(), m_sites.end(), [](const auto& site) { return fs::exists(site->database()); });
    };
    if (!run(loaded, kStartsWithin)) {
        violation("not all functions started");
        return false;
    }
    m_world = std::make_unique<simulator::World>(m_options.seed, kMorning, m_clock.now());
    m_fleet = std::make_unique<simulator::Fleet>(*m_world, m_clock, m_recorder, std::function<void()>{});
    for (std::size_t site = 0; site < m_sites.size(); ++site)
        addSensors(site);
    return m_violations.empty();
}

void TurbineFleet::addSensors(std::size_t site)
{
    m_links.push_back(std::make_unique<SiteLinks>(*m_sites[site]));
    for (const char* sensor : {"inlet", "filter", "rotor", "generator"}) {
        const auto model = simulator::loadDeviceModel(
            fmt::format("{}/models/gas-turbine-{}.device.json", GREENSWARD_RESOURCES, sensor));
        if (!model)
            return violation(model.error().message);
        m_sheet = std::get<std::shared_ptr<const simulator::GasTurbineConstants>>((*model)->constants);
        const auto device = m_fleet->add(*model, std::to_string(m_sites[site]->number), *m_links.back());
        if (!device)
            return violation(device.error().message);
        (*device)->setRate(m_sheet->timeFactor / m_options.every);
        (*device)->start();
    }
}

simulator::GasTurbine& TurbineFleet::plant(const TurbineSite& site)
{
    return *m_world->plant(site.name(), m_sheet);
}

/// Everything that is due now, once.
void TurbineFleet::turn()
{
    const Instant before = m_clock.now();
    m_clock.set(m_start + (m_real.now() - m_realStart));
    m_mostBehind = std::max(m_mostBehind, std::chrono::duration<double, std::milli>(m_clock.now() - before).count());
    for (const auto& site : m_sites)
        site->world.clock.set(m_clock.now());
    std::deque<std::pair<std::size_t, std::function<void()>>> work;
    {
        const std::lock_guard lock(m_mutex);
        work.swap(m_work);
    }
    std::vector<bool> stirred(m_sites.size());
    for (const auto& [site, one] : work) {
        one();
        stirred[site] = true;
    }
    if (m_fleet)
        m_fleet->advance(m_clock.now());
    for (std::size_t site = 0; site < m_sites.size(); ++site) {
        const auto due = m_sites[site]->world.nextDeadline();
        if (stirred[site] || (due && *due <= m_clock.now()))
            m_sites[site]->world.catchUp();
    }
}

bool TurbineFleet::run(const std::function<bool()>& reached, std::chrono::seconds atMost)
{
    const Instant end = m_real.now() + atMost;
    while (!reached()) {
        if (m_real.now() > end)
            return false;
        turn();
        std::unique_lock lock(m_mutex);
        m_came.wait_for(lock, kTick, [] { return false; }); // a turn is for all that came meanwhile
    }
    return true;
}

/// Somebody in the cloud sends for the cleaning.
void TurbineFleet::asked(TurbineSite& site)
{
    const double drop = plant(site).quantity(simulator::GasTurbine::PressureDrop);
    if (drop < m_sheet->cleanDrop + kFouled)
        violation(fmt::format("{} asked for its filter to be cleaned at {:.0f} Pa", site.name(), drop));
    const auto* wanted = site.requests.back().if_contains("clean");
    if (!wanted)
        return violation(site.name() + " did not say which cleaning it wants");
    if (site.requests.size() > 1 && wanted->as_int64() <= site.requests[site.requests.size() - 2].at("clean").as_int64())
        violation(site.name() + " asked twice for the same");
    site.clean(wanted->as_int64());
    ++m_cleaned;
}

/// No message is on its way to a function.
bool TurbineFleet::idle() const
{
    return std::all_of(m_sites.begin(), m_sites.end(),
                       [](const auto& site) { return site->local.messages == site->kept(); });
}

void TurbineFleet::live()
{
    const std::vector<std::string> pids = children();
    m_children = pids.size();
    const double own = processorTime(RUSAGE_SELF);
    const double theirs = childrensTime(pids);
    const Instant begin = m_real.now();
    m_mostBehind = 0;
    // The first reading after the last hour's end closes it.
    const auto hours = std::chrono::minutes(m_options.hours);
    const auto after = std::chrono::seconds(std::max(1, 2 * m_options.every / 60));
    run([&] { return m_world->now() >= simulator::Moment{} + hours + after; }, hours + 60s);
    for (std::size_t at = 0; at < m_fleet->size(); ++at)
        m_fleet->at(at).stop();
    m_wall = std::chrono::duration<double>(m_real.now() - begin).count();
    m_ownTime = processorTime(RUSAGE_SELF) - own;
    m_childrensTime = childrensTime(pids) - theirs;
    m_ownMemory = memoryOf("self");
    for (const std::string& pid : pids)
        m_childrensMemory += memoryOf(pid);
    const Instant slow = m_real.now() + 30s;
    run([&, next = m_real.now()]() mutable { // not to count the rows at every turn
        if (m_real.now() < next)
            return false;
        next = m_real.now() + 500ms;
        return idle() || m_real.now() > slow;
    }, 40s);
}

void TurbineFleet::judge()
{
    for (const auto& site : m_sites) {
        for (const std::string& problem : site->problems)
            violation(problem);
        const std::uint64_t kept = site->kept();
        if (site->summaries.size() != static_cast<std::size_t>(m_options.hours))
            violation(fmt::format("{} sent {} summaries of {} hours", site->name(), site->summaries.size(), m_options.hours));
        for (std::size_t hour = 0; hour < site->summaries.size(); ++hour) {
            const auto& summary = site->summaries[hour];
            if (summary.at("hour").to_number<std::uint64_t>() !=
                static_cast<std::uint64_t>(kMorning.time_since_epoch() / 1ms) + hour * kHour)
                violation(fmt::format("{} tells of another hour than its {}th", site->name(), hour + 1));
            const std::uint64_t told = summary.at("readings").to_number<std::uint64_t>();
            const std::uint64_t sent = site->hours[summary.at("hour").to_number<std::uint64_t>() / kHour];
            if (told != sent)
                violation(fmt::format("{} tells of {} readings in its {}th hour, not of {}", site->name(), told, hour + 1, sent));
            if (summary.at("rejected").to_number<std::uint64_t>() != 0)
                violation(site->name() + " refused what its sensors sent");
        }
        if (kept != site->local.messages)
            violation(fmt::format("{}: {} messages were sent, {} are kept", site->name(), site->local.messages, kept));
    }
}

void TurbineFleet::report() const
{
    Volume local;
    Volume up;
    std::size_t fouled = 0;
    double error = 0;
    double naive = 0;
    for (const auto& site : m_sites) {
        local.messages += site->local.messages;
        local.octets += site->local.octets;
        up.messages += site->up.messages;
        up.octets += site->up.octets;
        fouled += site->requests.empty() ? 0 : 1;
        if (!site->summaries.empty() && site->summaries.back().contains("modelError")) {
            error += site->summaries.back().at("modelError").to_number<double>();
            naive += site->summaries.back().at("rate").to_number<double>() / 6;
        }
    }
    const auto cores = static_cast<double>(m_sites.size());
    std::printf("%zu turbines, %d hours of theirs in %.1f s; a sensor sends every %d s of theirs\n", m_sites.size(),
                m_options.hours, m_wall, m_options.every);
    std::printf("local:  %llu messages (%.0f a second), %llu octets, kept here\n",
                static_cast<unsigned long long>(local.messages), static_cast<double>(local.messages) / m_wall,
                static_cast<unsigned long long>(local.octets));
    std::printf("up:     %llu messages, %llu octets: 1 of %.0f messages, 1 of %.0f octets\n",
                static_cast<unsigned long long>(up.messages), static_cast<unsigned long long>(up.octets),
                static_cast<double>(local.messages) / static_cast<double>(std::max<std::uint64_t>(1, up.messages)),
                static_cast<double>(local.octets) / static_cast<double>(std::max<std::uint64_t>(1, up.octets)));
    std::printf("asked:  %zu turbines for %zu cleanings; the models miss the growth of ten minutes by %.1f Pa of %.1f\n",
                fouled, m_cleaned, error / cores, naive / cores);
    const billing::EdgeTraffic traffic{local.messages, local.octets, up.messages, up.octets};
    for (const char* id : {"aws-2017", "aws-today"}) {
        const auto text = readFile(fmt::format("{}/prices/{}.json", GREENSWARD_RESOURCES, id), billing::kLargestPriceFile);
        const auto list = text ? billing::parsePriceList(*text) : tl::unexpected(text.error());
        if (!list)
            continue;
        const auto month = billing::edgeMonth(traffic, std::chrono::hours(m_options.hours), m_sites.size(), *list);
        std::printf("%s: a month raw in the cloud %s USD; what goes up %s USD and the cores %s USD\n", list->title.c_str(),
                    month.raw.text(2).c_str(), month.up.text(2).c_str(), month.cores.text(2).c_str());
    }
    std::printf("processor: %.2f of a core for the cores and devices, %.2f for %zu functions; longest turn %.0f ms\n",
                m_ownTime / m_wall, m_childrensTime / m_wall, m_children, m_mostBehind);
    std::printf("memory: %.0f MiB and %.0f MiB (%.1f a function)\n", m_ownMemory, m_childrensMemory,
                m_childrensMemory / static_cast<double>(std::max<std::size_t>(1, m_children)));
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = Options::parse(argc, argv);
    if (!options) {
        std::fputs(kUsage.data(), stderr);
        return 2;
    }
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    TurbineFleet fleet(*options);
    if (fleet.start()) {
        fleet.live();
        fleet.judge();
        fleet.report();
    }
    for (const std::string& violation : fleet.violations())
        std::printf("broken: %s\n", violation.c_str());
    return fleet.violations().empty() ? 0 : 1;
}
