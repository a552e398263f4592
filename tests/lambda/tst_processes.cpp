// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "function_world.h"

#include <thread>

#include <signal.h>

namespace greensward::lambda {
namespace {

using testing::HasSubstr;

class ProcessesTest : public FunctionWorld
{};

TEST_F(ProcessesTest, ColdThenWarmWithItsModuleKept)
{
    add(function("count = 0\ndef handler(event, context):\n  global count\n  count += 1\n  print('seen', event['x'])\n"
                 "  return [count, event['x'], context.function_version, context.aws_request_id]\n"));
    const Outcome first = call(R"({"x":7})");
    EXPECT_EQ(first.payload, R"([1, 7, "3", "request-1"])");
    EXPECT_TRUE(first.report.cold);
    EXPECT_GT(first.report.startup.count(), 0);
    EXPECT_THAT(first.logTail, HasSubstr("START RequestId: request-1 Version: 3\nseen 7\nEND RequestId: request-1\n"
                                         "REPORT RequestId: request-1\tDuration: "));
    EXPECT_THAT(first.logTail, HasSubstr("Init Duration"));
    const Outcome second = call(R"({"x":8})");
    EXPECT_EQ(second.payload, R"([2, 8, "3", "request-2"])");
    EXPECT_FALSE(second.report.cold);
    EXPECT_GT(second.report.memoryUsedKiB, 1000U);
}

TEST_F(ProcessesTest, WhatItRaisesComesBackWithItsStackAndTheInstanceLives)
{
    add(function("def deep(event):\n  return event['missing']\ndef handler(event, context):\n  return deep(event)\n"));
    const Outcome outcome = call();
    EXPECT_EQ(outcome.error, Outcome::Error::Handled);
    EXPECT_THAT(outcome.payload, HasSubstr(R"("errorMessage": "'missing'", "errorType": "KeyError", "stackTrace": [)"));
    EXPECT_THAT(outcome.payload, HasSubstr("in deep"));
    EXPECT_FALSE(call().report.cold);
}

TEST_F(ProcessesTest, AModuleThatCannotBeLoadedIsTold)
{
    add(function("import nothing_of_that_name\n"));
    const Outcome outcome = call();
    EXPECT_EQ(outcome.error, Outcome::Error::Unhandled);
    EXPECT_THAT(outcome.payload, HasSubstr("Runtime.ImportModuleError"));
    EXPECT_THAT(outcome.payload, HasSubstr("No module named 'nothing_of_that_name'"));
    EXPECT_THAT(outcome.logTail,
                HasSubstr("START RequestId: request-1 Version: 3\n[ERROR] Runtime.ImportModuleError: Unable to "
                          "import module 'index': No module named 'nothing_of_that_name'\nEND "));
}

/// Whether a process with just these words runs.
bool runs(const std::string& program, const std::string& argument)
{
    const std::string wanted = program + '\0' + argument + '\0';
    for (const auto& entry : fs::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "cmdline");
        std::string words;
        std::getline(file, words);
        if (words == wanted)
            return true;
    }
    return false;
}

TEST_F(ProcessesTest, AHandlerThatHangsIsStoppedWithAllItStarted)
{
    const std::string seconds = "600." + std::to_string(::getpid());
    FunctionSpec spec = function("import os, subprocess, time\ndef handler(event, context):\n"
                                 "  print('begun')\n  subprocess.Popen(['sleep', '" +
                                 seconds + "'], start_new_session=True)\n  time.sleep(600)\n");
    spec.timeout = 800ms;
    add(spec);
    const auto outcome = begin();
    bool hasRun = false;
    ASSERT_TRUE(until([&] {
        hasRun = hasRun || runs("sleep", seconds);
        post([] {}); // looks again
        return outcome->has_value();
    }));
    EXPECT_TRUE(hasRun);
    EXPECT_EQ((*outcome)->error, Outcome::Error::Unhandled);
    EXPECT_THAT((*outcome)->payload, HasSubstr("request-1 Task timed out after 0.80 seconds"));
    EXPECT_THAT((*outcome)->logTail, HasSubstr("\nbegun\n"));
    for (int patience = 200; runs("sleep", seconds) && patience > 0; --patience)
        std::this_thread::sleep_for(10ms); // a process that is killed takes a moment to die
    EXPECT_FALSE(runs("sleep", seconds));
    EXPECT_TRUE(call().report.cold) << "the next one gets a process of its own";
}

TEST_F(ProcessesTest, AHandlerThatTakesTooMuchMemoryIsKilled)
{
    FunctionSpec spec = function("import time\ndef handler(event, context):\n  hoard = []\n  while True:\n"
                                 "    hoard.append(bytearray(b'x' * 4000000))\n    time.sleep(0.01)\n");
    spec.memoryKiB = 64 * 1024;
    spec.timeout = 20s;
    FunctionSpec another = spec;
    another.arn += "0";
    add(another); // each is measured, not just the first
    add(spec);
    const Outcome outcome = call();
    EXPECT_EQ(outcome.error, Outcome::Error::Unhandled);
    EXPECT_THAT(outcome.payload, HasSubstr("Runtime exited with error: signal: killed"));
    EXPECT_LT(outcome.report.memoryUsedKiB, 400'000U);
}

TEST_F(ProcessesTest, AProcessThatDiesIsReplaced)
{
    add(function("import os\ndef handler(event, context):\n  if event.get('die'): os._exit(3)\n  return 'alive'\n"));
    EXPECT_THAT(call(R"({"die":true})").payload,
                HasSubstr("RequestId: request-1 Error: Runtime exited with error: exit status 3"));
    EXPECT_EQ(call().payload, "\"alive\"");
}

TEST_F(ProcessesTest, RubbishIsBounded)
{
    add(function(
        "import os\ndef handler(event, context):\n  for i in range(3000):\n    os.write(1, b'\\xff\\x00' * 4096)\n"
        "  os.write(2, b'\\n')\n  for i in range(9000): os.write(1, b'line\\n')\n  return 1\n"));
    const Outcome outcome = call();
    EXPECT_EQ(outcome.payload, "1");
    EXPECT_LE(outcome.logTail.size(), 4096U);
    EXPECT_LT(m_log.size(), 12'000U);
    for (const std::string& line : m_log)
        ASSERT_LE(line.size(), 8192U);
}

TEST_F(ProcessesTest, ChannelWithRubbishEndsTheInstance)
{
    add(function("import os\ndef handler(event, context):\n  os.write(3, b'\\xff' * 100)\n"));
    EXPECT_THAT(call().payload, HasSubstr("Runtime.InvalidResponse"));
}

TEST_F(ProcessesTest, AForkThatReturnsTooDoesNoHarm)
{
    add(function("import os\ndef handler(event, context):\n  os.fork()\n  return 'once'\n"));
    EXPECT_EQ(call().payload, "\"once\"");
    EXPECT_EQ(call().payload, "\"once\"");
}

TEST_F(ProcessesTest, BusyInstancesAreLeftAloneAndIdleOnesReused)
{
    add(function(
        "import time\nn = 0\ndef handler(event, context):\n  global n\n  n += 1\n  time.sleep(0.6)\n  return n\n"));
    const auto a = begin();
    const auto b = begin();
    ASSERT_TRUE(until([&] { return a->has_value() && b->has_value(); }));
    EXPECT_EQ((*a)->payload + (*b)->payload, "11");
    EXPECT_NE((*a)->report.instance, (*b)->report.instance);
    EXPECT_EQ(call().payload, "2");
}

TEST_F(ProcessesTest, ALongLivedOneStartsByItselfAndTakesCallsInTurn)
{
    FunctionSpec spec =
        function("import time\nprint('up', flush=True)\nn = 0\ndef handler(event, context):\n  global n\n"
                 "  n += 1\n  time.sleep(0.1)\n  return n\n");
    spec.pinned = true;
    add(spec);
    ASSERT_TRUE(until([&] { return !m_log.empty(); }));
    EXPECT_EQ(m_log[0], "up");
    const auto a = begin();
    const auto b = begin();
    ASSERT_TRUE(until([&] { return a->has_value() && b->has_value(); }));
    EXPECT_EQ((*a)->payload + (*b)->payload, "12");
}

TEST_F(ProcessesTest, TheSdkAsksTheHost)
{
    add(function(
        "import greengrasssdk\nc = greengrasssdk.client('iot-data')\nl = greengrasssdk.client('lambda')\n"
        "def handler(event, context):\n  c.publish(topic='a/b', payload='hi')\n  out = []\n"
        "  try: c.publish(topic='a')\n  except ValueError as e: out.append(str(e))\n"
        "  try: c.get_thing_shadow(thingName='nobody')\n  except greengrasssdk.ShadowError as e: out.append(str(e))\n"
        "  out.append(c.get_thing_shadow(thingName='x')['payload'].decode())\n"
        "  out.append(l.invoke(FunctionName='other', Payload=b'5')['Payload'].read().decode())\n"
        "  out.append(context.client_context.custom['subject'])\n  return out\n"));
    const Outcome outcome = call("{}", R"({"custom":{"subject":"t/1"}})");
    EXPECT_THAT(m_published, testing::ElementsAre("a/b hi"));
    EXPECT_THAT(outcome.payload, HasSubstr("Missing required parameter: \\\"payload\\\""));
    EXPECT_THAT(outcome.payload, HasSubstr("No shadow exists"));
    EXPECT_THAT(outcome.payload, HasSubstr("reported"));
    EXPECT_THAT(outcome.payload, HasSubstr("other got 5"));
    EXPECT_THAT(outcome.payload, HasSubstr("t/1"));
}

TEST_F(ProcessesTest, WhatIsRemovedSaysSo)
{
    add(function("import time\ndef handler(event, context):\n  time.sleep(60)\n"));
    const auto running = begin();
    m_processes->remove(m_arn);
    ASSERT_TRUE(until([&] { return running->has_value(); }));
    EXPECT_EQ((*running)->error, Outcome::Error::Gone);
    EXPECT_EQ(call().error, Outcome::Error::Gone);
}

TEST_F(ProcessesTest, NoPackageMayLookIntoTheOthersEnvironment)
{
    ::setenv("GREENSWARD_SECRET", "of the host", 1);
    FunctionSpec spec =
        function("import os\ndef handler(event, context):\n  return [os.environ.get('GREENSWARD_SECRET'), "
                 "os.environ['MINE']]\n");
    spec.environment["MINE"] = "yes";
    add(spec);
    EXPECT_EQ(call().payload, R"([null, "yes"])");
}

} // namespace
} // namespace greensward::lambda
