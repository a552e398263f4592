// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/operation.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace greensward::labs {

namespace json = boost::json;

namespace {

/// An operation, as its API reference gives it.
struct Operation
{
    std::string_view name; ///< "iot CreateThing"
    std::string_view method;
    std::string_view path;   ///< "/things/{thingName}"
    std::string_view query;  ///< parameters of the query, though there is a body; spaces between
    std::string_view header; ///< the field that carries the parameter "principal"
    bool payload = false;    ///< the body is the parameter "payload"
};

constexpr std::string_view kPrincipal = "x-amzn-principal";
constexpr std::string_view kIotPrincipal = "x-amzn-iot-principal";

constexpr std::array kOperations{
    Operation{"iot CreateThing", "POST", "/things/{thingName}", "", ""},
    Operation{"iot DescribeThing", "GET", "/things/{thingName}", "", ""},
    Operation{"iot ListThings", "GET", "/things", "", ""},
    Operation{"iot UpdateThing", "PATCH", "/things/{thingName}", "", ""},
    Operation{"iot DeleteThing", "DELETE", "/things/{thingName}", "", ""},
    Operation{"iot AttachThingPrincipal", "PUT", "/things/{thingName}/principals", "", kPrincipal},
    Operation{"iot DetachThingPrincipal", "DELETE", "/things/{thingName}/principals", "", kPrincipal},
    Operation{"iot ListThingPrincipals", "GET", "/things/{thingName}/principals", "", ""},
    Operation{"iot ListPrincipalThings", "GET", "/principals/things", "", kPrincipal},
    Operation{"iot CreateThingType", "POST", "/thing-types/{thingTypeName}", "", ""},
    Operation{"iot DescribeThingType", "GET", "/thing-types/{thingTypeName}", "", ""},
    Operation{"iot CreateThingGroup", "POST", "/thing-groups/{thingGroupName}", "", ""},
    Operation{"iot DescribeThingGroup", "GET", "/thing-groups/{thingGroupName}", "", ""},
    Operation{"iot DeleteThingGroup", "DELETE", "/thing-groups/{thingGroupName}", "", ""},
    Operation{"iot AddThingToThingGroup", "PUT", "/thing-groups/addThingToThingGroup", "", ""},
    Operation{"iot ListThingGroupsForThing", "GET", "/things/{thingName}/thing-groups", "", ""},
    Operation{"iot CreateKeysAndCertificate", "POST", "/keys-and-certificate", "setAsActive", ""},
    Operation{"iot CreateCertificateFromCsr", "POST", "/certificates", "setAsActive", ""},
    Operation{"iot DescribeCertificate", "GET", "/certificates/{certificateId}", "", ""},
    Operation{"iot ListCertificates", "GET", "/certificates", "", ""},
    Operation{"iot UpdateCertificate", "PUT", "/certificates/{certificateId}", "newStatus", ""},
    Operation{"iot DeleteCertificate", "DELETE", "/certificates/{certificateId}", "", ""},
    Operation{"iot CreatePolicy", "POST", "/policies/{policyName}", "", ""},
    Operation{"iot GetPolicy", "GET", "/policies/{policyName}", "", ""},
    Operation{"iot ListPolicies", "GET", "/policies", "", ""},
    Operation{"iot DeletePolicy", "DELETE", "/policies/{policyName}", "", ""},
    Operation{"iot CreatePolicyVersion", "POST", "/policies/{policyName}/version", "setAsDefault", ""},
    Operation{"iot ListPolicyVersions", "GET", "/policies/{policyName}/version", "", ""},
    Operation{"iot DeletePolicyVersion", "DELETE", "/policies/{policyName}/version/{policyVersionId}", "", ""},
    Operation{"iot AttachPolicy", "PUT", "/target-policies/{policyName}", "", ""},
    Operation{"iot DetachPolicy", "POST", "/target-policies/{policyName}", "", ""},
    Operation{"iot ListAttachedPolicies", "POST", "/attached-policies/{target}", "recursive marker pageSize", ""},
    Operation{"iot ListTargetsForPolicy", "POST", "/policy-targets/{policyName}", "marker pageSize", ""},
    Operation{"iot ListPrincipalPolicies", "GET", "/principal-policies", "", kIotPrincipal},
    Operation{"iot TestAuthorization", "POST", "/test-authorization", "clientId", ""},
    Operation{"iot GetEffectivePolicies", "POST", "/effective-policies", "thingName", ""},
    Operation{"iot SearchIndex", "POST", "/indices/search", "", ""},
    Operation{"iot UpdateIndexingConfiguration", "POST", "/indexing/config", "", ""},
    Operation{"iot DescribeEndpoint", "GET", "/endpoint", "", ""},
    Operation{"iotdata Publish", "POST", "/topics/{topic}", "qos retain", "", true},
    Operation{"iotdata GetThingShadow", "GET", "/things/{thingName}/shadow", "", ""},
    Operation{"iotdata UpdateThingShadow", "POST", "/things/{thingName}/shadow", "name", "", true},
    Operation{"iotdata DeleteThingShadow", "DELETE", "/things/{thingName}/shadow", "", ""},
    Operation{"iotdata ListNamedShadowsForThing", "GET", "/api/things/shadow/ListNamedShadowsForThing/{thingName}", "",
              ""},
    Operation{"iotdata GetRetainedMessage", "GET", "/retainedMessage/{topic}", "", ""},
    Operation{"iotdata ListRetainedMessages", "GET", "/retainedMessage", "", ""},
    Operation{"greengrass AssociateServiceRoleToAccount", "PUT", "/greengrass/servicerole", "", ""},
    Operation{"greengrass GetServiceRoleForAccount", "GET", "/greengrass/servicerole", "", ""},
    Operation{"greengrass DisassociateServiceRoleFromAccount", "DELETE", "/greengrass/servicerole", "", ""},
    Operation{"greengrass CreateGroup", "POST", "/greengrass/groups", "", ""},
    Operation{"greengrass GetGroup", "GET", "/greengrass/groups/{GroupId}", "", ""},
    Operation{"greengrass ListGroups", "GET", "/greengrass/groups", "", ""},
    Operation{"greengrass DeleteGroup", "DELETE", "/greengrass/groups/{GroupId}", "", ""},
    Operation{"greengrass CreateGroupVersion", "POST", "/greengrass/groups/{GroupId}/versions", "", ""},
    Operation{"greengrass GetGroupVersion", "GET", "/greengrass/groups/{GroupId}/versions/{GroupVersionId}", "", ""},
    Operation{"greengrass CreateDeployment", "POST", "/greengrass/groups/{GroupId}/deployments", "", ""},
    Operation{"greengrass ListDeployments", "GET", "/greengrass/groups/{GroupId}/deployments", "", ""},
    Operation{"greengrass GetDeploymentStatus", "GET", "/greengrass/groups/{GroupId}/deployments/{DeploymentId}/status",
              "", ""},
    Operation{"greengrass ResetDeployments", "POST", "/greengrass/groups/{GroupId}/deployments/$reset", "", ""},
    Operation{"greengrass CreateCoreDefinition", "POST", "/greengrass/definition/cores", "", ""},
    Operation{"greengrass ListCoreDefinitions", "GET", "/greengrass/definition/cores", "", ""},
    Operation{"greengrass DeleteCoreDefinition", "DELETE", "/greengrass/definition/cores/{CoreDefinitionId}", "", ""},
    Operation{"greengrass CreateDeviceDefinition", "POST", "/greengrass/definition/devices", "", ""},
    Operation{"greengrass ListDeviceDefinitions", "GET", "/greengrass/definition/devices", "", ""},
    Operation{"greengrass DeleteDeviceDefinition", "DELETE", "/greengrass/definition/devices/{DeviceDefinitionId}", "",
              ""},
    Operation{"greengrass CreateFunctionDefinition", "POST", "/greengrass/definition/functions", "", ""},
    Operation{"greengrass ListFunctionDefinitions", "GET", "/greengrass/definition/functions", "", ""},
    Operation{"greengrass DeleteFunctionDefinition", "DELETE", "/greengrass/definition/functions/{FunctionDefinitionId}",
              "", ""},
    Operation{"greengrass CreateSubscriptionDefinition", "POST", "/greengrass/definition/subscriptions", "", ""},
    Operation{"greengrass ListSubscriptionDefinitions", "GET", "/greengrass/definition/subscriptions", "", ""},
    Operation{"greengrass DeleteSubscriptionDefinition", "DELETE",
              "/greengrass/definition/subscriptions/{SubscriptionDefinitionId}", "", ""},
    Operation{"lambda CreateFunction", "POST", "/2015-03-31/functions", "", ""},
    Operation{"lambda GetFunction", "GET", "/2015-03-31/functions/{FunctionName}", "", ""},
    Operation{"lambda DeleteFunction", "DELETE", "/2015-03-31/functions/{FunctionName}", "", ""},
    Operation{"lambda UpdateFunctionCode", "PUT", "/2015-03-31/functions/{FunctionName}/code", "", ""},
    Operation{"lambda PublishVersion", "POST", "/2015-03-31/functions/{FunctionName}/versions", "", ""},
    Operation{"lambda ListVersionsByFunction", "GET", "/2015-03-31/functions/{FunctionName}/versions", "", ""},
    Operation{"lambda CreateAlias", "POST", "/2015-03-31/functions/{FunctionName}/aliases", "", ""},
    Operation{"lambda GetAlias", "GET", "/2015-03-31/functions/{FunctionName}/aliases/{Name}", "", ""},
    Operation{"lambda UpdateAlias", "PUT", "/2015-03-31/functions/{FunctionName}/aliases/{Name}", "", ""},
    Operation{"lambda ListAliases", "GET", "/2015-03-31/functions/{FunctionName}/aliases", "", ""},
    Operation{"sts GetCallerIdentity", "POST", "/", "", ""},
    Operation{"iam CreateRole", "POST", "/", "", ""},
    Operation{"iam GetRole", "POST", "/", "", ""},
    Operation{"iam UpdateAssumeRolePolicy", "POST", "/", "", ""},
    Operation{"iam DeleteRole", "POST", "/", "", ""},
    Operation{"iam PutRolePolicy", "POST", "/", "", ""},
    Operation{"iam GetRolePolicy", "POST", "/", "", ""},
    Operation{"iam DeleteRolePolicy", "POST", "/", "", ""},
    Operation{"iam AttachRolePolicy", "POST", "/", "", ""},
    Operation{"iam DetachRolePolicy", "POST", "/", "", ""},
    Operation{"cognito-identity CreateIdentityPool", "POST", "/", "", ""},
    Operation{"cognito-identity ListIdentityPools", "POST", "/", "", ""},
    Operation{"cognito-identity SetIdentityPoolRoles", "POST", "/", "", ""},
    Operation{"cognito-identity GetIdentityPoolRoles", "POST", "/", "", ""},
    Operation{"cognito-identity DeleteIdentityPool", "POST", "/", "", ""},
};

/// The services that are no REST: every operation is posted to "/". A version, where the parameters go as a form; a
/// target, where they go as JSON.
struct ActionService
{
    std::string_view name;
    std::string_view version;
    std::string_view target;
};

constexpr std::array kActionServices{
    ActionService{"sts", "2011-06-15", ""},
    ActionService{"iam", "2010-05-08", ""},
    ActionService{"cognito-identity", "", "AWSCognitoIdentityService."},
};

const ActionService* actionService(std::string_view service)
{
    const auto found = std::find_if(kActionServices.begin(), kActionServices.end(),
                                    [&](const ActionService& one) { return one.name == service; });
    return found == kActionServices.end() ? nullptr : &*found;
}

const Operation* find(std::string_view name)
{
    const auto found =
        std::find_if(kOperations.begin(), kOperations.end(), [&](const Operation& one) { return one.name == name; });
    return found == kOperations.end() ? nullptr : &*found;
}

std::string plain(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

bool isWordOf(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const auto space = std::min(words.find(' '), words.size());
        if (words.substr(0, space) == word)
            return true;
        words.remove_prefix(std::min(space + 1, words.size()));
    }
    return false;
}

/// Fills the path's labels and takes their parameters away.
Result<std::string> pathOf(const Operation& operation, json::object& parameters)
{
    std::string path{operation.path};
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open)) {
        const auto close = path.find('}', open);
        const std::string name = path.substr(open + 1, close - open - 1);
        const json::value* value = parameters.if_contains(name);
        if (!value)
            return failure(fmt::format("{} wants {}", operation.name, name));
        const std::string label = client::label(plain(*value));
        path.replace(open, close - open + 1, label);
        open += label.size();
        parameters.erase(name);
    }
    return path;
}

