// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_addresses.h"

#include <gmock/gmock.h>

using namespace greensward::app;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const std::vector<std::string> kMachine{"127.0.0.1", "::1", "192.168.1.10", "10.9.0.1", "fd00::5"};

} // namespace

TEST(OpenAddresses, ofALoopbackAreNone)
{
    for (const char* listen : {"127.0.0.1", "127.0.1.1", "::1", "localhost"})
        EXPECT_THAT(openAddresses(listen, kMachine), IsEmpty()) << listen;
}

TEST(OpenAddresses, ofEveryAddressAreThoseThatOthersReach)
{
    EXPECT_THAT(openAddresses("0.0.0.0", kMachine), ElementsAre("192.168.1.10", "10.9.0.1"));
    EXPECT_THAT(openAddresses("::", kMachine), ElementsAre("192.168.1.10", "10.9.0.1", "fd00::5"));
}

TEST(OpenAddresses, ofOneAddressAreThatOne)
{
    EXPECT_THAT(openAddresses("192.168.1.10", kMachine), ElementsAre("192.168.1.10"));
}

TEST(OpenAddresses, goWithTheNameThatTheNetworkKnows)
{
    EXPECT_EQ(nameOnTheNetwork("laptop"), "laptop.local");
    EXPECT_EQ(nameOnTheNetwork("laptop.example.org"), "laptop.example.org");
    EXPECT_EQ(nameOnTheNetwork(""), "");
}
