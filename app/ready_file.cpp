// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ready_file.h"

#include "app/identities.h"
#include "app/open_addresses.h"
#include "base/files.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fmt/format.h>

namespace greensward::app {

namespace {

constexpr std::size_t kLargestFile = 4096;

/// For a URL: IPv6 addresses stand in brackets.
std::string inUrl(const std::string& host)
{
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

} // namespace

std::string Whereabouts::host() const
{
    return isEveryAddress(listen) || isLoopback(listen) ? "localhost" : listen;
}

std::string Whereabouts::address() const
{
    if (listen == "::")
        return "::1";
    return listen == "0.0.0.0" || listen == "localhost" ? "127.0.0.1" : listen;
}

std::string Whereabouts::apiUrl() const
{
    return fmt::format("http://{}:{}", inUrl(address()), ports.api);
}

std::string Whereabouts::dataUrl() const
{
    return fmt::format("https://{}:{}", inUrl(host()), ports.https);
}

std::string Whereabouts::wsUrl() const
{
    return fmt::format("ws://{}:{}/mqtt", inUrl(address()), ports.api);
}

std::string Whereabouts::wssUrl() const
{
    return fmt::format("wss://{}:{}/mqtt", inUrl(host()), ports.https);
}

std::string readyText(const Whereabouts& at, int pid)
{
    namespace json = boost::json;
    const json::value plain =
        at.plainMqtt ? json::value{{"host", at.address()}, {"port", at.ports.mqtt}} : json::value(nullptr);
    const json::value ready{{"pid", pid},
                            {"account", kAccount},
                            {"region", kRegion},
                            {"data_dir", at.directory.string()},
                            {"ca_file", at.rootCertificate.string()},
                            {"access_key_id", at.keys.id},
                            {"secret_access_key", at.keys.secret},
                            {"api", at.apiUrl()},
                            {"data", at.dataUrl()},
                            {"mqtts", {{"host", at.host()}, {"port", at.ports.mqtts}}},
                            {"mqtt_plain", plain},
                            {"ws", at.wsUrl()},
                            {"wss", at.wssUrl()}};
    return json::serialize(ready) + "\n";
}

Result<void> writeReadyFile(const std::filesystem::path& file, const Whereabouts& whereabouts, int pid)
{
    return writeFileAtomically(file, readyText(whereabouts, pid), 0600);
}

std::filesystem::path runningFile(const std::filesystem::path& workspace)
{
    return workspace / "running.json";
}

Result<void> writeRunningFile(const Whereabouts& at, int pid)
{
    const boost::json::value running{{"pid", pid},
                                     {"listen", at.listen},
                                     {"api", at.ports.api},
                                     {"mqtts", at.ports.mqtts},
                                     {"https", at.ports.https},
                                     {"mqtt", at.ports.mqtt},
                                     {"mqtt_plain", at.plainMqtt}};
    return writeFileAtomically(runningFile(at.directory), boost::json::serialize(running) + "\n", 0600);
}

std::optional<Whereabouts> readRunningFile(const std::filesystem::path& workspace)
{
    const auto text = readFile(runningFile(workspace), kLargestFile);
    auto keys = AccessKeys::load(Identities::accessKeyFile(workspace));
    if (!text || !keys)
        return std::nullopt;
    try {
        const boost::json::value running = boost::json::parse(*text);
        const auto number = [&running](const char* name) { return running.at(name).to_number<std::int32_t>(); };
        const auto port = [&number](const char* name) { return static_cast<std::uint16_t>(number(name)); };
        const auto* person = running.as_object().if_contains("person"); // a seat: the engine runs elsewhere
        if (!person && ::kill(number("pid"), 0) != 0 && errno == ESRCH)
            return std::nullopt;
        return Whereabouts{.directory = workspace,
                           .rootCertificate = Identities::rootFile(workspace),
                           .keys = std::move(*keys),
                           .listen = std::string(running.at("listen").as_string()),
                           .ports = {port("api"), port("mqtts"), port("https"), port("mqtt")},
                           .plainMqtt = running.at("mqtt_plain").as_bool(),
                           .person = person ? std::string(person->as_string()) : std::string()};
    } catch (const std::exception&) {
        return std::nullopt; // not a file that we wrote
    }
}

} // namespace greensward::app
