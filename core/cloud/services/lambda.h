// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller_authorization.h"
#include "cloud/functions.h"
#include "cloud/iam.h"
#include "cloud/lambda_logs.h"
#include "cloud/services/iot_call.h"
#include "lambda/invocation_log.h"
#include "lambda/workers.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// The Lambda API (wire-protocols.md 5.14). Functions run where `workers` lets them. Engine thread.
class LambdaService final : public lambda::FunctionRequests
{
public:
    using Background = std::function<void(std::function<void()> work, std::function<void()> then)>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        Functions& functions;
        const Iam& iam;
        lambda::Workers* workers = nullptr; ///< null: nothing can be invoked
        std::filesystem::path folder;       ///< for unpacked code; what lies there is made anew when missing
        Background background;
        Random random;
        LambdaLogs* logs = nullptr; ///< null: what functions print goes nowhere but into invocations()
    };
    struct Operation
    {
        std::string_view name;
        std::string_view method;
        std::string_view uri;
    };
    struct Answer
    {
        boost::json::object body{};
        unsigned status = 200;
        aws::Fields fields{};
        std::optional<std::string> raw{}; ///< instead of the body
    };
    using Result = aws::ApiResult<Answer>;
    using Responder = std::function<void(Result)>;

    explicit LambdaService(Parts parts) : m_parts(std::move(parts)) {}

    static std::span<const Operation> operations();
    std::vector<AccessNeed> needs(std::string_view operation, const ApiCall& call) const;
    void handle(std::string_view operation, const ApiCall& call, const Responder& respond);
    /// Runs what failed and is due again. Now and then.
    void advance();
    /// Removes unpacked code that no function has any more. At the start, before anything runs.
    void clearAway();

    // What a function asks for by greengrasssdk, which needs a core: refused.
    void publish(const lambda::FunctionSpec& by, std::string topic, std::string payload, std::string queueFullPolicy,
                 Done done) override;
    void shadow(const lambda::FunctionSpec& by, ShadowVerb verb, std::string thing, std::string payload,
                Done done) override;
    void invoke(const lambda::FunctionSpec& by, std::string function, std::string qualifier, bool event,
                std::string payload, std::string clientContext, Done done) override;
    void log(const lambda::LogLine& line) override;

    /// The last calls of each function, for a window.
    const lambda::InvocationLog& invocations() const { return m_invocations; }

private:
    using Method = Result (LambdaService::*)(const ApiCall&);
    static const std::map<std::string_view, Method>& methods();

    // lambda_functions.cpp
    void createFunction(const ApiCall& call, const Responder& respond);
    Result create(const std::string& name, const ApiCall& call, FunctionCode code);
    Result getFunction(const ApiCall& call);
    Result getFunctionConfiguration(const ApiCall& call);
    Result listFunctions(const ApiCall& call);
    void updateFunctionCode(const ApiCall& call, const Responder& respond);
    Result update(const ApiCall& call, FunctionCode code);
    /// Decoded, looked into and hashed by the background thread; then the call goes on with it.
    void readPackage(const ApiCall& call, const boost::json::object& code, const Responder& respond,
                     std::function<Result(const ApiCall&, FunctionCode)> then);
    Result updateFunctionConfiguration(const ApiCall& call);
    Result deleteFunction(const ApiCall& call);
    boost::json::object described(const CloudFunction& function, const FunctionVersion& version,
                                  std::string_view qualifier) const;
    aws::ApiResult<void> configure(FunctionVersion& version, const ApiCall& call) const;
    aws::ApiResult<void> checkRuntime(const std::string& runtime) const;
    aws::ApiResult<void> checkRole(const std::string& arn) const;
    // lambda_versions.cpp
    Result publishVersion(const ApiCall& call);
    Result listVersions(const ApiCall& call);
    Result createAlias(const ApiCall& call);
    Result getAlias(const ApiCall& call);
    Result updateAlias(const ApiCall& call);
    Result deleteAlias(const ApiCall& call);
    Result listAliases(const ApiCall& call);
    Result addPermission(const ApiCall& call);
    Result getPolicy(const ApiCall& call);
    Result removePermission(const ApiCall& call);
    boost::json::object described(const CloudFunction& function, const FunctionAlias& alias) const;
    aws::ApiResult<FunctionAlias*> aliasOf(CloudFunction& function, const ApiCall& call);
    /// Only a version that is there; an alias of an alias is none.
    aws::ApiResult<void> checkAliased(const CloudFunction& function, const std::string& version);

    // lambda_invoke.cpp
    struct Work
    {
        FunctionName named;
        lambda::Invocation invocation;
        unsigned attempts = 0;
        Instant due{};
    };
    void invokeFunction(const ApiCall& call, const Responder& respond);
    void run(const FunctionName& named, lambda::Invocation invocation, lambda::Workers::Done done);
    void runLater(Work work);
    lambda::FunctionSpec specOf(const std::string& function, const FunctionVersion& version) const;
    /// Unpacks, if that has not been done, and makes the version known to the workers.
    void prepare(const std::string& function, const FunctionVersion& version,
                 std::function<void(greensward::Result<void>)> then);
    void forget(const std::string& arn);

    /// The function that the path and the qualifier name.
    aws::ApiResult<FunctionName> named(const ApiCall& call) const;
    aws::ApiResult<CloudFunction*> functionOf(const ApiCall& call);

    Parts m_parts;
    std::map<std::string, lambda::FunctionSpec, std::less<>> m_ready; ///< what the workers know, by ARN
    std::vector<Work> m_failed;                                       ///< to be tried again
    lambda::InvocationLog m_invocations;
};

/// Checks RevisionId when it is given.
aws::ApiResult<void> checkRevision(const ApiCall& call, const std::string& revision);
tl::unexpected<aws::ApiError> invalidParameter(std::string message);

} // namespace greensward::cloud
