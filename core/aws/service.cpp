// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/service.h"

#include <algorithm>
#include <array>

namespace greensward::aws {

namespace {

using enum Protocol;
constexpr std::array kServices{
    Service{"iot", RestJson, "", "2015-05-28", ""},
    Service{"iotdata", RestJson, "", "2015-05-28", ""},
    Service{"greengrass", RestJson, "", "2017-06-07", ""},
    Service{"lambda", RestJson, "", "2015-03-31", ""},
    Service{"apigateway", RestJson, "", "2015-07-09", ""},
    Service{"sts", Query, "", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"},
    Service{"iam", Query, "", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"},
    Service{"sns", Query, "", "2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/"},
    Service{"sqs", Query, "AmazonSQS", "2012-11-05", "http://queue.amazonaws.com/doc/2012-11-05/"},
    Service{"redshift", Query, "", "2012-12-01", "http://redshift.amazonaws.com/doc/2012-12-01/"},
    Service{"monitoring", Query, "GraniteServiceVersion20100801", "2010-08-01",
            "http://monitoring.amazonaws.com/doc/2010-08-01/"},
    Service{"dynamodb", Json10, "DynamoDB_20120810", "2012-08-10", ""},
    Service{"kinesis", Json11, "Kinesis_20131202", "2013-12-02", ""},
    Service{"firehose", Json11, "Firehose_20150804", "2015-08-04", ""},
    Service{"logs", Json11, "Logs_20140328", "2014-03-28", ""},
    Service{"cognito-identity", Json11, "AWSCognitoIdentityService", "2014-06-30", ""},
    Service{"redshift-data", Json11, "RedshiftData", "2019-12-20", ""},
    Service{"s3", RestXml, "", "2006-03-01", "http://s3.amazonaws.com/doc/2006-03-01/"},
};

template<typename Test>
const Service* first(Test test)
{
    const auto at = std::ranges::find_if(kServices, test);
    return at == kServices.end() ? nullptr : &*at;
}

} // namespace

const Service* serviceNamed(std::string_view name)
{
    return first([&](const Service& service) { return service.name == name; });
}

const Service* serviceOfTarget(std::string_view prefix)
{
    return prefix.empty() ? nullptr : first([&](const Service& service) { return service.targetPrefix == prefix; });
}

const Service* serviceOfVersion(std::string_view version)
{
    return first([&](const Service& service) { return service.protocol == Query && service.version == version; });
}

ErrorFamily errorFamily(Protocol protocol, std::string_view service)
{
    if (service == "execute-api")
        return ErrorFamily::ApiGateway;
    switch (protocol) {
    case Query:
        return ErrorFamily::Query;
    case RestXml:
        return ErrorFamily::S3;
    case RestJson:
        return ErrorFamily::Rest;
    case Json10:
    case Json11:
        break;
    }
    return ErrorFamily::Json;
}

} // namespace greensward::aws
