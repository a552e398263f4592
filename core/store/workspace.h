// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <memory>

namespace greensward::store {

/// The folder that holds everything a workspace knows (mode 0700), kept to this process by a lock.
///
///     workspace.json   what the folder is: {"format":1,"created":"2026-11-22T10:43:12.418Z"}
///     lock             held while the workspace is open; says whose
///     greensward.db    the database
///     keys/            root authority and server certificate (pki::WorkspaceKeys)
///
/// Any thread, one at a time.
class Workspace
{
public:
    /// Version of the layout above.
    static constexpr int kFormat = 1;

    /// Makes or opens the folder. Refused, with a sentence: in use by another process, written by a later version, not
    /// readable.
    static Result<Workspace> open(const std::filesystem::path& folder, WallTime now);
    /// A new folder among the temporary ones, removed with the object.
    static Result<Workspace> temporary(WallTime now);

    ~Workspace();
    Workspace(Workspace&& other) noexcept;
    Workspace& operator=(Workspace&& other) noexcept;

    const std::filesystem::path& folder() const;
    std::filesystem::path databaseFile() const;
    std::filesystem::path keysFolder() const;
    bool isTemporary() const;

private:
    struct Place;
    explicit Workspace(std::unique_ptr<Place> place);
    std::unique_ptr<Place> m_place;
};

} // namespace greensward::store
