// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/greengrass.h"

#include "aws/digest.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

using Service = GreengrassService;
using Operation = GreengrassService::Operation;

/// The same operations for each kind of definition.
void addDefinitions(std::vector<Operation>& all)
{
    for (const GreengrassKindRow& row : greengrassKinds()) {
        const std::string word = fmt::format("{}Definition", row.word);
        const std::string many = fmt::format("/greengrass/definition/{}", row.path);
        const std::string one = many + "/{Id}";
        const auto add = [&](std::string name, std::string method, std::string uri, Service::Method run) {
            all.push_back({std::move(name), std::move(method), std::move(uri), run, row.kind});
        };
        add("Create" + word, "POST", many, &Service::createDefinition);
        add("List" + word + "s", "GET", many, &Service::listDefinitions);
        add("Get" + word, "GET", one, &Service::getDefinition);
        add("Update" + word, "PUT", one, &Service::updateDefinition);
        add("Delete" + word, "DELETE", one, &Service::deleteDefinition);
        add("Create" + word + "Version", "POST", one + "/versions", &Service::createVersion);
        add("List" + word + "Versions", "GET", one + "/versions", &Service::listVersions);
        add("Get" + word + "Version", "GET", one + "/versions/{VersionId}", &Service::getVersion);
    }
}

void addGroups(std::vector<Operation>& all)
{
    const std::string many = "/greengrass/groups";
    const std::string one = many + "/{GroupId}";
    const std::string deployments = one + "/deployments";
    const std::string authorities = one + "/certificateauthorities";
    for (const Operation& operation :
         {Operation{"CreateGroup", "POST", many},
          Operation{"ListGroups", "GET", many, &Service::listDefinitions},
          Operation{"GetGroup", "GET", one, &Service::getDefinition},
          Operation{"UpdateGroup", "PUT", one, &Service::updateDefinition},
          Operation{"DeleteGroup", "DELETE", one, &Service::deleteDefinition},
          Operation{"CreateGroupVersion", "POST", one + "/versions", &Service::createVersion},
          Operation{"ListGroupVersions", "GET", one + "/versions", &Service::listVersions},
          Operation{"GetGroupVersion", "GET", one + "/versions/{VersionId}", &Service::getVersion},
          Operation{"CreateDeployment", "POST", deployments, &Service::createDeployment},
          Operation{"ListDeployments", "GET", deployments, &Service::listDeployments},
          Operation{"ResetDeployments", "POST", deployments + "/$reset", &Service::resetDeployments},
          Operation{"ResetDeployments", "POST", deployments + "/%24reset", &Service::resetDeployments},
          Operation{"GetDeploymentStatus", "GET", deployments + "/{DeploymentId}/status", &Service::deploymentStatus},
          Operation{"AssociateRoleToGroup", "PUT", one + "/role", &Service::associateRole},
          Operation{"GetAssociatedRole", "GET", one + "/role", &Service::associatedRole},
          Operation{"DisassociateRoleFromGroup", "DELETE", one + "/role", &Service::dissociateRole},
          Operation{"CreateGroupCertificateAuthority", "POST", authorities},
          Operation{"ListGroupCertificateAuthorities", "GET", authorities, &Service::listAuthorities},
          Operation{"GetGroupCertificateAuthority", "GET", authorities + "/{AuthorityId}", &Service::getAuthority},
          Operation{"GetGroupCertificateConfiguration", "GET", authorities + "/configuration/expiry",
                    &Service::certificateConfiguration},
          Operation{"UpdateGroupCertificateConfiguration", "PUT", authorities + "/configuration/expiry",
                    &Service::updateCertificateConfiguration}})
        all.push_back(operation);
}

void addOthers(std::vector<Operation>& all)
{
    const std::string connectivity = "/greengrass/things/{ThingName}/connectivityInfo";
    const std::string tags = "/tags/{ResourceArn}";
    for (const Operation& operation :
         {Operation{"AssociateServiceRoleToAccount", "PUT", "/greengrass/servicerole", &Service::associateRole},
          Operation{"GetServiceRoleForAccount", "GET", "/greengrass/servicerole", &Service::associatedRole},
          Operation{"DisassociateServiceRoleFromAccount", "DELETE", "/greengrass/servicerole",
                    &Service::dissociateRole},
          Operation{"GetConnectivityInfo", "GET", connectivity, &Service::connectivity},
          Operation{"UpdateConnectivityInfo", "PUT", connectivity, &Service::updateConnectivity},
          Operation{"TagResource", "POST", tags, &Service::tagResource},
          Operation{"UntagResource", "DELETE", tags, &Service::untagResource},
          Operation{"ListTagsForResource", "GET", tags, &Service::listTags}})
        all.push_back(operation);
}

