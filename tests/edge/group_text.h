// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/group_document.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace greensward::edge::test {

namespace json = boost::json;

inline std::string thingArn(std::string_view name)
{
    return fmt::format("arn:aws:iot:us-east-1:123456789012:thing/{}", name);
}

inline std::string functionArn(std::string_view name)
{
    return fmt::format("arn:aws:lambda:us-east-1:123456789012:function:{}", name);
}

/// 64 hex digits that belong to a name.
inline std::string certificateOf(std::string_view name)
{
    std::string id;
    for (std::size_t at = 0; id.size() < 64; ++at)
        id += fmt::format("{:02x}", static_cast<unsigned char>(name[at % name.size()]));
    return id.substr(0, 64);
}

/// A group document, as the cloud sends it, put together piece by piece.
class GroupText
{
public:
    explicit GroupText(std::string deployment = "deployment-1")
        : m_group{{"GroupId", "group-1"},
                  {"GroupName", "workshop"},
                  {"GroupVersionId", "version-1"},
                  {"DeploymentId", std::move(deployment)},
                  {"DeploymentType", "NewDeployment"},
                  {"Region", "us-east-1"},
                  {"Account", "123456789012"},
                  {"Core", thing("core", false)},
                  {"Devices", json::array{}},
                  {"Functions", json::array{}},
                  {"Subscriptions", json::array{}},
                  {"CertificateAuthorities", json::array{}},
                  {"CertificateExpiryInMilliseconds", "604800000"}}
    {}
    GroupText& device(std::string_view name, bool sync = false)
    {
        m_group["Devices"].as_array().push_back(thing(name, sync));
        return *this;
    }
    /// Ends as in route(): "cloud", "GGShadowService", the name of a device, "function:3".
    GroupText& route(std::string_view source, std::string_view subject, std::string_view target)
    {
        json::array& routes = m_group["Subscriptions"].as_array();
        routes.push_back(json::object{{"Id", fmt::format("r{}", routes.size() + 1)},
                                      {"Source", end(source)},
                                      {"Subject", subject},
                                      {"Target", end(target)}});
        return *this;
    }
    GroupText& function(std::string_view arn, std::string_view resolved, json::object configuration = {},
                        std::string_view sha = "c2hh")
    {
        m_group["Functions"].as_array().push_back(json::object{{"Id", arn},
                                                               {"FunctionArn", arn},
                                                               {"ResolvedArn", resolved},
                                                               {"FunctionConfiguration", std::move(configuration)},
                                                               {"Code", json::object{{"Handler", "main.handler"},
                                                                                     {"Runtime", "python3.8"},
                                                                                     {"CodeSha256", sha},
                                                                                     {"CodeSize", 10}}}});
        return *this;
    }
    GroupText& spooler(json::object variables)
    {
        m_group["Functions"].as_array().push_back(
            json::object{{"Id", "spooler"},
                         {"FunctionArn", "arn:aws:lambda:::function:GGCloudSpooler:1"},
                         {"FunctionConfiguration",
                          json::object{{"Executable", "spooler"},
                                       {"Environment", json::object{{"Variables", std::move(variables)}}}}}});
        return *this;
    }
    GroupText& authority(std::string_view pem)
    {
        m_group["CertificateAuthorities"].as_array().push_back(json::object{{"Id", "ca"}, {"Pem", pem}});
        return *this;
    }
    GroupText& set(std::string_view member, json::value value)
    {
        m_group[member] = std::move(value);
        return *this;
    }
    std::string text() const { return json::serialize(m_group); }
    GroupDocument document() const { return GroupDocument::parse(text()).value(); }

    static std::string end(std::string_view word)
    {
        if (word == "cloud" || word == "GGShadowService" || word.starts_with("arn:") || word.empty())
            return std::string(word);
        return word.find(':') == std::string_view::npos ? thingArn(word) : functionArn(word);
    }

private:
    static json::object thing(std::string_view name, bool sync)
    {
        return {{"Id", name},
                {"ThingArn", thingArn(name)},
                {"CertificateArn", "arn:aws:iot:us-east-1:123456789012:cert/" + certificateOf(name)},
                {"SyncShadow", sync}};
    }
    json::object m_group;
};

} // namespace greensward::edge::test
