// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calling functions: waiting for the result, or not, with two more attempts.
#include "base/base64.h"
#include "cloud/services/lambda.h"
#include "cloud/uuid.h"
#include "lambda/package.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

namespace greensward::cloud {

namespace json = boost::json;
namespace fs = std::filesystem;
using lambda::Outcome;

namespace {

constexpr std::size_t kLargestPayload = 6 * 1024 * 1024;
constexpr std::size_t kLargestEvent = 256 * 1024;
constexpr std::size_t kMostFailed = 10'000;
/// What greengrasssdk raises.
constexpr const char* kNoCore = "greengrasssdk speaks to a Greengrass core, and this function runs in the cloud";
constexpr std::size_t kInstances = 10; ///< of one function at once; a laptop is no data centre
/// Before the second attempt, and before the third, the last.
constexpr std::chrono::minutes kPauses[] = {std::chrono::minutes(1), std::chrono::minutes(2)};

aws::ApiResult<void> checkPayload(const std::string& payload, bool event)
{
    const std::size_t most = event ? kLargestEvent : kLargestPayload;
    if (payload.size() > most)
        return aws::apiFailure("RequestTooLargeException", 413,
                               fmt::format("{} byte payload is too large for the {} invocation type (limit {} bytes)",
                                           payload.size(), event ? "Event" : "RequestResponse", most));
    if (payload.empty())
        return {};
    boost::system::error_code error;
    json::parse(payload, error);
    if (!error)
        return {};
    return aws::apiFailure("InvalidRequestContentException", 400,
                           fmt::format("Could not parse request body into json: {}", error.message()));
}

fs::path folderName(std::string sha256)
{
    for (char& c : sha256)
        c = c == '/' ? '_' : c; // base64 as a file name
    return sha256;
}

/// In one step: what has its name is whole.
Result<void> unpackInto(const std::string& zip, const fs::path& folder)
{
    const fs::path beside = folder.string() + ".part";
    std::error_code error;
    fs::remove_all(beside, error);
    if (auto done = lambda::unpackPackage(zip, beside); !done)
        return done;
    fs::rename(beside, folder, error);
    return error ? failure(fmt::format("{} cannot be made: {}", folder.string(), error.message())) : Result<void>{};
}

std::optional<aws::ApiError> refusalOf(const Outcome& outcome)
{
    if (outcome.error == Outcome::Error::Throttled)
        return aws::ApiError{.code = "TooManyRequestsException", .status = 429, .message = "Rate Exceeded."};
    if (outcome.error == Outcome::Error::Gone)
        return aws::ApiError{.code = "ResourceNotFoundException", .status = 404, .message = "The function was deleted"};
    return std::nullopt;
}

} // namespace

void LambdaService::invokeFunction(const ApiCall& call, const Responder& respond)
{
    const auto name = named(call);
    if (!name)
        return respond(tl::unexpected(name.error()));
    const auto version = m_parts.functions.version(*name);
    if (!version)
        return respond(tl::unexpected(version.error()));
    const std::string_view type = call.request.field("X-Amz-Invocation-Type");
    if (type == "DryRun")
        return respond(Answer{.status = 204, .raw = ""});
    if (!type.empty() && type != "RequestResponse" && type != "Event")
        return respond(invalidParameter(fmt::format("Unknown invocation type {}", type)));
    lambda::Invocation invocation{.requestId = uuid(m_parts.random),
                                  .payload = call.request.body,
                                  .logTail = call.request.field("X-Amz-Log-Type") == "Tail"};
    if (const auto fits = checkPayload(invocation.payload, type == "Event"); !fits)
        return respond(tl::unexpected(fits.error()));
    if (const auto given = call.request.field("X-Amz-Client-Context"); !given.empty()) {
        const auto context = fromBase64(given);
        boost::system::error_code error;
        if (context)
            json::parse(asText(*context), error);
        if (!context || error)
            return respond(aws::apiFailure("InvalidRequestContentException", 400,
                                           "Client context must be a valid Base64-encoded JSON object."));
        invocation.clientContext = asText(*context);
    }
    if (type == "Event") {
        runLater({.named = *name, .invocation = std::move(invocation)});
        return respond(Answer{.status = 202, .raw = ""});
    }
    run(*name, std::move(invocation), [respond, executed = (*version)->version](const Outcome& outcome) {
        if (auto refused = refusalOf(outcome))
            return respond(tl::unexpected(std::move(*refused)));
        Answer answer{.raw = outcome.payload};
        answer.fields.emplace_back("X-Amz-Executed-Version", executed);
        if (outcome.failed())
            answer.fields.emplace_back("X-Amz-Function-Error", "Unhandled");
        if (!outcome.logTail.empty())
            answer.fields.emplace_back("X-Amz-Log-Result", greensward::toBase64(asBytes(outcome.logTail)));
        respond(std::move(answer));
    });
}

// --- asynchronous --------------------------------------------------------------------------------------------------

void LambdaService::runLater(Work work)
{
    lambda::Invocation invocation = work.invocation;
    const FunctionName name = work.named;
    run(name, std::move(invocation), [this, work = std::move(work)](const Outcome& outcome) mutable {
        if (!outcome.failed() || outcome.error == Outcome::Error::Gone || work.attempts >= std::size(kPauses) ||
            m_failed.size() >= kMostFailed)
            return;
        work.due = m_parts.clock.now() + kPauses[work.attempts++];
        m_failed.push_back(std::move(work));
    });
}

void LambdaService::advance()
{
    const Instant now = m_parts.clock.now();
    std::vector<Work> due;
    std::erase_if(m_failed, [&](Work& work) {
        if (work.due > now)
            return false;
        due.push_back(std::move(work));
        return true;
    });
    for (Work& work : due)
        runLater(std::move(work));
}

// --- to the workers ------------------------------------------------------------------------------------------------

void LambdaService::run(const FunctionName& name, lambda::Invocation invocation, lambda::Workers::Done done)
{
    const auto version = m_parts.functions.version(name);
    if (!version)
        return done({.error = Outcome::Error::Gone});
    const std::string arn = m_parts.functions.arn(name.name, (*version)->version);
    if (invocation.payload.empty())
        invocation.payload = "{}";
    auto told = [this, arn, request = invocation.requestId, done = std::move(done)](Outcome outcome) {
        if (outcome.error != Outcome::Error::Gone) // nothing is remembered of what was deleted
            m_invocations.ended(arn, request, outcome, m_parts.clock.wall());
        done(std::move(outcome));
    };
    prepare(name.name, **version,
            [this, arn, invocation = std::move(invocation),
             told = std::move(told)](greensward::Result<void> ready) mutable {
                if (ready)
                    return m_parts.workers->invoke(arn, std::move(invocation), std::move(told));
                told({.error = Outcome::Error::Unhandled,
                      .payload = json::serialize(json::object{{"errorType", "Runtime.Unavailable"},
                                                              {"errorMessage", ready.error().message}})});
            });
}

lambda::FunctionSpec LambdaService::specOf(const std::string& function, const FunctionVersion& version) const
{
    lambda::FunctionSpec spec{.arn = m_parts.functions.arn(function, version.version),
                              .handler = version.handler,
                              .runtime = version.runtime,
                              .folder = m_parts.folder / folderName(version.codeSha256),
                              .environment = version.variables,
                              .timeout = std::chrono::seconds(version.timeoutSeconds),
                              .memoryKiB = static_cast<std::uint64_t>(version.memoryMB) * 1024,
                              .mostInstances = kInstances};
    spec.environment["AWS_REGION"] = m_parts.account.region;
    spec.environment["AWS_DEFAULT_REGION"] = m_parts.account.region;
    return spec;
}

void LambdaService::prepare(const std::string& function, const FunctionVersion& version,
                            std::function<void(greensward::Result<void>)> then)
{
    if (!m_parts.workers)
        return then(failure("functions are not run here"));
    lambda::FunctionSpec spec = specOf(function, version);
    if (const auto ready = m_ready.find(spec.arn); ready != m_ready.end() && ready->second == spec)
        return then({});
    auto add = [this, spec, then = std::move(then)](greensward::Result<void> unpacked) {
        if (!unpacked)
            return then(std::move(unpacked));
        if (m_ready[spec.arn] != spec) { // two calls may have found it unprepared
            m_parts.workers->add(spec, *this);
            m_ready[spec.arn] = spec;
        }
        then({});
    };
    auto outcome = std::make_shared<greensward::Result<void>>();
    m_parts.background(
        [outcome, folder = spec.folder, zip = m_parts.functions.sharedCode(version.codeSha256)] {
            std::error_code error;
            if (!fs::exists(folder, error)) // jobs come one after the other
                *outcome = unpackInto(*zip, folder);
        },
        [outcome, add = std::move(add)] { add(std::move(*outcome)); });
}

void LambdaService::clearAway()
{
    std::set<fs::path> used;
    for (const auto& [name, function] : m_parts.functions.all()) {
        used.insert(folderName(function.latest.codeSha256));
        for (const auto& [number, version] : function.versions)
            used.insert(folderName(version.codeSha256));
    }
    m_parts.background(
        [folder = m_parts.folder, used = std::move(used)] {
            std::error_code error;
            std::vector<fs::path> unused;
            for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
                if (!used.contains(at->path().filename()))
                    unused.push_back(at->path());
            for (const fs::path& path : unused)
                fs::remove_all(path, error); // what stays does no harm
        },
        [] {});
}

void LambdaService::forget(const std::string& arn)
{
    if (m_ready.erase(arn) > 0)
        m_parts.workers->remove(arn);
}

// --- what functions ask for ----------------------------------------------------------------------------------------

void LambdaService::log(const lambda::LogLine& line)
{
    m_invocations.line(line);
    if (m_parts.logs)
        m_parts.logs->line(line);
}

void LambdaService::publish(const lambda::FunctionSpec&, std::string, std::string, std::string, Done done)
{
    done({.error = kNoCore});
}

void LambdaService::shadow(const lambda::FunctionSpec&, ShadowVerb, std::string, std::string, Done done)
{
    done({.error = kNoCore});
}

void LambdaService::invoke(const lambda::FunctionSpec&, std::string, std::string, bool, std::string, std::string,
                           Done done)
{
    done({.error = kNoCore});
}

} // namespace greensward::cloud
