// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/lambda.h"

#include <array>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

using Operation = LambdaService::Operation;

constexpr std::array kOperations{
    Operation{"CreateFunction", "POST", "/2015-03-31/functions"},
    Operation{"ListFunctions", "GET", "/2015-03-31/functions"},
    Operation{"GetFunction", "GET", "/2015-03-31/functions/{FunctionName}"},
    Operation{"DeleteFunction", "DELETE", "/2015-03-31/functions/{FunctionName}"},
    Operation{"GetFunctionConfiguration", "GET", "/2015-03-31/functions/{FunctionName}/configuration"},
    Operation{"UpdateFunctionConfiguration", "PUT", "/2015-03-31/functions/{FunctionName}/configuration"},
    Operation{"UpdateFunctionCode", "PUT", "/2015-03-31/functions/{FunctionName}/code"},
    Operation{"Invoke", "POST", "/2015-03-31/functions/{FunctionName}/invocations"},
    Operation{"AddPermission", "POST", "/2015-03-31/functions/{FunctionName}/policy"},
    Operation{"GetPolicy", "GET", "/2015-03-31/functions/{FunctionName}/policy"},
    Operation{"RemovePermission", "DELETE", "/2015-03-31/functions/{FunctionName}/policy/{StatementId}"},
    Operation{"PublishVersion", "POST", "/2015-03-31/functions/{FunctionName}/versions"},
    Operation{"ListVersionsByFunction", "GET", "/2015-03-31/functions/{FunctionName}/versions"},
    Operation{"CreateAlias", "POST", "/2015-03-31/functions/{FunctionName}/aliases"},
    Operation{"ListAliases", "GET", "/2015-03-31/functions/{FunctionName}/aliases"},
    Operation{"GetAlias", "GET", "/2015-03-31/functions/{FunctionName}/aliases/{Name}"},
    Operation{"UpdateAlias", "PUT", "/2015-03-31/functions/{FunctionName}/aliases/{Name}"},
    Operation{"DeleteAlias", "DELETE", "/2015-03-31/functions/{FunctionName}/aliases/{Name}"},
};

} // namespace

std::span<const Operation> LambdaService::operations()
{
    return kOperations;
}

const std::map<std::string_view, LambdaService::Method>& LambdaService::methods()
{
    static const std::map<std::string_view, Method> kMethods{
        {"ListFunctions", &LambdaService::listFunctions},
        {"GetFunction", &LambdaService::getFunction},
        {"DeleteFunction", &LambdaService::deleteFunction},
        {"GetFunctionConfiguration", &LambdaService::getFunctionConfiguration},
        {"UpdateFunctionConfiguration", &LambdaService::updateFunctionConfiguration},
        {"AddPermission", &LambdaService::addPermission},
        {"GetPolicy", &LambdaService::getPolicy},
        {"RemovePermission", &LambdaService::removePermission},
        {"PublishVersion", &LambdaService::publishVersion},
        {"ListVersionsByFunction", &LambdaService::listVersions},
        {"CreateAlias", &LambdaService::createAlias},
        {"ListAliases", &LambdaService::listAliases},
        {"GetAlias", &LambdaService::getAlias},
        {"UpdateAlias", &LambdaService::updateAlias},
        {"DeleteAlias", &LambdaService::deleteAlias},
    };
    return kMethods;
}

void LambdaService::handle(std::string_view operation, const ApiCall& call, const Responder& respond)
{
    if (operation == "Invoke")
        return invokeFunction(call, respond);
    if (operation == "CreateFunction")
        return createFunction(call, respond);
    if (operation == "UpdateFunctionCode")
        return updateFunctionCode(call, respond);
    respond((this->*methods().at(operation))(call));
}

std::vector<AccessNeed> LambdaService::needs(std::string_view operation, const ApiCall& call) const
{
    const std::string action = operation == "Invoke" ? "lambda:InvokeFunction" : fmt::format("lambda:{}", operation);
    if (operation == "ListFunctions")
        return {{action, "*"}};
    const auto given = call.labels.find("FunctionName");
    const auto name = given != call.labels.end()
                          ? m_parts.functions.named(given->second, call.parameter("Qualifier").value_or(""))
                          : m_parts.functions.named(call.text("FunctionName").value_or(""), "");
    std::vector<AccessNeed> needs{{action, name ? m_parts.functions.arn(name->name, name->qualifier) : "*"}};
    if (operation == "CreateFunction" || operation == "UpdateFunctionConfiguration")
        if (const auto role = call.text("Role")) // who hands a role on must be allowed to
            needs.push_back({"iam:PassRole", *role});
    return needs;
}

aws::ApiResult<FunctionName> LambdaService::named(const ApiCall& call) const
{
    return m_parts.functions.named(call.label("FunctionName"), call.parameter("Qualifier").value_or(""));
}

aws::ApiResult<CloudFunction*> LambdaService::functionOf(const ApiCall& call)
{
    const auto name = named(call);
    if (!name)
        return tl::unexpected(name.error());
    return m_parts.functions.find(*name);
}

tl::unexpected<aws::ApiError> invalidParameter(std::string message)
{
    auto error = aws::apiFailure("InvalidParameterValueException", 400, std::move(message));
    error.value().members["Type"] = "User";
    return error;
}

aws::ApiResult<void> checkRevision(const ApiCall& call, const std::string& revision)
{
    auto given = call.text("RevisionId");
    if (!given)
        given = call.parameter("RevisionId");
    if (!given || *given == revision)
        return {};
    return aws::apiFailure(
        "PreconditionFailedException", 412,
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias "
        "API to retrieve the latest Revision Id");
}

} // namespace greensward::cloud
