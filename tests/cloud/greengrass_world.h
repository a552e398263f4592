// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/greengrass.h"
#include "registry_world.h"

#include <boost/json.hpp>
#include <deque>
#include <gmock/gmock.h>

namespace greensward::cloud {

namespace json = boost::json;

/// A group that could be deployed, before a test spoils it.
struct Plan
{
    std::optional<GreengrassKind> without{}; ///< a definition that the group does not have
    json::array cores, devices, functions, subscriptions, loggers, resources, connectors;
    json::value defaultConfig{};

    json::array& of(GreengrassKind kind)
    {
        json::array* const all[] = {&cores, &devices, &functions, &subscriptions, &loggers, &resources, &connectors};
        return *all[static_cast<std::size_t>(kind)];
    }
};

class GreengrassWorld : public RegistryWorld
{
protected:
    GreengrassWorld()
    {
        functions.create("job", {.runtime = "python3.9", .handler = "index.handler"}, FunctionCode::of("zip"));
        functions.publish(function(), nullptr);
        function().aliases["live"] = {.name = "live", .version = "1"};
        function().aliases["newest"] = {.name = "newest", .version = "$LATEST"};
        giveServiceRole("*");
        plan.cores = {entry("core")};
        plan.devices = {entry("lamp")};
        plan.functions = {{{"Id", "f"}, {"FunctionArn", job("live")}}};
        plan.subscriptions = {route("s", arn("lamp"), "a/b", job("live")), route("t", job("live"), "c", "cloud")};
        group = (*greengrass.definitions.create(GreengrassKind::Groups, "g", {}, nullptr))->id;
        rotate();
    }

    CloudFunction& function() { return **functions.find({.name = "job", .qualifier = {}}); }
    std::string job(const std::string& qualifier) { return functions.arn("job", qualifier); }
    std::string arn(const std::string& thing) { return account.iotArn("thing", thing); }
    json::object entry(const std::string& name)
    {
        certificateOf[name] = certificate();
        things.create(name, {}, {});
        things.attach(name, certificates.arn(certificateOf[name]));
        return {{"Id", name}, {"ThingArn", arn(name)}, {"CertificateArn", certificates.arn(certificateOf[name])}};
    }
    static json::object route(const std::string& id, const std::string& source, const std::string& subject,
                              const std::string& target)
    {
        return {{"Id", id}, {"Source", source}, {"Subject", subject}, {"Target", target}};
    }
    void giveServiceRole(const std::string& lambdaResource, const std::string& service = "greengrass.amazonaws.com")
    {
        const std::string name = "role" + std::to_string(++m_roles);
        IamRole made;
        made.name = name;
        iam.createRole(made, R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":")" +
                                 service + R"("},"Action":"sts:AssumeRole"}]})");
        iam.putInline(
            IamKind::Role, name, "p",
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"lambda:GetFunction","Resource":")" +
                lambdaResource + "\"}]}");
        greengrass.roles.associate({}, iam.arn(IamKind::Role, **iam.role(name)));
    }
    std::string rotate()
    {
        auto made = pki::CertificateAuthority::create("ca", pki::KeyType::P256, clock.wall());
        return (*greengrass.authorities.add(group, std::move(*made)))->id;
    }
    void run()
    {
        while (!posted.empty()) {
            const auto work = std::move(posted.front());
            posted.pop_front();
            work();
        }
    }
    std::string version(const std::string& ofGroup)
    {
        json::object content;
        for (const GreengrassKindRow& row : greengrassKinds()) {
            if (row.kind == plan.without)
                continue;
            json::object first{{row.list, plan.of(row.kind)}};
            if (row.kind == GreengrassKind::Functions && !plan.defaultConfig.is_null())
                first["DefaultConfig"] = plan.defaultConfig;
            const auto made = greengrass.definitions.create(row.kind, {}, {}, &first);
            EXPECT_TRUE(made) << made.error().message;
            content[versionMember(row)] = greengrass.definitions.arn(**made, (*made)->versions.back());
        }
        return (*greengrass.definitions.addVersion(GreengrassKind::Groups, ofGroup, content))->id;
    }
    GroupDeployment& deploy() { return deploy(group); }
    GroupDeployment& deploy(const std::string& ofGroup)
    {
        const auto made = greengrass.deployer.deploy(ofGroup, version(ofGroup));
        run();
        return *greengrass.deployments.find(ofGroup, (*made)->id);
    }
    void succeed(GroupDeployment& deployment) { greengrass.deployer.report(deployment, DeploymentStatus::Success, {}); }
    std::vector<std::string> publishedIds()
    {
        std::vector<std::string> ids;
        for (const GroupAuthority* one : greengrass.authorities.published(group))
            ids.push_back(one->id);
        return ids;
    }

    Functions functions{{account, clock, store, Random(7)}};
    std::deque<std::function<void()>> posted;
    std::map<std::string, json::object> desired;
    Greengrass greengrass{
        {.account = account,
         .clock = clock,
         .store = store,
         .iam = iam,
         .things = things,
         .certificates = certificates,
         .functions = functions,
         .random = [] { return Random(11); },
         .post = [this](std::function<void()> work) { posted.push_back(std::move(work)); },
         .desire = [this](const std::string& thing, const json::object& value) { desired[thing] = value; },
         .desires = [this](const std::string& thing, const json::object& value) { return desired[thing] == value; }}};
    Plan plan;
    std::string group;
    std::map<std::string, std::string> certificateOf;

private:
    int m_roles = 0;
};

} // namespace greensward::cloud
