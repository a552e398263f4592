// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_config.h"

#include "aws/arn.h"
#include "base/files.h"
#include "pki/certificate.h"
#include "pki/private_key.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <system_error>

namespace greensward::app {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 1u << 20;
constexpr std::uint16_t kLogsPort = 443;

/// Reads members of the file and remembers the first that is wrong; those it does not know are left alone.
class ConfigReader
{
public:
    ConfigReader(const json::object& all, fs::path folder) : m_all(all), m_folder(std::move(folder)) {}

    const json::object& section(const char* name) const { return sectionOf(m_all, name); }
    static const json::object& sectionOf(const json::object& from, const char* name)
    {
        static const json::object kNothing;
        const json::value* const value = from.if_contains(name);
        return value && value->is_object() ? value->get_object() : kNothing;
    }
    std::string text(const json::object& from, const std::string& section, const char* name)
    {
        const json::value* const value = from.if_contains(name);
        if (value && value->is_string() && !value->get_string().empty())
            return std::string(std::string_view(value->get_string()));
        complain(fmt::format("{}.{} is missing", section, name));
        return {};
    }
    template<typename Number>
    void number(const json::object& from, const char* name, std::int64_t least, std::int64_t most, Number& into)
    {
        const json::value* const value = from.if_contains(name);
        if (!value || value->is_null())
            return;
        if (!value->is_int64() || value->get_int64() < least || value->get_int64() > most)
            return complain(fmt::format("{} is not a number from {} to {}", name, least, most));
        into = static_cast<Number>(value->get_int64());
    }
    /// The content of a file that is named by a path (coreThing) or a file: URI (crypto).
    std::string file(const std::string& named, const std::string& member)
    {
        if (named.empty())
            return {};
        if (named.starts_with("pkcs11:")) {
            complain(fmt::format("{} names a hardware key, which cannot be used here", member));
            return {};
        }
        fs::path path =
            named.starts_with("file:") ? fs::path(named.substr(named.find_first_not_of('/', 5) - 1)) : fs::path(named);
        std::error_code ignored;
        if (path.is_relative())
            for (const fs::path& folder : {m_folder.parent_path() / "certs", m_folder / "certs", m_folder})
                if (fs::exists(folder / path, ignored)) {
                    path = folder / path;
                    break;
                }
        auto content = readFile(path, kLargestFile);
        if (!content)
            complain(fmt::format("{}: {}", member, content.error().message));
        return content.value_or(std::string());
    }
    void complain(std::string why)
    {
        if (m_problem.empty())
            m_problem = std::move(why);
    }
    const std::string& problem() const { return m_problem; }

private:
    const json::object& m_all;
    fs::path m_folder;
    std::string m_problem;
};

void readIdentity(ConfigReader& reader, EdgeConfig& config)
{
    const json::object& crypto = reader.section("crypto");
    if (crypto.empty()) {
        const json::object& core = reader.section("coreThing");
        config.caPem = reader.file(reader.text(core, "coreThing", "caPath"), "coreThing.caPath");
        config.certificatePem = reader.file(reader.text(core, "coreThing", "certPath"), "coreThing.certPath");
        config.keyPem = reader.file(reader.text(core, "coreThing", "keyPath"), "coreThing.keyPath");
        return;
    }
    const std::string section = "crypto.principals.IoTCertificate";
    const json::object& own = ConfigReader::sectionOf(ConfigReader::sectionOf(crypto, "principals"), "IoTCertificate");
    config.caPem = reader.file(reader.text(crypto, "crypto", "caPath"), "crypto.caPath");
    config.certificatePem = reader.file(reader.text(own, section, "certificatePath"), section + ".certificatePath");
    config.keyPem = reader.file(reader.text(own, section, "privateKeyPath"), section + ".privateKeyPath");
}

void checkIdentity(ConfigReader& reader, const EdgeConfig& config)
{
    if (!reader.problem().empty())
        return;
    const auto certificate = pki::Certificate::fromPem(config.certificatePem);
    const auto key = pki::PrivateKey::fromPem(config.keyPem);
    if (!certificate)
        reader.complain("the core's certificate cannot be read: " + certificate.error().message);
    else if (!key)
        reader.complain("the core's private key cannot be read: " + key.error().message);
    else if (!certificate->matches(*key))
        reader.complain("the core's private key does not belong to its certificate");
    if (const auto root = pki::Certificate::fromPem(config.caPem); !root)
        reader.complain("the root certificate cannot be read: " + root.error().message);
}

void readCore(ConfigReader& reader, EdgeConfig& config)
{
    const json::object& core = reader.section("coreThing");
    config.thingArn = reader.text(core, "coreThing", "thingArn");
    for (const auto& [name, into] : {std::pair("iotHost", &config.iotHost), std::pair("ggHost", &config.ggHost)}) {
        *into = reader.text(core, "coreThing", name);
        if (into->find('/') != std::string::npos)
            reader.complain(fmt::format("coreThing.{} is the name of a host, not a URL: {}", name, *into));
    }
    const auto arn = aws::Arn::parse(config.thingArn);
    if (!config.thingArn.empty() && (!arn || arn->service != "iot" || arn->type() != "thing" || arn->name().empty()))
        reader.complain(fmt::format("coreThing.thingArn is no ARN of a thing: {}", config.thingArn));
    constexpr std::int64_t kHighest = 65'535;
    reader.number(core, "iotMqttPort", 1, kHighest, config.iotMqttPort);
    reader.number(core, "iotHttpPort", 1, kHighest, config.iotHttpPort);
    reader.number(core, "ggHttpPort", 1, kHighest, config.ggHttpPort);
    reader.number(core, "ggMqttPort", 1024, kHighest, config.ggMqttPort);
    const bool atAws = config.ggHost.ends_with(".amazonaws.com") || config.ggHost.ends_with(".amazonaws.com.cn");
    config.logsHost = !atAws ? config.ggHost
                      : arn  ? fmt::format("logs.{}.{}", arn->region, config.ggHost.substr(config.ggHost.find("amazonaws.")))
                             : std::string();
    config.logsPort = atAws ? kLogsPort : config.ggHttpPort;
    if (core.contains("logsHost"))
        config.logsHost = reader.text(core, "coreThing", "logsHost");
    reader.number(core, "logsPort", 1, kHighest, config.logsPort);
    reader.number(core, "keepAlive", 30, 1200, config.keepAlive);
}

} // namespace

