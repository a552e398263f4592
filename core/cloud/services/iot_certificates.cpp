// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Device certificates, and authorities of the account's own.
#include "cloud/errors.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_list.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

/// As AWS names the subject of what it issues.
constexpr std::string_view kIssuedName = "AWS IoT Certificate";

CertificateStatus activeIf(bool active)
{
    return active ? CertificateStatus::Active : CertificateStatus::Inactive;
}

/// The member "status", where it is given.
aws::ApiResult<CertificateStatus> statusAsked(const ApiCall& call, CertificateStatus otherwise)
{
    const auto asked = call.text("status");
    if (!asked)
        return otherwise;
    const auto known = certificateStatusOf(*asked);
    if (!known)
        return invalid(fmt::format("{} is no status of a certificate", *asked));
    return *known;
}

/// A list in the order of creation, the newest first unless it is asked for ascending.
template<typename Item>
std::vector<const Item*> byAge(const std::map<std::string, Item, std::less<>>& all, const ApiCall& call)
{
    std::vector<const Item*> items;
    for (const auto& [id, item] : all)
        items.push_back(&item);
    const bool ascending = call.parameterFlag("isAscendingOrder").value_or(false);
    std::stable_sort(items.begin(), items.end(), [ascending](const Item* one, const Item* other) {
        return ascending ? one->created < other->created : other->created < one->created;
    });
    return items;
}

} // namespace

json::object IotService::describe(const DeviceCertificate& certificate) const
{
    return {{"certificateArn", m_parts.certificates.arn(certificate.id)},
            {"certificateId", certificate.id},
            {"status", name(certificate.status)},
            {"creationDate", epoch(certificate.created)}};
}

void IotService::createKeysAndCertificate(const ApiCall& call, const ApiResponder& respond)
{
    struct Work
    {
        Result<pki::Identity> identity = failure("not made yet");
    };
    const auto work = std::make_shared<Work>();
    const bool active = call.parameterFlag("setAsActive").value_or(false);
    m_parts.background(
        [work, authority = m_parts.authority, now = m_parts.clock.wall()] {
            work->identity = authority.issueDevice(kIssuedName, pki::KeyType::Rsa2048, now);
        },
        [this, work, active, respond] {
            if (!work->identity) {
                respond(aws::apiFailure("InternalFailureException", 500, work->identity.error().message));
                return;
            }
            const auto& [certificate, key] = *work->identity;
            const DeviceCertificate& noted = m_parts.certificates.note(certificate, activeIf(active));
            respond(ApiAnswer{{{"certificateArn", m_parts.certificates.arn(noted.id)},
                               {"certificateId", noted.id},
                               {"certificatePem", noted.pem},
                               {"keyPair", {{"PublicKey", key.publicPem()}, {"PrivateKey", key.pem()}}}}});
        });
}

IotService::Answer IotService::createCertificateFromCsr(const ApiCall& call)
{
    const auto pem = required(call, "certificateSigningRequest");
    if (!pem)
        return tl::unexpected(pem.error());
    const auto request = pki::SigningRequest::fromPem(*pem);
    if (!request)
        return invalid("The certificate signing request is not valid: " + request.error().message);
    const auto certificate = m_parts.authority.sign(*request, m_parts.clock.wall());
    if (!certificate)
        return invalid("The certificate signing request cannot be signed: " + certificate.error().message);
    const DeviceCertificate& noted =
        m_parts.certificates.note(*certificate, activeIf(call.parameterFlag("setAsActive").value_or(false)));
    return ApiAnswer{{{"certificateArn", m_parts.certificates.arn(noted.id)},
                      {"certificateId", noted.id},
                      {"certificatePem", noted.pem}}};
}

