// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/functions.h"

#include "aws/digest.h"
#include "base/base64.h"
#include "cloud/item_json.h"
#include "cloud/uuid.h"

#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kFunctions = "functions";
constexpr std::string_view kCode = "function-code";

json::object toItem(const FunctionVersion& version)
{
    json::object variables;
    for (const auto& [name, value] : version.variables)
        variables[name] = value;
    return {
        {"version", version.version}, {"runtime", version.runtime},         {"role", version.role},
        {"handler", version.handler}, {"description", version.description}, {"timeout", version.timeoutSeconds},
        {"memory", version.memoryMB}, {"variables", std::move(variables)},  {"sha256", version.codeSha256},
        {"size", version.codeSize},   {"revision", version.revision},       {"modified", timeToItem(version.modified)}};
}

FunctionVersion versionFrom(const json::value& item)
{
    const ItemReader read(item);
    FunctionVersion version{.version = read.text("version"),
                            .runtime = read.text("runtime"),
                            .role = read.text("role"),
                            .handler = read.text("handler"),
                            .description = read.text("description"),
                            .timeoutSeconds = read.number("timeout", 3),
                            .memoryMB = read.number("memory", 128),
                            .codeSha256 = read.text("sha256"),
                            .codeSize = read.number("size"),
                            .modified = read.time("modified"),
                            .revision = read.text("revision")};
    if (const json::object* variables = read.object("variables"))
        for (const auto& [name, value] : *variables)
            if (value.is_string())
                version.variables.emplace(name, std::string(value.get_string()));
    return version;
}

/// 0 when it is no number.
std::int64_t numberOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

CloudFunction functionFrom(std::string name, const json::value& item)
{
    const ItemReader read(item);
    CloudFunction function{.name = std::move(name), .lastNumber = read.number("last")};
    if (const json::object* object = item.if_object()) {
        if (const json::value* latest = object->if_contains("latest"))
            function.latest = versionFrom(*latest);
        if (const json::value* versions = object->if_contains("versions"); versions && versions->is_array())
            for (const json::value& one : versions->get_array()) {
                FunctionVersion version = versionFrom(one);
                function.versions.emplace(numberOf(version.version), std::move(version));
            }
        if (const json::value* aliases = object->if_contains("aliases"); aliases && aliases->is_array())
            for (const json::value& one : aliases->get_array()) {
                const ItemReader alias(one);
                function.aliases.emplace(alias.text("name"), FunctionAlias{.name = alias.text("name"),
                                                                           .version = alias.text("version"),
                                                                           .description = alias.text("description"),
                                                                           .revision = alias.text("revision")});
            }
    }
    if (const json::object* permissions = read.object("permissions"))
        for (const auto& [qualifier, statements] : *permissions)
            if (statements.is_array())
                for (const json::value& statement : statements.get_array())
                    if (statement.is_object())
                        function.permissions[qualifier].push_back(statement.get_object());
    return function;
}

aws::ApiResult<CloudFunction*> functionMissing(const std::string& arn)
{
    auto error = aws::apiFailure("ResourceNotFoundException", 404, "Function not found: " + arn);
    error.value().members["Type"] = "User";
    return error;
}

} // namespace

store::StoreResult<void> Functions::load()
{
    const auto items = m_parts.store.load(kFunctions);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items)
        m_functions[item.key] = functionFrom(item.key, item.value);
    const auto code = m_parts.store.load(kCode);
    if (!code)
        return tl::unexpected(code.error());
    for (const StoredItem& item : *code) {
        const auto zip = item.value.is_string() ? fromBase64(item.value.get_string()) : std::nullopt;
        if (!zip)
            return store::storeFailure(store::Cause::Corrupt, "a function's code cannot be read");
        m_code[item.key] = std::make_shared<const std::string>(asText(*zip));
    }
    return {};
}

void Functions::keep(const CloudFunction& function)
{
    json::array versions;
    for (const auto& [number, version] : function.versions)
        versions.push_back(toItem(version));
    json::array aliases;
    for (const auto& [name, alias] : function.aliases)
        aliases.push_back({{"name", name},
                           {"version", alias.version},
                           {"description", alias.description},
                           {"revision", alias.revision}});
    json::object permissions;
    for (const auto& [qualifier, statements] : function.permissions)
        permissions[qualifier] = json::array(statements.begin(), statements.end());
    m_parts.store.put(kFunctions, function.name,
                      json::object{{"latest", toItem(function.latest)},
                                   {"versions", std::move(versions)},
                                   {"last", function.lastNumber},
                                   {"aliases", std::move(aliases)},
                                   {"permissions", std::move(permissions)}});
}

// --- names ---------------------------------------------------------------------------------------------------------

std::string Functions::arn(std::string_view name, std::string_view qualifier) const
{
    return fmt::format("arn:aws:lambda:{}:{}:function:{}{}{}", m_parts.account.region, m_parts.account.id, name,
                       qualifier.empty() ? "" : ":", qualifier);
}

aws::ApiResult<FunctionName> Functions::named(std::string_view text, std::string_view also) const
{
    std::string_view rest = text;
    for (const std::string& prefix : {arn(""), m_parts.account.id + ":function:", std::string("function:")})
        if (rest.starts_with(prefix)) {
            rest.remove_prefix(prefix.size());
            break;
        }
    if (rest.starts_with("arn:"))
        return aws::apiFailure("ResourceNotFoundException", 404, fmt::format("Function not found: {}", text));
    const auto colon = rest.find(':');
    FunctionName named{.name = std::string(rest.substr(0, colon)),
                       .qualifier = std::string(colon == std::string_view::npos ? "" : rest.substr(colon + 1))};
    if (!named.qualifier.empty() && !also.empty() && named.qualifier != also)
        return aws::apiFailure("InvalidParameterValueException", 400,
                               "The derived qualifier from the function name does not match the specified qualifier.");
    if (named.qualifier.empty())
        named.qualifier = also;
    return named;
}

