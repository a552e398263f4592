// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/lambda.h"
#include "registry_world.h"

#include <filesystem>
#include <gmock/gmock.h>

#include <unistd.h>

namespace greensward::cloud {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using lambda::Outcome;

/// Functions that run nowhere: every call is written down and ends as the test says.
class ScriptedWorkers final : public lambda::Workers
{
public:
    void add(lambda::FunctionSpec spec, lambda::FunctionRequests&) override { added.push_back(spec.arn); }
    void remove(std::string_view arn) override { removed.emplace_back(arn); }
    void invoke(std::string_view arn, lambda::Invocation invocation, Done done) override
    {
        requests.push_back(invocation.requestId);
        called.emplace_back(arn);
        done({.error = next});
    }
    std::string isolation() const override { return "none"; }

    Outcome::Error next = Outcome::Error::None;
    std::vector<std::string> added;
    std::vector<std::string> removed;
    std::vector<std::string> called;
    std::vector<std::string> requests;
};

class LambdaCalls : public RegistryWorld
{
protected:
    LambdaCalls() { make("job"); }
    ~LambdaCalls() override { fs::remove_all(folder); }

    void make(const std::string& name)
    {
        const std::string emptyZip = std::string("PK\x05\x06") + std::string(18, '\0');
        functions.create(name, {.runtime = "python3.9", .handler = "index.handler"}, FunctionCode::of(emptyZip));
    }
    unsigned send(std::string type, std::string operation = "Invoke", std::string function = "job")
    {
        const aws::Request request{.method = "POST",
                                   .target = "/",
                                   .fields = {{"X-Amz-Invocation-Type", std::move(type)}},
                                   .body = operation == "Invoke" ? "{}" : ""};
        const aws::Caller caller;
        ApiCall call{.request = request, .caller = caller};
        call.labels["FunctionName"] = std::move(function);
        unsigned status = 0;
        service.handle(operation, call,
                       [&](LambdaService::Result answer) { status = answer ? answer->status : answer.error().status; });
        return status;
    }
    std::size_t callsAfter(Duration time)
    {
        clock.advance(time);
        service.advance();
        return workers.called.size();
    }

    fs::path folder = fs::temp_directory_path() / ("greensward-lambda-calls-" + std::to_string(::getpid()));
    ScriptedWorkers workers;
    Functions functions{{account, clock, store, Random(7)}};
    LambdaService service{{.account = account,
                           .clock = clock,
                           .functions = functions,
                           .iam = iam,
                           .workers = &workers,
                           .folder = folder,
                           .background =
                               [](const std::function<void()>& work, const std::function<void()>& then) {
                                   work();
                                   then();
                               },
                           .random = Random(8)}};
};

TEST_F(LambdaCalls, anEventThatFailsIsTriedTwiceMoreAndThenGivenUp)
{
    workers.next = Outcome::Error::Handled;
    EXPECT_EQ(send("Event"), 202U);
    EXPECT_EQ(callsAfter(59s), 1U);
    EXPECT_EQ(callsAfter(1s), 2U);
    EXPECT_EQ(callsAfter(119s), 2U);
    EXPECT_EQ(callsAfter(1s), 3U);
    EXPECT_EQ(callsAfter(1h), 3U);
    EXPECT_THAT(workers.requests, testing::Each(workers.requests.front())) << "attempts of one request share its id";
}

TEST_F(LambdaCalls, anEventThatSucceedsAtLastIsNotTriedAgain)
{
    workers.next = Outcome::Error::Unhandled;
    send("Event");
    workers.next = Outcome::Error::None;
    EXPECT_EQ(callsAfter(1min), 2U);
    EXPECT_EQ(callsAfter(1h), 2U);
}

TEST_F(LambdaCalls, whoWaitsIsToldAndNothingIsTriedAgain)
{
    workers.next = Outcome::Error::Unhandled;
    EXPECT_EQ(send("RequestResponse"), 200U);
    EXPECT_EQ(callsAfter(1h), 1U);
    workers.next = Outcome::Error::Throttled;
    EXPECT_EQ(send(""), 429U);
    EXPECT_EQ(send("DryRun"), 204U);
    EXPECT_EQ(send("Sometimes"), 400U);
    EXPECT_EQ(workers.called.size(), 2U);
}

TEST_F(LambdaCalls, aFunctionThatIsGoneIsNotTriedAgain)
{
    workers.next = Outcome::Error::Unhandled;
    send("Event");
    EXPECT_EQ(send("", "DeleteFunction"), 204U);
    EXPECT_EQ(callsAfter(1h), 1U);
    EXPECT_THAT(workers.removed, testing::ElementsAre(functions.arn("job", "$LATEST")));
}

TEST_F(LambdaCalls, instancesStayWarmWhenOnlyPermissionsChange)
{
    send("");
    functions.permissionsChanged(**functions.find({"job", {}}));
    send("");
    EXPECT_EQ(workers.added.size(), 1U);
    CloudFunction& function = **functions.find({"job", {}});
    function.latest.timeoutSeconds = 9;
    functions.changed(function);
    send("");
    EXPECT_EQ(workers.added.size(), 2U);
}

TEST_F(LambdaCalls, callsAreRememberedUntilTheFunctionIsDeleted)
{
    workers.next = Outcome::Error::Handled;
    send("");
    const lambda::FunctionHistory history = service.invocations().of("job");
    ASSERT_EQ(history.invocations.size(), 1U);
    EXPECT_EQ(history.invocations[0]->report.requestId, workers.requests.at(0));
    EXPECT_EQ(history.failures, 1U);
    send("", "DeleteFunction");
    EXPECT_EQ(service.invocations().of("job").calls, 0U);
}

TEST_F(LambdaCalls, codeThatNobodyHasIsClearedAway)
{
    send("");
    const fs::path kept = fs::directory_iterator(folder)->path();
    fs::create_directories(folder / "former");
    service.clearAway();
    EXPECT_TRUE(fs::exists(kept));
    EXPECT_FALSE(fs::exists(folder / "former"));
}

} // namespace greensward::cloud