IotService::Answer IotService::registerCertificate(const ApiCall& call)
{
    const auto pem = required(call, "certificatePem");
    if (!pem)
        return tl::unexpected(pem.error());
    const auto status = statusAsked(call, activeIf(call.parameterFlag("setAsActive").value_or(false)));
    if (!status)
        return tl::unexpected(status.error());
    const auto made =
        m_parts.certificates.registerWithAuthority(*pem, call.text("caCertificatePem").value_or(""), *status);
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{{{"certificateArn", m_parts.certificates.arn((*made)->id)}, {"certificateId", (*made)->id}}};
}

IotService::Answer IotService::registerCertificateWithoutCa(const ApiCall& call)
{
    const auto pem = required(call, "certificatePem");
    if (!pem)
        return tl::unexpected(pem.error());
    const auto status = statusAsked(call, CertificateStatus::Inactive);
    if (!status)
        return tl::unexpected(status.error());
    const auto made = m_parts.certificates.registerAlone(*pem, *status);
    if (!made)
        return tl::unexpected(made.error());
    m_parts.authoritiesChanged();
    return ApiAnswer{{{"certificateArn", m_parts.certificates.arn((*made)->id)}, {"certificateId", (*made)->id}}};
}

IotService::Answer IotService::describeCertificate(const ApiCall& call)
{
    const std::string& id = call.label("certificateId");
    if (auto fits = checkName("certificateId", id, NameRule::Certificate); !fits)
        return tl::unexpected(fits.error());
    const auto certificate = m_parts.certificates.certificate(id);
    if (!certificate)
        return tl::unexpected(certificate.error());
    json::object description = describe(**certificate);
    description["certificatePem"] = (*certificate)->pem;
    description["ownedBy"] = m_parts.account.id;
    description["lastModifiedDate"] = epoch((*certificate)->modified);
    description["customerVersion"] = 1;
    description["certificateMode"] = (*certificate)->standsAlone ? "SNI_ONLY" : "DEFAULT";
    description["generationId"] = (*certificate)->id.substr(0, 32);
    if (!(*certificate)->caId.empty())
        description["caCertificateId"] = (*certificate)->caId;
    if (const auto parsed = pki::Certificate::fromPem((*certificate)->pem)) {
        const auto [from, to] = parsed->validity();
        description["validity"] = json::object{{"notBefore", epoch(from)}, {"notAfter", epoch(to)}};
    }
    return ApiAnswer{{{"certificateDescription", std::move(description)}}};
}

IotService::Answer IotService::listCertificates(const ApiCall& call)
{
    return listed(call, kByMarker, "certificates", byAge(m_parts.certificates.all(), call),
                  [this](const DeviceCertificate* certificate) { return describe(*certificate); });
}

IotService::Answer IotService::updateCertificate(const ApiCall& call)
{
    const std::string asked = call.parameter("newStatus").value_or("");
    const auto status = certificateStatusOf(asked);
    if (!status)
        return invalid(
            fmt::format("1 validation error detected: Value '{}' at 'newStatus' failed to satisfy constraint: "
                        "Member must satisfy enum value set: [ACTIVE, INACTIVE, REVOKED, PENDING_TRANSFER, "
                        "REGISTER_INACTIVE, PENDING_ACTIVATION]",
                        asked));
    const std::string& id = call.label("certificateId");
    if (const auto done = m_parts.certificates.setStatus(id, *status); !done)
        return tl::unexpected(done.error());
    m_parts.certificateChanged(id);
    return ApiAnswer{};
}

IotService::Answer IotService::deleteCertificate(const ApiCall& call)
{
    const std::string& id = call.label("certificateId");
    const std::string arn = m_parts.certificates.arn(id);
    const auto things = m_parts.things.thingsOf(arn);
    const auto policies = m_parts.policies.attachedTo(arn);
    const bool force = call.parameterFlag("forceDelete").value_or(false);
    if (!things.empty())
        return deleteConflict(fmt::format("Things must be detached before deletion (arn: {})", arn));
    if (!policies.empty() && !force)
        return deleteConflict(fmt::format("Certificate policies must be detached before deletion (arn: {})", arn));
    const DeviceCertificate* certificate = m_parts.certificates.find(id);
    const bool stoodAlone = certificate && certificate->standsAlone;
    if (const auto done = m_parts.certificates.remove(id); !done)
        return tl::unexpected(done.error());
    if (stoodAlone)
        m_parts.authoritiesChanged();
    for (const IotPolicy* policy : policies)
        if (const auto gone = m_parts.policies.detach(std::string(policy->name), arn); !gone)
            return tl::unexpected(gone.error());
    m_parts.certificateChanged(id);
    return ApiAnswer{};
}

