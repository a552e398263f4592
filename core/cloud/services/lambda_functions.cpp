// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions themselves: code and configuration.
#include "base/base64.h"
#include "cloud/role_session.h"
#include "cloud/services/iot_checks.h"
#include "cloud/services/lambda.h"
#include "lambda/package.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::int64_t kLongestTimeout = 900;
constexpr std::int64_t kLeastMemory = 128;
constexpr std::int64_t kMostMemory = 10240;
constexpr std::size_t kMostVariables = 4096; ///< bytes of all together

bool isFunctionName(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestName && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool isReserved(std::string_view variable)
{
    static constexpr std::array kReserved{"_HANDLER",           "AWS_EXECUTION_ENV", "AWS_REGION",
                                          "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
                                          "AWS_SESSION_TOKEN",  "LAMBDA_TASK_ROOT",  "LAMBDA_RUNTIME_DIR"};
    return variable.starts_with("AWS_LAMBDA_") || std::ranges::find(kReserved, variable) != kReserved.end();
}

aws::ApiResult<std::map<std::string, std::string>> variablesOf(const json::object& environment)
{
    std::map<std::string, std::string> variables;
    const json::value* given = environment.if_contains("Variables");
    if (!given || !given->is_object())
        return variables;
    std::size_t size = 0;
    for (const auto& [name, value] : given->get_object()) {
        if (!value.is_string())
            return invalidParameter(fmt::format("The value of the variable {} is no text", std::string_view(name)));
        if (isReserved(name))
            return invalidParameter(
                fmt::format("Lambda was unable to configure your environment variables because the "
                            "environment variables you have provided contains reserved keys that are "
                            "currently not supported for modification. Reserved keys used in this "
                            "request: {}",
                            std::string_view(name)));
        size += name.size() + value.get_string().size();
        variables.emplace(name, std::string(value.get_string()));
    }
    if (size > kMostVariables)
        return invalidParameter("Lambda was unable to configure your environment variables because the environment "
                                "variables you have provided exceeded the 4KB limit.");
    return variables;
}

/// A name that AWS gives, or gave: "python3.9", "nodejs12.x", "nodejs6.10", "provided.al2".
bool isRuntimeName(std::string_view name)
{
    for (const std::string_view family : {"python3.", "nodejs"}) {
        std::string_view version = name.substr(std::min(family.size(), name.size()));
        if (!name.starts_with(family) || version.empty() || version.size() > 4)
            continue;
        if (version.ends_with(".x"))
            version.remove_suffix(2);
        return std::ranges::all_of(version, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    }
    return name == "provided" || name == "provided.al2" || name == "provided.al2023";
}

/// The zip of "ZipFile".
aws::ApiResult<FunctionCode> codeOf(std::string_view base64)
{
    const auto octets = fromBase64(base64);
    if (!octets || !lambda::isPackage(asText(*octets)))
        return invalidParameter("Could not unzip uploaded file. Please check your file, then try to upload again.");
    if (octets->size() > lambda::kLargestPackage)
        return aws::apiFailure("RequestEntityTooLargeException", 413,
                               fmt::format("Request must be smaller than {} bytes for the CreateFunction operation",
                                           lambda::kLargestPackage));
    return FunctionCode::of(std::string(asText(*octets)));
}

std::string moment(WallTime time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}+0000", fmt::gmtime(static_cast<std::time_t>(milliseconds / 1000)),
                       milliseconds % 1000);
}

aws::ApiResult<void> within(std::string_view member, std::int64_t value, std::int64_t least, std::int64_t most)
{
    if (value >= least && value <= most)
        return {};
    return aws::apiFailure("ValidationException", 400,
                           fmt::format("1 validation error detected: Value '{}' at '{}' failed to satisfy constraint: "
                                       "Member must have value {} than or equal to {}",
                                       value, member, value < least ? "greater" : "less",
                                       value < least ? least : most));
}

} // namespace

json::object LambdaService::described(const CloudFunction& function, const FunctionVersion& version,
                                      std::string_view qualifier) const
{
    json::object shown{{"FunctionName", function.name},
                       {"FunctionArn", m_parts.functions.arn(function.name, qualifier)},
                       {"Runtime", version.runtime},
                       {"Role", version.role},
                       {"Handler", version.handler},
                       {"CodeSize", version.codeSize},
                       {"Description", version.description},
                       {"Timeout", version.timeoutSeconds},
                       {"MemorySize", version.memoryMB},
                       {"LastModified", moment(version.modified)},
                       {"CodeSha256", version.codeSha256},
                       {"Version", version.version},
                       {"TracingConfig", {{"Mode", "PassThrough"}}},
                       {"RevisionId", version.revision},
                       {"State", "Active"},
                       {"LastUpdateStatus", "Successful"},
                       {"PackageType", "Zip"}};
    if (!version.variables.empty()) {
        json::object variables;
        for (const auto& [name, value] : version.variables)
            variables[name] = value;
        shown["Environment"] = {{"Variables", std::move(variables)}};
    }
    return shown;
}

