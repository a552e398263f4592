// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "fake_engine.h"
#include "ui/models/edge_port.h"

#include <QCoreApplication>

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace greensward::ui {

/// Cores that only stand there; what they are asked for is kept.
class FakeCores final : public EdgePort
{
public:
    std::vector<CoreView> cores() const override { return views; }
    void add(const std::string& thing, Done done) override
    {
        added.push_back(thing);
        if (problem.empty())
            views.push_back({.thing = thing, .port = 8884, .running = true, .online = true});
        later([done, said = problem] { done(said); });
    }
    void addPlant(Done done) override { add("gt-1", std::move(done)); }
    void remove(const std::string& thing, Done done) override
    {
        std::erase_if(views, [&thing](const CoreView& one) { return one.thing == thing; });
        later([done] { done({}); });
    }
    void setRunning(const std::string& thing, bool running, Done done) override
    {
        core(thing).running = running;
        later([done] { done({}); });
    }
    void setWan(const std::string& thing, bool in) override { core(thing).wan = in; }
    void shadows(const std::string&, std::function<void(std::vector<CoreShadow>)> done) override
    {
        later([done, shadows = local] { done(shadows); });
    }
    CoreView& core(const std::string& thing)
    {
        return *std::find_if(views.begin(), views.end(), [&thing](const CoreView& one) { return one.thing == thing; });
    }

    std::vector<CoreView> views;
    std::vector<std::string> added;
    std::vector<CoreShadow> local;
    std::string problem; ///< of the next core that is added

private:
    static void later(std::function<void()> work)
    {
        QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(work), Qt::QueuedConnection);
    }
};

/// An engine for tests with just enough of Greengrass, IoT, IAM and Lambda behind it: what is made is there, versions never
/// change, deployments go on when the test says so.
class EdgeCloud final : public FakeEngine, private client::Transport
{
public:
    explicit EdgeCloud(bool hasCores = true)
        : FakeEngine(false)
        , m_hasCores(hasCores)
        , m_api(*this, clock(),
                {.key = {.accessKeyId = "AKIDEXAMPLE", .secretAccessKey = "secret"}, .region = "us-east-1", .host = "localhost"})
    {}

    client::Api* api() override { return &m_api; }
    EdgePort* edge() override { return m_hasCores ? &cores : nullptr; }

    static std::string thingArn(const std::string& name) { return "arn:aws:iot:us-east-1:123456789012:thing/" + name; }
    static std::string certificateArn(const std::string& name)
    {
        return "arn:aws:iot:us-east-1:123456789012:cert/" + name + std::string(64 - std::min<std::size_t>(64, name.size()), '0');
    }
    static std::string functionArn(const std::string& name)
    {
        return "arn:aws:lambda:us-east-1:123456789012:function:" + name;
    }

    struct Definition
    {
        std::string name;
        std::vector<std::pair<std::string, boost::json::object>> versions; ///< id, content
    };
    struct Deployment
    {
        std::string id;
        std::string type;
        std::string version;
        std::string status = "Building";
        std::string problem{};
    };
    /// "groups/ID" or "definition/devices/ID"
    std::map<std::string, Definition> definitions;
    std::vector<Deployment> deployments; ///< of whichever group, newest first
    std::vector<std::string> things{"pump", "lamp"};
    std::vector<std::string> bare; ///< things without a certificate
    std::map<std::string, std::string> shadows;
    boost::json::array addresses;
    std::string serviceRole;
    std::string groupRole;
    std::vector<std::string> roles; ///< of IAM
    std::vector<std::string> calls; ///< "POST /greengrass/groups"
    std::string refuse;             ///< the beginning of a call that fails

    std::size_t count(const std::string& call) const
    {
        return static_cast<std::size_t>(std::count(calls.begin(), calls.end(), call));
    }
    /// The newest version of the only definition of that kind.
    boost::json::object newest(const std::string& kind) const
    {
        for (const auto& [path, one] : definitions)
            if (path.starts_with("definition/" + kind + "/") && !one.versions.empty())
                return one.versions.back().second;
        return {};
    }

    FakeCores cores;

private:
    using Object = boost::json::object;

