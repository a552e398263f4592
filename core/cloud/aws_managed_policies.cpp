// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/aws_managed_policies.h"

#include <array>

namespace greensward::cloud {

std::span<const AwsManagedPolicy> awsManagedPolicies()
{
    constexpr std::string_view kRoot = "/";
    constexpr std::string_view kServiceRole = "/service-role/";
    static constexpr std::array kPolicies{
        AwsManagedPolicy{"AdministratorAccess", kRoot, "Everything, everywhere",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})"},
        AwsManagedPolicy{"ReadOnlyAccess", kRoot, "To look at everything this cloud has, and change nothing",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"iot:Describe*","iot:Get*","iot:List*","iot:Search*","iam:Get*","iam:List*","iam:Simulate*","sts:GetCallerIdentity",
"cognito-identity:Describe*","cognito-identity:Get*","cognito-identity:List*","greengrass:Get*","greengrass:List*",
"lambda:Get*","lambda:List*","dynamodb:BatchGet*","dynamodb:Describe*","dynamodb:Get*","dynamodb:List*",
"dynamodb:Query","dynamodb:Scan","kinesis:Describe*","kinesis:Get*","kinesis:List*","firehose:Describe*",
"firehose:List*","s3:Get*","s3:List*","sns:Get*","sns:List*","sqs:Get*","sqs:List*","logs:Describe*","logs:Filter*",
"logs:Get*","logs:List*","cloudwatch:Describe*","cloudwatch:Get*","cloudwatch:List*","apigateway:GET",
"redshift:Describe*"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSIoTDataAccess", kRoot, "To connect, publish, subscribe and use shadows",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"iot:Connect","iot:Publish","iot:Subscribe","iot:Receive","iot:GetThingShadow","iot:UpdateThingShadow",
"iot:DeleteThingShadow","iot:ListNamedShadowsForThing"],"Resource":"*"}]})"},
        AwsManagedPolicy{
            "AWSIoTFullAccess", kRoot, "Everything of AWS IoT",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iot:*","iotjobsdata:*"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSIoTConfigAccess", kRoot,
                         "To configure AWS IoT: the registry, certificates, policies, rules",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"iot:AcceptCertificateTransfer","iot:AddThingToThingGroup","iot:AssociateTargetsWithJob","iot:Attach*","iot:Cancel*",
"iot:ClearDefaultAuthorizer","iot:Create*","iot:Delete*Certificate","iot:Delete*Policy","iot:DeletePolicyVersion",
"iot:DeleteRegistrationCode","iot:DeleteRoleAlias","iot:DeleteThing","iot:DeleteThingGroup","iot:DeleteThingType",
"iot:DeleteTopicRule","iot:DeleteV2LoggingLevel","iot:DeleteAuthorizer","iot:DeleteJob","iot:DeprecateThingType","iot:Describe*","iot:Detach*",
"iot:DisableTopicRule","iot:EnableTopicRule","iot:GetEffectivePolicies","iot:GetIndexingConfiguration",
"iot:GetJobDocument","iot:GetLoggingOptions","iot:GetPolicy","iot:GetPolicyVersion","iot:GetRegistrationCode",
"iot:GetTopicRule","iot:GetV2LoggingOptions","iot:GetStatistics","iot:GetCardinality",
"iot:ListAttachedPolicies","iot:ListAuthorizers","iot:ListCACertificates","iot:ListCertificates*",
"iot:ListIndices","iot:ListJob*","iot:ListPolic*","iot:ListPrincipal*","iot:ListRoleAliases","iot:ListTargetsForPolicy",
"iot:ListThing*","iot:ListTopicRules","iot:ListV2LoggingLevels","iot:Register*",
"iot:RejectCertificateTransfer","iot:RemoveThingFromThingGroup","iot:ReplaceTopicRule","iot:SearchIndex","iot:Set*",
"iot:StartThingRegistrationTask","iot:StopThingRegistrationTask","iot:TestAuthorization","iot:TestInvokeAuthorizer",
"iot:TransferCertificate","iot:UpdateAuthorizer","iot:UpdateCACertificate","iot:UpdateCertificate",
"iot:UpdateEventConfigurations","iot:UpdateIndexingConfiguration","iot:UpdateRoleAlias","iot:UpdateThing",
"iot:UpdateThingGroup","iot:UpdateThingGroupsForThing"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSIoTConfigReadOnlyAccess", kRoot, "To look at the configuration of AWS IoT",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"iot:Describe*","iot:GetEffectivePolicies","iot:GetIndexingConfiguration","iot:GetJobDocument","iot:GetLoggingOptions",
"iot:GetPolicy","iot:GetPolicyVersion","iot:GetRegistrationCode","iot:GetTopicRule","iot:GetV2LoggingOptions",
"iot:GetStatistics","iot:GetCardinality",
"iot:ListAttachedPolicies","iot:ListAuthorizers","iot:ListCACertificates","iot:ListCertificates*",
"iot:ListIndices","iot:ListJob*","iot:ListPolic*","iot:ListPrincipal*","iot:ListRoleAliases","iot:ListTargetsForPolicy",
"iot:ListThing*","iot:ListTopicRules","iot:ListV2LoggingLevels","iot:SearchIndex","iot:TestAuthorization"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSIoTRuleActions", kServiceRole, "What the actions of rules need",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"dynamodb:PutItem","kinesis:PutRecord","iot:Publish","s3:PutObject","sns:Publish","sqs:SendMessage*",
"cloudwatch:SetAlarmState","cloudwatch:PutMetricData","es:ESHttpPut","firehose:PutRecord"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSIoTLogging", kServiceRole, "To write the logs of AWS IoT",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents","logs:PutMetricFilter","logs:PutRetentionPolicy",
"logs:GetLogEvents","logs:DeleteLogStream"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSLambdaBasicExecutionRole", kServiceRole, "To write a function's logs",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSGreengrassResourceAccessRolePolicy", kServiceRole,
                         "What Greengrass needs of the account: its functions, things, certificates and shadows",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"iot:DeleteThingShadow","iot:GetThingShadow","iot:UpdateThingShadow"],"Resource":["arn:aws:iot:*:*:thing/GG_*",
"arn:aws:iot:*:*:thing/*-gcm","arn:aws:iot:*:*:thing/*-gda","arn:aws:iot:*:*:thing/*-gci"]},
{"Effect":"Allow","Action":"iot:DescribeThing","Resource":"arn:aws:iot:*:*:thing/*"},
{"Effect":"Allow","Action":"iot:DescribeCertificate","Resource":"arn:aws:iot:*:*:cert/*"},
{"Effect":"Allow","Action":"greengrass:*","Resource":"*"},
{"Effect":"Allow","Action":["lambda:GetFunction","lambda:GetFunctionConfiguration"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AWSGreengrassFullAccess", kRoot, "Everything of Greengrass",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["greengrass:*"],
"Resource":"*"}]})"},
        AwsManagedPolicy{
            "IAMFullAccess", kRoot, "Everything of IAM",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:*"],"Resource":"*"}]})"},
        AwsManagedPolicy{"IAMReadOnlyAccess", kRoot, "To look at IAM",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"iam:Get*","iam:List*","iam:SimulateCustomPolicy","iam:SimulatePrincipalPolicy"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AmazonCognitoPowerUser", kRoot, "To set up Cognito",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"cognito-identity:*","cognito-idp:*","cognito-sync:*","iam:ListRoles","sns:ListPlatformApplications"],
"Resource":"*"}]})"},
        AwsManagedPolicy{"AmazonCognitoReadOnly", kRoot, "To look at Cognito",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"cognito-identity:Describe*","cognito-identity:Get*","cognito-identity:List*","cognito-idp:Describe*",
"cognito-idp:List*","cognito-sync:Describe*","cognito-sync:Get*","cognito-sync:List*","iam:ListRoles",
"sns:ListPlatformApplications"],"Resource":"*"}]})"},
        AwsManagedPolicy{"AmazonCognitoDeveloperAuthenticatedIdentities", kRoot,
                         "For a backend that signs its own users in",
                         R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[
"cognito-identity:GetOpenIdTokenForDeveloperIdentity","cognito-identity:LookupDeveloperIdentity",
"cognito-identity:MergeDeveloperIdentities","cognito-identity:UnlinkDeveloperIdentity"],"Resource":"*"}]})"},
        AwsManagedPolicy{
            "AmazonSNSFullAccess", kRoot, "Everything of SNS",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sns:*"],"Resource":"*"}]})"},
        AwsManagedPolicy{
            "AmazonSQSFullAccess", kRoot, "Everything of SQS",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sqs:*"],"Resource":"*"}]})"},
        AwsManagedPolicy{
            "AmazonS3FullAccess", kRoot, "Everything of S3",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":"*"}]})"},
        AwsManagedPolicy{
            "AmazonKinesisFullAccess", kRoot, "Everything of Kinesis",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kinesis:*","Resource":"*"}]})"},
        AwsManagedPolicy{
            "AmazonKinesisFirehoseFullAccess", kRoot, "Everything of Firehose",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["firehose:*"],"Resource":"*"}]})"},
    };
    return kPolicies;
}

} // namespace greensward::cloud