/// AWS refuses runtimes that it has given up when a function is made, so nobody is surprised at the first call.
aws::ApiResult<void> LambdaService::checkRuntime(const std::string& runtime) const
{
    if (!isRuntimeName(runtime))
        return invalidParameter(
            fmt::format("The runtime parameter of {} is not supported for creating or updating functions here. "
                        "Functions run under this machine's Python 3 (give python3.9, for instance) or Node.js "
                        "(nodejs12.x), or bring their own bootstrap (provided).",
                        runtime));
    if (!m_parts.workers)
        return {};
    if (const auto can = m_parts.workers->canRun(runtime); !can)
        return invalidParameter(can.error().message);
    return {};
}

void LambdaService::readPackage(const ApiCall& call, const json::object& code, const Responder& respond,
                                std::function<Result(const ApiCall&, FunctionCode)> then)
{
    if (code.contains("S3Bucket"))
        return respond(
            invalidParameter("Error occurred while GetObject. S3 is not served here: give the package as ZipFile"));
    const json::value* given = code.if_contains("ZipFile");
    if (!given || !given->is_string())
        return respond(invalidParameter("Please provide a source for function code."));
    struct Reading
    {
        ApiCall call; ///< what it refers to lives until the call is answered
        json::string base64;
        aws::ApiResult<FunctionCode> code;
    };
    const auto reading = std::make_shared<Reading>(
        Reading{{.request = call.request, .caller = call.caller, .labels = call.labels, .query = call.query},
                given->get_string(),
                FunctionCode{}});
    for (const auto& [member, value] : call.body)
        if (member != "Code" && member != "ZipFile") // that once is enough
            reading->call.body.emplace(member, value);
    m_parts.background([reading] { reading->code = codeOf(reading->base64); },
                       [reading, respond, then = std::move(then)] {
                           if (!reading->code)
                               return respond(tl::unexpected(reading->code.error()));
                           respond(then(reading->call, std::move(*reading->code)));
                       });
}

aws::ApiResult<void> LambdaService::checkRole(const std::string& arn) const
{
    const IamRole* role = m_parts.iam.roleOf(arn);
    const policy::Context nothing;
    const policy::AccessRequest request{"sts:AssumeRole", arn, nothing, "Service", "lambda.amazonaws.com"};
    if (role && trustOf(*role, request) == Trust::Direct)
        return {};
    auto refused = invalidParameter("The role defined for the function cannot be assumed by Lambda.");
    refused.value().explanation = role ? fmt::format("the role {} does not trust lambda.amazonaws.com: {}", role->name,
                                                     explainTrust(*role, request))
                                       : fmt::format("there is no role {}", arn);
    return refused;
}

/// What the call gives of the configuration; the rest stays.
aws::ApiResult<void> LambdaService::configure(FunctionVersion& version, const ApiCall& call) const
{
    for (const auto& [member, into] : {std::pair{"Role", &version.role},
                                       {"Runtime", &version.runtime},
                                       {"Handler", &version.handler},
                                       {"Description", &version.description}})
        if (auto given = call.text(member))
            *into = std::move(*given);
    if (auto runs = checkRuntime(version.runtime); !runs)
        return runs;
    version.timeoutSeconds = call.integer("Timeout").value_or(version.timeoutSeconds);
    version.memoryMB = call.integer("MemorySize").value_or(version.memoryMB);
    if (auto fits = within("timeout", version.timeoutSeconds, 1, kLongestTimeout); !fits)
        return fits;
    if (auto fits = within("memorySize", version.memoryMB, kLeastMemory, kMostMemory); !fits)
        return fits;
    if (const json::object* environment = call.object("Environment")) {
        auto variables = variablesOf(*environment);
        if (!variables)
            return tl::unexpected(variables.error());
        version.variables = std::move(*variables);
    }
    return checkRole(version.role);
}

void LambdaService::createFunction(const ApiCall& call, const Responder& respond)
{
    const auto named = m_parts.functions.named(call.text("FunctionName").value_or(""), "");
    if (!named)
        return respond(tl::unexpected(named.error()));
    if (!isFunctionName(named->name))
        return respond(aws::apiFailure(
            "ValidationException", 400,
            fmt::format("1 validation error detected: Value '{}' at 'functionName' failed to satisfy "
                        "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9-_]+",
                        named->name)));
    for (const char* member : {"Role", "Handler", "Runtime"})
        if (!call.text(member))
            return respond(invalidParameter(
                fmt::format("{} is mandatory for functions created with deployment packages.", member)));
    const json::object* code = call.object("Code");
    readPackage(call, code ? *code : json::object{}, respond,
                [this, name = named->name](const ApiCall& later, FunctionCode read) {
                    return create(name, later, std::move(read));
                });
}

