// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "base/random.h"
#include "cloud/account.h"
#include "cloud/item_store.h"
#include "pki/certificate.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::cloud {

enum class CertificateStatus : std::uint8_t {
    Active,
    Inactive,
    Revoked,
    PendingTransfer,
    RegisterInactive,
    PendingActivation, ///< registered by its first connection, not yet accepted
};
/// "ACTIVE".
std::string_view name(CertificateStatus status);
std::optional<CertificateStatus> certificateStatusOf(std::string_view name);

/// A device certificate. Its private key is not kept: only who made it has it.
struct DeviceCertificate
{
    std::string id; ///< SHA-256 of the DER form, 64 lower-case hexadecimal digits
    std::string pem;
    std::string caId; ///< of the registered authority that signed it; empty for ours
    CertificateStatus status = CertificateStatus::Inactive;
    WallTime created{};
    WallTime modified{};
    bool standsAlone = false; ///< registered without an authority: it is believed by itself
};

/// An authority of the account's own.
struct RegisteredAuthority
{
    std::string id;
    std::string pem;
    bool active = false;
    bool autoRegistration = false;
    WallTime created{};
    WallTime modified{};
};

/// Device certificates and authorities (wire-protocols.md 5.3; greengrass-and-gateway.md 18). Making keys is slow and
/// done elsewhere: here a certificate is noted. Engine thread.
class Certificates
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        Random random; ///< for the registration code
    };
    explicit Certificates(Parts parts) : m_parts(std::move(parts)) {}
    store::StoreResult<void> load();

    // --- device certificates -------------------------------------------------------------------------------------
    /// Ours, just issued. The same one again changes nothing.
    const DeviceCertificate& note(const pki::Certificate& certificate, CertificateStatus status);
    /// One that a registered authority signed. Refused: damaged, unknown or inactive authority, registered already.
    aws::ApiResult<const DeviceCertificate*> registerWithAuthority(std::string_view pem, std::string_view authorityPem,
                                                                   CertificateStatus status);
    /// One that nobody known to the account signed, a self-signed one for instance. Refused: damaged, registered already.
    aws::ApiResult<const DeviceCertificate*> registerAlone(std::string_view pem, CertificateStatus status);
    /// Met at the gateway for the first time: PENDING_ACTIVATION.
    const DeviceCertificate& noteFirstSeen(const pki::Certificate& certificate, std::string authorityId)
    {
        return add(certificate, std::move(authorityId), CertificateStatus::PendingActivation);
    }
    aws::ApiResult<void> setStatus(std::string_view id, CertificateStatus status);
    /// Refused while it is active. What else hangs on it is the caller's to look after.
    aws::ApiResult<void> remove(std::string_view id);
    aws::ApiResult<const DeviceCertificate*> certificate(std::string_view id) const;
    /// Null when there is none.
    const DeviceCertificate* find(std::string_view id) const;
    const std::map<std::string, DeviceCertificate, std::less<>>& all() const { return m_certificates; }
    std::string arn(std::string_view id) const { return m_parts.account.iotArn("cert", id); }
    /// The id in an ARN of ours; empty when it is none.
    std::string idOf(std::string_view arn) const;

    // --- authorities ---------------------------------------------------------------------------------------------
    /// One a workspace: who registers an authority proves with a certificate of this name that its key is at hand.
    const std::string& registrationCode();
    void dropRegistrationCode();
    aws::ApiResult<const RegisteredAuthority*> registerAuthority(std::string_view pem, std::string_view verificationPem,
                                                                 bool active, bool autoRegistration);
    aws::ApiResult<void> updateAuthority(std::string_view id, std::optional<bool> active,
                                         std::optional<bool> autoRegistration);
    aws::ApiResult<void> removeAuthority(std::string_view id);
    aws::ApiResult<const RegisteredAuthority*> authority(std::string_view id) const;
    const std::map<std::string, RegisteredAuthority, std::less<>>& authorities() const { return m_authorities; }
    std::string authorityArn(std::string_view id) const { return m_parts.account.iotArn("cacert", id); }
    /// The authority that signed it; null when none of the registered ones did.
    const RegisteredAuthority* issuerOf(const pki::Certificate& certificate) const;

private:
    void keep(const DeviceCertificate& certificate);
    void keep(const RegisteredAuthority& authority);
    /// What a certificate about to be registered says; refused: damaged, registered already.
    aws::ApiResult<pki::Certificate> readNew(std::string_view pem) const;
    const DeviceCertificate& add(const pki::Certificate& certificate, std::string caId, CertificateStatus status);

    Parts m_parts;
    std::map<std::string, DeviceCertificate, std::less<>> m_certificates;
    std::map<std::string, RegisteredAuthority, std::less<>> m_authorities;
    std::string m_registrationCode;
};

} // namespace greensward::cloud
