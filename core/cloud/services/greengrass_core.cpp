// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/greengrass_core.h"

#include "aws/amz_date.h"
#include "aws/percent.h"
#include "cloud/item_json.h"
#include "cloud/role_session.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostNames = 200; ///< of a core's certificate
constexpr std::chrono::hours kLend{1};  ///< keys of a group's role
constexpr std::string_view kLocalNames[] = {"localhost", "127.0.0.1"};

tl::unexpected<aws::ApiError> forbidden(std::string why)
{
    aws::ApiError error{.code = "ForbiddenException", .status = 403, .message = "Forbidden"};
    error.explanation = std::move(why);
    return tl::unexpected(std::move(error));
}

const std::string& labelOf(const aws::UriTemplate::Labels& labels, std::string_view name)
{
    static const std::string kNone;
    const auto found = std::ranges::find(labels, name, &std::pair<std::string, std::string>::first);
    return found == labels.end() ? kNone : found->second;
}

std::optional<DeploymentStatus> statusFrom(const ApiCall& call)
{
    const std::string given = call.text("DeploymentStatus").value_or("");
    for (const DeploymentStatus status :
         {DeploymentStatus::InProgress, DeploymentStatus::Success, DeploymentStatus::Failure})
        if (given == name(status))
            return status;
    return std::nullopt;
}

} // namespace

const std::string& GreengrassCoreService::Question::label(std::string_view name) const
{
    return labelOf(labels, name);
}

GreengrassCoreService::GreengrassCoreService(Parts parts) : m_parts(std::move(parts))
{
    const std::string group = "/greengrass/groups/{GroupId}";
    const std::string one = group + "/deployments/{DeploymentId}";
    const std::string connectivity = "/greengrass/things/{ThingName}/connectivityInfo";
    using Service = GreengrassCoreService;
    m_table.add("GET", "/greengrass/discover/thing/{ThingName}", {"Discover", &Service::discover});
    m_table.add("GET", one + "/cores/{CoreArn}", {"GetDeployment", &Service::deployment});
    m_table.add("GET", one + "/artifacts/{FunctionArn}", {"GetDeploymentArtifacts", &Service::artifact});
    m_table.add("PUT", one + "/cores/{CoreArn}/status", {"UpdateCoreDeploymentStatus", &Service::status});
    m_table.add("POST", group + "/certificates", {"CreateCertificate", &Service::certificate});
    m_table.add("GET", group + "/certificates", {"GetMemberCertificates", &Service::memberStatuses});
    m_table.add("POST", group + "/role/credentials", {"AssumeRoleForGroup", &Service::credentials});
    m_table.add("GET", connectivity, {"GetConnectivityInfo", &Service::connectivity});
    m_table.add("PUT", connectivity, {"UpdateConnectivityInfo", &Service::updateConnectivity});
}

std::optional<GreengrassCoreService::Question> GreengrassCoreService::question(const aws::Request& request) const
{
    auto found = m_table.find(request.method, request.path());
    if (!found)
        return std::nullopt;
    std::string resource = resourceOf(found->operation->operation, found->labels);
    return Question{found->operation->operation, std::move(resource), std::move(found->labels)};
}

std::string GreengrassCoreService::resourceOf(const std::string& operation,
                                              const aws::UriTemplate::Labels& labels) const
{
    if (operation == "CreateCertificate" || operation == "GetMemberCertificates" || operation == "AssumeRoleForGroup")
        return "*";
    if (const std::string& thing = labelOf(labels, "ThingName"); !thing.empty())
        return m_parts.account.iotArn("thing", thing);
    std::string path = fmt::format("/greengrass/groups/{}/deployments/{}", labelOf(labels, "GroupId"),
                                   labelOf(labels, "DeploymentId"));
    if (operation == "UpdateCoreDeploymentStatus")
        path += "/cores/" + aws::percentEncode(labelOf(labels, "CoreArn"));
    return m_parts.greengrass.definitions.arnOf(path);
}

GreengrassCoreService::Result GreengrassCoreService::handle(const Question& question, const aws::Request& request,
                                                            const aws::Caller& caller)
{
    const auto found = m_table.find(request.method, request.path());
    auto body = bodyOf(request);
    if (!body)
        return badRequest("The body is not valid JSON");
    const ApiCall call{.request = request, .caller = caller, .body = std::move(*body)};
    return (this->*found->operation->run)(question, call);
}

// --- who asks ------------------------------------------------------------------------------------------------------

aws::ApiResult<void> GreengrassCoreService::mustBe(const aws::Caller& caller, std::string_view thing) const
{
    const auto things = m_parts.authorization.thingsOf(caller.arn);
    if (!thing.empty() && std::ranges::find(things, thing) != things.end())
        return {};
    return forbidden(fmt::format("the certificate is not attached to the thing '{}'", thing));
}

