// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plant_order.h"

#include "aws/digest.h"
#include "base/bytes.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;
using client::Answer;

namespace {

constexpr const char* kFunctions = "/2015-03-31/functions";
constexpr const char* kServiceRole = "Greengrass_ServiceRole";
constexpr const char* kRunRole = "filter-maintenance-role";
constexpr const char* kServicePolicy = "arn:aws:iam::aws:policy/service-role/AWSGreengrassResourceAccessRolePolicy";

std::string trust(const char* service)
{
    return client::label(fmt::format(
        R"({{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{}"}},"Action":"sts:AssumeRole"}}]}})",
        service));
}

std::string text(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::string roleArn(const Answer& answer)
{
    constexpr std::string_view kBegin = "<Arn>";
    const auto from = answer.body.find(kBegin);
    const auto to = from == std::string::npos ? from : answer.body.find("</Arn>", from);
    return to == std::string::npos ? std::string() : answer.body.substr(from + kBegin.size(), to - from - kBegin.size());
}

/// ARN of the newest published version; empty when there is none.
std::string newestVersion(const json::object& versions)
{
    std::string newest;
    int most = 0;
    const json::value* list = versions.if_contains("Versions");
    if (!list || !list->is_array())
        return newest;
    for (const json::value& entry : list->get_array()) {
        const std::string version = entry.is_object() ? text(entry.get_object(), "Version") : std::string();
        int number = 0; // "$LATEST" is none
        std::from_chars(version.data(), version.data() + version.size(), number);
        if (number > most) {
            most = number;
            newest = text(entry.get_object(), "FunctionArn");
        }
    }
    return newest;
}

json::object member(const PlantPlan::Member& thing)
{
    return {{"Id", thing.name}, {"ThingArn", thing.thingArn}, {"CertificateArn", thing.certificateArn}, {"SyncShadow", false}};
}

std::string definition(const std::string& name, const char* entries, json::array list)
{
    return json::serialize(json::object{{"Name", name}, {"InitialVersion", json::object{{entries, std::move(list)}}}});
}

} // namespace

void PlantOrder::call(client::Call call, Next next, std::string allowed)
{
    const std::string what = fmt::format("{} {}", call.method, call.path);
    m_api.call(std::move(call), [self = shared_from_this(), what, next = std::move(next),
                                 allowed = std::move(allowed)](const Answer& answer) {
        if (answer.ok() || (!allowed.empty() && answer.code == allowed))
            next(answer);
        else
            self->m_done(fmt::format("{}: {}", what, answer.problem));
    });
}

void PlantOrder::iam(const std::string& action, Next next, std::string allowed)
{
    call({.service = "iam",
          .method = "POST",
          .path = "/",
          .body = "Version=2010-05-08&Action=" + action,
          .fields = {{"Content-Type", "application/x-www-form-urlencoded"}}},
         std::move(next), std::move(allowed));
}

void PlantOrder::start()
{
    m_api.call({.service = "greengrass", .method = "GET", .path = "/greengrass/servicerole"},
               [self = shared_from_this()](const Answer& answer) {
                   if (answer.ok())
                       self->findFunction();
                   else
                       self->makeServiceRole();
               });
}

void PlantOrder::makeServiceRole()
{
    const std::string role = fmt::format("&RoleName={}", kServiceRole);
    const auto associate = [this, role](const Answer& got) {
        call({.service = "greengrass",
              .method = "PUT",
              .path = "/greengrass/servicerole",
              .body = json::serialize(json::object{{"RoleArn", roleArn(got)}})},
             [this](const Answer&) { findFunction(); });
    };
    iam(
        "CreateRole" + role + "&AssumeRolePolicyDocument=" + trust("greengrass.amazonaws.com"),
        [this, role, associate](const Answer&) {
            iam("AttachRolePolicy" + role + "&PolicyArn=" + client::label(kServicePolicy),
                [this, role, associate](const Answer&) { iam("GetRole" + role, associate); });
        },
        "EntityAlreadyExists");
}

/// The whole fleet runs one function; a turbine that comes later begins with the newest version.
void PlantOrder::findFunction()
{
    call({.service = "lambda", .method = "GET", .path = fmt::format("{}/{}/versions", kFunctions, kFunction)},
         [this](const Answer& answer) {
             const std::string arn = answer.ok() ? newestVersion(answer.object()) : std::string();
             if (arn.empty())
                 makeFunction();
             else
                 defineFunction(arn);
         },
         "ResourceNotFoundException");
}

