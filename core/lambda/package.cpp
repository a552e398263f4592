// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/package.h"

#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <zip.h>

namespace greensward::lambda {

namespace fs = std::filesystem;

namespace {

struct Close
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Close>;

Archive opened(std::string_view zip)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(zip.data(), zip.size(), 0, &error);
    Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    if (source && !archive)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

bool liesInside(const fs::path& entry)
{
    if (entry.empty() || entry.is_absolute())
        return false;
    for (const fs::path& part : entry)
        if (part == "..")
            return false;
    return true;
}

/// The mode its packer gave it; 0 when none did.
mode_t modeOf(zip_t* archive, zip_uint64_t at)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, at, 0, &system, &attributes);
    return system == ZIP_OPSYS_UNIX ? attributes >> 16 : 0;
}

Result<void> layOut(zip_t* archive, zip_uint64_t at, const fs::path& file, std::uint64_t& room)
{
    const std::unique_ptr<zip_file_t, Close> entry(zip_fopen_index(archive, at, 0));
    if (!entry)
        return failure(fmt::format("{} cannot be unpacked", file.filename().string()));
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    std::vector<char> part(65536);
    for (zip_int64_t got = 0; (got = zip_fread(entry.get(), part.data(), part.size())) != 0;) {
        if (got < 0)
            return failure(fmt::format("{} is damaged", file.filename().string()));
        if (static_cast<std::uint64_t>(got) > room)
            return failure(fmt::format("Unzipped size must be smaller than {} bytes", kLargestUnpacked));
        room -= static_cast<std::uint64_t>(got);
        out.write(part.data(), got);
    }
    out.close();
    if (!out)
        return failure(fmt::format("{} cannot be written", file.string()));
    const bool runs = (modeOf(archive, at) & 0111) != 0;
    ::chmod(file.c_str(), runs ? 0755 : 0644);
    return {};
}

} // namespace

bool isPackage(std::string_view zip)
{
    return opened(zip) != nullptr;
}

Result<void> unpackPackage(std::string_view zip, const fs::path& folder)
{
    if (zip.size() > kLargestPackage)
        return failure(fmt::format("a package may have {} bytes", kLargestPackage));
    const Archive archive = opened(zip);
    if (!archive)
        return failure("Could not unzip uploaded file. Please check your file, then try to upload again.");
    std::error_code error;
    fs::create_directories(folder, error);
    std::uint64_t room = kLargestUnpacked;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t at = 0; at < count; ++at) {
        const auto index = static_cast<zip_uint64_t>(at);
        const char* raw = zip_get_name(archive.get(), index, 0);
        const fs::path name(raw ? raw : "");
        if (!liesInside(name) || S_ISLNK(modeOf(archive.get(), index)))
            return failure(fmt::format("the package has an entry that is no file of it: {}", name.string()));
        const fs::path path = folder / name;
        const bool isFolder = !name.has_filename();
        fs::create_directories(isFolder ? path : path.parent_path(), error);
        if (error)
            return failure(fmt::format("{} cannot be made: {}", path.string(), error.message()));
        if (isFolder)
            continue;
        if (auto done = layOut(archive.get(), index, path, room); !done)
            return done;
    }
    return {};
}

} // namespace greensward::lambda