client::Call actionCall(const ActionService& service, std::string_view action, const json::object& parameters)
{
    client::Call call{.service = std::string(service.name), .method = "POST", .path = "/"};
    if (!service.target.empty()) {
        call.body = json::serialize(parameters);
        call.fields = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", std::string(service.target) + std::string(action)}};
        return call;
    }
    call.body = fmt::format("Action={}&Version={}", action, service.version);
    for (const auto& parameter : parameters) // a policy is text that holds JSON
        call.body += fmt::format("&{}={}", std::string_view(parameter.key()), client::label(plain(parameter.value())));
    call.fields = {{"Content-Type", "application/x-www-form-urlencoded"}};
    return call;
}

} // namespace

bool isOperation(std::string_view operation)
{
    return find(operation) != nullptr;
}

bool onlyLooks(std::string_view operation)
{
    const auto space = operation.find(' ');
    const std::string_view name = space == std::string_view::npos ? operation : operation.substr(space + 1);
    for (const std::string_view verb : {"Get", "List", "Describe", "Search", "Test"})
        if (name.starts_with(verb))
            return true;
    return false;
}

Result<client::Call> callOf(std::string_view name, const json::object& given)
{
    const Operation* operation = find(name);
    if (!operation)
        return failure(fmt::format("labs know no operation '{}'", name));
    const auto space = name.find(' ');
    if (const ActionService* service = actionService(name.substr(0, space)))
        return actionCall(*service, name.substr(space + 1), given);
    json::object parameters = given;
    auto path = pathOf(*operation, parameters);
    if (!path)
        return tl::unexpected(path.error());
    client::Call call{.service = std::string(name.substr(0, name.find(' '))),
                      .method = std::string(operation->method),
                      .path = std::move(*path)};
    const bool bodyless = operation->method == "GET" || operation->method == "DELETE";
    json::object body;
    for (const auto& parameter : parameters) {
        const std::string_view key = parameter.key();
        // The API calls it "name" on the wire, the reference "shadowName".
        const std::string wire{call.service == "iotdata" && key == "shadowName" ? std::string_view("name") : key};
        if (!operation->header.empty() && key == "principal")
            call.fields.emplace_back(operation->header, plain(parameter.value()));
        else if (operation->payload && key == "payload")
            call.body = plain(parameter.value());
        else if (bodyless || isWordOf(operation->query, wire))
            call.query.emplace_back(wire, plain(parameter.value()));
        else if (key == "policyDocument") // is text that holds JSON
            body.emplace(wire, plain(parameter.value()));
        else
            body.emplace(wire, parameter.value());
    }
    if (!operation->payload && !body.empty())
        call.body = json::serialize(body);
    else if (!operation->payload && !bodyless && operation->method != "PUT")
        call.body = "{}";
    else if (operation->payload && !body.empty())
        return failure(fmt::format("{} has no parameter {}", name, std::string_view(body.begin()->key())));
    return call;
}

} // namespace greensward::labs
