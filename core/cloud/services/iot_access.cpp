// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/iot_access.h"

#include <array>

namespace greensward::cloud {

namespace {

struct Named
{
    std::string_view label; ///< of the path
    std::string_view kind;  ///< of the ARN
};

std::string certificateKind(std::string_view operation)
{
    return operation.find("CACertificate") == std::string_view::npos ? "cert" : "cacert";
}

} // namespace

std::vector<AccessNeed> iotNeeds(const Account& account, std::string_view operation, const ApiCall& call)
{
    static constexpr std::array kNamed{Named{"thingName", "thing"},           Named{"thingTypeName", "thingtype"},
                                       Named{"thingGroupName", "thinggroup"}, Named{"policyName", "policy"},
                                       Named{"roleAlias", "rolealias"},       Named{"indexName", "index"}};
    const std::string action = "iot:" + std::string(operation);
    // To whom a policy is attached is what counts there.
    if (operation == "AttachPolicy" || operation == "DetachPolicy") {
        const auto target = call.text("target");
        return {{action, target && target->starts_with("arn:") ? *target : "*"}};
    }
    if (operation == "AddThingToThingGroup" || operation == "RemoveThingFromThingGroup") {
        std::vector<AccessNeed> needs;
        for (const auto& [member, kind] : {std::pair{"thingName", "thing"}, std::pair{"thingGroupName", "thinggroup"}})
            if (const auto name = call.text(member))
                needs.push_back({action, account.iotArn(kind, *name)});
        return needs.empty() ? std::vector<AccessNeed>{{action, "*"}} : needs;
    }
    if (operation == "CreateRoleAlias" || operation == "UpdateRoleAlias") {
        std::vector<AccessNeed> needs{{action, account.iotArn("rolealias", call.label("roleAlias"))}};
        if (const auto role = call.text("roleArn")) // who hands a role on must be allowed to
            needs.push_back({"iam:PassRole", *role});
        return needs;
    }
    for (const Named& named : kNamed)
        if (const auto label = call.labels.find(named.label); label != call.labels.end())
            return {{action, account.iotArn(named.kind, label->second)}};
    if (const auto label = call.labels.find("certificateId"); label != call.labels.end())
        return {{action, account.iotArn(certificateKind(operation), label->second)}};
    if (operation == "SearchIndex" || operation == "GetStatistics" || operation == "GetCardinality")
        return {{action, account.iotArn("index", call.text("indexName").value_or("AWS_Things"))}};
    return {{action, "*"}};
}

} // namespace greensward::cloud