Result<EdgeConfig> EdgeConfig::read(const fs::path& file)
{
    std::error_code ignored;
    const fs::path whole = fs::absolute(file, ignored);
    const auto content = readFile(whole, kLargestFile);
    if (!content)
        return tl::unexpected(content.error());
    boost::system::error_code error;
    const json::value parsed = json::parse(*content, error);
    if (error || !parsed.is_object())
        return failure(fmt::format("{} is no JSON object", file.string()));
    const json::object& all = parsed.get_object();
    const fs::path folder = whole.parent_path();
    ConfigReader reader(all, folder);
    EdgeConfig config;
    readCore(reader, config);
    readIdentity(reader, config);
    checkIdentity(reader, config);
    std::int64_t seconds = 60;
    reader.number(all, "mqttMaxConnectionRetryInterval", 1, 86'400, seconds);
    config.mostPause = std::chrono::seconds(seconds);
    seconds = 5;
    reader.number(reader.section("system"), "shadowSyncTimeout", 1, 3600, seconds);
    config.callTimeout = std::chrono::seconds(seconds);
    const bool genuine = folder.filename() == "config" || folder.filename() == "configuration";
    config.root = genuine ? folder.parent_path() : folder;
    if (const json::value* elsewhere = all.if_contains("writeDirectory"); elsewhere && elsewhere->is_string())
        config.root = fs::path(std::string_view(elsewhere->get_string()));
    if (!reader.problem().empty())
        return failure(fmt::format("{}: {}", file.string(), reader.problem()));
    return config;
}

} // namespace greensward::app
