// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/doctor_cores.h"
#include "app/doctor_endpoint.h"
#include "app/doctor_findings.h"
#include "app/doctor_watch.h"
#include "app/identities.h"
#include "app/policy_check.h"
#include "app/ready_file.h"
#include "doctor/folder_check.h"
#include "doctor/phrases.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

namespace {

constexpr std::size_t kMostFiles = 500;

bool isWorthALook(const std::filesystem::path& path)
{
    for (const char* ending : {".pem", ".crt", ".cert", ".key", ".json"})
        if (path.extension() == ending)
            return true;
    return false;
}

Result<std::vector<doctor::FolderFile>> filesOf(const std::filesystem::path& folder)
{
    std::vector<doctor::FolderFile> files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().filename() == "ggc") // what a core keeps for itself
            at.disable_recursion_pending();
        if (files.size() < kMostFiles && at->is_regular_file() && isWorthALook(at->path()))
            files.push_back(folderFile(at->path(), std::filesystem::relative(at->path(), folder).string()));
    }
    if (error)
        return failure(fmt::format("the folder {} cannot be read: {}", folder.string(), error.message()));
    return files;
}

/// The console's own cores, each in a folder of its own.
std::vector<std::filesystem::path> foldersIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_directory())
            found.push_back(at->path());
    std::sort(found.begin(), found.end());
    return found;
}

int complain(const std::string& sentence, int code)
{
    fmt::print(stderr, "greensward: {}\n", sentence);
    return code;
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
        findings.card(card);
    }
}

void addPolicies(Findings& findings, const Whereabouts& at)
{
    const auto cards = checkPolicies(at);
    if (!cards)
        return findings.note("the policies could not be read: " + cards.error().message);
    for (const doctor::Card& card : *cards)
        findings.card(card);
    if (cards->empty())
        findings.fine("every policy allows something");
}

} // namespace

int runDoctor(const DoctorCommand& command)
{
    Findings findings;
    if (command.endpoint) {
        if (const auto looked = checkEndpoint(findings, *command.endpoint, command.directory); !looked)
            return complain(looked.error().message, 2);
        return findings.print(command.json);
    }
    if (command.folder) {
        const auto files = filesOf(*command.folder);
        if (!files)
            return complain(files.error().message, 2);
        if (files->empty())
            return complain(fmt::format("there is no .pem, .crt, .key or .json file in {}", command.folder->string()), 2);
        checkFiles(findings, *files, command.folder->string());
        checkCore(findings, *command.folder);
        return findings.print(command.json);
    }
    const std::filesystem::path directory = std::filesystem::absolute(command.directory);
    const auto files = filesOf(directory / "certificates");
    if (!files)
        return complain(
            fmt::format("there is no workspace in {} yet; start greensward or greensward serve once", directory.string()),
            2);
    checkFiles(findings, *files, (directory / "certificates").string());
    for (const auto& folder : foldersIn(directory / "edge"))
        if (const auto core = filesOf(folder); core && !core->empty())
            checkFiles(findings, *core, folder.string());
    if (const auto running = readRunningFile(directory)) {
        checkPorts(findings, *running);
        addPolicies(findings, *running);
        addSeen(findings, DoctorWatch::file(directory));
        checkAddresses(findings, *running);
    } else {
        findings.note(fmt::format("nothing runs in {}: ports were not looked at", directory.string()));
    }
    return findings.print(command.json);
}

} // namespace greensward::app
