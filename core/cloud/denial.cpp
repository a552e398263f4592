// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/denial.h"

#include "aws/arn.h"

#include <array>
#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

/// Enough for people to find the one that was meant.
constexpr std::size_t kMostPatterns = 8;

bool isAllowing(const policy::Statement& statement, const policy::AccessRequest& request)
{
    return statement.allows && statement.speaksOfAction(request);
}

std::string shortly(const std::string& text)
{
    const auto arn = aws::Arn::parse(text);
    return arn ? arn->resource : text;
}

/// A client's name is no near miss of a topic, nor the other way round; topic and topicfilter are taken for each other.
bool isComparable(std::string_view pattern, std::string_view resource)
{
    const std::string_view kind = pattern.substr(0, pattern.find('/'));
    const bool plain = kind.find_first_of("*?$") == std::string_view::npos;
    return !plain || (kind == "client") == resource.starts_with("client/");
}

/// Resources the action is allowed on by the policies that refuse this one, and those that would fit if they named this region and account.
void addPatterns(json::object& evidence, const Principal& device, const policy::AccessRequest& request,
                 const Account& account)
{
    json::array patterns, foreign;
    const auto refused = device.refusal(request.action, request.resource);
    for (const policy::Policy* policy : device.policiesOf(refused ? refused->set : Principal::Set::Iot))
        for (const policy::Statement& statement : policy->statements) {
            if (!isAllowing(statement, request))
                continue;
            for (const policy::Pattern& pattern : statement.resources) {
                const std::string shown = shortly(pattern.text());
                if (patterns.size() < kMostPatterns && isComparable(shown, shortly(std::string(request.resource))))
                    patterns.emplace_back(shown);
                auto arn = aws::Arn::parse(pattern.text());
                if (!arn || (arn->region == account.region && arn->account == account.id))
                    continue;
                arn->region = account.region;
                arn->account = account.id;
                if (policy::Pattern(arn->text()).matches(request.resource, request.context) &&
                    foreign.size() < kMostPatterns)
                    foreign.emplace_back(pattern.text());
            }
        }
    evidence["patterns"] = std::move(patterns);
    evidence["foreign"] = std::move(foreign);
}

/// Connect, Subscribe, Receive, Publish: what a device needs to talk about one topic.
json::array rows(const Denial& denial, const Principal& device, const Account& account)
{
    const auto arn = aws::Arn::parse(denial.resource);
    const std::string topic(arn ? arn->name() : std::string_view());
    struct Row
    {
        const char* action;
        const char* kind;
        std::string name;
    };
    const std::array<Row, 4> all{{{"iot:Connect", "client", std::string(denial.clientId)},
                                  {"iot:Subscribe", "topicfilter", topic},
                                  {"iot:Receive", "topic", topic},
                                  {"iot:Publish", "topic", topic}}};
    json::array out;
    for (const Row& row : all)
        out.push_back(json::object{
            {"action", row.action},
            {"resource", std::string(row.kind) + "/" + row.name},
            {"allowed", device.evaluate(row.action, account.iotArn(row.kind, row.name)).allowed()}});
    return out;
}

void addShown(json::object& evidence, std::string_view pem)
{
    const auto shown = pki::Certificate::fromPem(pem);
    if (!shown)
        return;
    evidence["subject"] = shown->subject();
    evidence["issuer"] = shown->issuer();
    evidence["ca"] = shown->isCa();
}

void addPolicyAnswer(json::object& evidence, const Denial& denial, const Principal& device,
                     const Account& account)
{
    const policy::AccessRequest request{denial.action, denial.resource, device.context};
    const policy::Explanation explanation = device.explain(denial.action, denial.resource);
    evidence["action"] = denial.action;
    evidence["resource"] = denial.resource;
    evidence["explicit"] = explanation.verdict.decision == policy::Decision::ExplicitDeny;
    evidence["missing"] = json::array(explanation.missingContextValues.begin(), explanation.missingContextValues.end());
    evidence["statement"] = policy::smallestAllowing(request);
    addPatterns(evidence, device, request, account);
    switch (denial.reason) {
    case Denial::Reason::Publish:
    case Denial::Reason::Retain:
    case Denial::Reason::Subscribe:
    case Denial::Reason::Receive:
    case Denial::Reason::Will:
        evidence["rows"] = rows(denial, device, account);
        break;
    default:
        break;
    }
}

} // namespace

std::string_view name(Denial::Reason reason)
{
    static constexpr std::array<std::string_view, 12> kNames{
        "no-certificate", "unsigned", "unknown-certificate", "inactive-certificate", "no-policy", "connect",
        "will",           "publish",  "retain",              "subscribe",            "receive",   "http"};
    static_assert(kNames.size() == static_cast<std::size_t>(Denial::Reason::Http) + 1);
    return kNames[static_cast<std::size_t>(reason)];
}

std::shared_ptr<const std::string> evidenceOf(const Denial& denial, const Authorization& authorization,
                                              const Principal* device)
{
    json::object evidence;
    evidence["reason"] = name(denial.reason);
    evidence["client"] = denial.clientId;
    if (!denial.certificateId.empty()) {
        evidence["certificate"] = denial.certificateId;
        evidence["arn"] = authorization.certificates().arn(denial.certificateId);
        if (const DeviceCertificate* known = authorization.certificates().find(denial.certificateId)) {
            evidence["status"] = name(known->status);
            const auto things = authorization.thingsOf(authorization.certificates().arn(denial.certificateId));
            evidence["things"] = json::array(things.begin(), things.end());
        } else {
            addShown(evidence, denial.certificatePem);
        }
    }
    if (device && !device->arn.empty()) { // a caller of IAM: its policies are others, and are changed elsewhere
        evidence["arn"] = device->arn;
        if (!device->role.empty())
            evidence["role"] = device->role;
        else
            evidence["user"] = device->arn.substr(device->arn.rfind('/') + 1);
    }
    if (device) {
        json::array policies;
        for (const auto& policy : device->policies)
            policies.emplace_back(policy->name);
        evidence["policies"] = std::move(policies);
        if (!denial.action.empty())
            addPolicyAnswer(evidence, denial, *device, authorization.account());
    }
    return std::make_shared<const std::string>(json::serialize(evidence));
}

} // namespace greensward::cloud
