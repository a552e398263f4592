// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace_archive.h"

#include "base/files.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <zip.h>

namespace greensward::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kDatabase = "greensward.db";
constexpr std::string_view kDescription = "workspace.json";
/// What belongs to a process that runs, and the database, which is copied in a way of its own.
constexpr std::array<std::string_view, 5> kLeftOut{"lock", "running.json", kDatabase, "greensward.db-wal",
                                                   "greensward.db-shm"};

/// A folder that is gone when this is.
class ScratchFolder
{
public:
    static Result<ScratchFolder> beside(const fs::path& path)
    {
        std::string name = path.string() + ".XXXXXX";
        if (::mkdtemp(name.data()) == nullptr)
            return failure(fmt::format("cannot make a folder beside {}: {}", path.string(), std::strerror(errno)));
        return ScratchFolder(name);
    }
    ~ScratchFolder()
    {
        std::error_code ignored; // nothing more can be done about a folder that will not go
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    ScratchFolder& operator=(ScratchFolder&&) = delete;

    const fs::path& path() const { return m_path; }
    /// Keeps the content under another name.
    Result<void> moveTo(const fs::path& target)
    {
        std::error_code error;
        fs::rename(m_path, target, error);
        if (error)
            return failure(fmt::format("cannot move the workspace to {}: {}", target.string(), error.message()));
        m_path.clear();
        return {};
    }

private:
    explicit ScratchFolder(fs::path path) : m_path(std::move(path)) {}
    fs::path m_path;
};

struct DiscardArchive
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

struct CloseEntry
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Result<Archive> openArchive(const fs::path& path, int flags)
{
    int code = 0;
    Archive archive(zip_open(path.c_str(), flags, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        return failure(fmt::format("cannot open {}: {}", path.string(), why));
    }
    return archive;
}

Result<void> addFile(zip_t* archive, const std::string& name, const fs::path& path)
{
    zip_source_t* source = zip_source_file(archive, path.c_str(), 0, -1);
    const zip_int64_t index =
        source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    if (index < 0) {
        if (source != nullptr)
            zip_source_free(source);
        return failure(fmt::format("cannot pack {}: {}", path.string(), zip_strerror(archive)));
    }
    const auto mode = static_cast<zip_uint32_t>(S_IFREG | 0600) << 16;
    zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, mode);
    return {};
}

/// A consistent copy of a database that others may be writing to.
Result<void> copyDatabase(const fs::path& from, const fs::path& to)
{
    try {
        SQLite::Database database(from.string(), SQLite::OPEN_READWRITE, 5000);
        SQLite::Statement copy(database, "VACUUM INTO ?");
        copy.bind(1, to.string());
        copy.exec();
    } catch (const SQLite::Exception& error) {
        return failure(fmt::format("cannot copy the database {}: {}", from.string(), error.what()));
    }
    return {};
}

/// Relative, inside the folder, and spelt in the one way in which exportWorkspace() spells it.
bool isPlainName(std::string_view name)
{
    const fs::path path(name);
    return !name.empty() && name.find('\\') == std::string_view::npos && path.is_relative() &&
           path.lexically_normal().string() == name &&
           std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".." || part == "."; });
}

Result<void> unpackEntry(zip_t* archive, const zip_stat_t& entry, const fs::path& folder, std::uint64_t& budget)
{
    const fs::path target = folder / entry.name;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive, entry.index, 0));
    std::ofstream out(target, std::ios::binary);
    if (error || !file || !out)
        return failure(fmt::format("cannot unpack {}", entry.name));
    fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write, error);
    std::array<char, 64 * 1024> buffer{};
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
        if (count < 0)
            return failure(fmt::format("{} is damaged in the archive", entry.name));
        if (count == 0)
            break;
        if (static_cast<std::uint64_t>(count) > budget)
            return failure("the archive is larger than a workspace may be");
        budget -= static_cast<std::uint64_t>(count);
        out.write(buffer.data(), count);
    }
    out.close();
    if (!out)
        return failure(fmt::format("cannot write {}: the disk may be full", target.string()));
    return {};
}

} // namespace