    void send(aws::Request request, Received received) override
    {
        const std::string path(request.path());
        const std::string call = request.method + ' ' + path;
        calls.push_back(call);
        aws::Response response;
        if (!refuse.empty() && call.starts_with(refuse)) {
            response = {.status = 400, .body = R"({"Message":"no, said the test"})"};
        } else if (path == "/") {
            response = iam(request.body);
        } else {
            const Object body = request.body.empty() ? Object{} : boost::json::parse(request.body).as_object();
            response = path.starts_with("/greengrass/") ? greengrass(request.method, path.substr(12), body) : other(path);
        }
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [received = std::move(received), response = std::move(response)] { received(response); }, Qt::QueuedConnection);
    }

    static aws::Response said(const Object& body) { return {.status = 200, .body = boost::json::serialize(body)}; }
    static aws::Response missing() { return {.status = 404, .body = R"({"Message":"That does not exist"})"}; }

    std::string newId() { return "id-" + std::to_string(++m_made); }

    static std::string arn(const std::string& path) { return "arn:aws:greengrass:us-east-1:123456789012:/greengrass/" + path; }

    aws::Response addVersion(const std::string& path, const Object& content)
    {
        const std::string id = newId();
        definitions[path].versions.emplace_back(id, content);
        return said({{"Id", path.substr(path.rfind('/') + 1)}, {"Version", id}, {"Arn", arn(path + "/versions/" + id)}});
    }

    aws::Response greengrass(const std::string& method, const std::string& path, const Object& body)
    {
        if (path == "servicerole")
            return role(serviceRole, method, body);
        if (path.starts_with("things/")) {
            if (method == "PUT")
                addresses = body.at("ConnectivityInfo").as_array();
            return said({{"ConnectivityInfo", addresses}});
        }
        const bool isGroup = path.starts_with("groups");
        const auto parts = split(path);
        const std::size_t depth = isGroup ? 1 : 2; // "groups", "definition/devices"
        const std::string base = isGroup ? "groups" : "definition/" + parts[1];
        if (parts.size() == depth)
            return method == "POST" ? create(base, body) : list(base);
        const std::string own = base + '/' + parts[depth];
        if (!definitions.contains(own))
            return missing();
        if (parts.size() == depth + 1) {
            if (method == "DELETE") {
                definitions.erase(own);
                return said({});
            }
            return described(own);
        }
        return part(method, own, parts[depth + 1], parts.size() > depth + 2 ? parts[depth + 2] : std::string(), body);
    }

    aws::Response part(const std::string& method, const std::string& own, const std::string& what, const std::string& which,
                       const Object& body)
    {
        if (what == "role")
            return role(groupRole, method, body);
        if (what == "certificateauthorities") {
            if (which == "configuration")
                return said({{"CertificateExpiryInMilliseconds", "604800000"}});
            if (!which.empty())
                return said({{"PemEncodedCertificate", ""}});
            return said({{"GroupCertificateAuthorities",
                          boost::json::array{Object{{"GroupCertificateAuthorityId", std::string(64, 'a')}}}}});
        }
        if (what == "deployments")
            return deployment(method, which, body);
        if (which.empty())
            return addVersion(own, body);
        for (const auto& [id, content] : definitions[own].versions)
            if (id == which)
                return said({{"CreationTimestamp", "2017-07-14T02:00:00.000Z"}, {"Definition", content}});
        return missing();
    }

    aws::Response create(const std::string& base, const Object& body)
    {
        const std::string own = base + '/' + newId();
        definitions[own].name = std::string(body.at("Name").as_string());
        if (body.contains("InitialVersion"))
            addVersion(own, body.at("InitialVersion").as_object());
        return described(own);
    }

    aws::Response described(const std::string& own)
    {
        const Definition& one = definitions[own];
        Object body{{"Id", own.substr(own.rfind('/') + 1)}, {"Name", one.name}};
        if (!one.versions.empty()) {
            body["LatestVersion"] = one.versions.back().first;
            body["LatestVersionArn"] = arn(own + "/versions/" + one.versions.back().first);
        }
        return said(body);
    }

    aws::Response list(const std::string& base)
    {
        boost::json::array all;
        for (const auto& [path, one] : definitions)
            if (path.starts_with(base + '/'))
                all.push_back(boost::json::parse(described(path).body));
        return said({{base == "groups" ? "Groups" : "Definitions", all}});
    }

    aws::Response deployment(const std::string& method, const std::string& which, const Object& body)
    {
        const bool isReset = which == "$reset" || which == "%24reset";
        if (method == "POST") {
            const auto* version = body.if_contains("GroupVersionId");
            deployments.insert(deployments.begin(),
                               {.id = newId(),
                                .type = isReset ? "ResetDeployment" : "NewDeployment",
                                .version = version ? std::string(version->as_string()) : std::string()});
            return said({{"DeploymentId", deployments.front().id}});
        }
        if (which.empty()) {
            boost::json::array all;
            for (const Deployment& one : deployments)
                all.push_back(
                    {{"DeploymentId", one.id}, {"DeploymentType", one.type}, {"CreatedAt", "2017-07-14T02:30:00.000Z"}});
            return said({{"Deployments", all}});
        }
        for (const Deployment& one : deployments)
            if (one.id == which) {
                Object told{{"DeploymentStatus", one.status}, {"UpdatedAt", "2017-07-14T02:30:02.000Z"}};
                if (!one.problem.empty()) {
                    told["ErrorMessage"] = one.problem;
                    told["ErrorDetails"] = boost::json::array{
                        Object{{"DetailedErrorCode", "GG-SUBSCRIPTION"}, {"DetailedErrorMessage", one.problem}}};
                }
                return said(told);
            }
        return missing();
    }

    static aws::Response role(std::string& which, const std::string& method, const Object& body)
    {
        if (method == "PUT")
            which = std::string(body.at("RoleArn").as_string());
        return which.empty() ? missing() : said({{"RoleArn", which}});
    }

    aws::Response iam(const std::string& form)
    {
        const auto at = form.find("RoleName=");
        const std::string name = form.substr(at + 9, form.find('&', at) - at - 9);
        const bool isThere = std::find(roles.begin(), roles.end(), name) != roles.end();
        if (form.find("Action=GetRole") != std::string::npos && !isThere)
            return {.status = 404, .body = "<Error/>"};
        if (form.find("Action=CreateRole") != std::string::npos)
            roles.push_back(name);
        return {.status = 200, .body = "<Arn>arn:aws:iam::123456789012:role/" + name + "</Arn>"};
    }

    aws::Response other(const std::string& path)
    {
        if (path == "/things") {
            boost::json::array all;
            for (const std::string& one : things)
                all.push_back({{"thingName", one}, {"thingArn", thingArn(one)}});
            return said({{"things", all}});
        }
        if (path.starts_with("/2015-03-31/functions"))
            return lambda(path.substr(21));
        const auto parts = split(path.substr(1)); // things/NAME/…
        const std::string thing = parts.size() > 1 ? parts[1] : std::string();
        if (path.ends_with("/shadow"))
            return shadows.contains(thing) ? aws::Response{.status = 200, .body = shadows[thing]} : missing();
        const bool isCore = std::find(cores.added.begin(), cores.added.end(), thing) != cores.added.end();
        if (!isCore && std::find(things.begin(), things.end(), thing) == things.end())
            return missing();
        const bool isBare = std::find(bare.begin(), bare.end(), thing) != bare.end();
        if (path.ends_with("/principals"))
            return said({{"principals", isBare ? boost::json::array{} : boost::json::array{certificateArn(thing)}}});
        return said({{"thingName", thing}, {"thingArn", thingArn(thing)}});
    }

    static aws::Response lambda(const std::string& rest)
    {
        if (rest.empty())
            return said({{"Functions", boost::json::array{Object{{"FunctionName", "counter"}, {"FunctionArn", functionArn("counter")}}}}});
        if (rest.ends_with("/versions"))
            return said({{"Versions", boost::json::array{Object{{"Version", "$LATEST"}}, Object{{"Version", "1"}}}}});
        return said({{"Aliases", boost::json::array{Object{{"Name", "prod"}}}}});
    }

    static std::vector<std::string> split(const std::string& path)
    {
        std::vector<std::string> parts;
        for (std::size_t from = 0; from <= path.size();) {
            const auto to = std::min(path.find('/', from), path.size());
            parts.push_back(path.substr(from, to - from));
            from = to + 1;
        }
        return parts;
    }

    bool m_hasCores;
    int m_made = 0;
    client::Api m_api;
};

} // namespace greensward::ui