aws::ApiResult<GroupDeployment*> GreengrassCoreService::deploymentOf(const Question& question,
                                                                     const aws::Caller& caller)
{
    GroupDeployment* deployment =
        m_parts.greengrass.deployments.find(question.label("GroupId"), question.label("DeploymentId"));
    const std::string& core = question.label("CoreArn");
    if (!deployment || deployment->core.empty() || (!core.empty() && core != deployment->core))
        return greengrassMissing(
            fmt::format("That deployment does not exist, or not for this core: {}", question.label("DeploymentId")));
    if (const auto may = mustBe(caller, thingOf(m_parts.account, deployment->core)); !may)
        return tl::unexpected(may.error());
    return deployment;
}

aws::ApiResult<const GroupDeployment*> GreengrassCoreService::currentOf(const Question& question,
                                                                        const aws::Caller& caller) const
{
    const GroupDeployment* current = m_parts.greengrass.deployments.current(question.label("GroupId"));
    if (!current)
        return greengrassMissing(
            fmt::format("That group does not exist, or is not deployed: {}", question.label("GroupId")));
    if (const auto may = mustBe(caller, thingOf(m_parts.account, current->core)); !may)
        return tl::unexpected(may.error());
    return current;
}

// --- a deployment --------------------------------------------------------------------------------------------------

GreengrassCoreService::Result GreengrassCoreService::deployment(const Question& question, const ApiCall& call)
{
    const auto found = deploymentOf(question, call.caller);
    if (!found)
        return tl::unexpected(found.error());
    const GroupDeployment& deployment = **found;
    if (deployment.isReset())
        return Answer{{{"GroupId", deployment.group},
                       {"DeploymentId", deployment.id},
                       {"DeploymentType", name(DeploymentType::Reset)},
                       {"Region", m_parts.account.region},
                       {"Account", m_parts.account.id}}};
    if (deployment.document.empty())
        return greengrassMissing(
            fmt::format("That deployment has ended, and nothing of it is kept: {}", deployment.id));
    return Answer{deployment.document};
}

GreengrassCoreService::Result GreengrassCoreService::artifact(const Question& question, const ApiCall& call)
{
    const auto found = deploymentOf(question, call.caller);
    if (!found)
        return tl::unexpected(found.error());
    const std::string& arn = question.label("FunctionArn");
    const json::value* functions = (*found)->document.if_contains("Functions");
    for (const json::value& one : functions ? functions->get_array() : json::array{}) {
        const ItemReader function(one);
        const json::object* code = function.object("Code");
        if (!code || function.text("ResolvedArn") != arn)
            continue;
        if (const auto zip = m_parts.functions.findCode(std::string_view(code->at("CodeSha256").get_string())))
            return Answer{.raw = *zip};
    }
    return greengrassMissing(fmt::format("The deployment has no code of a function {}", arn));
}

GreengrassCoreService::Result GreengrassCoreService::status(const Question& question, const ApiCall& call)
{
    const auto found = deploymentOf(question, call.caller);
    if (!found)
        return tl::unexpected(found.error());
    const auto status = statusFrom(call);
    if (!status)
        return badRequest("DeploymentStatus must be InProgress, Success or Failure");
    Greengrass& greengrass = m_parts.greengrass;
    greengrass.deployer.report(**found, *status, call.text("ErrorMessage").value_or(""));
    if (!greengrass.definitions.find(GreengrassKind::Groups, question.label("GroupId")))
        greengrass.deployments.forgetIfDone(question.label("GroupId"), question.label("DeploymentId"));
    return Answer{};
}

// --- certificate and keys ------------------------------------------------------------------------------------------

/// Signed by the authority that the deployed group has, so that devices that found it before believe the core.
GreengrassCoreService::Result GreengrassCoreService::certificate(const Question& question, const ApiCall& call)
{
    const auto current = currentOf(question, call.caller);
    if (!current)
        return tl::unexpected(current.error());
    const json::value* authorities = (*current)->document.if_contains("CertificateAuthorities");
    const GroupAuthority* authority =
        authorities && !authorities->get_array().empty()
            ? m_parts.greengrass.authorities.find((*current)->group,
                                                  ItemReader(authorities->get_array().front()).text("Id"))
            : nullptr;
    if (!authority)
        return greengrassMissing("The group has no certificate authority");
    const auto request = pki::SigningRequest::fromPem(call.text("CertificateSigningRequest").value_or(""));
    if (!request)
        return badRequest("The certificate signing request is not valid: " + request.error().message);
    const json::value body = call.body;
    std::vector<std::string> names = ItemReader(body).texts("HostNames");
    for (const std::string_view local : kLocalNames)
        if (std::ranges::find(names, local) == names.end())
            names.emplace_back(local);
    if (names.size() > kMostNames)
        return badRequest(fmt::format("A certificate can have {} names at most", kMostNames));
    const WallTime now = std::chrono::floor<std::chrono::seconds>(m_parts.clock.wall());
    const pki::Validity validity{.notBefore = now - std::chrono::days(1), // a Pi without a clock lives in the past
                                 .notAfter = now + m_parts.greengrass.authorities.life((*current)->group)};
    const auto signedOne = authority->authority.signServer(*request, names, validity);
    if (!signedOne)
        return badRequest("The certificate cannot be made: " + signedOne.error().message);
    return Answer{{{"CertificatePem", signedOne->pem()},
                   {"CertificateAuthorityPem", authority->pem()},
                   {"NotAfter", aws::toIsoSeconds(validity.notAfter)}}};
}