void PlantOrder::makeFunction()
{
    const std::string role = fmt::format("&RoleName={}", kRunRole);
    const auto create = [this](const Answer& got) {
        const json::object body{{"FunctionName", kFunction},
                                {"Runtime", "python3.7"},
                                {"Handler", "filter_maintenance.function_handler"},
                                {"Role", roleArn(got)},
                                {"Publish", true},
                                {"Code", json::object{{"ZipFile", aws::toBase64(asBytes(m_plan.package))}}}};
        call({.service = "lambda", .method = "POST", .path = kFunctions, .body = json::serialize(body)},
             [this](const Answer& made) { defineFunction(text(made.object(), "FunctionArn")); });
    };
    iam(
        "CreateRole" + role + "&AssumeRolePolicyDocument=" + trust("lambda.amazonaws.com"),
        [this, role, create](const Answer&) { iam("GetRole" + role, create); }, "EntityAlreadyExists");
}

void PlantOrder::defineFunction(const std::string& arn)
{
    const std::string at = "plants/" + m_plan.plant + "/";
    json::array devices;
    json::array routes;
    const auto route = [&](const std::string& source, const std::string& subject, const std::string& target) {
        routes.push_back(json::object{
            {"Id", fmt::format("route-{}", routes.size() + 1)}, {"Source", source}, {"Subject", subject}, {"Target", target}});
    };
    for (const PlantPlan::Member& sensor : m_plan.sensors) {
        devices.push_back(member(sensor));
        route(sensor.thingArn, at + sensor.sensor, arn);
        if (sensor.sensor == "filter")
            route("cloud", at + "clean", sensor.thingArn);
    }
    route(arn, at + "summary", "cloud");
    route(arn, at + "maintenance", "cloud");
    const json::object configuration{
        {"Pinned", true},
        {"Timeout", 25},
        {"Environment", json::object{{"Execution", json::object{{"IsolationMode", "NoContainer"}}},
                                     {"Variables", json::object{{"READINGS_FOLDER", m_plan.readings}}}}}};
    const json::object function{{"Id", kFunction}, {"FunctionArn", arn}, {"FunctionConfiguration", configuration}};
    m_definitions = {
        {"cores", "CoreDefinitionVersionArn", definition(m_plan.plant, "Cores", {member(m_plan.core)}), {}},
        {"devices", "DeviceDefinitionVersionArn", definition(m_plan.plant, "Devices", std::move(devices)), {}},
        {"functions", "FunctionDefinitionVersionArn", definition(m_plan.plant, "Functions", {function}), {}},
        {"subscriptions", "SubscriptionDefinitionVersionArn",
         definition(m_plan.plant, "Subscriptions", std::move(routes)), {}}};
    define(0);
}

void PlantOrder::define(std::size_t kind)
{
    if (kind == m_definitions.size())
        return makeGroup();
    call({.service = "greengrass",
          .method = "POST",
          .path = "/greengrass/definition/" + m_definitions[kind].kind,
          .body = m_definitions[kind].body},
         [this, kind](const Answer& answer) {
             m_definitions[kind].versionArn = text(answer.object(), "LatestVersionArn");
             define(kind + 1);
         });
}

void PlantOrder::makeGroup()
{
    json::object version;
    for (const Definition& one : m_definitions)
        version[one.member] = one.versionArn;
    call({.service = "greengrass",
          .method = "POST",
          .path = "/greengrass/groups",
          .body = json::serialize(json::object{{"Name", m_plan.plant}, {"InitialVersion", std::move(version)}})},
         [this](const Answer& answer) { deploy(answer); });
}

void PlantOrder::deploy(const Answer& group)
{
    const json::object made = group.object();
    call({.service = "greengrass",
          .method = "POST",
          .path = fmt::format("/greengrass/groups/{}/deployments", text(made, "Id")),
          .body = json::serialize(
              json::object{{"DeploymentType", "NewDeployment"}, {"GroupVersionId", text(made, "LatestVersion")}})},
         [this](const Answer&) { m_done({}); });
}

} // namespace greensward::app
