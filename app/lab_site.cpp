// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_site.h"

#include "app/identities.h"
#include "app/resource_files.h"
#include "app/shell_text.h"

namespace greensward::app {

namespace {

constexpr const char* kLabs = "labs";

} // namespace

std::vector<std::filesystem::path> labFolders(const std::filesystem::path& workspace)
{
    std::vector<std::filesystem::path> folders;
    if (const auto own = resourceFile(kLabs))
        folders.push_back(*own);
    if (!workspace.empty())
        folders.push_back(workspace / kLabs);
    return folders;
}

std::filesystem::path labProgressFile(const std::filesystem::path& workspace)
{
    return workspace / kLabs / "progress.json";
}

labs::Values labValues(const Whereabouts& at)
{
    return {.endpoint = at.host(),
            .mqttsPort = at.ports.mqtts,
            .httpsPort = at.ports.https,
            .api = at.apiUrl(),
            .ws = at.wsUrl(),
            .wss = at.wssUrl(),
            .ca = at.rootCertificate.string(),
            .account = kAccount,
            .region = kRegion,
            .accessKey = at.keys.id,
            .dataDirectory = at.directory.string(),
            .certificates = at.rootCertificate.parent_path().string(),
            .work = (at.directory / kLabs / "work").string(),
            .me = at.person.empty() ? std::string() : "-" + at.person};
}

client::Api::Account accountAt(const Whereabouts& at)
{
    const std::string url = at.apiUrl();
    return {.key = {.accessKeyId = at.keys.id, .secretAccessKey = at.keys.secret},
            .region = kRegion,
            .host = url.substr(url.rfind('/') + 1)};
}

LabSite::LabSite(Engine& engine, const Home& home)
    : m_transport(engine, home)
    , m_api(m_transport, engine.clock(), accountAt(engine.whereabouts()))
    , m_hands({.loop = engine.loop(),
               .clock = engine.clock(),
               .host = engine.whereabouts().host(),
               .port = engine.whereabouts().ports.mqtts,
               .httpsPort = engine.whereabouts().ports.https,
               .trustedPem = engine.trustedRoot(),
               .directory = engine.whereabouts().directory,
               .engine = &engine,
               .shellLines = shellLines(engine.whereabouts()),
               .home = home})
    , m_site{.clock = &engine.clock(),
             .api = &m_api,
             .hands = &m_hands,
             .values = labValues(engine.whereabouts()),
             .folders = labFolders(engine.whereabouts().directory),
             .progress = labProgressFile(engine.whereabouts().directory)}
{}

} // namespace greensward::app
