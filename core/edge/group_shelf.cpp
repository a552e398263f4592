// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/group_shelf.h"

#include "base/files.h"
#include "lambda/package.h"

#include <set>
#include <system_error>

namespace greensward::edge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestDocument = 64u << 20;
constexpr unsigned kPrivate = 0600;

std::string textOf(const fs::path& file)
{
    auto text = readFile(file, kLargestDocument);
    return text ? std::move(*text) : std::string();
}

Result<void> put(const fs::path& file, std::string_view text)
{
    if (auto made = makePrivateFolder(file.parent_path()); !made)
        return made;
    return writeFileAtomically(file, text, kPrivate);
}

/// Which package lies there; written last, so that a half unpacked one has none.
fs::path markOf(const fs::path& folder)
{
    return folder.string() + ".sha256";
}

} // namespace

std::string FolderShelf::group() const
{
    return textOf(groupFile());
}

Result<void> FolderShelf::putGroup(std::string_view json)
{
    if (const std::string former = group(); !former.empty() && former != json)
        if (auto kept = put(formerFile(), former); !kept)
            return kept;
    return put(groupFile(), json);
}

bool FolderShelf::takeGroupBack()
{
    std::error_code failed;
    if (!fs::exists(formerFile(), failed)) {
        fs::remove(groupFile(), failed);
        return false;
    }
    fs::rename(formerFile(), groupFile(), failed);
    return !failed;
}

std::string FolderShelf::deployment() const
{
    return textOf(state() / "deployment.json");
}

Result<void> FolderShelf::putDeployment(std::string_view json)
{
    return put(state() / "deployment.json", json);
}

fs::path FolderShelf::packageFolder(const GroupFunction& function) const
{
    return packages() / function.resolvedArn;
}

bool FolderShelf::hasPackage(const GroupFunction& function) const
{
    return !function.codeSha256.empty() && textOf(markOf(packageFolder(function))) == function.codeSha256;
}

Result<void> FolderShelf::putPackage(const GroupFunction& function, std::string_view zip)
{
    const fs::path folder = packageFolder(function);
    const fs::path fresh = folder.string() + ".new";
    std::error_code failed;
    fs::remove(markOf(folder), failed);
    fs::remove_all(fresh, failed);
    if (auto made = makePrivateFolder(packages()); !made)
        return made;
    if (auto unpacked = lambda::unpackPackage(zip, fresh); !unpacked)
        return unpacked;
    fs::remove_all(folder, failed);
    fs::rename(fresh, folder, failed);
    if (failed)
        return failure("the function cannot be put in its place: " + failed.message());
    return put(markOf(folder), function.codeSha256);
}

void FolderShelf::dropPackagesBut(const GroupDocument& group)
{
    std::set<fs::path> wanted;
    const auto want = [&](const GroupDocument& of) {
        for (const GroupFunction& function : of.functions) {
            wanted.insert(packageFolder(function));
            wanted.insert(markOf(packageFolder(function)));
        }
    };
    want(group);
    if (const auto former = GroupDocument::parse(textOf(formerFile())))
        want(*former);
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(packages(), failed))
        if (!wanted.contains(entry.path()))
            fs::remove_all(entry.path(), failed);
}

std::optional<ServerIdentity> FolderShelf::server() const
{
    ServerIdentity kept{textOf(state() / "server/server.crt"), textOf(state() / "server/server.key")};
    if (kept.certificatePem.empty() || kept.keyPem.empty())
        return std::nullopt;
    return kept;
}

Result<void> FolderShelf::putServer(const ServerIdentity& server)
{
    if (auto key = put(state() / "server/server.key", server.keyPem); !key)
        return key;
    return put(state() / "server/server.crt", server.certificatePem);
}

void FolderShelf::wipe()
{
    std::error_code failed;
    fs::remove_all(m_root / "ggc/deployment", failed);
    fs::remove_all(state() / "server", failed);
    fs::remove_all(m_root / "ggc/var/log/user", failed);
}

} // namespace greensward::edge
