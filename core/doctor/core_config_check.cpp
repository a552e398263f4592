// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/core_config_check.h"

#include "doctor/phrases.h"

#include "aws/arn.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::doctor {

namespace json = boost::json;

namespace {

using namespace phrases;

const json::object* sectionOf(const json::object& from, std::string_view name)
{
    const json::value* value = from.if_contains(name);
    return value ? value->if_object() : nullptr;
}

bool isHostName(std::string_view text)
{
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") ==
           std::string_view::npos;
}

/// "us-east-1" of "abc-ats.iot.us-east-1.amazonaws.com" and "greengrass-ats.iot.us-east-1.amazonaws.com"; empty for a
/// host that is not Amazon's.
std::string_view regionOf(std::string_view host)
{
    constexpr std::string_view kMark = ".iot.", kAfter = ".amazonaws.com";
    const auto at = host.find(kMark);
    if (at == std::string_view::npos || host.find(kAfter) == std::string_view::npos)
        return {};
    const std::string_view rest = host.substr(at + kMark.size());
    return rest.substr(0, rest.find('.'));
}

class CoreConfigCheck
{
public:
    CoreConfigCheck(const FolderFile& file, const std::vector<FolderFile>& files, WallTime now)
        : m_file(file), m_files(files), m_now(now)
    {}

