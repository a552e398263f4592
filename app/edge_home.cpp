// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_home.h"

#include "aws/arn.h"
#include "base/files.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 1u << 20;
constexpr unsigned kPrivate = 0600;
constexpr unsigned kPublic = 0644;
/// s between attempts to connect: whoever puts a cable back watches.
constexpr int kMostPause = 3;

Result<json::object> readConfig(const fs::path& file)
{
    const auto text = readFile(file, kLargestFile);
    if (!text)
        return tl::unexpected(text.error());
    boost::system::error_code error;
    json::value read = json::parse(*text, error);
    if (error || !read.is_object())
        return failure(fmt::format("{} is no JSON object", file.string()));
    return std::move(read.get_object());
}

void setCloud(json::object& core, const EdgeHome::Cloud& cloud)
{
    core["iotHost"] = cloud.host;
    core["ggHost"] = cloud.host;
    core["iotMqttPort"] = cloud.mqttPort;
    core["iotHttpPort"] = cloud.httpPort;
    core["ggHttpPort"] = cloud.httpPort;
}

} // namespace

EdgeHome::EdgeHome(fs::path folder) : m_folder(std::move(folder))
{
    if (const auto config = readConfig(configFile()))
        if (const json::value* core = config->if_contains("coreThing"); core && core->is_object())
            if (const json::value* port = core->get_object().if_contains("ggMqttPort"); port && port->is_int64())
                m_localPort = static_cast<std::uint16_t>(port->get_int64());
}

Result<void> EdgeHome::furnish(const Furniture& furniture)
{
    const auto arn = aws::Arn::parse(furniture.thingArn);
    const std::string name = arn ? std::string(arn->name()) : std::string();
    const fs::path certs = m_folder / "certs";
    for (const fs::path& folder : {certs, m_folder / "config"})
        if (const auto made = makePrivateFolder(folder); !made)
            return made;
    json::object core{{"caPath", "root.ca.pem"},
                      {"certPath", name + ".cert.pem"},
                      {"keyPath", name + ".private.key"},
                      {"thingArn", furniture.thingArn},
                      {"ggMqttPort", furniture.localPort},
                      {"keepAlive", 30}};
    setCloud(core, furniture.cloud);
    const json::object config{{"coreThing", std::move(core)},
                              {"runtime", {{"cgroup", {{"useSystemd", "yes"}}}}},
                              {"managedRespawn", false},
                              {"mqttMaxConnectionRetryInterval", kMostPause}};
    const auto write = [](const fs::path& file, const std::string& text, unsigned mode) {
        return writeFileAtomically(file, text, mode);
    };
    auto written = write(certs / "root.ca.pem", furniture.rootPem, kPublic);
    if (written)
        written = write(certs / (name + ".cert.pem"), furniture.identity.certificate.pem(), kPublic);
    if (written)
        written = write(certs / (name + ".private.key"), furniture.identity.key.pem(), kPrivate);
    if (written)
        written = write(configFile(), json::serialize(config) + "\n", kPublic);
    if (written)
        m_localPort = furniture.localPort;
    return written;
}

Result<void> EdgeHome::find(const Cloud& cloud) const
{
    auto config = readConfig(configFile());
    if (!config)
        return tl::unexpected(config.error());
    json::value* const core = config->if_contains("coreThing");
    if (!core || !core->is_object())
        return {}; // whoever reads it complains
    const json::object before = core->get_object();
    setCloud(core->get_object(), cloud);
    return core->get_object() == before ? Result<void>()
                                        : writeFileAtomically(configFile(), json::serialize(*config) + "\n", kPublic);
}

Result<void> EdgeHome::clear() const
{
    std::error_code error;
    fs::remove_all(m_folder, error);
    return error ? failure(fmt::format("{} cannot be removed: {}", m_folder.string(), error.message())) : Result<void>();
}

bool EdgeHome::isOff() const
{
    std::error_code ignored;
    return fs::exists(m_folder / "switched-off", ignored);
}

Result<void> EdgeHome::setOff(bool off) const
{
    if (off)
        return writeFileAtomically(m_folder / "switched-off", "", kPublic);
    std::error_code error;
    fs::remove(m_folder / "switched-off", error);
    return error ? failure(fmt::format("the core cannot be switched on: {}", error.message())) : Result<void>();
}

} // namespace greensward::app