aws::ApiResult<CloudFunction*> Functions::find(const FunctionName& named)
{
    const auto found = m_functions.find(named.name);
    if (found == m_functions.end())
        return functionMissing(arn(named.name, named.qualifier));
    return &found->second;
}

aws::ApiResult<const FunctionVersion*> Functions::version(const FunctionName& named)
{
    const auto function = find(named);
    if (!function)
        return tl::unexpected(function.error());
    std::string_view wanted = named.qualifier;
    if (const auto alias = (*function)->aliases.find(wanted); alias != (*function)->aliases.end())
        wanted = alias->second.version;
    if (wanted.empty() || wanted == "$LATEST")
        return &(*function)->latest;
    const auto version = (*function)->versions.find(numberOf(wanted));
    if (version == (*function)->versions.end())
        return tl::unexpected(functionMissing(arn(named.name, named.qualifier)).error());
    return &version->second;
}

std::shared_ptr<const std::string> Functions::findCode(std::string_view sha256) const
{
    const auto found = m_code.find(sha256);
    return found == m_code.end() ? nullptr : found->second;
}

// --- changes -------------------------------------------------------------------------------------------------------

std::string Functions::newRevision()
{
    return uuid(m_parts.random);
}

FunctionCode FunctionCode::of(std::string zip)
{
    FunctionCode code{.zip = std::move(zip), .sha256 = {}, .base64 = {}};
    code.sha256 = greensward::toBase64(aws::sha256(code.zip));
    code.base64 = greensward::toBase64(asBytes(code.zip));
    return code;
}

CloudFunction& Functions::create(std::string name, FunctionVersion first, FunctionCode code)
{
    CloudFunction& made = m_functions[name] = CloudFunction{.name = name, .latest = std::move(first)};
    keepCode(made.latest, std::move(code));
    changed(made);
    return made;
}

void Functions::setCode(CloudFunction& function, FunctionCode code)
{
    keepCode(function.latest, std::move(code));
    changed(function);
    dropUnusedCode();
}

void Functions::keepCode(FunctionVersion& version, FunctionCode code)
{
    version.codeSha256 = code.sha256;
    version.codeSize = static_cast<std::int64_t>(code.zip.size());
    if (m_code.contains(version.codeSha256))
        return;
    m_parts.store.put(kCode, version.codeSha256, json::value(code.base64));
    m_code[version.codeSha256] = std::make_shared<const std::string>(std::move(code.zip));
}

void Functions::dropUnusedCode()
{
    std::set<std::string, std::less<>> used = m_alsoUsed();
    for (const auto& [name, function] : m_functions) {
        used.insert(function.latest.codeSha256);
        for (const auto& [number, version] : function.versions)
            used.insert(version.codeSha256);
    }
    std::erase_if(m_code, [&](const auto& code) {
        if (used.contains(code.first))
            return false;
        m_parts.store.drop(kCode, code.first);
        return true;
    });
}

void Functions::changed(CloudFunction& function)
{
    function.latest.modified = m_parts.clock.wall();
    function.latest.revision = newRevision();
    keep(function);
}

void Functions::permissionsChanged(CloudFunction& function)
{
    function.latest.revision = newRevision();
    keep(function);
}

const FunctionVersion& Functions::publish(CloudFunction& function, const std::string* description)
{
    const auto former = function.versions.find(function.lastNumber);
    // Compared as everything but what a version has of its own.
    const auto essence = [](FunctionVersion version) {
        version.version = version.revision = version.description = {};
        version.modified = {};
        return json::serialize(toItem(version));
    };
    if (former != function.versions.end() && essence(former->second) == essence(function.latest))
        return former->second;
    FunctionVersion version = function.latest;
    version.version = std::to_string(++function.lastNumber);
    version.revision = newRevision();
    version.modified = m_parts.clock.wall();
    if (description)
        version.description = *description;
    const FunctionVersion& made = function.versions[function.lastNumber] = std::move(version);
    keep(function);
    return made;
}

void Functions::remove(std::string_view name)
{
    const auto found = m_functions.find(name);
    if (found == m_functions.end())
        return;
    m_parts.store.drop(kFunctions, name);
    m_functions.erase(found);
    dropUnusedCode();
}

aws::ApiResult<void> Functions::removeVersion(CloudFunction& function, std::string_view number)
{
    for (const auto& [name, alias] : function.aliases)
        if (alias.version == number)
            return aws::apiFailure(
                "ResourceConflictException", 409,
                fmt::format("Unable to delete version because the following aliases reference it: [{}]", name));
    if (function.versions.erase(numberOf(number)) == 0)
        return tl::unexpected(functionMissing(arn(function.name, number)).error());
    function.permissions.erase(std::string(number));
    keep(function);
    dropUnusedCode();
    return {};
}

void Functions::removeAlias(CloudFunction& function, std::string_view name)
{
    if (function.aliases.erase(std::string(name)) == 0) // gone is gone: asked twice is no error
        return;
    function.permissions.erase(std::string(name));
    keep(function);
}

} // namespace greensward::cloud
