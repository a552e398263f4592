// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iot_policy.h"

#include <gtest/gtest.h>

using namespace greensward::policy;

namespace {

TEST(ParsePolicy, faultsNameTheirPlace)
{
    const std::tuple<std::string, std::string> rows[] = {
        {"", "not JSON"},
        {"[]", "must be an object"},
        {"{}", "Statement is missing"},
        {R"({"Version":"2020-01-01","Statement":[]})", "Version must be"},
        {R"({"Statement":[]})", "Statement is empty"},
        {R"({"Statements":[]})", "unknown member Statements"},
        {R"({"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},3]})", "Statement[1] must be an object"},
        {R"({"Statement":{"Effect":"allow","Action":"*","Resource":"*"}})", "Statement.Effect must be"},
        {R"({"Statement":{"Action":"*","Resource":"*"}})", "has no Effect"},
        {R"({"Statement":{"Effect":"Allow","Resource":"*"}})", "neither Action nor NotAction"},
        {R"({"Statement":{"Effect":"Allow","Action":"*"}})", "neither Resource nor NotResource"},
        {R"({"Statement":{"Effect":"Allow","Action":[],"Resource":"*"}})", "Statement.Action is empty"},
        {R"({"Statement":{"Effect":"Allow","Action":"Connect","Resource":"*"}})", "service:Action"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","Resource":"topic/a"}})", "must be an ARN"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","Resource":5}})", "a string or a list of strings"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}})",
         "both Action and NotAction"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}})", "Principal is not allowed"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":[]}})",
         "Condition must be an object"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Is":{"a":"b"}}}})",
         "Statement.Condition.Is: no such operator"},
        {R"({"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Extra":1}})", "unknown member Extra"},
        {std::string(40, '['), "not JSON"},
    };
    for (const auto& [text, wanted] : rows) {
        const auto policy = parsePolicy("p", text, Dialect::Iot);
        ASSERT_FALSE(policy) << text;
        EXPECT_EQ(policy.error().code, "MalformedPolicyException");
        EXPECT_EQ(policy.error().status, 400u);
        EXPECT_NE(policy.error().message.find(wanted), std::string::npos) << policy.error().message;
    }
    EXPECT_EQ(parsePolicy("p", "{}", Dialect::Identity).error().code, "MalformedPolicyDocument");
}

TEST(ParsePolicy, whiteSpaceDoesNotCountTowardsTheLimit)
{
    const auto text = document(statement("Allow", "iot:Publish", "topic/" + std::string(1900, 'a')));
    ASSERT_LT(text.size(), 2048u);
    EXPECT_TRUE(parsePolicy("p", text + std::string(10'000, ' '), Dialect::Iot));
    EXPECT_FALSE(
        parsePolicy("p", document(statement("Allow", "iot:Publish", "topic/" + std::string(2040, 'a'))), Dialect::Iot));
}

TEST(ParsePolicy, variablesAreTextInTheOldVersion)
{
    Context context;
    context.set("iot:ClientId", "x");
    for (const auto& [version, wanted] : {std::pair{"2012-10-17", true}, {"2008-10-17", false}}) {
        const auto policy =
            parsePolicy(
                "p",
                std::string{R"({"Version":")"} + version +
                    R"(","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:iot:r:a:client/${iot:ClientId}"}})",
                Dialect::Iot)
                .value();
        const Policy* set[] = {&policy};
        EXPECT_EQ(evaluate(set, {"iot:Connect", "arn:aws:iot:r:a:client/x", context}).allowed(), wanted) << version;
    }
}

} // namespace
