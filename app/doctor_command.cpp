// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/doctor_watch.h"
#include "app/identities.h"
#include "app/policy_check.h"
#include "app/ready_file.h"
#include "doctor/folder_check.h"
#include "doctor/phrases.h"

#include "base/files.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <sys/stat.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 1u << 20;
constexpr std::size_t kMostFiles = 500;
constexpr auto kPatience = std::chrono::seconds(3);

bool isWorthALook(const std::filesystem::path& path)
{
    for (const char* ending : {".pem", ".crt", ".cert", ".key", ".json"})
        if (path.extension() == ending)
            return true;
    return false;
}

doctor::FolderFile read(const std::filesystem::path& path, const std::filesystem::path& below)
{
    doctor::FolderFile file{.name = std::filesystem::relative(path, below).string(), .content = {}, .problem = {}};
    auto content = readFile(path, kLargestFile);
    if (content)
        file.content = std::move(*content);
    else
        file.problem = content.error().message;
    struct stat about{};
    file.othersMayRead = ::stat(path.c_str(), &about) == 0 && (about.st_mode & (S_IRGRP | S_IROTH)) != 0;
    return file;
}

Result<std::vector<doctor::FolderFile>> filesOf(const std::filesystem::path& folder)
{
    std::vector<doctor::FolderFile> files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (files.size() < kMostFiles && at->is_regular_file() && isWorthALook(at->path()))
            files.push_back(read(at->path(), folder));
    }
    if (error)
        return failure(fmt::format("the folder {} cannot be read: {}", folder.string(), error.message()));
    return files;
}

/// Whether something answers there.
bool answers(const std::string& host, std::uint16_t port)
{
    struct Silent final : net::LinkHandler
    {
        void received(net::Link&, ByteView) override {}
        void writable(net::Link&) override {}
        void closed(net::Link&, std::string_view) override {}
    } handler;
    net::EventLoop loop;
    bool there = false;
    net::connectLink(loop, {.host = host, .port = port, .tls = nullptr, .timeout = kPatience}, handler,
                     [&](Result<net::Link*> link) {
                         there = link.has_value();
                         if (link)
                             (*link)->close(net::CloseMode::Abort);
                         loop.stop();
                     });
    loop.run();
    return there;
}

/// What there is to say, for people or as JSON.
class Findings
{
public:
    void fine(const std::string& line) { m_fine.push_back(line); }
    void note(const std::string& line) { m_notes.push_back(line); }
    void card(json::object card) { m_cards.push_back(std::move(card)); }

    int print(bool asJson) const
    {
        asJson ? printJson() : printText();
        return m_cards.empty() ? 0 : 1;
    }

private:
    void printJson() const
    {
        const json::object out{{"checks", doctor::Doctor::checks()},
                               {"fine", json::array(m_fine.begin(), m_fine.end())},
                               {"notes", json::array(m_notes.begin(), m_notes.end())},
                               {"cards", m_cards}};
        fmt::print("{}\n", json::serialize(out));
    }

    static std::string text(const json::object& object, const char* name)
    {
        const auto* value = object.if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    }

    void printText() const
    {
        for (const std::string& line : m_fine)
            fmt::print("  ok    {}\n", line);
        for (const std::string& line : m_notes)
            fmt::print("  note  {}\n", line);
        for (const json::value& value : m_cards)
            if (value.is_object())
                printCard(value.get_object());
        if (m_cards.empty())
            fmt::print("All well. {} checks watch.\n", doctor::Doctor::checks());
    }

    static void printCard(const json::object& card)
    {
        fmt::print("\n{}  {}  ({})\n     {}\n", text(card, "code"), text(card, "title"), text(card, "confidence"),
                   text(card, "sentence"));
        const auto each = [&](const char* list, auto print) {
            if (const auto* values = card.if_contains(list); values && values->is_array())
                for (const json::value& value : values->get_array())
                    if (value.is_object())
                        print(value.get_object());
        };
        each("evidence", [](const json::object& row) {
            const auto* ok = row.if_contains("ok");
            fmt::print("     {:<28} {}{}\n", text(row, "label"), text(row, "value"),
                       !ok || !ok->is_bool() ? "" : ok->get_bool() ? "  (yes)" : "  (no)");
        });
        each("fixes", [](const json::object& fix) {
            const std::string line = text(fix, "command").empty() ? text(fix, "text") : text(fix, "command");
            if (!line.empty())
                fmt::print("     > {}\n", line);
        });
    }

