// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phone_addresses.h"
#include "app/phone_page.h"
#include "app/qr_code.h"

#include <gmock/gmock.h>

using namespace greensward::app;
using testing::ElementsAre;

namespace {

const std::vector<std::string> kReachable{"127.0.0.1", "::1", "192.168.1.7", "fd00::7"};

Whereabouts listeningOn(const std::string& address)
{
    return {.directory = "/data/w", .rootCertificate = {}, .keys = {}, .listen = address, .ports = {}, .plainMqtt = false};
}

} // namespace

TEST(PhoneAddresses, ofALoopbackSayThatNoTelephoneGetsThere)
{
    const PhoneAddresses found = phoneAddresses(listeningOn("127.0.0.1"), kReachable);
    EXPECT_TRUE(found.onlyHere);
    EXPECT_THAT(found.urls, ElementsAre("http://127.0.0.1:4566/phone/"));
}

TEST(PhoneAddresses, ofAllAddressesLeaveTheLoopbackOut)
{
    const PhoneAddresses found = phoneAddresses(listeningOn("0.0.0.0"), kReachable);
    EXPECT_FALSE(found.onlyHere);
    EXPECT_THAT(found.urls, ElementsAre("http://192.168.1.7:4566/phone/"));
    EXPECT_THAT(phoneAddresses(listeningOn("::"), kReachable).urls,
                ElementsAre("http://192.168.1.7:4566/phone/", "http://[fd00::7]:4566/phone/"));
}

TEST(PhoneAddresses, ofAMachineWithoutANetworkAreHereOnly)
{
    EXPECT_TRUE(phoneAddresses(listeningOn("0.0.0.0"), {"127.0.0.1", "::1"}).onlyHere);
}

TEST(PhonePage, isMeantByItsFolderAlone)
{
    for (const char* target : {"/phone", "/phone?pool=x", "/phone/", "/phone/app.js?x"})
        EXPECT_TRUE(PhonePage::isMeantBy(target)) << target;
    for (const char* target : {"/", "/phones", "/topics/phone/", "/phone.html"})
        EXPECT_FALSE(PhonePage::isMeantBy(target)) << target;
}

TEST(QrCode, hasItsThreeFinders)
{
    const auto code = QrCode::of("http://192.168.1.7:4566/phone/");
    ASSERT_TRUE(code);
    EXPECT_EQ((code->side() - 17) % 4, 0);
    const int last = code->side() - 1;
    for (const auto& [row, column] : {std::pair{0, 0}, std::pair{0, last - 6}, std::pair{last - 6, 0}})
        for (int at = 0; at < 7; ++at) {
            EXPECT_TRUE(code->isDark(row, column + at));
            EXPECT_TRUE(code->isDark(row + 3, column + 3));
            EXPECT_EQ(code->isDark(row + 1, column + at), at == 0 || at == 6);
        }
    EXPECT_FALSE(QrCode::of(std::string(5000, 'x')));
}

TEST(QrCode, isDrawnWithItsQuietZone)
{
    const auto code = QrCode::of("x");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->side(), 21);
    const std::string text = code->terminalText();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), (21 + 8 + 1) / 2);
    const std::string first = text.substr(0, text.find('\n'));
    EXPECT_EQ(first.find_first_not_of(' ', first.find('m') + 1), first.rfind('\033')) << "two rows of the quiet zone";
}
