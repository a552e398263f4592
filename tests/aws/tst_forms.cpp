// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/answer.h"
#include "aws/query_form.h"
#include "aws/routing.h"
#include "aws/uri_template.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

using namespace greensward::aws;

namespace {

using Kind = Route::Kind;

Request signedFor(const std::string& service, std::string method, std::string target, Fields more = {},
                  std::string body = {})
{
    Request request{.method = std::move(method), .target = std::move(target), .fields = {{"Host", "localhost:4566"}}};
    if (!service.empty()) {
        request.fields.emplace_back("X-Amz-Date", "20261122T200009Z");
        request.fields.emplace_back("Authorization",
                                    "AWS4-HMAC-SHA256 Credential=AK/20261122/us-east-1/" + service +
                                        "/aws4_request, SignedHeaders=host, Signature=" + std::string(64, '0'));
    }
    request.fields.insert(request.fields.end(), more.begin(), more.end());
    request.body = std::move(body);
    return request;
}

TEST(Routing, followsTheOrderOfTheSpecification)
{
    const Fields form{{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    const std::tuple<Request, Kind, std::string_view, std::string_view> rows[] = {
        {signedFor("execute-api", "POST", "/things/t1"), Kind::Operation, "iot", ""},
        {signedFor("iot", "GET", "/things?Action=x"), Kind::Operation, "iot", ""},
        {signedFor("iotdata", "GET", "/things/t1/shadow"), Kind::Operation, "iotdata", ""},
        {signedFor("dynamodb", "POST", "/", {{"x-amz-target", "DynamoDB_20120810.PutItem"}}), Kind::Operation,
         "dynamodb", "PutItem"},
        {signedFor("sqs", "POST", "/", {{"X-Amz-Target", "AmazonSQS.SendMessage"}}), Kind::Operation, "sqs",
         "SendMessage"},
        {signedFor("sqs", "POST", "/123/q", form, "Action=SendMessage&Version=2012-11-05"), Kind::Operation, "sqs",
         "SendMessage"},
        {signedFor("sts", "POST", "/", form, "Action=GetCallerIdentity&Version=2011-06-15"), Kind::Operation, "sts",
         "GetCallerIdentity"},
        {signedFor("", "POST", "/", form, "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"), Kind::Operation,
         "sts", "AssumeRoleWithWebIdentity"},
        {signedFor("", "GET", "/?Action=ConfirmSubscription&Version=2010-03-31"), Kind::Operation, "sns",
         "ConfirmSubscription"},
        {signedFor("", "GET", "/mqtt?x=y", {{"Upgrade", "websocket"}}), Kind::WebSocket, "", ""},
        {signedFor("", "POST", "/topics/a%2Fb?qos=1"), Kind::DevicePlane, "iotdata", ""},
        {signedFor("", "GET", "/greengrass/discover/thing/t"), Kind::DevicePlane, "greengrass", ""},
        {signedFor("", "GET", "/role-aliases/lab/credentials"), Kind::Credentials, "", ""},
        {signedFor("", "GET", "/bkt/key?AWSAccessKeyId=AK&Signature=x"), Kind::Operation, "s3", ""},
        {signedFor("", "GET", "/restapis/a1/prod/_user_request_/x"), Kind::Invocation, "", ""},
        {signedFor("", "GET", "/"), Kind::Unknown, "", ""},
        {signedFor("x", "POST", "/", {{"X-Amz-Target", "Nobody.Op"}}), Kind::Unknown, "", ""},
    };
    for (const auto& [request, kind, service, operation] : rows) {
        const auto found = route(request);
        EXPECT_EQ(found.kind, kind) << request.target;
        EXPECT_EQ(found.service ? found.service->name : "", service) << request.target;
        EXPECT_EQ(found.operation, operation) << request.target;
    }
}

TEST(UriTemplate, labelsKeepTheirSlashes)
{
    RestTable<std::string> table;
    table.add("GET", "/things/{thingName}", "DescribeThing");
    table.add("GET", "/things/{thingName}/shadow", "GetThingShadow");
    table.add("GET", "/{Bucket}/{Key+}", "GetObject");
    table.add("GET", "/things", "ListThings");
    const std::tuple<std::string_view, std::string_view, UriTemplate::Labels> rows[] = {
        {"/things/a%2Fb", "DescribeThing", {{"thingName", "a/b"}}},
        {"/things/t/shadow", "GetThingShadow", {{"thingName", "t"}}},
        {"/things", "ListThings", {}},
        {"/things/", "ListThings", {}},
        {"/bkt/a/b%20c/d", "GetObject", {{"Bucket", "bkt"}, {"Key", "a/b c/d"}}},
    };
    for (const auto& [path, operation, labels] : rows) {
        const auto found = table.find("GET", path);
        ASSERT_TRUE(found) << path;
        EXPECT_EQ(*found->operation, operation);
        EXPECT_EQ(found->labels, labels);
    }
    EXPECT_FALSE(table.find("POST", "/things"));
    EXPECT_FALSE(table.find("GET", "/x/%zz"));
    EXPECT_FALSE(table.find("GET", ""));
}

TEST(QueryForm, listsAndMapsComeOutAsJson)
{
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"", "{}"},
        {"Action=X&Name=a+b%2B", R"({"Action":"X","Name":"a b+"})"},
        {"L.member.1=a&L.member.2=b&L.member.10=j", R"({"L":["a","b","j"]})"},
        {"L.2=b&L.1=a", R"({"L":["a","b"]})"},
        {"M.entry.1.key=k&M.entry.1.value=v", R"({"M":{"k":"v"}})"},
        {"A.1.Name=k&A.1.Value=v&A.2.Name=l&A.2.Value=w", R"({"A":{"k":"v","l":"w"}})"},
        {"S.B.C=1&S.D=2", R"({"S":{"B":{"C":"1"},"D":"2"}})"},
        {"E.1.Id=x&E.1.Body=y", R"({"E":[{"Body":"y","Id":"x"}]})"},
        {"M.entry.1.Name=n&M.entry.1.Value.DataType=String", R"({"M":{"n":{"DataType":"String"}}})"},
    };
    for (const auto& [form, wanted] : rows) {
        const auto decoded = decodeQueryForm(form);
        ASSERT_TRUE(decoded) << form;
        EXPECT_EQ(boost::json::value(*decoded), boost::json::parse(wanted)) << form;
    }
    for (const std::string& form : {std::string{"A=1&A.B=2"}, std::string{"A.B=1&A=2"}, std::string{"A=1&A=2"},
                                    std::string{"a.a.a.a.a.a.a.a.a.a.a.a.a=1"}, std::string(3000, '&')})
        EXPECT_EQ(decodeQueryForm(form).error().code, "MalformedQueryString") << form;
}

TEST(Answer, errorsHaveEachProtocolsForm)
{
    const ApiError error{.code = "ResourceNotFoundException", .status = 404, .message = "no <thing>"};
    const auto of = [&](Protocol protocol, std::string_view service) {
        return answerError({protocol, serviceNamed(service), "id-1"}, error);
    };
    const auto rest = of(Protocol::RestJson, "iot");
    EXPECT_EQ(rest.status, 404u);
    EXPECT_EQ(rest.field("x-amzn-errortype"), "ResourceNotFoundException");
    EXPECT_EQ(rest.field("x-amzn-requestid"), "id-1");
    EXPECT_EQ(rest.body, R"({"message":"no <thing>"})");
    EXPECT_EQ(of(Protocol::Json10, "dynamodb").body,
              R"({"__type":"ResourceNotFoundException","message":"no <thing>"})");
    const auto query = of(Protocol::Query, "sts").body;
    EXPECT_NE(
        query.find("<Type>Sender</Type><Code>ResourceNotFoundException</Code><Message>no &lt;thing&gt;</Message>"),
        std::string::npos);
    EXPECT_NE(of(Protocol::RestXml, "s3").body.find("<Error><Code>ResourceNotFoundException</Code>"),
              std::string::npos);
    EXPECT_TRUE(answerError({Protocol::RestXml, serviceNamed("s3"), "id", true}, error).body.empty());
    EXPECT_EQ(unknownOperation({Protocol::Query, serviceNamed("sts"), ""}, "Fly").message,
              "Could not find operation Fly for version 2011-06-15");
}

TEST(Answer, queryResultsAreXml)
{
    const AnswerForm form{Protocol::Query, serviceNamed("sns"), "id-1"};
    EXPECT_EQ(
        answer(form, "Get", {{"Arn", "a&b"}, {"Attributes{}", {{"k", "v"}}}, {"L", {"x", "y"}}, {"F[]", {1, true}}})
            .body,
        "<GetResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><GetResult><Arn>a&amp;b</Arn><Attributes>"
        "<entry><key>k</key><value>v</value></entry></Attributes><L><member>x</member><member>y</member></L><F>1</F>"
        "<F>true</F></GetResult><ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata></GetResponse>");
    EXPECT_EQ(answer(form, "Delete", nullptr).body.find("DeleteResult"), std::string::npos);
}

} // namespace
