// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/registry.h"

#include "ui/models/engine_mirror.h"

#include <boost/json/object.hpp>

#include <QTimerEvent>

#include <algorithm>
#include <array>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr int kSoonMillis = 120; ///< changes rarely come alone

}

bool changesAccount(std::string_view operation)
{
    constexpr std::string_view kService = "iot ";
    if (!operation.starts_with(kService))
        return false;
    operation.remove_prefix(kService.size());
    constexpr std::array<std::string_view, 5> kReads{"List", "Describe", "Get", "Test", "Search"};
    return std::none_of(kReads.begin(), kReads.end(),
                        [operation](std::string_view verb) { return operation.starts_with(verb); });
}

Registry::Registry(EngineMirror& mirror) : m_mirror(mirror), m_reader(mirror.engine().api(), [this] { take(); }) {}

bool Registry::isThere() const
{
    return m_mirror.engine().api() != nullptr;
}

const CertificateEntry* Registry::certificate(const std::string& id) const
{
    const auto found = std::find_if(m_known.certificates.begin(), m_known.certificates.end(),
                                    [&id](const CertificateEntry& one) { return one.id == id; });
    return found == m_known.certificates.end() ? nullptr : &*found;
}

const AuthorityEntry* Registry::authority(const std::string& id) const
{
    const auto found = std::find_if(m_known.authorities.begin(), m_known.authorities.end(),
                                    [&id](const AuthorityEntry& one) { return one.id == id; });
    return found == m_known.authorities.end() ? nullptr : &*found;
}

void Registry::setWatched(bool watched)
{
    m_isWatched = watched;
    if (!watched)
        return;
    if (!std::exchange(m_isRead, true))
        read();
    else if (m_isBehind)
        refresh();
}

void Registry::refresh()
{
    m_isRead = true;
    m_isBehind = false;
    m_reader.drop();
    read();
    emit stale();
}

void Registry::ingest(const trace::Chunk& chunk)
{
    if (!m_isRead)
        return;
    for (const trace::Event& event : chunk.events())
        if (event.kind == trace::Kind::ApiCalled && changesAccount(chunk.text(event.object)) && !m_soon.isActive())
            m_soon.start(kSoonMillis, this);
}

void Registry::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_soon.timerId())
        return;
    m_soon.stop();
    m_isBehind = !m_isWatched;
    if (m_isBehind)
        return;
    emit stale();
    if (m_reader.isBusy())
        m_again = true;
    else
        read();
}

void Registry::readList(const char* path, Paging paging, AccountReader::Entry entry)
{
    m_reader.list({.service = "iot", .method = "GET", .path = path}, std::move(paging), std::move(entry),
                  [this](const std::string& problem, bool truncated) {
                      m_coming.truncated |= truncated;
                      if (!problem.empty())
                          m_comingProblem = QString::fromStdString(problem);
                  });
}

void Registry::read()
{
    m_coming = {};
    m_comingProblem.clear();
    readList("/things", tokenPaging("things", kMost),
             [this](const json::value& one) { m_coming.things.push_back(thingEntry(one)); });
    readList("/certificates", markerPaging("certificates", kMost), [this](const json::value& one) {
        m_coming.certificates.push_back(certificateEntry(one));
        if (m_coming.certificates.size() <= kMostDescribed)
            describeCertificate(m_coming.certificates.size() - 1);
    });
    readList("/cacertificates", markerPaging("certificates", kMost), [this](const json::value& one) {
        m_coming.authorities.push_back(authorityEntry(one));
        if (m_coming.authorities.size() <= kMostDescribed)
            describeAuthority(m_coming.authorities.size() - 1);
    });
    readList("/policies", markerPaging("policies", kMost),
             [this](const json::value& one) { m_coming.policies.push_back(policyEntry(one)); });
}

void Registry::describeCertificate(std::size_t at)
{
    m_reader.ask(
        {.service = "iot", .method = "GET", .path = "/certificates/" + client::label(m_coming.certificates[at].id)},
        [this, at](const client::Answer& answer) {
            const json::object body = answer.object();
            if (const json::value* described = body.if_contains("certificateDescription"))
                m_coming.certificates[at] = certificateEntry(*described);
        });
}

void Registry::describeAuthority(std::size_t at)
{
    m_reader.ask(
        {.service = "iot", .method = "GET", .path = "/cacertificate/" + client::label(m_coming.authorities[at].id)},
        [this, at](const client::Answer& answer) {
            const json::object body = answer.object();
            if (const json::value* described = body.if_contains("certificateDescription"))
                m_coming.authorities[at] = authorityEntry(*described);
        });
}

void Registry::take()
{
    const bool another = m_coming != m_known || m_comingProblem != m_problem || !m_isKnown;
    m_known = std::move(m_coming);
    m_coming = {};
    m_problem = m_comingProblem;
    m_isKnown = true;
    if (another)
        emit changed();
    if (std::exchange(m_again, false))
        read();
}

} // namespace greensward::ui