    std::vector<Card> run(const json::object& config)
    {
        static const json::object kNothing;
        const json::object* core = sectionOf(config, "coreThing");
        if (!core)
            missing("coreThing", R"("coreThing": {"thingArn": "…", "iotHost": "…", "ggHost": "…"})");
        else
            checkCore(*core);
        const json::object* crypto = sectionOf(config, "crypto");
        if (crypto && !crypto->empty())
            checkCrypto(*crypto);
        else if (core)
            for (const char* name : {"caPath", "certPath", "keyPath"})
                checkPath(*core, "coreThing", name);
        checkNumber(config, "", "mqttMaxConnectionRetryInterval", 1, 86'400);
        const json::object* system = sectionOf(config, "system");
        checkNumber(system ? *system : kNothing, "system.", "shadowSyncTimeout", 1, 3600);
        return std::move(m_cards);
    }

private:
    Card& raise(Text sentence, const std::string& member, Confidence confidence = Confidence::Certain)
    {
        Card card{.code = Code::CoreStart,
                  .confidence = confidence,
                  .key = m_file.name + " " + member,
                  .sentence = std::move(sentence),
                  .background = kBackCoreStart,
                  .first = m_now,
                  .last = m_now};
        if (!member.empty())
            card.rows.push_back({kRowPlace, member, Row::Mark::No});
        return m_cards.emplace_back(std::move(card));
    }

    void missing(const std::string& member, std::string line)
    {
        raise({kConfigMissing, {m_file.name, member}}, member)
            .fixes.push_back({Fix::Act::Copy, kFixConfig, {}, std::move(line)});
    }

    /// Empty when it is not there or no text, which is told.
    std::string text(const json::object& from, const std::string& section, const char* name, const char* example)
    {
        const std::string member = section + "." + name;
        const json::value* value = from.if_contains(name);
        if (!value || value->is_null() || (value->is_string() && value->get_string().empty())) {
            missing(member, fmt::format("\"{}\": \"{}\"", name, example));
            return {};
        }
        if (!value->is_string()) {
            raise({kConfigNoText, {m_file.name, member}}, member);
            return {};
        }
        return std::string(value->get_string());
    }

    void checkCore(const json::object& core)
    {
        const std::string thing =
            text(core, "coreThing", "thingArn", "arn:aws:iot:us-east-1:123456789012:thing/my-core");
        const auto arn = aws::Arn::parse(thing);
        if (!thing.empty() && (!arn || arn->service != "iot" || arn->type() != "thing" || arn->name().empty()))
            raise({kConfigBadArn, {m_file.name, "coreThing.thingArn", thing}}, "coreThing.thingArn");
        checkHost(core, "iotHost", "abc123-ats.iot.us-east-1.amazonaws.com", arn);
        checkHost(core, "ggHost", "greengrass-ats.iot.us-east-1.amazonaws.com", arn);
        constexpr std::int64_t kHighest = 65'535;
        for (const char* port : {"iotMqttPort", "iotHttpPort", "ggHttpPort"})
            checkNumber(core, "coreThing.", port, 1, kHighest);
        checkNumber(core, "coreThing.", "ggMqttPort", 1024, kHighest);
        checkNumber(core, "coreThing.", "keepAlive", 30, 1200);
    }

    void checkHost(const json::object& core, const char* name, const char* example, const std::optional<aws::Arn>& arn)
    {
        const std::string host = text(core, "coreThing", name, example);
        const std::string member = std::string("coreThing.") + name;
        if (host.empty())
            return;
        if (!isHostName(host)) {
            raise({kConfigBadHost, {m_file.name, member, host}}, member);
            return;
        }
        const std::string_view region = regionOf(host);
        if (arn && !region.empty() && region != arn->region)
            raise({kConfigOtherRegion, {m_file.name, member, std::string(region), arn->region}}, member);
    }

    void checkNumber(const json::object& from, const std::string& section, const char* name, std::int64_t least,
                     std::int64_t most)
    {
        const json::value* value = from.if_contains(name);
        if (!value || value->is_null())
            return;
        if (value->is_int64() && value->get_int64() >= least && value->get_int64() <= most)
            return;
        raise({kConfigBadNumber,
               {m_file.name, section + name, json::serialize(*value), std::to_string(least), std::to_string(most)}},
              section + name);
    }

    void checkCrypto(const json::object& crypto)
    {
        checkPath(crypto, "crypto", "caPath");
        const json::object* principals = sectionOf(crypto, "principals");
        const json::object* own = principals ? sectionOf(*principals, "IoTCertificate") : nullptr;
        const std::string section = "crypto.principals.IoTCertificate";
        if (!own)
            return missing(section, R"("IoTCertificate": {"privateKeyPath": "file:///…", "certificatePath": "file:///…"})");
        checkPath(*own, section, "certificatePath");
        checkPath(*own, section, "privateKeyPath");
    }

    void checkPath(const json::object& from, const std::string& section, const char* name)
    {
        const std::string path = text(from, section, name, "certs/…");
        const std::string member = section + "." + name;
        if (path.starts_with("pkcs11:"))
            raise({kConfigHardware, {m_file.name, member}}, member);
        else if (const std::string file = path.substr(path.rfind('/') + 1); !path.empty() && !isThere(file))
            raise({kConfigNoFile, {m_file.name, path}}, member);
    }

    bool isThere(const std::string& file) const
    {
        return std::any_of(m_files.begin(), m_files.end(), [&](const FolderFile& other) {
            return other.name == file || other.name.ends_with("/" + file);
        });
    }

    const FolderFile& m_file;
    const std::vector<FolderFile>& m_files;
    WallTime m_now;
    std::vector<Card> m_cards;
};

} // namespace

bool isCoreConfig(const json::value& config)
{
    const json::object* object = config.if_object();
    if (!object)
        return false;
    const json::object* core = sectionOf(*object, "coreThing");
    return core || sectionOf(*object, "crypto") || (object->contains("runtime") && object->contains("managedRespawn"));
}

std::vector<Card> checkCoreConfig(const FolderFile& file, const json::value& config,
                                  const std::vector<FolderFile>& files, WallTime now)
{
    return CoreConfigCheck(file, files, now).run(config.as_object());
}

Card brokenJson(const FolderFile& file, Code code, WallTime now)
{
    json::stream_parser parser;
    boost::system::error_code error;
    const std::size_t good = parser.write_some(file.content, error);
    if (!error)
        parser.finish(error);
    const std::string_view before = std::string_view(file.content).substr(0, good);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto character = good - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
    Card card{.code = code,
              .confidence = Confidence::Certain,
              .key = file.name + " json",
              .sentence = {kConfigBroken,
                           {file.name, std::to_string(line), std::to_string(character), error.message()}},
              .background = code == Code::CoreStart ? kBackCoreStart : kBackPem,
              .first = now,
              .last = now};
    const auto end = file.content.find('\n', good);
    const auto begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    card.rows.push_back({kRowPlace, file.content.substr(begin, std::min<std::size_t>(end - begin, 120)), Row::Mark::No});
    return card;
}

} // namespace greensward::doctor
