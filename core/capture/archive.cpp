// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/archive.h"

#include <array>
#include <cstring>
#include <fmt/format.h>
#include <sys/stat.h>
#include <zip.h>

namespace greensward::capture {

namespace fs = std::filesystem;

namespace {

constexpr zip_int64_t kMostEntries = 64;
/// Of deflate's levels: captures are large, and the best one takes six times as long for a tenth less.
constexpr zip_uint32_t kQuickly = 1;

struct DiscardArchive
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

struct CloseEntry
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string sentence(zip_error_t& error)
{
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

class EntrySource final : public Source
{
public:
    EntrySource(Archive archive, zip_file_t* file) : m_archive(std::move(archive)), m_file(file) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const zip_int64_t count = zip_fread(m_file.get(), buffer.data(), buffer.size());
        if (count < 0)
            return failure("the archive is damaged");
        return static_cast<std::size_t>(count);
    }

private:
    Archive m_archive;
    std::unique_ptr<zip_file_t, CloseEntry> m_file;
};

Result<Archive> openToRead(const Place& place)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = place.file().empty()
                               ? zip_source_buffer_create(place.bytes().data(), place.bytes().size(), 0, &error)
                               : zip_source_file_create(place.file().c_str(), 0, -1, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive) {
        if (source)
            zip_source_free(source);
        return failure(fmt::format("cannot open {}: {}", place.name(), sentence(error)));
    }
    zip_error_fini(&error);
    return Archive(archive);
}

Result<void> add(zip_t* archive, std::string_view name, zip_source_t* source)
{
    const zip_int64_t index =
        source ? zip_file_add(archive, std::string(name).c_str(), source, ZIP_FL_ENC_UTF_8) : zip_int64_t{-1};
    if (index < 0) {
        if (source)
            zip_source_free(source);
        return failure(fmt::format("cannot pack {}: {}", name, zip_strerror(archive)));
    }
    const auto mode = static_cast<zip_uint32_t>(S_IFREG | 0600) << 16;
    zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, mode);
    if (zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, kQuickly) != 0)
        return failure(fmt::format("cannot pack {}: {}", name, zip_strerror(archive)));
    return {};
}

} // namespace

Result<bool> isArchive(const Place& place)
{
    const auto source = place.open();
    if (!source)
        return tl::unexpected(source.error());
    std::array<char, 4> head{};
    const auto count = (*source)->read(head);
    if (!count)
        return tl::unexpected(count.error());
    return *count == head.size() && std::memcmp(head.data(), "PK\x03\x04", head.size()) == 0;
}

Result<std::unique_ptr<Source>> openInside(const Place& place, std::string_view name, std::uint64_t atMost)
{
    auto archive = openToRead(place);
    if (!archive)
        return tl::unexpected(archive.error());
    const zip_int64_t entries = zip_get_num_entries(archive->get(), 0);
    if (entries < 0 || entries > kMostEntries)
        return failure(fmt::format("{} is not a capture: it has {} files in it", place.name(), entries));
    const std::string wanted(name);
    zip_stat_t facts;
    if (zip_stat(archive->get(), wanted.c_str(), 0, &facts) != 0)
        return failure(fmt::format("{} is not a capture: it has no {} in it", place.name(), name));
    if ((facts.valid & ZIP_STAT_SIZE) != 0 && facts.size > atMost)
        return failure(fmt::format("{} in {} is larger than a capture may be", name, place.name()));
    zip_file_t* file = zip_fopen(archive->get(), wanted.c_str(), 0);
    if (!file)
        return failure(fmt::format("{} in {} cannot be unpacked", name, place.name()));
    return std::make_unique<EntrySource>(std::move(*archive), file);
}

Result<void> pack(const fs::path& events, const std::string& manifest, const fs::path& target)
{
    const fs::path fresh = target.string() + ".new";
    int code = 0;
    Archive archive(zip_open(fresh.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        return failure(fmt::format("cannot write {}: {}", target.string(), sentence(error)));
    }
    auto added =
        add(archive.get(), kManifestName, zip_source_buffer(archive.get(), manifest.data(), manifest.size(), 0));
    if (added)
        added = add(archive.get(), kEventsName, zip_source_file(archive.get(), events.c_str(), 0, -1));
    if (!added)
        return added;
    if (zip_close(archive.get()) != 0)
        return failure(fmt::format("cannot write {}: {}", target.string(), zip_strerror(archive.get())));
    static_cast<void>(archive.release()); // zip_close() freed it
    std::error_code error;
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
    if (!error)
        fs::rename(fresh, target, error);
    if (error)
        return failure(fmt::format("cannot write {}: {}", target.string(), error.message()));
    return {};
}

} // namespace greensward::capture
