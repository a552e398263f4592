// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/policy_lookup.h"

#include "ui/models/account_entries.h"
#include "ui/security/registry.h"

#include <boost/json/object.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostTargets = 250;

}

PolicyLookup::PolicyLookup(client::Api* api, Registry& registry, QObject* parent)
    : QObject(parent), m_reader(api, [this] {
        m_policy = std::move(m_coming);
        m_coming = {};
        m_isKnown = true;
        emit changed();
    })
{
    connect(&registry, &Registry::stale, this, &PolicyLookup::read);
}

void PolicyLookup::setPolicy(const std::string& name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_policy = {};
    m_isKnown = false;
    read();
    emit changed();
}

void PolicyLookup::read()
{
    m_reader.drop();
    m_coming = {};
    if (m_name.empty())
        return;
    const std::string path = "/policies/" + client::label(m_name);
    m_reader.ask({.service = "iot", .method = "GET", .path = path}, [this](const client::Answer& answer) {
        if (!answer.ok()) {
            m_coming.problem = answer.problem;
            return;
        }
        const json::value body = answer.object();
        m_coming.name = textMember(body, "policyName");
        m_coming.arn = textMember(body, "policyArn");
        m_coming.defaultVersion = textMember(body, "defaultVersionId");
        readVersions();
    });
    m_reader.list(
        {.service = "iot", .method = "POST", .path = "/policy-targets/" + client::label(m_name)},
        markerPaging("targets", kMostTargets),
        [this](const json::value& one) {
            if (one.is_string())
                m_coming.targets.emplace_back(one.get_string());
        },
        [](const std::string&, bool) {});
}

void PolicyLookup::readVersions()
{
    const std::string path = "/policies/" + client::label(m_name) + "/version";
    m_reader.ask({.service = "iot", .method = "GET", .path = path}, [this, path](const client::Answer& answer) {
        const json::object body = answer.object();
        const json::value* versions = body.if_contains("policyVersions");
        if (!versions || !versions->is_array())
            return;
        for (const json::value& one : versions->get_array()) {
            const std::string version = textMember(one, "versionId");
            m_coming.versions.push_back(version);
            m_reader.ask({.service = "iot", .method = "GET", .path = path + '/' + client::label(version)},
                         [this, version](const client::Answer& described) {
                             const json::value document = described.object();
                             m_coming.documents[version] = textMember(document, "policyDocument");
                         });
        }
    });
}

} // namespace greensward::ui
