// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/certificate_agent.h"

#include "pki/certificate.h"
#include "pki/signing_request.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace {

constexpr const char* kCommonName = "GreengrassCore";
constexpr Duration kLead = std::chrono::hours(24); ///< ahead of the end, where the certificate lives much longer
constexpr Duration kFirstPause = std::chrono::seconds(2);
constexpr unsigned kMostDoublings = 7;
/// Clocks are looked at again at least so often: the wall clock may be set.
constexpr Duration kLookAgain = std::chrono::minutes(10);

std::optional<pki::Certificate> read(const std::string& pem)
{
    const auto certificate = pki::Certificate::fromPem(pem);
    return certificate ? std::optional(*certificate) : std::nullopt;
}

WallTime renewalOf(const pki::Certificate& certificate)
{
    const pki::Validity valid = certificate.validity();
    return valid.notAfter - std::min<Duration>(kLead, (valid.notAfter - valid.notBefore) / 3);
}

} // namespace

void CertificateAgent::setGroup(const GroupDocument* group, std::vector<std::string> names)
{
    ++m_epoch;
    m_asking = false;
    m_group = group;
    m_names = std::move(names);
    m_failures = 0;
    m_serving.reset();
    m_askAt.reset();
    if (!group)
        return;
    if (const auto kept = m_parts.shelf.server(); kept && judge(*kept) != State::Missing)
        serve(*kept);
    plan();
}

void CertificateAgent::setNames(std::vector<std::string> names)
{
    if (m_names == names)
        return;
    m_names = std::move(names);
    if (m_group)
        plan();
}

void CertificateAgent::setOnline(bool online)
{
    m_online = online;
    if (online && m_group && m_askAt)
        m_askAt = m_parts.clock.now();
}

/// Missing: not to be used at all.
CertificateAgent::State CertificateAgent::judge(const ServerIdentity& server) const
{
    const auto certificate = read(server.certificatePem);
    const WallTime now = m_parts.clock.wall();
    if (!certificate || now > certificate->validity().notAfter)
        return State::Missing;
    const auto signedBy = [&](const GroupAuthority& candidate) {
        const auto authority = read(candidate.pem);
        return authority && certificate->isIssuedBy(*authority);
    };
    const auto& authorities = m_group->authorities;
    if (std::none_of(authorities.begin(), authorities.end(), signedBy))
        return State::Missing; // of another group
    const bool newest = signedBy(authorities.front());
    return newest && certificate->covers(m_names) && now < renewalOf(*certificate) ? State::Good : State::Old;
}

Instant CertificateAgent::laterBy(WallTime until) const
{
    return m_parts.clock.now() + std::min<Duration>(until - m_parts.clock.wall(), kLookAgain);
}

void CertificateAgent::plan()
{
    if (!m_serving || judge(*m_serving) != State::Good) {
        m_askAt = m_parts.clock.now();
        return;
    }
    m_askAt = laterBy(renewalOf(*read(m_serving->certificatePem)));
}

void CertificateAgent::run()
{
    if (!m_group || m_asking || !m_askAt || m_parts.clock.now() < *m_askAt)
        return;
    if (m_serving && judge(*m_serving) == State::Good)
        return plan();
    if (m_online)
        ask();
}

std::optional<Instant> CertificateAgent::nextDeadline() const
{
    if (!m_group || m_asking)
        return std::nullopt;
    const bool waits = !m_online && m_askAt && *m_askAt <= m_parts.clock.now();
    return waits ? std::nullopt : m_askAt;
}

void CertificateAgent::ask()
{
    const auto key = pki::PrivateKey::generate(pki::KeyType::P256);
    const auto request =
        key ? pki::SigningRequest::create(*key, kCommonName) : Result<pki::SigningRequest>(tl::unexpected(key.error()));
    if (!request)
        return m_parts.refused(request.error().message);
    m_asking = true;
    m_parts.cloud.serverCertificate(m_group->groupId, request->pem(), m_names,
                                    [this, epoch = m_epoch, keyPem = key->pem()](const CloudAnswer& answer) {
                                        if (epoch == m_epoch)
                                            answered(answer, keyPem);
                                    });
}

void CertificateAgent::answered(const CloudAnswer& answer, const std::string& keyPem)
{
    m_asking = false;
    boost::system::error_code error;
    const auto body = boost::json::parse(answer.body, error);
    const boost::json::value* pem =
        answer.ok() && !error && body.is_object() ? body.get_object().if_contains("CertificatePem") : nullptr;
    ServerIdentity fresh{pem && pem->is_string() ? std::string(std::string_view(pem->get_string())) : std::string(),
                         keyPem};
    const auto certificate = read(fresh.certificatePem);
    const auto key = pki::PrivateKey::fromPem(keyPem);
    if (certificate && key && certificate->matches(*key) && m_parts.clock.wall() <= certificate->validity().notAfter) {
        m_failures = 0;
        if (const auto kept = m_parts.shelf.putServer(fresh); !kept)
            m_parts.warn(fmt::format("the server's certificate cannot be kept: {}", kept.error().message));
        serve(fresh);
        m_askAt = laterBy(renewalOf(*certificate));
        return;
    }
    m_askAt = m_parts.clock.now() + kFirstPause * (1u << std::min(m_failures++, kMostDoublings));
    const std::string why =
        answer.ok() ? "the cloud's answer holds no certificate of this key that is valid now" : answer.problem();
    m_parts.warn(fmt::format("no certificate for the local server: {}", why));
    if (!answer.isPassing())
        m_parts.refused(why);
}

void CertificateAgent::serve(const ServerIdentity& server)
{
    m_serving = server;
    m_parts.ready(server);
}

} // namespace greensward::edge
