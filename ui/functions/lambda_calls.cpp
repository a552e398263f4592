// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/lambda_calls.h"

#include "ui/models/qt_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace greensward::ui {

bool FunctionEntry::hasQualifier(const QString& qualifier) const
{
    return std::any_of(versions.begin(), versions.end(), [&](const auto& one) { return one.number == qualifier; }) ||
           std::any_of(aliases.begin(), aliases.end(), [&](const auto& one) { return one.name == qualifier; });
}

} // namespace greensward::ui

namespace greensward::ui::lambda {

namespace json = boost::json;

namespace {

constexpr const char* kService = "lambda";
constexpr const char* kTrust = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                               R"("Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]})";

std::string pathOf(const QString& name, std::string_view rest = {})
{
    return "/2015-03-31/functions/" + client::label(name.toStdString()) + std::string(rest);
}

client::Call call(const char* method, std::string path, const json::object& body = {})
{
    return {.service = kService,
            .method = method,
            .path = std::move(path),
            .body = body.empty() ? std::string() : json::serialize(body)};
}

json::string textOf(const QString& text)
{
    return json::string(text.toStdString());
}

json::string base64(const QByteArray& octets)
{
    const QByteArray text = octets.toBase64();
    return json::string(text.constData(), static_cast<std::size_t>(text.size()));
}

void write(json::object& body, const FunctionSettings& settings)
{
    json::object variables;
    for (const auto& [name, value] : settings.variables)
        variables[name.toStdString()] = textOf(value);
    body["Runtime"] = textOf(settings.runtime);
    body["Handler"] = textOf(settings.handler);
    body["Description"] = textOf(settings.description);
    body["Timeout"] = settings.timeoutSeconds;
    body["MemorySize"] = settings.memoryMB;
    body["Environment"] = {{"Variables", std::move(variables)}};
}

QString text(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? toQString(std::string_view(value->get_string())) : QString();
}

std::int64_t number(const json::object& object, std::string_view name, std::int64_t otherwise)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : otherwise;
}

client::Call iamCall(const std::string& form)
{
    return {.service = "iam",
            .method = "POST",
            .path = "/",
            .body = "Version=2010-05-08&RoleName=" + std::string(kRole) + '&' + form,
            .fields = {{"Content-Type", "application/x-www-form-urlencoded"}}};
}

} // namespace

client::Call listFunctions()
{
    return call("GET", "/2015-03-31/functions");
}

client::Call getFunction(const QString& name)
{
    return call("GET", pathOf(name));
}

client::Call createFunction(const QString& name, const FunctionSettings& settings, const QString& role,
                            const QByteArray& zip)
{
    json::object body{{"FunctionName", textOf(name)}, {"Role", textOf(role)}, {"Code", {{"ZipFile", base64(zip)}}}};
    write(body, settings);
    return call("POST", "/2015-03-31/functions", body);
}

client::Call updateCode(const QString& name, const QByteArray& zip)
{
    return call("PUT", pathOf(name, "/code"), {{"ZipFile", base64(zip)}});
}

client::Call updateConfiguration(const QString& name, const FunctionSettings& settings)
{
    json::object body;
    write(body, settings);
    return call("PUT", pathOf(name, "/configuration"), body);
}

client::Call deleteFunction(const QString& name)
{
    return call("DELETE", pathOf(name));
}

client::Call publishVersion(const QString& name, const QString& description)
{
    return call("POST", pathOf(name, "/versions"), {{"Description", textOf(description)}});
}

client::Call deleteVersion(const QString& name, const QString& version)
{
    client::Call asked = call("DELETE", pathOf(name));
    asked.query.emplace_back("Qualifier", version.toStdString());
    return asked;
}

client::Call listVersions(const QString& name)
{
    return call("GET", pathOf(name, "/versions"));
}

client::Call listAliases(const QString& name)
{
    return call("GET", pathOf(name, "/aliases"));
}

client::Call createAlias(const QString& name, const QString& alias, const QString& version)
{
    return call("POST", pathOf(name, "/aliases"), {{"Name", textOf(alias)}, {"FunctionVersion", textOf(version)}});
}

client::Call updateAlias(const QString& name, const QString& alias, const QString& version)
{
    return call("PUT", pathOf(name, "/aliases/" + client::label(alias.toStdString())),
                {{"FunctionVersion", textOf(version)}});
}

client::Call deleteAlias(const QString& name, const QString& alias)
{
    return call("DELETE", pathOf(name, "/aliases/" + client::label(alias.toStdString())));
}

client::Call invoke(const QString& name, const QString& qualifier, const QByteArray& payload)
{
    client::Call asked{.service = kService,
                       .method = "POST",
                       .path = pathOf(name, "/invocations"),
                       .body = payload.toStdString(),
                       .fields = {{"X-Amz-Log-Type", "Tail"}, {"User-Agent", kAgent}}};
    if (!qualifier.isEmpty())
        asked.query.emplace_back("Qualifier", qualifier.toStdString());
    return asked;
}

client::Call getRole()
{
    return iamCall("Action=GetRole");
}

client::Call createRole()
{
    return iamCall("Action=CreateRole&AssumeRolePolicyDocument=" + client::label(kTrust));
}

QString roleArn(const client::Answer& answer)
{
    constexpr std::string_view kBegin = "<Arn>";
    const auto from = answer.ok() ? answer.body.find(kBegin) : std::string::npos;
    const auto to = from == std::string::npos ? from : answer.body.find("</Arn>", from);
    return to == std::string::npos
               ? QString()
               : toQString(std::string_view(answer.body).substr(from + kBegin.size(), to - from - kBegin.size()));
}

FunctionEntry functionOf(const json::object& configuration)
{
    FunctionEntry entry{.name = text(configuration, "FunctionName"),
                        .arn = text(configuration, "FunctionArn"),
                        .role = text(configuration, "Role"),
                        .modified = text(configuration, "LastModified"),
                        .codeSha256 = text(configuration, "CodeSha256"),
                        .revision = text(configuration, "RevisionId"),
                        .codeSize = number(configuration, "CodeSize", 0)};
    entry.settings = {.runtime = text(configuration, "Runtime"),
                      .handler = text(configuration, "Handler"),
                      .description = text(configuration, "Description"),
                      .timeoutSeconds = static_cast<int>(number(configuration, "Timeout", 3)),
                      .memoryMB = static_cast<int>(number(configuration, "MemorySize", 128))};
    const json::value* environment = configuration.if_contains("Environment");
    const json::value* variables =
        environment && environment->is_object() ? environment->get_object().if_contains("Variables") : nullptr;
    if (variables && variables->is_object())
        for (const auto& [name, value] : variables->get_object())
            if (value.is_string())
                entry.settings.variables[toQString(std::string_view(name))] =
                    toQString(std::string_view(value.get_string()));
    return entry;
}

FunctionVersionEntry versionOf(const json::object& configuration)
{
    return {.number = text(configuration, "Version"),
            .description = text(configuration, "Description"),
            .modified = text(configuration, "LastModified"),
            .codeSha256 = text(configuration, "CodeSha256")};
}

FunctionAliasEntry aliasOf(const json::object& alias)
{
    return {.name = text(alias, "Name"), .version = text(alias, "FunctionVersion")};
}

} // namespace greensward::ui::lambda