LambdaService::Result LambdaService::create(const std::string& name, const ApiCall& call, FunctionCode code)
{
    if (m_parts.functions.all().contains(name))
        return aws::apiFailure("ResourceConflictException", 409, "Function already exist: " + name);
    FunctionVersion first;
    if (const auto done = configure(first, call); !done)
        return tl::unexpected(done.error());
    CloudFunction& made = m_parts.functions.create(name, std::move(first), std::move(code));
    if (!call.flag("Publish").value_or(false))
        return Answer{described(made, made.latest, {}), 201};
    const FunctionVersion& version = m_parts.functions.publish(made, nullptr);
    return Answer{described(made, version, version.version), 201};
}

LambdaService::Result LambdaService::getFunctionConfiguration(const ApiCall& call)
{
    const auto name = named(call);
    if (!name)
        return tl::unexpected(name.error());
    const auto version = m_parts.functions.version(*name);
    if (!version)
        return tl::unexpected(version.error());
    return Answer{described(**m_parts.functions.find(*name), **version, name->qualifier)};
}

LambdaService::Result LambdaService::getFunction(const ApiCall& call)
{
    auto configuration = getFunctionConfiguration(call);
    if (!configuration)
        return configuration;
    // AWS gives a link into S3. The code itself, as a link that holds it, is what can be followed without S3.
    const std::string sha256(configuration->body.at("CodeSha256").get_string());
    const std::string location =
        "data:application/zip;base64," + greensward::toBase64(asBytes(m_parts.functions.code(sha256)));
    return Answer{{{"Configuration", std::move(configuration->body)},
                   {"Code", {{"RepositoryType", "S3"}, {"Location", location}}},
                   {"Tags", json::object{}}}};
}

LambdaService::Result LambdaService::listFunctions(const ApiCall& call)
{
    json::array all;
    const bool everyVersion = call.parameter("FunctionVersion") == "ALL";
    for (const auto& [name, function] : m_parts.functions.all()) {
        all.push_back(described(function, function.latest, everyVersion ? "$LATEST" : ""));
        if (everyVersion)
            for (const auto& [number, version] : function.versions)
                all.push_back(described(function, version, version.version));
    }
    const auto page = pageOf(call, "Marker", "MaxItems", all.size(), 50);
    if (!page)
        return tl::unexpected(page.error());
    Answer answer{{{"Functions", json::array(all.begin() + static_cast<std::ptrdiff_t>(page->begin),
                                             all.begin() + static_cast<std::ptrdiff_t>(page->end))}}};
    if (page->next)
        answer.body["NextMarker"] = *page->next;
    return answer;
}

void LambdaService::updateFunctionCode(const ApiCall& call, const Responder& respond)
{
    if (const auto function = functionOf(call); !function)
        return respond(tl::unexpected(function.error()));
    readPackage(call, call.body, respond,
                [this](const ApiCall& later, FunctionCode read) { return update(later, std::move(read)); });
}

LambdaService::Result LambdaService::update(const ApiCall& call, FunctionCode code)
{
    const auto function = functionOf(call); // it may have been deleted meanwhile
    if (!function)
        return tl::unexpected(function.error());
    if (const auto fits = checkRevision(call, (*function)->latest.revision); !fits)
        return tl::unexpected(fits.error());
    const bool dry = call.flag("DryRun").value_or(false);
    if (!dry)
        m_parts.functions.setCode(**function, std::move(code));
    if (dry || !call.flag("Publish").value_or(false))
        return Answer{described(**function, (*function)->latest, {})};
    const FunctionVersion& version = m_parts.functions.publish(**function, nullptr);
    return Answer{described(**function, version, version.version)};
}

LambdaService::Result LambdaService::updateFunctionConfiguration(const ApiCall& call)
{
    const auto function = functionOf(call);
    if (!function)
        return tl::unexpected(function.error());
    if (const auto fits = checkRevision(call, (*function)->latest.revision); !fits)
        return tl::unexpected(fits.error());
    FunctionVersion changed = (*function)->latest;
    if (const auto done = configure(changed, call); !done)
        return tl::unexpected(done.error());
    (*function)->latest = std::move(changed);
    m_parts.functions.changed(**function);
    return Answer{described(**function, (*function)->latest, {})};
}

LambdaService::Result LambdaService::deleteFunction(const ApiCall& call)
{
    const auto name = named(call);
    const auto function = name ? m_parts.functions.find(*name) : tl::unexpected(name.error());
    if (!function)
        return tl::unexpected(function.error());
    if (!name->qualifier.empty()) {
        if (name->qualifier == "$LATEST")
            return invalidParameter("$LATEST version cannot be deleted without deleting the function.");
        if (const auto done = m_parts.functions.removeVersion(**function, name->qualifier); !done)
            return tl::unexpected(done.error());
        forget(m_parts.functions.arn(name->name, name->qualifier));
        return Answer{.status = 204, .raw = ""};
    }
    forget(m_parts.functions.arn(name->name, "$LATEST"));
    for (const auto& [number, version] : (*function)->versions)
        forget(m_parts.functions.arn(name->name, version.version));
    m_invocations.forget(name->name);
    m_parts.functions.remove(name->name);
    return Answer{.status = 204, .raw = ""};
}

} // namespace greensward::cloud
