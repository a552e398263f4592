// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/packed_file.h"

#include "base/files.h"

#include <algorithm>
#include <boost/crc.hpp>
#include <cstdint>
#include <string_view>

namespace greensward::labs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargest = 1u << 20;
constexpr std::uint32_t kPlainFile = 0100644u << 16; ///< "external attributes": the upper half is Unix's mode

/// Little-endian numbers and texts, as PKWARE's APPNOTE.TXT has them.
class Record
{
public:
    Record& two(std::uint32_t value)
    {
        for (const unsigned shift : {0u, 8u})
            m_octets += static_cast<char>(value >> shift & 0xff);
        return *this;
    }
    Record& four(std::uint32_t value) { return two(value & 0xffff).two(value >> 16); }
    Record& text(std::string_view text)
    {
        m_octets += text;
        return *this;
    }
    const std::string& octets() const { return m_octets; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_octets.size()); }

private:
    std::string m_octets;
};

} // namespace

Result<std::string> packed(const std::vector<PackedFile>& files)
{
    Record archive, directory;
    for (const auto& [name, file] : files) {
        const auto content = readFile(file, kLargest);
        if (!content)
            return tl::unexpected(content.error());
        boost::crc_32_type crc;
        crc.process_bytes(content->data(), content->size());
        const auto size = static_cast<std::uint32_t>(content->size());
        Record facts; // version 2.0, no flags, stored, 1980-01-01
        facts.two(20).two(0).two(0).two(0).two(0x21).four(crc.checksum()).four(size).four(size);
        facts.two(static_cast<std::uint32_t>(name.size())).two(0);
        directory.text("PK\1\2").two(3u << 8 | 20).text(facts.octets()).two(0).two(0).two(0);
        directory.four(kPlainFile).four(archive.size()).text(name);
        archive.text("PK\3\4").text(facts.octets()).text(name).text(*content);
    }
    const auto count = static_cast<std::uint32_t>(files.size());
    const std::uint32_t begin = archive.size();
    archive.text(directory.octets()).text("PK\5\6").two(0).two(0).two(count).two(count);
    archive.four(directory.size()).four(begin).two(0);
    return archive.octets();
}

std::vector<PackedFile> filesNamed(std::string_view names, const fs::path& folder)
{
    if (!names.ends_with('/')) {
        const auto equals = names.find('=');
        const std::string_view file = equals == std::string_view::npos ? names : names.substr(equals + 1);
        return {{std::string(names.substr(0, equals)), folder / file}};
    }
    std::vector<PackedFile> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder / names, ignored))
        if (entry.path().extension() == ".py")
            files.emplace_back(entry.path().filename().string(), entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace greensward::labs
