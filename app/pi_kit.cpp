// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pi_kit.h"

#include "app/resource_files.h"
#include "base/files.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <zip.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 64u << 10;
constexpr int kKeepAlive = 10;     ///< seconds
constexpr int kPin = 17;           ///< pin 11 of the header
constexpr unsigned kReadable = 0644;
constexpr unsigned kRunnable = 0755;
constexpr unsigned kPrivate = 0600;

struct Part
{
    const char* name;
    unsigned mode;
};
constexpr std::array kParts{Part{"README.md", kReadable},         Part{"board.py", kReadable},
                            Part{"device_paho.py", kRunnable},    Part{"device_aws_sdk.py", kRunnable},
                            Part{"install.sh", kRunnable},        Part{"run.sh", kRunnable},
                            Part{"greensward-device.service", kReadable}};

std::string telemetry(const PiKit& kit)
{
    return fmt::format("devices/{}/telemetry", kit.thing);
}

std::string will(const PiKit& kit)
{
    return "lastwill/" + kit.thing;
}

std::string config(const PiKit& kit)
{
    const std::string shadow = fmt::format("$aws/things/{}/shadow/update", kit.thing);
    const json::value all{{"thing", kit.thing},
                          {"client_id", kit.thing},
                          {"hosts", json::value_from(kit.hosts)},
                          {"ports", {{"mqtts", kit.ports.mqtts}, {"https", kit.ports.https}}},
                          {"root", "root.pem"},
                          {"certificate", "device.pem"},
                          {"key", "device.key"},
                          {"keep_alive", kKeepAlive},
                          {"every_seconds", 2},
                          {"topics",
                           {{"telemetry", telemetry(kit)}, {"will", will(kit)}, {"update", shadow}, {"delta", shadow + "/delta"}}},
                          {"will", {{"device", kit.thing}, {"state", "lost"}}},
                          {"gpio", {{"chip", "gpiochip0"}, {"pin", kPin}}}};
    return json::serialize(all) + "\n";
}

std::string filled(std::string text, const PiKit& kit)
{
    const std::array<std::pair<std::string, std::string>, 8> gaps{{{"${thing}", kit.thing},
                                                                   {"${folder}", kitFolder(kit.thing)},
                                                                   {"${name}", kit.hosts.back()},
                                                                   {"${hosts}", fmt::format("{}", fmt::join(kit.hosts, ", "))},
                                                                   {"${mqtts}", std::to_string(kit.ports.mqtts)},
                                                                   {"${telemetry}", telemetry(kit)},
                                                                   {"${will}", will(kit)},
                                                                   {"${pin}", std::to_string(kPin)}}};
    for (const auto& [gap, value] : gaps)
        for (auto at = text.find(gap); at != std::string::npos; at = text.find(gap, at + value.size()))
            text.replace(at, gap.size(), value);
    return text;
}

struct Discard
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

std::string nameOf(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

/// The content must outlive the archive's closing.
Result<void> add(zip_t* archive, const std::string& name, const KitFile& file)
{
    zip_source_t* source = zip_source_buffer(archive, file.content.data(), file.content.size(), 0);
    const zip_int64_t index = source ? zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source); // null is fine
        return failure(fmt::format("cannot pack {}: {}", name, zip_strerror(archive)));
    }
    const auto attributes = static_cast<zip_uint32_t>(S_IFREG | file.mode) << 16;
    if (zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, attributes) != 0)
        return failure(fmt::format("cannot give {} its mode: {}", name, zip_strerror(archive)));
    return {};
}

} // namespace

std::string kitFolder(const std::string& thing)
{
    std::string folder = "greensward-" + thing;
    std::replace(folder.begin(), folder.end(), ':', '-'); // which other systems have no files with
    return folder;
}

Result<std::vector<KitFile>> kitFiles(const PiKit& kit)
{
    std::vector<KitFile> files{{"config.json", config(kit), kReadable},
                               {"root.pem", kit.rootPem, kReadable},
                               {"device.pem", kit.certificatePem, kReadable},
                               {"device.key", kit.keyPem, kPrivate}};
    for (const Part& part : kParts) {
        const auto path = resourceFile(std::filesystem::path("pi-kit") / part.name);
        if (!path)
            return tl::unexpected(path.error());
        auto text = readFile(*path, kLargestFile);
        if (!text)
            return tl::unexpected(text.error());
        files.push_back({part.name, filled(std::move(*text), kit), part.mode});
    }
    return files;
}

Result<std::string> zipOf(const std::vector<KitFile>& files)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &why);
    if (!memory)
        return failure(zip_error_strerror(&why));
    zip_source_keep(memory);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(memory, zip_source_free);
    Archive archive(zip_open_from_source(memory, ZIP_TRUNCATE, &why));
    if (!archive) {
        zip_source_free(memory); // the share that the archive would have taken
        return failure(nameOf(zip_error_code_zip(&why)));
    }
    for (const KitFile& file : files)
        if (const auto added = add(archive.get(), file.name, file); !added)
            return tl::unexpected(added.error());
    if (zip_close(archive.get()) != 0)
        return failure(zip_strerror(archive.get()));
    (void)archive.release();

    zip_stat_t facts;
    if (zip_source_stat(memory, &facts) != 0 || zip_source_open(memory) != 0)
        return failure("the packed files cannot be read");
    std::string bytes(facts.size, '\0');
    const auto count = zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    if (count != static_cast<zip_int64_t>(bytes.size()))
        return failure("the packed files cannot be read");
    return bytes;
}

Result<void> writeKit(const std::filesystem::path& zip, const std::string& folder, const std::vector<KitFile>& files)
{
    std::vector<KitFile> inside = files;
    for (KitFile& file : inside)
        file.name = folder + "/" + file.name;
    // Written in memory, so that the key never lies in a file that others may read.
    const auto bytes = zipOf(inside);
    if (!bytes)
        return failure(fmt::format("cannot make {}: {}", zip.string(), bytes.error().message));
    return writeFileAtomically(zip, *bytes, kPrivate);
}

} // namespace greensward::app
