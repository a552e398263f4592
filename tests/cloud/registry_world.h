// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "cloud/authorization.h"
#include "cloud/caller_authorization.h"
#include "pki/certificate_authority.h"

#include <gtest/gtest.h>

namespace greensward::cloud {

/// A registry in memory, virtual time, and an authority that issues certificates.
class RegistryWorld : public testing::Test
{
protected:
    /// A registered device certificate.
    std::string certificate(CertificateStatus status = CertificateStatus::Active)
    {
        const auto identity = authority().issueDevice("device", pki::KeyType::P256, clock.wall());
        return certificates.note(identity->certificate, status).id;
    }
    static const pki::CertificateAuthority& authority()
    {
        static const auto made =
            *pki::CertificateAuthority::create("test root", pki::KeyType::P256, ManualClock().wall());
        return made;
    }
    /// A policy attached to a certificate.
    void allow(const std::string& name, const std::string& certificateId, const std::string& statements)
    {
        const auto made = policies.create(name, R"({"Version":"2012-10-17","Statement":[)" + statements + "]}");
        ASSERT_TRUE(made) << made.error().message;
        ASSERT_TRUE(policies.attach(name, certificates.arn(certificateId)));
    }

    Account account;
    ManualClock clock;
    ItemStore store{nullptr};
    Things things{{account, clock, store, Random(1)}};
    Certificates certificates{{account, clock, store, Random(2)}};
    IotPolicies policies{{account, clock, store}};
    Authorization authorization{account, things, certificates, policies};
    Random random{3};
    aws::OctetSource octets = [this](std::span<std::uint8_t> out) {
        for (auto& octet : out)
            octet = static_cast<std::uint8_t>(random());
    };
    Iam iam{{account, clock, store, octets}};
    Keyring keyring{account, clock, octets, iam};
    CallerAuthorization callers{{account, clock, iam, keyring, policies}};
};

} // namespace greensward::cloud
