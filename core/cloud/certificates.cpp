// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/certificates.h"

#include "cloud/errors.h"
#include "cloud/item_json.h"

#include <array>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kCertificates = "certificates";
constexpr std::string_view kAuthorities = "ca-certificates";
constexpr std::string_view kAccount = "account";
constexpr std::string_view kRegistrationCode = "registration-code";
constexpr std::size_t kMostWithOneSubject = 10;

constexpr std::array<std::string_view, 6> kStatusNames{"ACTIVE",           "INACTIVE",          "REVOKED",
                                                       "PENDING_TRANSFER", "REGISTER_INACTIVE", "PENDING_ACTIVATION"};

} // namespace

std::string_view name(CertificateStatus status)
{
    return kStatusNames[static_cast<std::size_t>(status)];
}

std::optional<CertificateStatus> certificateStatusOf(std::string_view name)
{
    for (std::size_t at = 0; at < kStatusNames.size(); ++at)
        if (kStatusNames[at] == name)
            return static_cast<CertificateStatus>(at);
    return std::nullopt;
}

store::StoreResult<void> Certificates::load()
{
    auto certificates = m_parts.store.load(kCertificates);
    if (!certificates)
        return tl::unexpected(certificates.error());
    for (const auto& item : *certificates) {
        const ItemReader read(item.value);
        m_certificates[item.key] = {item.key,
                                    read.text("pem"),
                                    read.text("ca"),
                                    certificateStatusOf(read.text("status")).value_or(CertificateStatus::Inactive),
                                    read.time("created"),
                                    read.time("modified"),
                                    read.flag("alone")};
    }
    auto authorities = m_parts.store.load(kAuthorities);
    if (!authorities)
        return tl::unexpected(authorities.error());
    for (const auto& item : *authorities) {
        const ItemReader read(item.value);
        m_authorities[item.key] = {item.key,
                                   read.text("pem"),
                                   read.flag("active"),
                                   read.flag("autoRegistration"),
                                   read.time("created"),
                                   read.time("modified")};
    }
    auto account = m_parts.store.load(kAccount);
    if (!account)
        return tl::unexpected(account.error());
    for (const auto& item : *account)
        if (item.key == kRegistrationCode)
            m_registrationCode = ItemReader(item.value).text("code");
    return {};
}

void Certificates::keep(const DeviceCertificate& certificate)
{
    m_parts.store.put(kCertificates, certificate.id,
                      json::object{{"pem", certificate.pem},
                                   {"ca", certificate.caId},
                                   {"status", name(certificate.status)},
                                   {"alone", certificate.standsAlone},
                                   {"created", timeToItem(certificate.created)},
                                   {"modified", timeToItem(certificate.modified)}});
}

void Certificates::keep(const RegisteredAuthority& authority)
{
    m_parts.store.put(kAuthorities, authority.id,
                      json::object{{"pem", authority.pem},
                                   {"active", authority.active},
                                   {"autoRegistration", authority.autoRegistration},
                                   {"created", timeToItem(authority.created)},
                                   {"modified", timeToItem(authority.modified)}});
}

// --- device certificates -----------------------------------------------------------------------------------------

const DeviceCertificate& Certificates::add(const pki::Certificate& certificate, std::string caId,
                                           CertificateStatus status)
{
    const WallTime now = m_parts.clock.wall();
    const auto [at, fresh] = m_certificates.try_emplace(
        certificate.fingerprint(),
        DeviceCertificate{certificate.fingerprint(), certificate.pem(), std::move(caId), status, now, now});
    if (fresh)
        keep(at->second);
    return at->second;
}

const DeviceCertificate& Certificates::note(const pki::Certificate& certificate, CertificateStatus status)
{
    return add(certificate, {}, status);
}

aws::ApiResult<pki::Certificate> Certificates::readNew(std::string_view pem) const
{
    const auto certificate = pki::Certificate::fromPem(pem);
    if (!certificate)
        return certificateInvalid("Certificate is not valid: " + certificate.error().message);
    if (find(certificate->fingerprint())) {
        Failure error = alreadyExists("The certificate is already provisioned or registered");
        error.value().members = {{"resourceId", certificate->fingerprint()},
                                 {"resourceArn", arn(certificate->fingerprint())}};
        return error;
    }
    return *certificate;
}

aws::ApiResult<const DeviceCertificate*> Certificates::registerAlone(std::string_view pem, CertificateStatus status)
{
    const auto certificate = readNew(pem);
    if (!certificate)
        return tl::unexpected(certificate.error());
    DeviceCertificate& noted = m_certificates.at(add(*certificate, {}, status).id);
    noted.standsAlone = true;
    keep(noted);
    return &noted;
}

aws::ApiResult<const DeviceCertificate*>
Certificates::registerWithAuthority(std::string_view pem, std::string_view authorityPem, CertificateStatus status)
{
    const auto certificate = readNew(pem);
    if (!certificate)
        return tl::unexpected(certificate.error());
    if (!authorityPem.empty()) {
        const auto given = pki::Certificate::fromPem(authorityPem);
        if (!given)
            return certificateInvalid("CA certificate is not valid: " + given.error().message);
        if (!certificate->isIssuedBy(*given))
            return certificateInvalid("CA certificate did not sign the certificate");
    }
    const RegisteredAuthority* issuer = issuerOf(*certificate);
    if (!issuer)
        return notFound("No registered CA certificate signed this certificate");
    if (!issuer->active)
        return certificateState(fmt::format("CA certificate {} is not ACTIVE", issuer->id));
    return &add(*certificate, issuer->id, status);
}

