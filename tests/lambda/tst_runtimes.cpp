// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions that are not Python: Node.js, and executables that speak the Runtime API.
#include "function_world.h"
#include "lambda/socket_owner.h"

#include <sstream>

namespace greensward::lambda {
namespace {

using testing::HasSubstr;

class NodeFunctions : public FunctionWorld
{
protected:
    void SetUp() override
    {
        if (const auto can = m_processes->canRun("nodejs12.x"); !can)
            GTEST_SKIP() << can.error().message;
    }
    FunctionSpec node(const std::string& file, const std::string& code)
    {
        write(file, code);
        return {.arn = "arn:aws:lambda:us-east-1:123456789012:function:counter:3",
                .handler = "index.handler",
                .runtime = "nodejs12.x",
                .folder = m_folder};
    }
};

TEST_F(NodeFunctions, ACommonJsHandlerThatIsAsync)
{
    add(node("index.js", "let n = 0;\nexports.handler = async (event, context) => {\n  n += 1;\n"
                         "  console.log('seen', event.x);\n"
                         "  return [n, event.x, context.functionVersion, context.awsRequestId, context.memoryLimitInMB,\n"
                         "          context.getRemainingTimeInMillis() > 1000, context.clientContext?.custom?.subject];\n};\n"));
    const Outcome first = call(R"({"x":7})", R"({"custom":{"subject":"a/b"}})");
    EXPECT_EQ(first.payload, R"([1,7,"3","request-1","128",true,"a/b"])");
    EXPECT_TRUE(first.report.cold);
    EXPECT_THAT(first.logTail, HasSubstr("\trequest-1\tINFO\tseen 7\nEND RequestId: request-1\nREPORT "));
    EXPECT_EQ(call(R"({"x":8})").payload, R"([2,8,"3","request-2","128",true,null])");
}

TEST_F(NodeFunctions, AHandlerThatCallsBackWhenTheRestIsDone)
{
    add(node("index.js", "exports.handler = (event, context, callback) => {\n"
                         "  if (event.fail) return callback(new TypeError('no'));\n"
                         "  if (event.nothing) return;\n"
                         "  callback(null, { done: true });\n"
                         "  setTimeout(() => console.log('afterwards'), 50);\n};\n"));
    const Outcome outcome = call();
    EXPECT_EQ(outcome.payload, R"({"done":true})");
    EXPECT_THAT(outcome.logTail, HasSubstr("afterwards\nEND"));
    EXPECT_EQ(call(R"({"nothing":1})").payload, "null");
    const Outcome failed = call(R"({"fail":1})");
    EXPECT_EQ(failed.error, Outcome::Error::Handled);
    EXPECT_THAT(failed.payload, HasSubstr(R"({"errorType":"TypeError","errorMessage":"no","trace":["TypeError: no")"));
    EXPECT_FALSE(call().report.cold) << "the instance lives on";
}

TEST_F(NodeFunctions, AnEsModule)
{
    add(node("index.mjs", "const waited = await Promise.resolve(5);\n"
                          "export const handler = async (event) => waited + event.n;\n"));
    EXPECT_EQ(call(R"({"n":1})").payload, "6");
}

TEST_F(NodeFunctions, WhatCannotBeLoadedIsTold)
{
    struct Case
    {
        const char* code;
        const char* says;
    };
    for (const Case& one : {Case{"require('nothing-of-that-name');", "Runtime.ImportModuleError"},
                            {"exports.handler = (;", "Runtime.UserCodeSyntaxError"},
                            {"exports.other = 1;", "index.handler is undefined or not exported"}}) {
        add(node("index.js", one.code));
        const Outcome outcome = call();
        EXPECT_EQ(outcome.error, Outcome::Error::Unhandled);
        EXPECT_THAT(outcome.payload, HasSubstr(one.says));
    }
}

TEST_F(NodeFunctions, WhatNobodyCatchesEndsTheInstance)
{
    add(node("index.js", "exports.handler = async (event) => {\n  if (!event.die) return 'alive';\n"
                         "  setTimeout(() => { throw new Error('lost'); }, 10);\n  await new Promise(() => {});\n};\n"));
    const Outcome outcome = call(R"({"die":1})");
    EXPECT_EQ(outcome.error, Outcome::Error::Unhandled);
    EXPECT_THAT(outcome.payload, HasSubstr("lost"));
    const Outcome next = call();
    EXPECT_EQ(next.payload, "\"alive\"");
    EXPECT_TRUE(next.report.cold);
}

TEST_F(NodeFunctions, TheGreengrassSdkAsksTheHost)
{
    add(node("index.js", "const { IotData, Lambda } = require('aws-greengrass-core-sdk');\nconst iot = new IotData();\n"
                         "exports.handler = (event, context, callback) => {\n"
                         "  iot.publish({ topic: 'a/b', payload: JSON.stringify({ n: 1 }) }, (error) => {\n"
                         "    iot.getThingShadow({ thingName: 'nobody' }, (refused) => {\n"
                         "      new Lambda().invoke({ FunctionName: 'other', Payload: '5' }, (_, data) =>\n"
                         "        callback(error, [refused.message.includes('No shadow'), data.Payload]));\n"
                         "    });\n  });\n};\n"));
    EXPECT_EQ(call().payload, R"([true,"other got 5"])");
    EXPECT_THAT(m_published, testing::ElementsAre(R"(a/b {"n":1})"));
}

TEST_F(NodeFunctions, LargeEventsAndResults)
{
    add(node("index.js", "exports.handler = async (event) => event.text + event.text;\n"));
    const std::string text(2'500'000, 'x');
    EXPECT_EQ(call(R"({"text":")" + text + R"("})").payload.size(), 2 * text.size() + 2);
    EXPECT_THAT(call(R"({"text":")" + text + text + R"("})").payload, HasSubstr("Function.ResponseSizeTooLarge"));
}

TEST_F(FunctionWorld, WithoutNodeItSaysSo)
{
    restart(Processes::Settings{.runtime = GREENSWARD_PYTHON_RUNTIME, .node = "node-of-no-such-name"});
    FunctionSpec spec = function("");
    spec.runtime = "nodejs12.x";
    add(spec);
    EXPECT_THAT(call().payload, HasSubstr("needs Node.js, which is not installed"));
    EXPECT_FALSE(m_processes->canRun("nodejs12.x"));
    EXPECT_FALSE(m_processes->canRun("java8"));
    EXPECT_TRUE(m_processes->canRun("python3.9"));
}

// --- the Runtime API -----------------------------------------------------------------------------------------------

class RuntimeApi : public FunctionWorld
{
protected:
    FunctionSpec provided(const std::string& bootstrap)
    {
        write("bootstrap", bootstrap, true);
        return {.arn = "arn:aws:lambda:us-east-1:123456789012:function:counter:3",
                .handler = "function.sh",
                .runtime = "provided.al2",
                .folder = m_folder};
    }
    /// A bootstrap in Python, whose API is there by name: ask(method, path, body) gives (status, headers, body).
    FunctionSpec python(const std::string& code)
    {
        return provided("#!/usr/bin/env -S python3 -u\nimport http.client, json, os, sys\n"
                        "api = http.client.HTTPConnection(os.environ['AWS_LAMBDA_RUNTIME_API'])\n"
                        "def ask(method, path, body=None, headers={}):\n"
                        "  api.request(method, '/2018-06-01/runtime/' + path, body, headers)\n"
                        "  answer = api.getresponse()\n  return answer.status, answer.headers, answer.read()\n" +
                        code);
    }
};

TEST_F(RuntimeApi, AShellScript)
{
    add(provided("#!/bin/sh\nset -eu\nn=0\necho \"handler $_HANDLER\"\nwhile true; do\n  n=$((n + 1))\n"
                 "  headers=$(mktemp)\n"
                 "  event=$(curl -sS -D \"$headers\" \"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next\")\n"
                 "  id=$(grep -Fi Lambda-Runtime-Aws-Request-Id \"$headers\" | tr -d '[:space:]' | cut -d: -f2)\n"
                 "  echo \"got $event\"\n"
                 "  curl -sS -o /dev/null -d \"[$n,$event]\" "
                 "\"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response\"\ndone\n"));
    const Outcome first = call(R"({"x":7})");
    EXPECT_EQ(first.payload, R"([1,{"x":7}])");
    EXPECT_TRUE(first.report.cold);
    EXPECT_GT(first.report.startup.count(), 0);
    EXPECT_THAT(first.logTail, HasSubstr("got {\"x\":7}\nEND RequestId: request-1\nREPORT "));
    EXPECT_TRUE(logged("handler function.sh"));
    const Outcome second = call("8");
    EXPECT_EQ(second.payload, "[2,8]");
    EXPECT_FALSE(second.report.cold);
}

TEST_F(RuntimeApi, WhatAnInvocationTells)
{
    add(python("import time\nwhile True:\n  status, told, body = ask('GET', 'invocation/next')\n"
               "  left = int(told['Lambda-Runtime-Deadline-Ms']) - time.time() * 1000\n"
               "  ask('POST', 'invocation/%s/response' % told['Lambda-Runtime-Aws-Request-Id'],\n"
               "    json.dumps([told['Lambda-Runtime-Aws-Request-Id'], told['Lambda-Runtime-Invoked-Function-Arn'],\n"
               "      told['Lambda-Runtime-Client-Context'], 1000 < left <= 3000]))\n"));
    EXPECT_EQ(call("{}", "{\"custom\":\n{\"subject\":\"a\"}}").payload,
              R"(["request-1", "arn:aws:lambda:us-east-1:123456789012:function:counter:3", )"
              R"("{\"custom\":{\"subject\":\"a\"}}", true])");
}

TEST_F(RuntimeApi, ErrorsOfAHandlerAndOfAStart)
{
    add(python("while True:\n  status, told, body = ask('GET', 'invocation/next')\n"
               "  ask('POST', 'invocation/%s/error' % told['Lambda-Runtime-Aws-Request-Id'],\n"
               "    json.dumps({'errorMessage': 'no', 'errorType': 'Refused', 'stackTrace': ['here']}))\n"));
    const Outcome outcome = call();
    EXPECT_EQ(outcome.error, Outcome::Error::Handled);
    EXPECT_EQ(outcome.payload, R"({"errorMessage": "no", "errorType": "Refused", "stackTrace": ["here"]})");
    EXPECT_FALSE(call().report.cold);
    add(python("ask('POST', 'init/error', 'no database', {'Lambda-Runtime-Function-Error-Type': 'Runtime.NoDatabase'})\n"));
    EXPECT_EQ(call().payload, R"({"errorMessage":"no database","errorType":"Runtime.NoDatabase"})");
}

TEST_F(RuntimeApi, WhatIsOutOfTurnIsRefused)
{
    add(python("seen = [ask('POST', 'invocation/nobody/response', '1')[0], ask('GET', 'nowhere')[0]]\n"
               "status, told, body = ask('GET', 'invocation/next')\nid = told['Lambda-Runtime-Aws-Request-Id']\n"
               "seen += [ask('GET', 'invocation/next')[0], ask('POST', 'init/error', '{}')[0],\n"
               "  ask('POST', 'invocation/other/response', '1')[0]]\n"
               "ask('POST', 'invocation/%s/response' % id, json.dumps(seen))\nask('GET', 'invocation/next')\n"));
    EXPECT_EQ(call().payload, "[400, 404, 403, 403, 400]");
}

TEST_F(RuntimeApi, NobodySpeaksForAnother)
{
    FunctionSpec victim = python("status, told, body = ask('GET', 'invocation/next')\nimport time\n"
                                 "print('api', os.environ['AWS_LAMBDA_RUNTIME_API'])\ntime.sleep(1)\n"
                                 "ask('POST', 'invocation/%s/response' % told['Lambda-Runtime-Aws-Request-Id'], '\"its own\"')\n");
    add(victim);
    const auto outcome = begin();
    std::string address;
    ASSERT_TRUE(until([&] {
        for (const std::string& line : m_log)
            if (line.starts_with("api "))
                address = line.substr(4);
        return !address.empty();
    }));
    // A process that is no function's, with the address and the id, which it may have guessed.
    const std::string forged = "curl -s -o /dev/null -w '%{http_code}' -d '\"forged\"' http://" + address +
                               "/2018-06-01/runtime/invocation/request-1/response";
    FILE* pipe = ::popen(forged.c_str(), "r");
    char status[4] = {};
    ASSERT_TRUE(std::fgets(status, sizeof status, pipe));
    ::pclose(pipe);
    EXPECT_STREQ(status, "403");
    // Another function has the right to ask, but for itself.
    FunctionSpec another = function("import http.client\ndef handler(event, context):\n"
                                    "  api = http.client.HTTPConnection('" + address + "')\n"
                                    "  api.request('POST', '/2018-06-01/runtime/invocation/request-1/response', '1')\n"
                                    "  return api.getresponse().status\n");
    another.arn = "arn:aws:lambda:us-east-1:123456789012:function:thief:1";
    add(another);
    EXPECT_EQ(call().payload, "403");
    ASSERT_TRUE(until([&] { return outcome->has_value(); }));
    EXPECT_EQ((*outcome)->payload, "\"its own\"");
}

TEST_F(RuntimeApi, ABootstrapThatDiesOrHangsIsToldAsOthersAre)
{
    add(python("ask('GET', 'invocation/next')\nsys.exit(3)\n"));
    EXPECT_THAT(call().payload, HasSubstr("exit status 3"));
    FunctionSpec spec = python("ask('GET', 'invocation/next')\nask('GET', 'invocation/next')\nimport time\ntime.sleep(60)\n");
    spec.timeout = 400ms;
    add(spec);
    EXPECT_THAT(call().payload, HasSubstr("Task timed out after 0.40 seconds"));
}

TEST_F(RuntimeApi, APackageWithoutABootstrapIsRefused)
{
    FunctionSpec spec = function("");
    spec.runtime = "provided";
    add(spec);
    EXPECT_THAT(call().payload, HasSubstr("Couldn't find valid bootstrap"));
}

TEST_F(RuntimeApi, ItIsClosedWhileSomebodyWaits)
{
    add(python("while True:\n  status, told, body = ask('GET', 'invocation/next')\n"
               "  ask('POST', 'invocation/%s/response' % told['Lambda-Runtime-Aws-Request-Id'], '1')\n"));
    EXPECT_EQ(call().payload, "1");
    m_processes.reset(); // ends, and does not hang
}

TEST(SocketOwner, TheOtherEndIsFoundInTheKernelsTable)
{
    std::istringstream table(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:9C41 0100007F:C87C 01 00000000:00000000 00:00000000 00000000  1000        0 111 1 0 20 4 30 10 -1\n"
        "   1: 0100007F:C87C 0100007F:9C42 01 00000000:00000000 00:00000000 00000000  1000        0 112 1 0 20 4 30 10 -1\n"
        "   2: 0100007F:C87C 0100007F:9C41 01 00000000:00000000 00:00000000 00000000  1000        0 113 1 0 20 4 30 10 -1\n");
    EXPECT_EQ(socketIn(table, 0xC87C, 0x9C41), std::optional<std::uint64_t>(113));
    std::istringstream six("   0: 0000000000000000FFFF00000100007F:C87C 0000000000000000FFFF00000100007F:9C41 01 "
                           "00000000:00000000 00:00000000 00000000  1000        0 114 1 0 20 4 30 10 -1\n");
    EXPECT_EQ(socketIn(six, 0xC87C, 0x9C41), std::optional<std::uint64_t>(114));
    EXPECT_EQ(socketOf("192.168.0.7:51324", 40001), std::nullopt);
}

} // namespace
} // namespace greensward::lambda
