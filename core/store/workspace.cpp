// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace.h"

#include "base/files.h"

#include <boost/json.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace greensward::store {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

constexpr std::size_t kLargestDescription = 64 * 1024;

/// The lock goes with the process, however it ends (flock is the kernel's, the file stays behind unlocked).
class FolderLock
{
public:
    static Result<FolderLock> take(const fs::path& folder)
    {
        FolderLock lock(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (lock.m_descriptor < 0)
            return failure(fmt::format("cannot lock the workspace {}: {}", folder.string(), std::strerror(errno)));
        if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK)
                return failure(fmt::format("cannot lock the workspace {}: {}", folder.string(), std::strerror(errno)));
            const auto owner = readFile(folder / "lock", 64);
            return failure(fmt::format("the workspace {} is in use by process {}", folder.string(),
                                       owner && !owner->empty() ? *owner : "(unknown)"));
        }
        const std::string own = std::to_string(::getpid());
        if (::ftruncate(lock.m_descriptor, 0) != 0 ||
            ::write(lock.m_descriptor, own.data(), own.size()) != static_cast<ssize_t>(own.size()))
            return failure(
                fmt::format("cannot write the lock of the workspace {}: {}", folder.string(), std::strerror(errno)));
        return lock;
    }

    ~FolderLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    FolderLock(FolderLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

Result<void> checkDescription(const fs::path& path)
{
    const auto content = readFile(path, kLargestDescription);
    if (!content)
        return tl::unexpected(content.error());
    boost::system::error_code wrong;
    const json::value description = json::parse(*content, wrong);
    const json::object* object = wrong ? nullptr : description.if_object();
    const json::value* format = object == nullptr ? nullptr : object->if_contains("format");
    if (format == nullptr || !format->is_int64() || format->get_int64() < 1)
        return failure(fmt::format("{} does not describe a workspace", path.string()));
    if (format->get_int64() > Workspace::kFormat)
        return failure(fmt::format(
            "the workspace {} was written by a later version of Greensward (format {}, this program knows {})",
            path.parent_path().string(), format->get_int64(), Workspace::kFormat));
    return {};
}

Result<void> checkOrWriteDescription(const fs::path& path, WallTime now)
{
    std::error_code unreadable; // then reading it says why
    if (fs::exists(path, unreadable) || unreadable)
        return checkDescription(path);
    const json::value description{{"format", Workspace::kFormat}, {"created", toIso8601(now)}};
    return writeFileAtomically(path, json::serialize(description) + "\n", 0600);
}

} // namespace

struct Workspace::Place
{
    Place(fs::path path, FolderLock taken, bool isTemporary)
        : folder(std::move(path)), lock(std::move(taken)), temporary(isTemporary)
    {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place()
    {
        std::error_code left; // in the temporary folder the system clears it away
        if (temporary)
            fs::remove_all(folder, left);
    }

    fs::path folder;
    FolderLock lock;
    bool temporary;
};

Workspace::Workspace(std::unique_ptr<Place> place) : m_place(std::move(place)) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&& other) noexcept = default;
Workspace& Workspace::operator=(Workspace&& other) noexcept = default;

Result<Workspace> Workspace::open(const fs::path& folder, WallTime now)
{
    if (auto made = makePrivateFolder(folder); !made)
        return tl::unexpected(made.error());
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::unexpected(lock.error());
    if (auto described = checkOrWriteDescription(folder / "workspace.json", now); !described)
        return tl::unexpected(described.error());
    return Workspace(std::make_unique<Place>(fs::absolute(folder), std::move(*lock), false));
}

Result<Workspace> Workspace::temporary(WallTime now)
{
    std::error_code error;
    const fs::path parent = fs::temp_directory_path(error);
    if (error)
        return failure(fmt::format("cannot find the folder for temporary files: {}", error.message()));
    std::string folder = (parent / "greensward-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) // mode 0700
        return failure(fmt::format("cannot make a folder in {}: {}", parent.string(), std::strerror(errno)));
    auto workspace = open(folder, now);
    if (workspace)
        workspace->m_place->temporary = true;
    else
        fs::remove_all(folder, error);
    return workspace;
}

const fs::path& Workspace::folder() const
{
    return m_place->folder;
}

fs::path Workspace::databaseFile() const
{
    return m_place->folder / "greensward.db";
}

fs::path Workspace::keysFolder() const
{
    return m_place->folder / "keys";
}

bool Workspace::isTemporary() const
{
    return m_place->temporary;
}

} // namespace greensward::store