aws::ApiResult<void> Certificates::setStatus(std::string_view id, CertificateStatus status)
{
    const auto found = m_certificates.find(id);
    if (found == m_certificates.end())
        return notFound(fmt::format("Certificate {} does not exist", id));
    DeviceCertificate& certificate = found->second;
    if (status == CertificateStatus::PendingTransfer || status == CertificateStatus::PendingActivation ||
        (status == CertificateStatus::RegisterInactive && certificate.status != status))
        return invalid(fmt::format("Certificate status {} cannot be set", name(status)));
    if (certificate.status == CertificateStatus::Revoked && status != CertificateStatus::Revoked)
        return certificateState("A revoked certificate cannot be used again");
    certificate.status = status;
    certificate.modified = m_parts.clock.wall();
    keep(certificate);
    return {};
}

aws::ApiResult<void> Certificates::remove(std::string_view id)
{
    const auto found = m_certificates.find(id);
    if (found == m_certificates.end())
        return notFound(fmt::format("Certificate {} does not exist", id));
    if (found->second.status == CertificateStatus::Active)
        return certificateState(
            fmt::format("Certificate must be deactivated (not ACTIVE) before deletion. certificateId={}", id));
    m_parts.store.drop(kCertificates, id);
    m_certificates.erase(found);
    return {};
}

aws::ApiResult<const DeviceCertificate*> Certificates::certificate(std::string_view id) const
{
    if (const DeviceCertificate* found = find(id))
        return found;
    return notFound(fmt::format("Certificate {} does not exist", id));
}

const DeviceCertificate* Certificates::find(std::string_view id) const
{
    const auto found = m_certificates.find(id);
    return found == m_certificates.end() ? nullptr : &found->second;
}

std::string Certificates::idOf(std::string_view arn) const
{
    const std::string prefix = m_parts.account.iotArn("cert", "");
    return arn.starts_with(prefix) ? std::string(arn.substr(prefix.size())) : std::string();
}

// --- authorities -------------------------------------------------------------------------------------------------

const std::string& Certificates::registrationCode()
{
    constexpr std::size_t kDigits = 64;
    if (m_registrationCode.empty()) {
        m_registrationCode = m_parts.random.hex(kDigits);
        m_parts.store.put(kAccount, kRegistrationCode, json::object{{"code", m_registrationCode}});
    }
    return m_registrationCode;
}

void Certificates::dropRegistrationCode()
{
    m_registrationCode.clear();
    m_parts.store.drop(kAccount, kRegistrationCode);
}

aws::ApiResult<const RegisteredAuthority*> Certificates::registerAuthority(std::string_view pem,
                                                                           std::string_view verificationPem,
                                                                           bool active, bool autoRegistration)
{
    const auto authority = pki::Certificate::fromPem(pem);
    if (!authority)
        return certificateInvalid("CA certificate is not valid: " + authority.error().message);
    if (!authority->isCa())
        return certificateInvalid("CA certificate is not valid: basicConstraints do not say CA:TRUE");
    if (const auto found = m_authorities.find(authority->fingerprint()); found != m_authorities.end()) {
        Failure error = alreadyExists("The CA certificate is already registered in this account");
        error.value().members = {{"resourceId", found->first}, {"resourceArn", authorityArn(found->first)}};
        return error;
    }
    const auto proof = pki::Certificate::fromPem(verificationPem);
    if (!proof)
        return certificateInvalid("Verification certificate is not valid: " + proof.error().message);
    if (!proof->isIssuedBy(*authority))
        return certificateInvalid("Verification certificate was not signed by the CA certificate");
    if (m_registrationCode.empty() || proof->commonName() != m_registrationCode)
        return registrationCodeInvalid("The common name of the verification certificate is not the registration code");
    std::size_t same = 0;
    for (const auto& [id, other] : m_authorities)
        if (const auto parsed = pki::Certificate::fromPem(other.pem);
            parsed && parsed->subject() == authority->subject())
            ++same;
    if (same >= kMostWithOneSubject)
        return limitExceeded("There are too many CA certificates with this subject");
    const WallTime now = m_parts.clock.wall();
    const RegisteredAuthority& made = m_authorities[authority->fingerprint()] = {
        authority->fingerprint(), authority->pem(), active, autoRegistration, now, now};
    keep(made);
    return &made;
}

aws::ApiResult<void> Certificates::updateAuthority(std::string_view id, std::optional<bool> active,
                                                   std::optional<bool> autoRegistration)
{
    const auto found = m_authorities.find(id);
    if (found == m_authorities.end())
        return notFound(fmt::format("CA certificate {} does not exist", id));
    RegisteredAuthority& authority = found->second;
    authority.active = active.value_or(authority.active);
    authority.autoRegistration = autoRegistration.value_or(authority.autoRegistration);
    authority.modified = m_parts.clock.wall();
    keep(authority);
    return {};
}

aws::ApiResult<void> Certificates::removeAuthority(std::string_view id)
{
    const auto found = m_authorities.find(id);
    if (found == m_authorities.end())
        return notFound(fmt::format("CA certificate {} does not exist", id));
    if (found->second.active)
        return certificateState(fmt::format("CA certificate must be INACTIVE before deletion. certificateId={}", id));
    m_parts.store.drop(kAuthorities, id);
    m_authorities.erase(found);
    return {};
}

aws::ApiResult<const RegisteredAuthority*> Certificates::authority(std::string_view id) const
{
    const auto found = m_authorities.find(id);
    if (found == m_authorities.end())
        return notFound(fmt::format("CA certificate {} does not exist", id));
    return &found->second;
}

const RegisteredAuthority* Certificates::issuerOf(const pki::Certificate& certificate) const
{
    for (const auto& [id, authority] : m_authorities)
        if (const auto parsed = pki::Certificate::fromPem(authority.pem); parsed && certificate.isIssuedBy(*parsed))
            return &authority;
    return nullptr;
}

} // namespace greensward::cloud