/// Of the devices that were deployed: how their certificates stand now. One that was deleted is not told of.
GreengrassCoreService::Result GreengrassCoreService::memberStatuses(const Question& question, const ApiCall& call)
{
    const auto current = currentOf(question, call.caller);
    if (!current)
        return tl::unexpected(current.error());
    json::array statuses;
    if (const json::value* devices = (*current)->document.if_contains("Devices"))
        for (const json::value& device : devices->get_array()) {
            const std::string arn = ItemReader(device).text("CertificateArn");
            const std::string id = arn.substr(arn.rfind('/') + 1);
            if (const DeviceCertificate* certificate = m_parts.authorization.certificates().find(id))
                statuses.push_back({{"CertificateId", id}, {"Status", name(certificate->status)}});
        }
    return Answer{{{"Certificates", std::move(statuses)}}};
}

GreengrassCoreService::Result GreengrassCoreService::credentials(const Question& question, const ApiCall& call)
{
    const auto current = currentOf(question, call.caller);
    if (!current)
        return tl::unexpected(current.error());
    const AssociatedRole* associated = m_parts.greengrass.roles.find((*current)->group);
    if (!associated)
        return greengrassMissing("No role is attached to the group");
    const auto role = m_parts.greengrass.roles.assumable(*associated);
    if (!role)
        return forbidden("the role of the group cannot be assumed: " + role.error());
    const std::string session = thingOf(m_parts.account, (*current)->core);
    TemporarySession temporary{.origin = TemporarySession::Origin::Role};
    temporary.context.set("sts:RoleSessionName", session);
    const aws::Credential& key =
        m_parts.keyring.lend(roleSession(m_parts.account, **role, session),
                             std::min<std::chrono::seconds>(kLend, (*role)->longestSession), std::move(temporary));
    return Answer{{{"AccessKeyId", key.accessKeyId},
                   {"SecretAccessKey", key.secretAccessKey},
                   {"SessionToken", key.sessionToken},
                   {"Expiration", aws::toIsoSeconds(*key.expires)}}};
}

std::string GreengrassCoreService::whyNoGroupRole(const Question& question) const
{
    const std::string& group = question.label("GroupId");
    const GroupDeployment* current = m_parts.greengrass.deployments.current(group);
    if (!current)
        return {};
    const AssociatedRole* associated = m_parts.greengrass.roles.find(group);
    if (associated && m_parts.greengrass.roles.assumable(*associated))
        return {};
    const auto named = m_parts.greengrass.definitions.find(GreengrassKind::Groups, group);
    const std::string_view cause = !associated                                            ? "missing"
                                   : m_parts.greengrass.roles.exists(*associated) ? "no-trust"
                                                                                          : "no-role";
    return json::serialize(json::object{{"which", "group"},
                                        {"cause", cause},
                                        {"core", thingOf(m_parts.account, current->core)},
                                        {"group", group},
                                        {"name", named ? std::string_view((*named)->name) : std::string_view()},
                                        {"role", associated ? std::string_view(associated->arn) : std::string_view()}});
}

// --- addresses -----------------------------------------------------------------------------------------------------

GreengrassCoreService::Result GreengrassCoreService::connectivity(const Question& question, const ApiCall& call)
{
    if (const auto may = mustBe(call.caller, question.label("ThingName")); !may)
        return tl::unexpected(may.error());
    return Answer{{{"ConnectivityInfo",
                    GreengrassConnectivity::toJson(m_parts.greengrass.connectivity.of(question.label("ThingName")))},
                   {"message", "The addresses of the core"}}};
}

GreengrassCoreService::Result GreengrassCoreService::updateConnectivity(const Question& question, const ApiCall& call)
{
    if (const auto may = mustBe(call.caller, question.label("ThingName")); !may)
        return tl::unexpected(may.error());
    auto addresses = GreengrassConnectivity::addressesFrom(call.body.if_contains("ConnectivityInfo"));
    if (!addresses)
        return tl::unexpected(addresses.error());
    return Answer{{{"Version", m_parts.greengrass.connectivity.set(question.label("ThingName"), std::move(*addresses))},
                   {"message", "The addresses of the core were changed"}}};
}

} // namespace greensward::cloud
