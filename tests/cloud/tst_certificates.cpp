// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_world.h"

#include "pki/signing_request.h"

namespace greensward::cloud {

using CertificatesOfTheAccount = RegistryWorld;

TEST_F(CertificatesOfTheAccount, anActiveOneIsNotDeleted)
{
    const std::string id = certificate();
    const auto refused = certificates.remove(id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "CertificateStateException");
    EXPECT_EQ(refused.error().status, 406U);
    ASSERT_TRUE(certificates.setStatus(id, CertificateStatus::Inactive));
    EXPECT_TRUE(certificates.remove(id));
}

TEST_F(CertificatesOfTheAccount, aRevokedOneStaysSo)
{
    const std::string id = certificate();
    ASSERT_TRUE(certificates.setStatus(id, CertificateStatus::Revoked));
    EXPECT_FALSE(certificates.setStatus(id, CertificateStatus::Active));
}

TEST_F(CertificatesOfTheAccount, anAuthorityProvesItsKeyWithTheRegistrationCode)
{
    const auto own = *pki::CertificateAuthority::create("farm", pki::KeyType::P256, clock.wall());
    const auto key = *pki::PrivateKey::generate(pki::KeyType::P256);
    const auto proofFor = [&](const std::string& name) {
        return own.sign(*pki::SigningRequest::create(key, name), clock.wall())->pem();
    };
    const std::string pem = own.certificate().pem();
    const auto wrong = certificates.registerAuthority(pem, proofFor("something else"), true, false);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "RegistrationCodeValidationException");
    const auto made = certificates.registerAuthority(pem, proofFor(certificates.registrationCode()), true, false);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_FALSE(certificates.registerAuthority(pem, proofFor(certificates.registrationCode()), true, false));

    const auto device = own.issueDevice("pump", pki::KeyType::P256, clock.wall());
    const auto noted = certificates.registerWithAuthority(device->certificate.pem(), pem, CertificateStatus::Active);
    ASSERT_TRUE(noted) << noted.error().message;
    EXPECT_EQ((*noted)->caId, (*made)->id);
    const auto stranger = authority().issueDevice("pump", pki::KeyType::P256, clock.wall());
    EXPECT_FALSE(certificates.registerWithAuthority(stranger->certificate.pem(), "", CertificateStatus::Active));
}

TEST_F(CertificatesOfTheAccount, whatIsNoAuthorityIsRefused)
{
    const auto device = authority().issueDevice("pump", pki::KeyType::P256, clock.wall());
    const auto refused =
        certificates.registerAuthority(device->certificate.pem(), device->certificate.pem(), true, false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "CertificateValidationException");
    EXPECT_FALSE(certificates.registerAuthority("rubbish", "rubbish", true, false));
}

} // namespace greensward::cloud
