# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Greensward core as a program of its own against a Greensward cloud: the group is made with boto3, devices find the core and
talk through it with Paho and mosquitto (greengrass-and-gateway.md 21)."""

import json
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import serve
from edge_world import Console, CoreProgram, EdgeCase, Ggad, Thing
from serve import Serve, wait_until
from tst_lambda import client_of, make_role, package

COUNTER = """
import json, time
import greengrasssdk
client = greengrasssdk.client('iot-data')
counter = 0

def function_handler(event, context):
    global counter
    counter += 1
    client.publish(topic='hello/world/counter', payload=json.dumps({'message': event.get('text', ''), 'count': counter}))
    time.sleep(event.get('sleep', 0))
"""

HELLO = """
import threading
import greengrasssdk
client = greengrasssdk.client('iot-data')

def say():
    client.publish(topic='hello/world', payload='Hello from %s')
    threading.Timer(0.2, say).start()

say()

def function_handler(event, context):
    pass
"""


class Messages(EdgeCase):
    def test_devices_talk_along_routes_and_no_others(self):
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        self.live_by([("ggad-1", "sdk/test/Python", "ggad-2")])
        one.join(), two.join()
        two.hear("sdk/test/#")
        one.hear("sdk/test/#")
        one.say("sdk/test/other", "no route")
        two.say("sdk/test/Python", "the wrong way")
        one.say("sdk/test/Python", "A4")
        self.assertEqual(two.wait_for("sdk/test/Python"), ["A4"])
        self.assertEqual(one.messages, [])
        self.assertNotIn(("sdk/test/other", "no route"), two.messages)
        # mosquitto, as itself
        at = one.discover()
        one.leave()
        subprocess.run(["mosquitto_pub", "-h", at["HostAddress"], "-p", str(at["PortNumber"]), "-i", "ggad-1", "-q", "1",
                        "--cafile", one.folder / "group-ca.pem", "--cert", one.folder / "c.pem", "--key", one.folder / "c.key",
                        "-t", "sdk/test/Python", "-m", "mosquitto"], check=True, timeout=15)
        self.assertEqual(two.wait_for("sdk/test/Python", 2)[1], "mosquitto")
        two.leave()

    def test_the_cloud_hears_and_is_heard(self):
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        self.live_by([("ggad-2", "to/cloud", "cloud"), ("cloud", "to/devices/#", "ggad-1")])
        one.join(), two.join()
        console = Console(self.serve, "to/#")
        one.hear("to/#")
        two.say("to/cloud", "A5")
        self.assertEqual(console.wait_for("to/cloud"), ["A5"])
        console.say("to/devices/1", "A6")
        self.assertEqual(one.wait_for("to/devices/1"), ["A6"])

        self.live_by([])
        one.up(), two.up()
        two.say("to/cloud", "the route is gone")
        console.say("to/devices/1", "this one, too")
        time.sleep(0.5)
        self.assertEqual(len(console.wait_for("to/cloud")), 1)
        self.assertEqual(len(one.wait_for("to/devices/1")), 1)
        console.leave(), one.leave(), two.leave()

    def test_who_does_not_belong_stays_outside(self):
        self.live_by([("ggad-1", "t", "ggad-2")])
        stranger = Ggad(self.serve, "stranger")
        self.assertEqual(stranger.get("/greengrass/discover/thing/stranger")[0], 404)
        mute = Thing(self.serve, "mute", "iot:*")
        self.assertEqual(mute.get("/greengrass/discover/thing/mute")[0], 403)
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        one.join(client_id="somebody")
        wait_until(lambda: one.codes, "an answer to CONNECT")
        self.assertEqual(one.codes[0], 5)
        one.leave()
        # A certificate of another thing, of another authority, and none.
        folder = stranger.folder
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9", "-subj", "/CN=ggad-1",
                        "-keyout", folder / "own.key", "-out", folder / "own.pem"], check=True, capture_output=True)
        for certificate, key in ((folder / "c.pem", folder / "c.key"), (folder / "own.pem", folder / "own.key"), (None, None)):
            own = ["--cert", certificate, "--key", key] if certificate else []
            outcome = subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(self.core.port), "-i", "ggad-1", "-q", "1",
                                      "--cafile", one.folder / "group-ca.pem", *own, "-t", "t", "-m", "x"],
                                     capture_output=True, timeout=15, check=False)
            self.assertNotEqual(outcome.returncode, 0, certificate)
        one.join(), two.join()
        two.hear("#")
        one.say("t", "x" * 131072)
        two.wait_for("t")
        one.client.publish("t", "x" * 131073, 0)
        wait_until(lambda: len(one.codes) >= 2, "the core to hang up")
        one.leave(), two.leave()


class Offline(EdgeCase):
    """The cloud goes and comes back; so does the core."""

    @classmethod
    def cloud_program(cls):
        cls.kept = tempfile.mkdtemp(prefix="greensward-cloud-")
        return Serve("--port-base", str(serve.free_port_base()), data_dir=cls.kept)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        shutil.rmtree(cls.kept, ignore_errors=True)

    def test_what_goes_up_waits_for_the_cloud(self):
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        spooler = {"Id": "spool", "FunctionArn": "arn:aws:lambda:::function:GGCloudSpooler:1",
                   "FunctionConfiguration": {"Executable": "spooler", "MemorySize": 32768, "Pinned": True, "Timeout": 3,
                                             "Environment": {"Variables": {"GG_CONFIG_STORAGE_TYPE": "FileSystem"}}}}
        self.live_by([("ggad-1", "t", "ggad-2"), ("ggad-1", "t", "cloud")], [spooler])
        one.join(), two.join()
        two.hear("t")
        console = Console(self.serve, "t", clean=False)
        self.serve.kill()
        for number in range(20):
            one.say("t", str(number))
        self.assertEqual(two.wait_for("t", 20), [str(number) for number in range(20)], "devices go on")
        self.core.stop(signal.SIGKILL)
        self.core.start()
        for number in range(20, 40):
            one.say("t", str(number))
        self.serve.start()
        heard = console.wait_for("t", 40, 60)
        firsts = list(dict.fromkeys(heard))  # duplicates around a lost connection are allowed
        self.assertEqual(firsts, [str(number) for number in range(40)])
        wait_until(lambda: ("t", "39") in two.messages, "devices to go on")
        console.leave(), one.leave(), two.leave()


class Shadows(EdgeCase):
    devices = ("GG_Switch", "GG_TrafficLight")
    light = "$aws/things/GG_TrafficLight/shadow/"
    routes = [("GG_Switch", light + "update", "GGShadowService"), ("GGShadowService", light + "update/accepted", "GG_Switch"),
              ("GGShadowService", light + "update/rejected", "GG_Switch"), ("GG_TrafficLight", light + "update", "GGShadowService"),
              ("GGShadowService", light + "update/delta", "GG_TrafficLight"),
              ("GGShadowService", light + "update/accepted", "GG_TrafficLight"),
              ("GGShadowService", light + "update/rejected", "GG_TrafficLight")]

    def cloud_shadow(self, thing="GG_TrafficLight"):
        try:
            got = client_of(self.serve.ready, "iot-data").get_thing_shadow(thingName=thing)
        except Exception as error:  # botocore makes its classes at run time
            self.assertIn("ResourceNotFound", str(error))
            return None
        return json.loads(got["payload"].read())["state"]

    def test_a_switch_and_a_light(self):
        switch, light = self.things["GG_Switch"], self.things["GG_TrafficLight"]
        self.live_by(self.routes)
        switch.join(), light.join()
        light.hear(self.light + "update/delta", self.light + "update/accepted")
        switch.hear(self.light + "update/accepted", self.light + "update/rejected")
        switch.say(self.light + "update", {"state": {"desired": {"property": "G"}}, "clientToken": "a"})
        accepted = json.loads(switch.wait_for(self.light + "update/accepted")[0])
        self.assertEqual((accepted["state"], accepted["clientToken"]), ({"desired": {"property": "G"}}, "a"))
        delta = json.loads(light.wait_for(self.light + "update/delta")[0])
        self.assertEqual(delta["state"], {"property": "G"})
        light.say(self.light + "update", {"state": {"reported": {"property": "G"}}})
        light.wait_for(self.light + "update/accepted", 2)
        switch.say(self.light + "update", "{")
        self.assertEqual(json.loads(switch.wait_for(self.light + "update/rejected")[0])["code"], 400)
        self.assertIsNone(self.cloud_shadow(), "the shadow is a local one")

        self.live_by(self.routes, sync=("GG_TrafficLight",))
        wait_until(lambda: self.cloud_shadow() == {"desired": {"property": "G"}, "reported": {"property": "G"}},
                   "the cloud's shadow to follow")
        light.up()
        light.messages.clear()
        client_of(self.serve.ready, "iot-data").update_thing_shadow(
            thingName="GG_TrafficLight", payload=json.dumps({"state": {"desired": {"property": "R"}}}))
        self.assertEqual(json.loads(light.wait_for(self.light + "update/delta")[0])["state"], {"property": "R"})
        switch.up(), light.up()
        light.say(self.light + "update", {"state": {"reported": {"property": "R"}}})
        wait_until(lambda: self.cloud_shadow()["reported"] == {"property": "R"}, "the report to reach the cloud")
        switch.leave(), light.leave()


class Functions(EdgeCase):
    devices = ("ggad-1",)

    def test_long_lived_and_on_demand(self):
        hello = self.function("Greengrass_HelloWorld", HELLO % "1", "GG_HelloWorld")
        counter = self.function("Counter", COUNTER)
        one = self.things["ggad-1"]
        entries = [{"Id": "hello", "FunctionArn": hello, "FunctionConfiguration": {"Pinned": True, "Timeout": 25, "MemorySize": 65536}},
                   {"Id": "counter", "FunctionArn": counter, "FunctionConfiguration": {"Timeout": 25, "MemorySize": 65536}}]
        routes = [(hello, "hello/world", "cloud"), ("ggad-1", "hello/world/counter/trigger", counter),
                  (counter, "hello/world/counter", "cloud"), ("cloud", "hello/world/counter/trigger", counter)]
        console = Console(self.serve, "hello/#")
        self.live_by(routes, entries)
        self.assertEqual(console.wait_for("hello/world", 3)[0], "Hello from 1")
        one.join()
        # Three at once are three instances, and each is at its first.
        for _ in range(3):
            one.say("hello/world/counter/trigger", {"sleep": 1})
        counts = [json.loads(payload)["count"] for payload in console.wait_for("hello/world/counter", 3)]
        self.assertEqual(counts, [1, 1, 1])
        time.sleep(1.5)
        console.say("hello/world/counter/trigger", json.dumps({"text": "from the cloud"}))
        self.assertEqual(json.loads(console.wait_for("hello/world/counter", 4)[3]), {"message": "from the cloud", "count": 2})

        # The same, long-lived: one instance.
        entries[1]["FunctionConfiguration"]["Pinned"] = True
        self.live_by(routes, entries)
        console.messages.clear()
        one.up()
        for _ in range(3):
            one.say("hello/world/counter/trigger", {})
        counts = [json.loads(payload)["count"] for payload in console.wait_for("hello/world/counter", 3)]
        self.assertEqual(counts, [1, 2, 3])

        # An alias that is pointed elsewhere counts from the next deployment on.
        self.functions.update_function_code(FunctionName="Greengrass_HelloWorld", ZipFile=package(HELLO % "2", "main.py"))
        self.functions.publish_version(FunctionName="Greengrass_HelloWorld")
        self.functions.update_alias(FunctionName="Greengrass_HelloWorld", Name="GG_HelloWorld", FunctionVersion="2")
        console.messages.clear()
        self.assertEqual(set(console.wait_for("hello/world", 3)), {"Hello from 1"})
        self.live_by(routes, entries)
        wait_until(lambda: ("hello/world", "Hello from 2") in console.messages, "the new version")
        console.leave(), one.leave()

    def test_what_a_function_prints_is_in_its_log(self):
        speaking = self.function("Speaking", "import logging\ndef function_handler(event, context):\n    print('heard', event['text'])\n"
                                 "    logging.getLogger().warning('rather %s', event['text'])\n"
                                 "    if event['text'] == 'bad':\n        raise ValueError('very bad')\n")
        one = self.things["ggad-1"]
        self.live_by([("ggad-1", "t", speaking)], [{"Id": "s", "FunctionArn": speaking, "FunctionConfiguration": {"MemorySize": 65536}}])
        one.join().up()
        one.say("t", {"text": "good"})
        one.say("t", {"text": "bad"})
        one.say("t", "no json")
        log = "user/us-east-1/123456789012/Speaking.log"
        wait_until(lambda: "very bad" in self.core.log(log) and "no JSON" in self.core.log(log), "the log")
        self.assertRegex(self.core.log(log), r"\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\]\[INFO\]-heard good\n")
        self.assertRegex(self.core.log(log), r"Z\]\[WARN\]-main\.py:4,rather good\n")
        self.assertRegex(self.core.log(log), r"Z\]\[ERROR\]-ValueError: very bad\n")
        one.leave()


class CloudWatch(EdgeCase):
    devices = ("ggad-1",)

    def test_loggers_of_cloudwatch(self):
        role = make_role(self.iam, "Group", "greengrass.amazonaws.com")
        self.iam.put_role_policy(RoleName="Group", PolicyName="logs", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Resource": "arn:aws:logs:*:*:*",
             "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]}]}))
        speaking = self.function("Speaking", "def function_handler(event, context):\n    print('heard', event['text'])\n")
        self.live_by([])  # the group is there now
        group = type(self).made
        self.gg.associate_role_to_group(GroupId=group, RoleArn=role)
        loggers = self.define("logger", [
            {"Id": "s", "Component": "GreengrassSystem", "Level": "INFO", "Type": "AWSCloudWatch"},
            {"Id": "l", "Component": "Lambda", "Level": "INFO", "Type": "AWSCloudWatch"},
            {"Id": "f", "Component": "Lambda", "Level": "INFO", "Space": 128, "Type": "FileSystem"}])
        self.live_by([("ggad-1", "t", speaking)], [{"Id": "s", "FunctionArn": speaking, "FunctionConfiguration": {"MemorySize": 65536}}],
                     loggers=loggers)
        one = self.things["ggad-1"]
        one.join().up()
        one.say("t", {"text": "good news"})
        logs = client_of(self.serve.ready, "logs")
        name = "/aws/greengrass/Lambda/us-east-1/123456789012/Speaking"

        def found(group, word):
            try:
                return logs.filter_log_events(logGroupName=group, filterPattern=word)["events"]
            except logs.exceptions.ResourceNotFoundException:
                return None
        event = wait_until(lambda: found(name, '"good news"'), "the line in CloudWatch Logs")[0]
        self.assertRegex(event["message"], r"^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\]\[INFO\]-heard good news$")
        self.assertRegex(event["logStreamName"], rf"^\d{{4}}/\d\d/\d\d/123456789012/{group}/core$")
        self.assertIn("heard good news", self.core.log("user/us-east-1/123456789012/Speaking.log"), "loggers of both types")
        wait_until(lambda: found("/aws/greengrass/GreengrassSystem/runtime", "workshop"), "lines of the core itself")
        one.leave()


class CommandLine(unittest.TestCase):
    """What keeps a core from starting is said in one sentence."""

    @classmethod
    def setUpClass(cls):
        cls.serve = Serve()
        cls.serve.start()
        cls.thing = Thing(cls.serve, "core", "iot:*", "greengrass:*")

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def refusal(self, change):
        core = CoreProgram(self.serve, self.thing)
        change(core)
        core.write()
        outcome = subprocess.run(core.command(), capture_output=True, text=True, timeout=15, check=False)
        core.close()
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertEqual(outcome.stderr.count("\n"), 1, outcome.stderr)
        return outcome.stderr

    def test_start_up_errors(self):
        self.assertIn("coreThing.caPath is missing", self.refusal(lambda core: core.config["coreThing"].pop("caPath")))
        self.assertIn("coreThing.keyPath", self.refusal(lambda core: (core.root / "certs/core.private.key").unlink()))
        self.assertIn("does not belong", self.refusal(
            lambda core: shutil.copy(self.serve.device()[1], core.root / "certs/core.private.key")))
        self.assertIn("thingArn", self.refusal(lambda core: core.config["coreThing"].update(thingArn="core")))
        self.assertIn("ggMqttPort", self.refusal(lambda core: core.config["coreThing"].update(ggMqttPort=80)))

    def test_wrong_usage(self):
        outcome = subprocess.run([serve.BINARY, "serve", "--core", "x.json", "--ephemeral"], capture_output=True, text=True,
                                 timeout=15, check=False)
        self.assertEqual((outcome.returncode, outcome.stderr.count("\n")), (2, 1), outcome.stderr)

    def test_crypto_section_and_clean_stop(self):
        core = CoreProgram(self.serve, self.thing)
        certs = core.root / "certs"
        core.config["crypto"] = {"caPath": f"file://{certs}/root.ca.pem",
                                 "principals": {"IoTCertificate": {"privateKeyPath": f"file://{certs}/core.private.key",
                                                                   "certificatePath": f"file://{certs}/core.cert.pem"}}}
        for name in ("caPath", "certPath", "keyPath"):
            core.config["coreThing"][name] = "nowhere"
        core.write()
        core.start()
        wait_until(lambda: "connected to the cloud" in core.log("system/runtime.log"), "the core to reach the cloud")
        self.assertEqual(core.stop(), 0)
        core.close()

    def test_both_on_8443(self):
        core = CoreProgram(self.serve, self.thing, iotMqttPort=self.serve.https_port).start()
        wait_until(lambda: "connected to the cloud" in core.log("system/runtime.log"), "the core to reach the cloud")
        core.close()


if __name__ == "__main__":
    serve.need("mosquitto_pub", "openssl")
    serve.main()
