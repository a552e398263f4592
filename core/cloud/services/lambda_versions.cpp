// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Versions, aliases and who may call.
#include "cloud/services/iot_checks.h"
#include "cloud/services/lambda.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

aws::ApiResult<LambdaService::Answer> pageFrom(const ApiCall& call, std::string_view member, const json::array& all)
{
    const auto page = pageOf(call, "Marker", "MaxItems", all.size(), 50);
    if (!page)
        return tl::unexpected(page.error());
    LambdaService::Answer answer{{{member, json::array(all.begin() + static_cast<std::ptrdiff_t>(page->begin),
                                                       all.begin() + static_cast<std::ptrdiff_t>(page->end))}}};
    if (page->next)
        answer.body["NextMarker"] = *page->next;
    return answer;
}

tl::unexpected<aws::ApiError> missing(std::string what)
{
    auto error = aws::apiFailure("ResourceNotFoundException", 404, std::move(what));
    error.value().members["Type"] = "User";
    return error;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

LambdaService::Result LambdaService::publishVersion(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    if (const auto fits = checkRevision(call, (*function)->latest.revision); !fits)
        return tl::unexpected(fits.error());
    if (const auto sha256 = call.text("CodeSha256");
        sha256 && !sha256->empty() && *sha256 != (*function)->latest.codeSha256)
        return invalidParameter(
            fmt::format("CodeSHA256 ({}) is different from current CodeSHA256 in $LATEST ({}). Please "
                        "try again with the CodeSHA256 in $LATEST.",
                        *sha256, (*function)->latest.codeSha256));
    const auto description = call.text("Description");
    const FunctionVersion& version = m_parts.functions.publish(**function, description ? &*description : nullptr);
    return Answer{described(**function, version, version.version), 201};
}

LambdaService::Result LambdaService::listVersions(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    json::array all{described(**function, (*function)->latest, "$LATEST")};
    for (const auto& [number, version] : (*function)->versions)
        all.push_back(described(**function, version, version.version));
    return pageFrom(call, "Versions", all);
}

// --- aliases -------------------------------------------------------------------------------------------------------

json::object LambdaService::described(const CloudFunction& function, const FunctionAlias& alias) const
{
    return {{"AliasArn", m_parts.functions.arn(function.name, alias.name)},
            {"Name", alias.name},
            {"FunctionVersion", alias.version},
            {"Description", alias.description},
            {"RevisionId", alias.revision}};
}

aws::ApiResult<FunctionAlias*> LambdaService::aliasOf(CloudFunction& function, const ApiCall& call)
{
    const auto alias = function.aliases.find(call.label("Name"));
    if (alias == function.aliases.end())
        return missing("Cannot find alias arn: " + m_parts.functions.arn(function.name, call.label("Name")));
    return &alias->second;
}

aws::ApiResult<void> LambdaService::checkAliased(const CloudFunction& function, const std::string& version)
{
    const bool isVersion = version == "$LATEST" || isNumber(version);
    if (!isVersion || !m_parts.functions.version({function.name, version}))
        return missing("Function not found: " + m_parts.functions.arn(function.name, version));
    return {};
}

LambdaService::Result LambdaService::createAlias(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    const std::string alias = call.text("Name").value_or("");
    const std::string version = call.text("FunctionVersion").value_or("");
    if (alias.empty() || isNumber(alias) || alias.size() > 128)
        return aws::apiFailure(
            "ValidationException", 400,
            fmt::format("1 validation error detected: Value '{}' at 'name' failed to satisfy constraint: "
                        "Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
                        alias));
    if ((*function)->aliases.contains(alias))
        return aws::apiFailure("ResourceConflictException", 409,
                               fmt::format("Alias already exists: {}", m_parts.functions.arn((*function)->name, alias)));
    if (const auto there = checkAliased(**function, version); !there)
        return tl::unexpected(there.error());
    FunctionAlias& made = (*function)->aliases[alias] = {.name = alias,
                                                         .version = version,
                                                         .description = call.text("Description").value_or(""),
                                                         .revision = m_parts.functions.newRevision()};
    m_parts.functions.keep(**function);
    return Answer{described(**function, made), 201};
}

LambdaService::Result LambdaService::getAlias(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    const auto alias = aliasOf(**function, call);
    if (!alias)
        return tl::unexpected(alias.error());
    return Answer{described(**function, **alias)};
}

LambdaService::Result LambdaService::updateAlias(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    const auto alias = aliasOf(**function, call);
    if (!alias)
        return tl::unexpected(alias.error());
    if (const auto fits = checkRevision(call, (*alias)->revision); !fits)
        return tl::unexpected(fits.error());
    if (const auto version = call.text("FunctionVersion")) {
        if (const auto there = checkAliased(**function, *version); !there)
            return tl::unexpected(there.error());
        (*alias)->version = *version;
    }
    (*alias)->description = call.text("Description").value_or((*alias)->description);
    (*alias)->revision = m_parts.functions.newRevision();
    m_parts.functions.keep(**function);
    return Answer{described(**function, **alias)};
}

LambdaService::Result LambdaService::deleteAlias(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    m_parts.functions.removeAlias(**function, call.label("Name"));
    return Answer{.status = 204, .raw = ""};
}

LambdaService::Result LambdaService::listAliases(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    const auto only = call.parameter("FunctionVersion");
    json::array all;
    for (const auto& [alias, is] : (*function)->aliases)
        if (!only || *only == is.version)
            all.push_back(described(**function, is));
    return pageFrom(call, "Aliases", all);
}

// --- permissions ---------------------------------------------------------------------------------------------------

LambdaService::Result LambdaService::addPermission(const ApiCall& call)
{
    const auto name = named(call);
    if (!name)
        return tl::unexpected(name.error());
    if (const auto there = m_parts.functions.version(*name); !there)
        return tl::unexpected(there.error());
    for (const char* member : {"StatementId", "Action", "Principal"})
        if (!call.text(member))
            return invalidParameter(fmt::format("{} is missing", member));
    const std::string principal = *call.text("Principal");
    const bool service = principal.ends_with(".amazonaws.com");
    const bool account = principal.size() == 12 && isNumber(principal);
    if (!service && !account && principal != "*" && !principal.starts_with("arn:aws:iam::"))
        return invalidParameter("The provided principal was invalid. Please check the principal and try again.");
    CloudFunction& function = **m_parts.functions.find(*name);
    if (const auto fits = checkRevision(call, function.latest.revision); !fits)
        return tl::unexpected(fits.error());
    auto& statements = function.permissions[name->qualifier];
    const std::string id = *call.text("StatementId");
    for (const json::object& statement : statements)
        if (statement.at("Sid").get_string() == id)
            return aws::apiFailure("ResourceConflictException", 409,
                                   fmt::format("The statement id ({}) provided already exists. Please provide a new "
                                               "statement id, or remove the existing statement.",
                                               id));
    json::object statement{{"Sid", id}, {"Effect", "Allow"}};
    if (service)
        statement["Principal"] = {{"Service", principal}};
    else if (principal == "*")
        statement["Principal"] = "*";
    else
        statement["Principal"] = {{"AWS", account ? fmt::format("arn:aws:iam::{}:root", principal) : principal}};
    statement["Action"] = *call.text("Action");
    statement["Resource"] = m_parts.functions.arn(name->name, name->qualifier);
    json::object condition;
    if (const auto source = call.text("SourceAccount"))
        condition["StringEquals"] = {{"AWS:SourceAccount", *source}};
    if (const auto source = call.text("SourceArn"))
        condition["ArnLike"] = {{"AWS:SourceArn", *source}};
    if (!condition.empty())
        statement["Condition"] = std::move(condition);
    statements.push_back(statement);
    m_parts.functions.permissionsChanged(function);
    return Answer{{{"Statement", json::serialize(statement)}}, 201};
}

LambdaService::Result LambdaService::getPolicy(const ApiCall& call)
{
    const auto name = named(call);
    const auto function = name ? m_parts.functions.find(*name) : tl::unexpected(name.error());
    if (!function)
        return tl::unexpected(function.error());
    const auto statements = (*function)->permissions.find(name->qualifier);
    if (statements == (*function)->permissions.end() || statements->second.empty())
        return missing("The resource you requested does not exist.");
    const json::object policy{{"Version", "2012-10-17"},
                              {"Id", "default"},
                              {"Statement", json::array(statements->second.begin(), statements->second.end())}};
    return Answer{{{"Policy", json::serialize(policy)}, {"RevisionId", (*function)->latest.revision}}};
}

LambdaService::Result LambdaService::removePermission(const ApiCall& call)
{
    const auto name = named(call);
    const auto function = name ? m_parts.functions.find(*name) : tl::unexpected(name.error());
    if (!function)
        return tl::unexpected(function.error());
    if (const auto fits = checkRevision(call, (*function)->latest.revision); !fits)
        return tl::unexpected(fits.error());
    const std::string& id = call.label("StatementId");
    const auto found = (*function)->permissions.find(name->qualifier);
    if (found == (*function)->permissions.end() || std::erase_if(found->second, [&](const json::object& statement) {
                                                       return statement.at("Sid").get_string() == id;
                                                   }) == 0)
        return missing(fmt::format("Statement {} is not found in resource policy.", id));
    m_parts.functions.permissionsChanged(**function);
    return Answer{.status = 204, .raw = ""};
}

} // namespace greensward::cloud
