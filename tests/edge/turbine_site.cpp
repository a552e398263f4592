// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "turbine_site.h"

#include "aws/digest.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sqlite3.h>

namespace greensward::edge::test {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFunction = "filter-maintenance:1";
constexpr const char* kZip = "the package lies unpacked already";
constexpr std::array kSensors{"inlet", "filter", "rotor", "generator"};

} // namespace

TurbineSite::TurbineSite(int its, const Clock& clock, Settings settings)
    : number(its), world(static_cast<std::uint64_t>(its)), m_settings(std::move(settings))
{
    fs::create_directories(m_settings.folder / "packages");
    fs::create_directory_symlink(m_settings.function, m_settings.folder / "packages" / functionArn(kFunction));
    // Each core has its own: a version of a function has one name on all of them.
    m_processes = std::make_unique<lambda::Processes>(
        clock, lambda::Processes::Settings{.runtime = m_settings.runtime}, m_settings.post);
    world.shelf.packageRoot = m_settings.folder / "packages";
    world.otherWorkers = m_processes.get();
    world.startCore();
    world.cloud.publishCode(functionArn(kFunction), kZip);
    world.cloud.broker.tap("#", [this](const mqtt::TappedMessage& message) {
        arrive(message.topic, asText(message.payload));
    });
    world.core->broker().tap("plants/#", [this](const mqtt::TappedMessage& message) {
        if (message.publisher.starts_with("gt-"))
            said(asText(message.payload));
    });
}

void TurbineSite::said(std::string_view report)
{
    constexpr std::string_view kTime = "{\"timestamp\":";
    local.add(report.size());
    if (!report.starts_with(kTime))
        return problems.push_back(fmt::format("a report of {} does not begin with its time", name()));
    std::uint64_t time = 0;
    std::from_chars(report.data() + kTime.size(), report.data() + report.size(), time);
    m_latest = std::max(m_latest, time); // a reading that comes late counts for the hour in which it comes
    ++hours[m_latest / 3'600'000];
}

TurbineSite::~TurbineSite()
{
    world.core.reset(); // it asks its functions to end
}

void TurbineSite::arrive(std::string_view topic, std::string_view payload)
{
    if (!topic.starts_with("plants/") || topic.ends_with("/clean"))
        return;
    up.add(payload.size());
    auto message = boost::json::parse(payload).as_object();
    if (topic == "plants/" + name() + "/summary") {
        summaries.push_back(std::move(message));
    } else if (topic == "plants/" + name() + "/maintenance") {
        requests.push_back(std::move(message));
        if (asked)
            asked(*this);
    } else {
        problems.push_back(fmt::format("{} told the cloud of {}", name(), topic));
    }
}

GroupText TurbineSite::group() const
{
    GroupText group;
    const std::string at = "plants/" + name() + "/";
    const std::string function = std::string("function:") + kFunction;
    for (const char* sensor : kSensors) {
        const std::string device = name() + "-" + sensor;
        group.device(device).route(device, at + sensor, functionArn(kFunction));
    }
    group.route(functionArn(kFunction), at + "summary", "cloud")
        .route(functionArn(kFunction), at + "maintenance", "cloud")
        .route("cloud", at + "clean", name() + "-filter");
    // The database is to outlive the process.
    const json::object variables{{"READINGS_FOLDER", m_settings.folder.string()}, {"COMMIT_EVERY", "1"}};
    group.function(functionArn(kFunction), functionArn(kFunction),
                   {{"Executable", "filter_maintenance.function_handler"},
                    {"Pinned", true},
                    {"Timeout", 25},
                    {"Environment", json::object{{"Execution", json::object{{"IsolationMode", "NoContainer"}}},
                                                 {"Variables", variables}}}},
                   aws::toBase64(aws::sha256(kZip)));
    return group;
}

void TurbineSite::deploy()
{
    world.deploy(group());
    if (world.status() != "Success")
        problems.push_back(fmt::format("{} was not deployed: {}", name(), world.status()));
}

void TurbineSite::clean(std::int64_t cleanings)
{
    const std::string topic = "plants/" + name() + "/clean";
    const std::string payload = fmt::format("{{\"clean\":{}}}", cleanings);
    mqtt::OutgoingMessage message;
    message.topic = topic;
    message.payload = asBytes(payload);
    world.cloud.broker.publish("$operator", message, world.clock.now());
}

std::uint64_t TurbineSite::kept() const
{
    sqlite3* opened = nullptr;
    sqlite3_stmt* statement = nullptr;
    std::uint64_t rows = 0;
    if (sqlite3_open_v2(database().c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(opened, "SELECT count(*) FROM reading", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        rows = static_cast<std::uint64_t>(sqlite3_column_int64(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(opened);
    return rows;
}

void SiteLinks::open(const std::string& deviceId, net::LinkHandler& handler,
                     std::function<void(Result<net::Link*>)> done)
{
    mqtt::Peer peer{.address = "memory", .transport = "memory", .simulated = true};
    peer.certificate = std::make_shared<const net::PeerCertificate>(
        net::PeerCertificate{.fingerprint = certificateOf(deviceId), .subject = "CN=" + deviceId, .pem = {}});
    if (net::Link* link = m_site.world.hub.openAs(std::move(peer), handler, {}))
        done(link);
    else
        done(failure("the core does not listen"));
}

} // namespace greensward::edge::test
