// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/greengrass_calls.h"

#include <boost/json.hpp>

#include <chrono>

namespace greensward::ui::greengrass {

namespace json = boost::json;
using client::label;

namespace {

constexpr const char* kTrust = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                               R"("Principal":{"Service":"greengrass.amazonaws.com"},"Action":"sts:AssumeRole"}]})";

client::Call call(const char* method, std::string path)
{
    return {.service = "greengrass", .method = method, .path = "/greengrass/" + std::move(path)};
}

client::Call call(const char* method, std::string path, const json::object& body)
{
    client::Call made = call(method, std::move(path));
    made.body = json::serialize(body);
    return made;
}

std::string groupPath(const std::string& id, std::string_view rest = {})
{
    return "groups/" + label(id) + std::string(rest);
}

/// "…:/greengrass/definition/devices/ID/versions/VERSION" → "definition/devices/ID".
std::string definitionPath(const std::string& versionArn)
{
    constexpr std::string_view kBegin = ":/greengrass/";
    const auto from = versionArn.find(kBegin);
    if (from == std::string::npos)
        return {};
    const std::string path = versionArn.substr(from + kBegin.size());
    return path.substr(0, path.find("/versions/"));
}

client::Call iamCall(const std::string& form)
{
    return {.service = "iam",
            .method = "POST",
            .path = "/",
            .body = "Version=2010-05-08&" + form,
            .fields = {{"Content-Type", "application/x-www-form-urlencoded"}}};
}

client::Call lambdaCall(const std::string& rest)
{
    return {.service = "lambda", .method = "GET", .path = "/2015-03-31/functions" + rest};
}

} // namespace

client::Call listGroups()
{
    return call("GET", "groups");
}

client::Call createGroup(const std::string& name, const json::object& firstVersion)
{
    return call("POST", "groups", {{"Name", name}, {"InitialVersion", firstVersion}});
}

client::Call getGroup(const std::string& id)
{
    return call("GET", groupPath(id));
}

client::Call deleteGroup(const std::string& id)
{
    return call("DELETE", groupPath(id));
}

client::Call getGroupVersion(const std::string& id, const std::string& version)
{
    return call("GET", groupPath(id, "/versions/" + label(version)));
}

client::Call createGroupVersion(const std::string& id, const json::object& version)
{
    return call("POST", groupPath(id, "/versions"), version);
}

client::Call get(const std::string& arn)
{
    const auto at = arn.find(":/greengrass/");
    return {.service = "greengrass", .method = "GET", .path = at == std::string::npos ? "/" : arn.substr(at + 1)};
}

client::Call createDefinition(const Kind& kind, const std::string& name, const json::object& firstVersion)
{
    return call("POST", std::string("definition/") + kind.path, {{"Name", name}, {"InitialVersion", firstVersion}});
}

client::Call createDefinitionVersion(const std::string& versionArn, const json::object& version)
{
    return call("POST", definitionPath(versionArn) + "/versions", version);
}

client::Call deleteDefinition(const std::string& versionArn)
{
    return call("DELETE", definitionPath(versionArn));
}

client::Call listDeployments(const std::string& group)
{
    return call("GET", groupPath(group, "/deployments"));
}

client::Call createDeployment(const std::string& group, const std::string& version)
{
    return call("POST", groupPath(group, "/deployments"),
                {{"DeploymentType", "NewDeployment"}, {"GroupVersionId", version}});
}

client::Call deploymentStatus(const std::string& group, const std::string& deployment)
{
    return call("GET", groupPath(group, "/deployments/" + label(deployment) + "/status"));
}

client::Call resetDeployments(const std::string& group, bool force)
{
    return call("POST", groupPath(group, "/deployments/$reset"), {{"Force", force}});
}

client::Call getRole(const std::string& group)
{
    return call("GET", groupPath(group, "/role"));
}

client::Call associateRole(const std::string& group, const std::string& role)
{
    return call("PUT", groupPath(group, "/role"), {{"RoleArn", role}});
}

client::Call getServiceRole()
{
    return call("GET", "servicerole");
}

client::Call associateServiceRole(const std::string& role)
{
    return call("PUT", "servicerole", {{"RoleArn", role}});
}

client::Call listAuthorities(const std::string& group)
{
    return call("GET", groupPath(group, "/certificateauthorities"));
}

client::Call getAuthority(const std::string& group, const std::string& authority)
{
    return call("GET", groupPath(group, "/certificateauthorities/" + label(authority)));
}

client::Call createAuthority(const std::string& group)
{
    return call("POST", groupPath(group, "/certificateauthorities"));
}

client::Call certificateLife(const std::string& group)
{
    return call("GET", groupPath(group, "/certificateauthorities/configuration/expiry"));
}

client::Call setCertificateLife(const std::string& group, int days)
{
    const auto millis = std::chrono::milliseconds(std::chrono::hours(24) * days).count();
    return call("PUT", groupPath(group, "/certificateauthorities/configuration/expiry"),
                {{"CertificateExpiryInMilliseconds", std::to_string(millis)}});
}

client::Call getAddresses(const std::string& thing)
{
    return call("GET", "things/" + label(thing) + "/connectivityInfo");
}

client::Call setAddresses(const std::string& thing, const json::array& addresses)
{
    return call("PUT", "things/" + label(thing) + "/connectivityInfo", {{"ConnectivityInfo", addresses}});
}

// --- other services -------------------------------------------------------------------------------------------------

client::Call listThings()
{
    return {.service = "iot", .method = "GET", .path = "/things"};
}

client::Call describeThing(const std::string& thing)
{
    return {.service = "iot", .method = "GET", .path = "/things/" + label(thing)};
}

client::Call listPrincipals(const std::string& thing)
{
    return {.service = "iot", .method = "GET", .path = "/things/" + label(thing) + "/principals"};
}

client::Call getShadow(const std::string& thing)
{
    return {.service = "iotdata", .method = "GET", .path = "/things/" + label(thing) + "/shadow"};
}

client::Call listFunctions()
{
    return lambdaCall({});
}

client::Call listVersions(const std::string& function)
{
    return lambdaCall('/' + label(function) + "/versions");
}

client::Call listAliases(const std::string& function)
{
    return lambdaCall('/' + label(function) + "/aliases");
}

client::Call getIamRole(const std::string& name)
{
    return iamCall("Action=GetRole&RoleName=" + label(name));
}

client::Call createIamRole(const std::string& name)
{
    return iamCall("Action=CreateRole&RoleName=" + label(name) + "&AssumeRolePolicyDocument=" + label(kTrust));
}

client::Call attachPolicy(const std::string& role, const std::string& policyArn)
{
    return iamCall("Action=AttachRolePolicy&RoleName=" + label(role) + "&PolicyArn=" + label(policyArn));
}

std::string roleArn(const client::Answer& answer)
{
    constexpr std::string_view kBegin = "<Arn>";
    const auto from = answer.ok() ? answer.body.find(kBegin) : std::string::npos;
    const auto to = from == std::string::npos ? from : answer.body.find("</Arn>", from);
    return to == std::string::npos ? std::string()
                                   : answer.body.substr(from + kBegin.size(), to - from - kBegin.size());
}

// --- answers --------------------------------------------------------------------------------------------------------

std::string text(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool flag(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value && value->is_bool() && value->get_bool();
}

std::vector<json::object> objects(const json::object& object, std::string_view member)
{
    std::vector<json::object> found;
    if (const json::value* list = object.if_contains(member); list && list->is_array())
        for (const json::value& one : list->get_array())
            if (one.is_object())
                found.push_back(one.get_object());
    return found;
}

std::string nameOf(const std::string& arn)
{
    return arn.substr(arn.rfind('/') + 1);
}

} // namespace greensward::ui::greengrass