    std::vector<std::string> m_fine, m_notes;
    json::array m_cards;
};

int complain(const std::string& sentence, int code)
{
    fmt::print(stderr, "greensward: {}\n", sentence);
    return code;
}

void checkFiles(Findings& findings, const std::vector<doctor::FolderFile>& files, const std::string& where)
{
    const auto cards = doctor::checkFolder(files, SystemClock().wall());
    for (const doctor::Card& card : cards)
        findings.card(doctor::toJson(card));
    if (cards.empty())
        findings.fine(fmt::format("{} certificate, key and configuration files fit together in {}", files.size(), where));
}

void checkPorts(Findings& findings, const Whereabouts& at)
{
    struct Place
    {
        const char* what;
        std::uint16_t port;
    };
    for (const Place place : {Place{"AWS APIs", at.ports.api}, Place{"MQTT over TLS", at.ports.mqtts},
                              Place{"HTTPS, and MQTT beside it", at.ports.https}}) {
        if (answers(at.address(), place.port)) {
            findings.fine(fmt::format("{} answer on port {}", place.what, place.port));
            continue;
        }
        doctor::Card card{.code = doctor::Code::Port,
                          .confidence = doctor::Confidence::Certain,
                          .sentence = {doctor::phrases::kNoAnswer, {place.what, std::to_string(place.port)}},
                          .background = doctor::phrases::kBackPort};
        card.first = card.last = SystemClock().wall();
        findings.card(doctor::toJson(card));
    }
}

void addPolicies(Findings& findings, const Whereabouts& at)
{
    const auto cards = checkPolicies(at);
    if (!cards)
        return findings.note("the policies could not be read: " + cards.error().message);
    for (const doctor::Card& card : *cards)
        findings.card(doctor::toJson(card));
    if (cards->empty())
        findings.fine("every policy allows something");
}

/// What the running process has seen.
void addSeen(Findings& findings, const std::filesystem::path& directory)
{
    const auto text = readFile(DoctorWatch::file(directory), kLargestFile);
    if (!text) {
        findings.note("the running process keeps no list of what it saw");
        return;
    }
    boost::system::error_code error;
    const json::value seen = json::parse(*text, error);
    const auto* cards = !error && seen.is_object() ? seen.get_object().if_contains("cards") : nullptr;
    if (!cards || !cards->is_array()) {
        findings.note("doctor.json is damaged");
        return;
    }
    for (const json::value& card : cards->get_array())
        if (card.is_object())
            findings.card(card.get_object());
    if (cards->get_array().empty())
        findings.fine("the running process has seen nothing that went wrong");
}

} // namespace

int runDoctor(const DoctorCommand& command)
{
    Findings findings;
    if (command.folder) {
        const auto files = filesOf(*command.folder);
        if (!files)
            return complain(files.error().message, 2);
        if (files->empty())
            return complain(fmt::format("there is no .pem, .crt, .key or .json file in {}", command.folder->string()), 2);
        checkFiles(findings, *files, command.folder->string());
        return findings.print(command.json);
    }
    const std::filesystem::path directory = std::filesystem::absolute(command.directory);
    const auto files = filesOf(directory / "certificates");
    if (!files)
        return complain(
            fmt::format("there is no workspace in {} yet; start greensward or greensward serve once", directory.string()),
            2);
    checkFiles(findings, *files, (directory / "certificates").string());
    if (const auto running = readRunningFile(directory)) {
        checkPorts(findings, *running);
        addPolicies(findings, *running);
        addSeen(findings, directory);
    } else {
        findings.note(fmt::format("nothing runs in {}: ports were not looked at", directory.string()));
    }
    return findings.print(command.json);
}

} // namespace greensward::app
