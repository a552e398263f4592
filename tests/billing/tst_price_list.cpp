// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace greensward::billing {

using testing::HasSubstr;

namespace {

constexpr const char* kHead = R"("id":"x","title":"X","region":"r","date":"2017-06-01","currency":"USD","source":"s")";

std::string with(const std::string& charges)
{
    return fmt::format("{{{},\"charges\":[{}]}}", kHead, charges);
}

std::string charge(const std::string& prices, const std::string& counts)
{
    return with(fmt::format(R"({{"id":"m","title":"M","unit":"u","prices":{},"counts":{}}})", prices, counts));
}

std::string complaint(const std::string& json)
{
    const auto list = parsePriceList(json);
    return list ? "none" : list.error().message;
}

} // namespace

TEST(PriceList, theShippedOnesCanBeRead)
{
    for (const char* id : {"aws-2017", "aws-today"}) {
        const auto list = shipped(id);
        EXPECT_EQ(list->id, id);
        EXPECT_EQ(list->region, "us-east-1");
        EXPECT_FALSE(list->source.empty());
    }
    const auto now = shipped("aws-today");
    EXPECT_EQ(now->charges[1].cost(1'000'000'000).text(), "1000.00");
    EXPECT_EQ(now->charges[1].cost(6'000'000'000).text(), "4900.00") << "1 G at 1.00, 4 G at 0.80, 1 G at 0.70";
}

TEST(PriceList, aPriceOfALineIsItsPartOfTheCharge)
{
    const auto list = shipped("aws-today");
    Counts units;
    units[Quantity::Published] = 3'000'000'000;
    units[Quantity::Delivered] = 1'000'000'000;
    EXPECT_EQ(list->cost(units).text(), "3400.00");
    EXPECT_EQ(list->cost(Quantity::Published, units).text(), "2550.00");
    EXPECT_EQ(list->cost(Quantity::Delivered, units).text(), "850.00");
}

TEST(PriceList, sayWhatIsWrongAndWhere)
{
    EXPECT_THAT(complaint("{\n\"id\": \"x\",\n}"), HasSubstr("line 3 is not JSON"));
    EXPECT_THAT(complaint("[]"), HasSubstr("one object"));
    EXPECT_THAT(complaint("{} {}"), HasSubstr("not JSON"));
    EXPECT_EQ(complaint("{}"), "id is missing");
    EXPECT_THAT(complaint(with("")), HasSubstr("charges must be a list"));
    EXPECT_EQ(complaint(charge(R"([{"usdPerMillion":5}])", "{}")),
              "charges[0].prices[0].usdPerMillion must be a text of at most 2,000 characters");
    EXPECT_THAT(complaint(charge(R"([{"usdPerMillion":"5,00"}])", "{}")),
                HasSubstr("charges[0].prices[0].usdPerMillion must be a price like"));
    EXPECT_THAT(complaint(charge(R"([{"usdPerMillion":"5"},{"usdPerMillion":"4"}])", "{}")),
                HasSubstr("charges[0].prices[0].upTo is missing"));
    EXPECT_THAT(complaint(charge(R"([{"upTo":10,"usdPerMillion":"5"}])", "{}")),
                HasSubstr("charges[0].prices[0].upTo must not be there"));
    EXPECT_THAT(complaint(charge(R"([{"upTo":10,"usdPerMillion":"5"},{"upTo":10,"usdPerMillion":"4"},
                                     {"usdPerMillion":"3"}])",
                                 "{}")),
                HasSubstr("charges[0].prices[1].upTo must be a whole number, 11 to"));
    EXPECT_EQ(complaint(charge(R"([{"usdPerMillion":"5"}])", R"({"publisht":{}})")),
              "charges[0].counts.publisht is nothing that is counted here");
    EXPECT_EQ(complaint(charge(R"([{"usdPerMillion":"5"}])", R"({"ping":{"blok":512}})")),
              "charges[0].counts.ping.blok is not known here");
    EXPECT_THAT(complaint(charge(R"([{"usdPerMillion":"5"}])", R"({"ping":{"block":0}})")),
                HasSubstr("charges[0].counts.ping.block must be a whole number"));
    EXPECT_EQ(complaint(charge(R"([{"usdPerMillion":"5"}])", R"({"ping":{}})")), "none");
    std::string euro = charge(R"([{"usdPerMillion":"5"}])", R"({"ping":{}})");
    euro.replace(euro.find("USD"), 3, "EUR");
    EXPECT_THAT(complaint(euro), HasSubstr("currency must be USD"));
}

} // namespace greensward::billing