const Operation* named(std::string_view name)
{
    for (const Operation& one : Service::operations())
        if (one.name == name)
            return &one;
    return nullptr;
}

bool makesSomething(std::string_view operation)
{
    return operation.starts_with("Create") || operation == "ResetDeployments";
}

} // namespace

const std::vector<Operation>& GreengrassService::operations()
{
    static const std::vector<Operation> kOperations = [] {
        std::vector<Operation> all;
        addDefinitions(all);
        addGroups(all);
        addOthers(all);
        return all;
    }();
    return kOperations;
}

/// On the group or the definition that the path names; what hangs on it has no ARN of its own in policies.
std::vector<AccessNeed> GreengrassService::needs(std::string_view operation, const ApiCall& call) const
{
    const GreengrassDefinitions& definitions = m_parts.greengrass.definitions;
    const Operation* known = named(operation);
    std::string resource = "*";
    if (const auto arn = call.labels.find("ResourceArn"); arn != call.labels.end())
        resource = arn->second;
    else if (const auto thing = call.labels.find("ThingName"); thing != call.labels.end())
        resource = definitions.arnOf(fmt::format("/greengrass/things/{}/connectivityInfo", thing->second));
    else if (const auto group = call.labels.find(kGroupId); group != call.labels.end())
        resource = definitions.arnOf("/greengrass/groups/" + group->second);
    else if (const auto definition = call.labels.find("Id"); known && definition != call.labels.end())
        resource =
            definitions.arnOf(fmt::format("/greengrass/definition/{}/{}", row(known->kind).path, definition->second));
    std::vector<AccessNeed> needs{{fmt::format("greengrass:{}", operation), std::move(resource)}};
    if (operation == "AssociateRoleToGroup" || operation == "AssociateServiceRoleToAccount")
        if (const auto role = call.text("RoleArn")) // who hands a role on must be allowed to
            needs.push_back({"iam:PassRole", *role});
    return needs;
}

/// The same call with the same X-Amzn-Client-Token is answered as it was the first time.
void GreengrassService::handle(std::string_view operation, const ApiCall& call, const Responder& respond)
{
    const std::string_view given = call.request.field("X-Amzn-Client-Token");
    if (given.empty() || !makesSomething(operation))
        return run(operation, call, respond);
    const std::string token = aws::sha256Hex(fmt::format("{} {} {}", operation, call.request.path(), given));
    std::string asked = aws::sha256Hex(call.request.body);
    if (const auto* known = m_tokens.find(token)) {
        if (known->request != asked)
            return respond(badRequest("The client token was used before, for a request that was not the same"));
        return respond(ApiAnswer{known->answer});
    }
    std::vector<Responder>& waiting = m_waiting[token];
    waiting.push_back(respond);
    if (waiting.size() > 1)
        return; // it is being done
    run(operation, call, [this, token, asked = std::move(asked)](const Answer& answer) {
        if (answer)
            m_tokens.note(token, {.request = asked, .answer = answer->body});
        const auto asking = m_waiting.extract(token);
        for (const Responder& one : asking.mapped())
            one(answer);
    });
}

void GreengrassService::run(std::string_view operation, const ApiCall& call, const Responder& respond)
{
    if (operation == "CreateGroup")
        return createGroup(call, respond);
    if (operation == "CreateGroupCertificateAuthority")
        return createAuthority(call, respond);
    const Operation* known = named(operation);
    respond((this->*known->run)(call, known->kind));
}

void GreengrassService::withAuthority(const Responder& respond, std::function<Answer(pki::CertificateAuthority)> then)
{
    const auto made = std::make_shared<Result<pki::CertificateAuthority>>(failure("not made yet"));
    m_parts.background([made, now = m_parts.clock.wall()] { *made = GreengrassAuthorities::makeAuthority(now); },
                       [made, respond, then = std::move(then)] {
                           if (*made)
                               return respond(then(std::move(**made)));
                           respond(greengrassRefusal(500, "GG-500", made->error().message));
                       });
}

aws::ApiResult<const GreengrassDefinition*> GreengrassService::groupOf(const ApiCall& call) const
{
    return m_parts.greengrass.definitions.find(GreengrassKind::Groups, call.label(kGroupId));
}

} // namespace greensward::cloud
