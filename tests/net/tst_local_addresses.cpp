// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/local_addresses.h"
#include "pki/certificate_authority.h"

#include <gmock/gmock.h>
#include <set>

using namespace greensward;
using testing::Contains;
using testing::Not;
using testing::StartsWith;

namespace {

TEST(LocalAddresses, beginWithTheLoopback)
{
    const auto addresses = net::localAddresses();
    ASSERT_GE(addresses.size(), 2U);
    EXPECT_EQ(addresses[0], "127.0.0.1");
    EXPECT_EQ(addresses[1], "::1");
}

TEST(LocalAddresses, areCanonicalDialableAndListedOnce)
{
    const auto addresses = net::localAddresses();
    EXPECT_EQ(std::set(addresses.begin(), addresses.end()).size(), addresses.size());
    EXPECT_THAT(addresses, Not(Contains(StartsWith("fe80:"))));
    EXPECT_THAT(addresses, Not(Contains(StartsWith("169.254."))));
    for (const auto& address : addresses)
        EXPECT_EQ(pki::canonicalName(address), address);
}

TEST(ServerNames, makeACertificateForThisMachine)
{
    const auto names = net::serverNames();
    EXPECT_EQ(names.at(0), "localhost");
    for (const auto& address : net::localAddresses())
        EXPECT_THAT(names, Contains(address));

    constexpr WallTime kNow{std::chrono::seconds{1'500'000'000}};
    const auto root = pki::CertificateAuthority::create("Root", pki::KeyType::P256, kNow).value();
    const auto server = root.issueServer(names, pki::KeyType::P256, kNow);
    ASSERT_TRUE(server) << server.error().message;
    EXPECT_TRUE(server->certificate.covers(names));
}

} // namespace
