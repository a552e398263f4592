// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_hands.h"
#include "app/ready_file.h"
#include "client/api.h"
#include "labs/course.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace greensward::app {

/// Folders of labs: the program's own, then the workspace's.
std::vector<std::filesystem::path> labFolders(const std::filesystem::path& workspace);
std::filesystem::path labProgressFile(const std::filesystem::path& workspace);
/// What fills the texts of labs.
labs::Values labValues(const Whereabouts& at);
/// An account's key at an endpoint.
client::Api::Account accountAt(const Whereabouts& at);

/// The engine of this process as a place for labs. Belongs to its home; goes before the engine is stopped.
class LabSite
{
public:
    LabSite(Engine& engine, const Home& home);

    labs::Site& site() { return m_site; }

private:
    MemoryTransport m_transport;
    client::Api m_api;
    LabHands m_hands;
    labs::Site m_site;
};

} // namespace greensward::app