Result<void> exportWorkspace(const fs::path& folder, const fs::path& archivePath)
{
    if (!fs::exists(folder / kDescription))
        return failure(fmt::format("{} is not a workspace: it has no {}", folder.string(), kDescription));
    auto scratch = ScratchFolder::beside(archivePath);
    if (!scratch)
        return tl::unexpected(scratch.error());
    const fs::path packed = scratch->path() / "workspace.zip";
    auto archive = openArchive(packed, ZIP_CREATE | ZIP_EXCL);
    if (!archive)
        return tl::unexpected(archive.error());

    std::error_code error;
    for (auto it = fs::recursive_directory_iterator(folder, error); !error && it != fs::recursive_directory_iterator();
         it.increment(error)) {
        const std::string name = it->path().lexically_relative(folder).generic_string();
        if (!it->is_regular_file() || it->is_symlink() || std::ranges::find(kLeftOut, name) != kLeftOut.end())
            continue;
        if (const auto added = addFile(archive->get(), name, it->path()); !added)
            return added;
    }
    if (error)
        return failure(fmt::format("cannot read {}: {}", folder.string(), error.message()));
    if (fs::exists(folder / kDatabase)) {
        const fs::path copy = scratch->path() / kDatabase;
        if (const auto copied = copyDatabase(folder / kDatabase, copy); !copied)
            return copied;
        if (const auto added = addFile(archive->get(), std::string(kDatabase), copy); !added)
            return added;
    }
    if (zip_close(archive->get()) != 0)
        return failure(fmt::format("cannot write {}: {}", archivePath.string(), zip_strerror(archive->get())));
    static_cast<void>(archive->release()); // zip_close() freed it
    fs::permissions(packed, fs::perms::owner_read | fs::perms::owner_write, error);
    if (!error)
        fs::rename(packed, archivePath, error);
    if (error)
        return failure(fmt::format("cannot write {}: {}", archivePath.string(), error.message()));
    return {};
}

Result<void> importWorkspace(const fs::path& archivePath, const fs::path& folder, ArchiveLimits limits)
{
    std::error_code error;
    const bool exists = fs::exists(folder);
    if (exists && !fs::is_empty(folder, error))
        return failure(fmt::format("{} exists and is not empty", folder.string()));
    auto archive = openArchive(archivePath, ZIP_RDONLY);
    if (!archive)
        return tl::unexpected(archive.error());
    if (zip_name_locate(archive->get(), std::string(kDescription).c_str(), 0) < 0)
        return failure(
            fmt::format("{} is not an exported workspace: it has no {}", archivePath.string(), kDescription));
    const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > limits.entries)
        return failure(fmt::format("{} has more files than a workspace may have", archivePath.string()));

    if (folder.has_parent_path())
        fs::create_directories(folder.parent_path(), error);
    auto scratch = ScratchFolder::beside(folder);
    if (!scratch)
        return tl::unexpected(scratch.error());
    std::uint64_t budget = limits.bytes;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t entry;
        if (zip_stat_index(archive->get(), i, 0, &entry) != 0 || (entry.valid & ZIP_STAT_NAME) == 0)
            return failure(fmt::format("{} is damaged", archivePath.string()));
        if (!isPlainName(entry.name))
            return failure(fmt::format("{} names a file outside the workspace: {}", archivePath.string(), entry.name));
        if (const auto unpacked = unpackEntry(archive->get(), entry, scratch->path(), budget); !unpacked)
            return unpacked;
    }
    for (auto it = fs::recursive_directory_iterator(scratch->path(), error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error))
        if (it->is_directory())
            fs::permissions(it->path(), fs::perms::owner_all, error);
    if (exists)
        fs::remove(folder, error);
    return scratch->moveTo(folder);
}

} // namespace greensward::store
