// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/identity.h"

#include "ui/security/registry.h"

#include <boost/json/object.hpp>

#include <algorithm>
#include <iterator>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostPrincipals = 10;

}

Identity::Gap Identity::gap() const
{
    if (principals.empty())
        return Gap::NoCertificate;
    const auto isActive = [](const Principal& one) { return one.certificate.isActive(); };
    if (std::none_of(principals.begin(), principals.end(), isActive))
        return Gap::NoneActive;
    const bool whole = std::any_of(principals.begin(), principals.end(),
                                   [&](const Principal& one) { return isActive(one) && !one.policies.empty(); });
    return whole ? Gap::None : Gap::NoPolicy;
}

IdentityLookup::IdentityLookup(client::Api* api, Registry& registry, QObject* parent)
    : QObject(parent), m_api(api), m_reader(api, [this] { take(); })
{
    connect(&registry, &Registry::stale, this, &IdentityLookup::read);
}

void IdentityLookup::setThing(const std::string& name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_identity = {};
    m_isKnown = false;
    read();
    emit changed();
}

void IdentityLookup::read()
{
    m_reader.drop();
    std::move(m_principals.begin(), m_principals.end(), std::back_inserter(m_ended));
    m_principals.clear();
    if (!m_ended.empty())
        QMetaObject::invokeMethod(
            this, [this] { m_ended.clear(); }, Qt::QueuedConnection);
    m_coming = {};
    m_listed = false;
    if (m_name.empty())
        return;
    readThing();
    readPrincipals();
}

void IdentityLookup::readThing()
{
    m_reader.ask({.service = "iot", .method = "GET", .path = "/things/" + client::label(m_name)},
                 [this](const client::Answer& answer) {
                     if (answer.ok())
                         m_coming.thing = thingEntry(answer.object());
                     else
                         m_coming.problem = answer.problem;
                 });
    m_reader.list(
        {.service = "iot", .method = "GET", .path = "/things/" + client::label(m_name) + "/thing-groups"},
        tokenPaging("thingGroups", PrincipalReader::kMostThings),
        [this](const json::value& one) { m_coming.groups.push_back(textMember(one, "groupName")); },
        [](const std::string&, bool) {});
}

void IdentityLookup::readPrincipals()
{
    m_reader.list(
        {.service = "iot", .method = "GET", .path = "/things/" + client::label(m_name) + "/principals"},
        tokenPaging("principals", kMostPrincipals),
        [this](const json::value& one) {
            if (!one.is_string())
                return;
            const std::string arn(one.get_string());
            if (certificateIdOf(arn).empty())
                return m_coming.others.push_back(arn);
            m_principals.push_back(std::make_unique<PrincipalReader>(m_api, arn, m_name, [this] { take(); }));
        },
        [this](const std::string&, bool) { m_listed = true; });
}

void IdentityLookup::take()
{
    const bool complete =
        m_listed && !m_reader.isBusy() &&
        std::all_of(m_principals.begin(), m_principals.end(), [](const auto& reader) { return reader->isDone(); });
    if (!complete)
        return;
    for (const auto& reader : m_principals)
        m_coming.principals.push_back(reader->principal());
    m_identity = std::move(m_coming);
    m_coming = {};
    m_isKnown = true;
    emit changed();
}

} // namespace greensward::ui