// --- authorities -----------------------------------------------------------------------------------------------

IotService::Answer IotService::getRegistrationCode(const ApiCall&)
{
    return ApiAnswer{{{"registrationCode", m_parts.certificates.registrationCode()}}};
}

IotService::Answer IotService::deleteRegistrationCode(const ApiCall&)
{
    m_parts.certificates.dropRegistrationCode();
    return ApiAnswer{};
}

IotService::Answer IotService::registerCaCertificate(const ApiCall& call)
{
    const auto pem = required(call, "caCertificate");
    if (!pem)
        return tl::unexpected(pem.error());
    const auto proof = required(call, "verificationCertificate");
    if (!proof)
        return tl::unexpected(proof.error());
    const auto made =
        m_parts.certificates.registerAuthority(*pem, *proof, call.parameterFlag("setAsActive").value_or(false),
                                               call.parameterFlag("allowAutoRegistration").value_or(false));
    if (!made)
        return tl::unexpected(made.error());
    m_parts.authoritiesChanged();
    return ApiAnswer{
        {{"certificateArn", m_parts.certificates.authorityArn((*made)->id)}, {"certificateId", (*made)->id}}};
}

IotService::Answer IotService::describeCaCertificate(const ApiCall& call)
{
    const auto authority = m_parts.certificates.authority(call.label("certificateId"));
    if (!authority)
        return tl::unexpected(authority.error());
    const RegisteredAuthority& is = **authority;
    return ApiAnswer{{{"certificateDescription",
                       {{"certificateArn", m_parts.certificates.authorityArn(is.id)},
                        {"certificateId", is.id},
                        {"status", is.active ? "ACTIVE" : "INACTIVE"},
                        {"certificatePem", is.pem},
                        {"ownedBy", m_parts.account.id},
                        {"creationDate", epoch(is.created)},
                        {"lastModifiedDate", epoch(is.modified)},
                        {"autoRegistrationStatus", is.autoRegistration ? "ENABLE" : "DISABLE"}}}}};
}

IotService::Answer IotService::listCaCertificates(const ApiCall& call)
{
    return listed(call, kByMarker, "certificates", byAge(m_parts.certificates.authorities(), call),
                  [this](const auto* authority) {
                      return json::object{{"certificateArn", m_parts.certificates.authorityArn(authority->id)},
                                          {"certificateId", authority->id},
                                          {"status", authority->active ? "ACTIVE" : "INACTIVE"},
                                          {"creationDate", epoch(authority->created)}};
                  });
}

IotService::Answer IotService::updateCaCertificate(const ApiCall& call)
{
    std::optional<bool> active;
    std::optional<bool> autoRegistration;
    if (const auto status = call.parameter("newStatus"))
        active = *status == "ACTIVE";
    if (const auto status = call.parameter("newAutoRegistrationStatus"))
        autoRegistration = *status == "ENABLE";
    if (const auto done = m_parts.certificates.updateAuthority(call.label("certificateId"), active, autoRegistration);
        !done)
        return tl::unexpected(done.error());
    m_parts.authoritiesChanged();
    return ApiAnswer{};
}

IotService::Answer IotService::deleteCaCertificate(const ApiCall& call)
{
    if (const auto done = m_parts.certificates.removeAuthority(call.label("certificateId")); !done)
        return tl::unexpected(done.error());
    m_parts.authoritiesChanged();
    return ApiAnswer{};
}

} // namespace greensward::cloud
