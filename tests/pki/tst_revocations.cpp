// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate_authority.h"
#include "pki/revocations.h"

#include <gtest/gtest.h>

using namespace greensward;
using namespace greensward::pki;

namespace {

constexpr WallTime kNow{std::chrono::seconds{1'500'000'000}};

class RevocationsTest : public testing::Test
{
protected:
    CertificateAuthority m_root = CertificateAuthority::create("Root", KeyType::P256, kNow).value();
    Certificate m_one = m_root.issueDevice("one", KeyType::P256, kNow).value().certificate;
    Certificate m_other = m_root.issueDevice("other", KeyType::P256, kNow).value().certificate;
    Revocations m_revocations;
};

TEST_F(RevocationsTest, byFingerprintHitOneCertificate)
{
    EXPECT_FALSE(m_revocations.isRevoked(m_one));
    EXPECT_TRUE(m_revocations.revoke(m_one.fingerprint()));
    EXPECT_TRUE(m_revocations.isRevoked(m_one));
    EXPECT_TRUE(m_revocations.isRevoked(m_one.fingerprint()));
    EXPECT_FALSE(m_revocations.isRevoked(m_other));
    EXPECT_FALSE(m_revocations.revoke(m_one.fingerprint())) << "it was revoked already";
    EXPECT_EQ(m_revocations.size(), 1U);
}

TEST_F(RevocationsTest, bySerialHitOneCertificateOfThatIssuer)
{
    EXPECT_TRUE(m_revocations.revoke(m_root.certificate().subject(), m_one.serial()));
    EXPECT_TRUE(m_revocations.isRevoked(m_one));
    EXPECT_FALSE(m_revocations.isRevoked(m_other));

    Revocations ofSomebodyElse;
    ofSomebodyElse.revoke("CN=Somebody else", m_one.serial());
    EXPECT_FALSE(ofSomebodyElse.isRevoked(m_one));
}

TEST_F(RevocationsTest, mayBeWrittenInUpperCase)
{
    std::string upper = m_one.fingerprint();
    for (char& c : upper)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    m_revocations.revoke(upper);
    EXPECT_TRUE(m_revocations.isRevoked(m_one));
    EXPECT_TRUE(m_revocations.reinstate(upper));
    EXPECT_FALSE(m_revocations.isRevoked(m_one));
    EXPECT_FALSE(m_revocations.reinstate(upper)) << "it is no longer revoked";
}

} // namespace
