// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/class_room.h"

#include "app/identities.h"

#include <fmt/format.h>

namespace greensward::app {

Result<std::unique_ptr<ClassRoom>> ClassRoom::join(const std::filesystem::path& seat,
                                                   const std::filesystem::path& workspace)
{
    auto at = readSeat(seat);
    if (!at)
        return tl::unexpected(at.error());
    auto labs = RemoteLabs::open(*at, qtHome());
    if (!labs)
        return failure(fmt::format("the class at {} cannot be joined: {}", at->host(), labs.error().message));
    if (!workspace.empty()) {
        (*labs)->site().folders = labFolders(workspace);
        (*labs)->site().progress = labProgressFile(workspace).parent_path() / fmt::format("progress-at-{}.json", at->host());
    }
    return std::unique_ptr<ClassRoom>(new ClassRoom(std::move(*at), std::move(*labs)));
}

ui::BrokerProfile ClassRoom::broker() const
{
    const auto file = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    ui::BrokerProfile profile = ui::BrokerProfile::plain();
    profile.name = QString::fromStdString(m_at.host());
    profile.host = profile.name;
    profile.port = m_at.ports.mqtts;
    profile.transport = ui::BrokerProfile::Transport::Tls;
    profile.clientId = QString::fromStdString("console-" + m_at.person);
    profile.caFile = file(m_at.rootCertificate);
    profile.certificateFile = file(Identities::certificateFile(m_at.directory, kOwnDevice));
    profile.keyFile = file(Identities::keyFile(m_at.directory, kOwnDevice));
    profile.connectAtStart = false;
    return profile;
}

} // namespace greensward::app
