// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions as the Greengrass workshop has them, on a host that plays the core.
#include "function_world.h"

namespace greensward::lambda {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class GreengrassFunctions : public FunctionWorld
{
protected:
    /// As a core makes it known.
    FunctionSpec onCore(const std::string& code)
    {
        FunctionSpec spec = function(code);
        spec.environment = {{"MY_FUNCTION_ARN", spec.arn},
                            {"AWS_IOT_THING_NAME", "Gateway"},
                            {"ROUTER_FUNCTION_ARN", "arn:aws:lambda:::function:GGRouter"},
                            {"SHADOW_FUNCTION_ARN", "arn:aws:lambda:::function:GGShadowService"}};
        return spec;
    }
    bool untilPublished(std::size_t count)
    {
        return until([&] { return m_published.size() >= count; });
    }
};

TEST_F(GreengrassFunctions, HelloWorldPublishesFromATimerThatItsModuleStarts)
{
    FunctionSpec spec = onCore("import logging, platform\nfrom threading import Timer\nimport greengrasssdk\n"
                               "client = greengrasssdk.client('iot-data')\nturn = 0\n"
                               "def run():\n  global turn\n  turn += 1\n"
                               "  client.publish(topic='hello/world', payload='Hello {}'.format(turn))\n"
                               "  Timer(0.15, run).start()\n"
                               "run()\n"
                               "def function_handler(event, context):\n  return turn\n");
    spec.handler = "index.function_handler";
    spec.pinned = true;
    add(spec);
    ASSERT_TRUE(untilPublished(3)) << "nobody has called it";
    EXPECT_EQ(m_published[0], "hello/world Hello 1");
    EXPECT_EQ(m_published[2], "hello/world Hello 3");
    const Outcome outcome = call();
    EXPECT_FALSE(outcome.failed()) << outcome.payload;
    const std::size_t before = m_published.size();
    EXPECT_TRUE(untilPublished(before + 2)) << "it goes on between two calls and after them";
}

TEST_F(GreengrassFunctions, TheCounterOfAnOnDemandFunctionIsItsInstances)
{
    const std::string code = "import greengrasssdk, time\nclient = greengrasssdk.client('iot-data')\nmy_counter = 0\n"
                             "def function_handler(event, context):\n  global my_counter\n  my_counter = my_counter + 1\n"
                             "  client.publish(topic='hello/world/counter',\n"
                             "    payload='Invocation Count: {} on {}'.format(my_counter, context.client_context.custom['subject']))\n"
                             "  time.sleep(0.7)\n";
    FunctionSpec spec = onCore(code);
    spec.handler = "index.function_handler";
    spec.timeout = 10s;
    add(spec);
    const std::string context = R"({"custom":{"subject":"t"}})";
    const auto first = begin("{}", context);
    const auto second = begin("{}", context);
    const auto third = begin("{}", context);
    ASSERT_TRUE(until([&] { return first->has_value() && second->has_value() && third->has_value(); }));
    EXPECT_THAT(m_published, testing::Each("hello/world/counter Invocation Count: 1 on t"));
    call("{}", context);
    EXPECT_EQ(m_published.back(), "hello/world/counter Invocation Count: 2 on t") << "an idle one is used again";
}

TEST_F(GreengrassFunctions, AnErrorOfTheHandlerLeavesALongLivedOneAlive)
{
    FunctionSpec spec = onCore("import greengrasssdk\nseen = 0\n"
                               "def handler(event, context):\n  global seen\n  seen += 1\n"
                               "  if event['current']['state']['reported']['property'] == 'G':\n    return seen\n");
    spec.pinned = true;
    add(spec);
    const Outcome outcome = call(R"({"current":{"state":{"desired":{"property":"G"}}}})");
    EXPECT_EQ(outcome.error, Outcome::Error::Handled);
    EXPECT_THAT(outcome.payload, HasSubstr("KeyError"));
    EXPECT_EQ(call(R"({"current":{"state":{"reported":{"property":"G"}}}})").payload, "2");
}

TEST_F(GreengrassFunctions, WorkAtImportIsNotBoundByTheTimeOfAHandler)
{
    restart(Processes::Settings{.runtime = GREENSWARD_PYTHON_RUNTIME, .startsWithin = 1s});
    FunctionSpec spec = onCore("import time\ntime.sleep(2)\ndef handler(event, context):\n  return 'at last'\n");
    spec.timeout = 500ms;
    add(spec);
    EXPECT_EQ(call().payload, "\"at last\"");
}

TEST_F(GreengrassFunctions, InTheCloudItIs)
{
    restart(Processes::Settings{.runtime = GREENSWARD_PYTHON_RUNTIME, .startsWithin = 1s});
    add(function("import time\ntime.sleep(20)\ndef handler(event, context):\n  pass\n"));
    EXPECT_THAT(call().payload, HasSubstr("Runtime.InitTimeout"));
}

TEST_F(GreengrassFunctions, TheContextIsThatOfACore)
{
    add(onCore("def handler(event, context):\n  c = context.client_context\n"
               "  return [context.function_name, context.function_version, context.invoked_function_arn,\n"
               "    c.custom, c.client, c.env, context.identity, [n for n in ('memory_limit_in_mb', 'log_group_name',\n"
               "    'log_stream_name', 'get_remaining_time_in_millis') if hasattr(context, n)]]\n"));
    EXPECT_EQ(call().payload, R"(["counter", "3", "arn:aws:lambda:us-east-1:123456789012:function:counter:3", {}, null, )"
                              R"(null, null, []])");
    EXPECT_THAT(call("{}", R"({"custom":{"subject":"a/b"}})").payload, HasSubstr(R"({"subject": "a/b"})"));
}

TEST_F(GreengrassFunctions, BinaryEventsAreBytesBothWays)
{
    FunctionSpec spec = onCore("def handler(event, context):\n  return bytes(reversed(event))\n");
    spec.encoding = Encoding::Binary;
    add(spec);
    EXPECT_EQ(call(std::string("\0\xff\x01", 3)).payload, std::string("\x01\xff\0", 3));
}

TEST_F(GreengrassFunctions, AMessageThatIsNoJsonDoesNotReachAHandlerThatWantsJson)
{
    add(onCore("def handler(event, context):\n  print('called')\n"));
    const Outcome outcome = call("hello");
    EXPECT_EQ(outcome.error, Outcome::Error::Handled);
    EXPECT_THAT(outcome.payload, HasSubstr("Runtime.UnmarshalError"));
    EXPECT_FALSE(logged("called"));
}

TEST_F(GreengrassFunctions, WrongArgumentsAreValueErrors)
{
    add(onCore("import greengrasssdk\nd = greengrasssdk.client('iot-data')\nl = greengrasssdk.client('lambda')\n"
               "s = greengrasssdk.client('secretsmanager')\n"
               "def handler(event, context):\n  wrong = [\n"
               "    lambda: d.publish(payload='x'), lambda: d.publish(topic='t'), lambda: d.publish(topic='t', payload=5),\n"
               "    lambda: d.publish(topic='t', payload='x', queueFullPolicy='Never'), lambda: d.get_thing_shadow(),\n"
               "    lambda: d.update_thing_shadow(thingName='a'), lambda: d.delete_thing_shadow(thingName=''),\n"
               "    lambda: l.invoke(Payload=b''), lambda: l.invoke(FunctionName='f:1', Qualifier='2'),\n"
               "    lambda: l.invoke(FunctionName='f', InvocationType='Sometimes'),\n"
               "    lambda: l.invoke(FunctionName='f', ClientContext='no base64!'), lambda: s.get_secret_value(),\n"
               "    lambda: greengrasssdk.client('s3')]\n"
               "  told = 0\n"
               "  for one in wrong:\n    try: one()\n    except ValueError: told += 1\n"
               "  try: s.get_secret_value(SecretId='x')\n  except Exception as e: return [told == len(wrong), str(e)]\n"));
    const Outcome outcome = call();
    EXPECT_THAT(outcome.payload, HasSubstr("[true, \"This core keeps no secrets"));
    EXPECT_TRUE(m_published.empty());
}

TEST_F(GreengrassFunctions, ResultsOfOtherFunctionsAreStreams)
{
    add(onCore("import greengrasssdk, base64\nl = greengrasssdk.client('lambda')\n"
               "def handler(event, context):\n"
               "  body = l.invoke(FunctionName='other', Payload=b'12345', ClientContext=base64.b64encode(b'{}'))['Payload']\n"
               "  event = l.invoke(FunctionName='other', Payload=b'1', InvocationType='Event')\n"
               "  return [body.read(5).decode(), body.read().decode(), event['Payload'].decode(), event['FunctionError']]\n"));
    EXPECT_EQ(call().payload, R"(["other", " got 12345", "", ""])");
}

/// A later greengrasssdk, out of the package, leans on these names of the core's runtime.
TEST_F(GreengrassFunctions, AnSdkThatThePackageBringsFindsItsCore)
{
    write("greengrasssdk/__init__.py",
          "import base64, json\nfrom greengrass_common.env_vars import *\n"
          "from greengrass_common.env_vars import MY_FUNCTION_ARN, ROUTER_FUNCTION_ARN, SHADOW_FUNCTION_ARN\n"
          "from greengrass_common.function_arn_fields import FunctionArnFields\n"
          "from greengrass_ipc_python_sdk.ipc_client import IPCClient, IPCException\n"
          "ipc = IPCClient(endpoint='localhost', port=8000)\n"
          "def ask(arn, payload, custom, kind='RequestResponse'):\n"
          "  i = ipc.post_work(arn, payload, base64.b64encode(json.dumps({'custom': custom}).encode()), kind)\n"
          "  return ipc.get_work_result(arn, i) if kind != 'Event' else None\n");
    add(onCore("import greengrasssdk as g\n"
               "def handler(event, context):\n"
               "  g.ask(g.ROUTER_FUNCTION_ARN, b'hi', {'source': g.MY_FUNCTION_ARN, 'subject': 'a/b'}, 'Event')\n"
               "  g.ask(g.ROUTER_FUNCTION_ARN, b'ho', {'source': g.MY_FUNCTION_ARN, 'subject': 'a/b'})\n"
               "  shadow = g.ask(g.SHADOW_FUNCTION_ARN, b'', {'subject': '$aws/things/x/shadow/get'})\n"
               "  missing = g.ask(g.SHADOW_FUNCTION_ARN, b'', {'subject': '$aws/things/nobody/shadow/get'})\n"
               "  arn = g.FunctionArnFields(g.MY_FUNCTION_ARN)\n"
               "  other = g.FunctionArnFields.build_function_arn(arn.unqualified_arn, '4')\n"
               "  result = g.ask(other, b'5', {})\n"
               "  return [shadow.func_err, 'reported' in shadow.payload.decode(), '404' in missing.payload.decode(),\n"
               "          arn.name, arn.qualifier, result.payload.decode()]\n"));
    const Outcome outcome = call();
    EXPECT_EQ(outcome.payload, R"(["", true, true, "counter", "3", )"
                               R"("arn:aws:lambda:us-east-1:123456789012:function:counter:4 got 5"])");
    EXPECT_THAT(m_published, ElementsAre("a/b hi", "a/b ho"));
}

TEST_F(GreengrassFunctions, TheSdkOfPython2GivesWayToOurs)
{
    for (const char* part : {"greengrasssdk", "greengrass_common", "greengrass_ipc_python_sdk"})
        write(std::string(part) + "/__init__.py", "import urllib2\n");
    add(onCore("import greengrasssdk\nfrom greengrass_common.env_vars import MY_FUNCTION_ARN\n"
               "def handler(event, context):\n  greengrasssdk.client('iot-data').publish(topic='a', payload=b'b')\n"));
    const Outcome outcome = call();
    EXPECT_FALSE(outcome.failed()) << outcome.payload;
    EXPECT_THAT(m_published, ElementsAre("a b"));
    EXPECT_TRUE(logged("Python 2.7"));
}

TEST_F(GreengrassFunctions, WhyALongLivedOneDoesNotStartIsInTheLog)
{
    FunctionSpec spec = onCore("import nothing_of_that_name\n");
    spec.pinned = true;
    add(spec);
    EXPECT_TRUE(until([&] { return logged("No module named 'nothing_of_that_name'"); }));
}

} // namespace
} // namespace greensward::lambda
