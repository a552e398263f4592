// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_remote.h"
#include "app/seat.h"
#include "ui/models/broker_profile.h"

#include <filesystem>
#include <memory>

namespace greensward::app {

/// A class that a window has joined: its cloud. Belongs to the window's thread, and outlives the window.
class ClassRoom
{
public:
    /// workspace: one's own, which keeps how far one is, and whose labs come in addition. Waits for the cloud, 8 s when it
    /// does not answer.
    static Result<std::unique_ptr<ClassRoom>> join(const std::filesystem::path& seat,
                                                   const std::filesystem::path& workspace);

    RemoteLabs& cloud() { return *m_labs; }
    /// A connection to its gateway, named like it.
    ui::BrokerProfile broker() const;
    const Whereabouts& at() const { return m_at; }

private:
    ClassRoom(Whereabouts at, std::unique_ptr<RemoteLabs> labs) : m_at(std::move(at)), m_labs(std::move(labs)) {}

    Whereabouts m_at;
    std::unique_ptr<RemoteLabs> m_labs;
};

} // namespace greensward::app
