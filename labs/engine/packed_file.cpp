// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/packed_file.h"

#include "base/files.h"

#include <boost/crc.hpp>
#include <cstdint>

namespace greensward::labs {

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

private:
    std::string m_octets;
};

} // namespace

Result<std::string> packedFile(const std::filesystem::path& file, std::string_view name)
{
    const auto content = readFile(file, kLargest);
    if (!content)
        return tl::unexpected(content.error());
    boost::crc_32_type crc;
    crc.process_bytes(content->data(), content->size());
    const auto size = static_cast<std::uint32_t>(content->size());
    Record facts; // version 2.0, no flags, stored, 1980-01-01
    facts.two(20).two(0).two(0).two(0).two(0x21).four(crc.checksum()).four(size).four(size);
    facts.two(static_cast<std::uint32_t>(name.size())).two(0);
    Record archive;
    archive.text("PK\3\4").text(facts.octets()).text(name).text(*content);
    const auto directory = static_cast<std::uint32_t>(archive.octets().size());
    archive.text("PK\1\2").two(3u << 8 | 20).text(facts.octets()).two(0).two(0).two(0).four(kPlainFile).four(0).text(name);
    const auto length = static_cast<std::uint32_t>(archive.octets().size()) - directory;
    archive.text("PK\5\6").two(0).two(0).two(1).two(1).four(length).four(directory).two(0);
    return archive.octets();
}

} // namespace greensward::labs
