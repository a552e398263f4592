// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/reason.h"

#include <gtest/gtest.h>
#include <set>

namespace greensward::mqtt {

TEST(Reason, everyCodeOfTheSpecificationHasItsOwnName)
{
    static constexpr unsigned kCodes[] = {
        0x00, 0x01, 0x02, 0x04, 0x10, 0x11, 0x18, 0x19, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86,
        0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95,
        0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f, 0xa0, 0xa1, 0xa2,
    };
    std::set<std::string_view> names;
    for (const unsigned code : kCodes)
        EXPECT_TRUE(names.insert(text(static_cast<ReasonCode>(code))).second) << std::hex << code;
    EXPECT_EQ(names.count("Unknown reason"), 0u);
    EXPECT_EQ(text(ReasonCode{0x7f}), "Unknown reason");
}

TEST(Reason, returnCodesOf311)
{
    EXPECT_EQ(connackReturnCode(ReasonCode::Success), 0);
    EXPECT_EQ(connackReturnCode(ReasonCode::UnsupportedProtocolVersion), 1);
    EXPECT_EQ(connackReturnCode(ReasonCode::ClientIdentifierNotValid), 2);
    EXPECT_EQ(connackReturnCode(ReasonCode::ServerUnavailable), 3);
    EXPECT_EQ(connackReturnCode(ReasonCode::BadUserNameOrPassword), 4);
    EXPECT_EQ(connackReturnCode(ReasonCode::NotAuthorized), 5);
    EXPECT_EQ(connackReturnCode(ReasonCode::Banned), 5);
    EXPECT_EQ(connackReturnCode(ReasonCode::QuotaExceeded), 3) << "no equivalent";
}

} // namespace greensward::mqtt
