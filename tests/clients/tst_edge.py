# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Greensward core as a program of its own against a Greensward cloud: the group is made with boto3, devices find the core and
talk through it with Paho and mosquitto (greengrass-and-gateway.md 21)."""

import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import warnings

import serve
from serve import Serve, wait_until
from tst_greengrass import FUNCTION, Device as Thing, Case as Cloud
from tst_lambda import client_of, make_role, package

serve.need_paho()
from paho.mqtt import client as mqtt  # noqa: E402

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


class CoreProgram:
    """`greensward serve --core` with a folder as a genuine core has it."""

    def __init__(self, here, thing, https_port=None, **more):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="greensward-core-"))
        self.port = serve.free_port_base(1)
        (self.root / "config").mkdir()
        (self.root / "certs").mkdir()
        shutil.copy(here.ca, self.root / "certs/root.ca.pem")
        shutil.copy(thing.folder / "c.pem", self.root / "certs/core.cert.pem")
        shutil.copy(thing.folder / "c.key", self.root / "certs/core.private.key")
        self.config = {"coreThing": {"caPath": "root.ca.pem", "certPath": "core.cert.pem", "keyPath": "core.private.key",
                                     "thingArn": thing.arn, "iotHost": "localhost", "ggHost": "localhost",
                                     "keepAlive": 600, "iotMqttPort": here.mqtts_port, "iotHttpPort": here.https_port,
                                     "ggHttpPort": here.https_port, "ggMqttPort": self.port},
                       "runtime": {"cgroup": {"useSystemd": "yes"}}, "mqttMaxConnectionRetryInterval": 1}
        self.config["coreThing"].update(more)
        self.write()
        self.process = None

    def write(self):
        (self.root / "config/config.json").write_text(json.dumps(self.config))

    def command(self, *options):
        return [serve.BINARY, "serve", "--core", str(self.root / "config/config.json"), *options]

    def start(self):
        ready = self.root / "ready.json"
        self.process = subprocess.Popen(self.command("--ready-file", str(ready)), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True)

        def up():
            if self.process.poll() is not None:
                raise AssertionError(f"the core ended with {self.process.returncode}: {self.process.stderr.read()}")
            return ready.exists()
        wait_until(up, "the core to be ready")
        return self

    def stop(self, sig=signal.SIGTERM):
        self.process.send_signal(sig)
        code = self.process.wait(serve.PATIENCE)
        self.process.stderr.close()
        self.process = None
        return code

    def close(self):
        if self.process:
            self.stop(signal.SIGKILL)
        shutil.rmtree(self.root, ignore_errors=True)

    def log(self, name):
        file = self.root / "ggc/var/log" / name
        return file.read_text() if file.exists() else ""


class Ggad(Thing):
    """A device of the group: discovers the core over HTTPS, then speaks MQTT with it."""

    def __init__(self, here, name):
        super().__init__(here, name, "iot:*", "greengrass:*")
        self.client, self.messages = None, []

    def discover(self):
        def found():
            status, answer = self.get("/greengrass/discover/thing/" + self.name)
            return answer if status == 200 else None
        group = wait_until(found, f"{self.name} to discover its core")["GGGroups"][0]
        (self.folder / "group-ca.pem").write_text(group["CAs"][0])
        return group["Cores"][0]["Connectivity"][0]

    def join(self, client_id=None):
        at = self.discover()
        self.client = mqtt.Client(client_id=client_id or self.name, protocol=mqtt.MQTTv311)
        self.client.tls_set(str(self.folder / "group-ca.pem"), str(self.folder / "c.pem"), str(self.folder / "c.key"))
        self.client.reconnect_delay_set(1, 2)
        self.connected = threading.Event()
        self.subscriptions = []
        self.codes = []
        self.client.on_connect = self._connected
        self.client.on_disconnect = lambda *_: self.connected.clear()
        self.client.on_message = lambda _client, _data, message: self.messages.append((message.topic, message.payload.decode()))
        self.client.connect(at["HostAddress"], at["PortNumber"], 60)
        self.client.loop_start()
        return self

    def _connected(self, client, _data, _flags, code):
        self.codes.append(code)
        if code == 0:
            for topic in self.subscriptions:
                client.subscribe(topic)
            self.connected.set()

    def up(self):
        wait_until(self.connected.is_set, f"{self.name} to be connected")
        return self

    def hear(self, *topics):
        self.up()
        granted = threading.Event()
        self.client.on_subscribe = lambda *_: granted.set()
        for topic in topics:
            granted.clear()
            self.subscriptions.append(topic)
            self.client.subscribe(topic)
            wait_until(granted.is_set, "SUBACK")

    def say(self, topic, payload, qos=1):
        self.up()
        info = self.client.publish(topic, payload if isinstance(payload, (str, bytes)) else json.dumps(payload), qos)
        wait_until(info.is_published, "the acknowledgement")

    def wait_for(self, topic, count=1, seconds=serve.PATIENCE):
        def heard():
            found = [payload for at, payload in self.messages if at == topic]
            return found if len(found) >= count else None
        return wait_until(heard, f"{count} messages on {topic} at {self.name}, which has {self.messages}", seconds)

    def leave(self):
        if self.client:
            self.client.disconnect()
            self.client.loop_stop()


class Console:
    """The test client: hears everything that the cloud has."""

    def __init__(self, here, *topics, clean=True):
        self.messages = []
        certificate, key = here.device()
        self.client = mqtt.Client(client_id="console", clean_session=clean)
        self.client.reconnect_delay_set(1, 1)
        self.client.tls_set(here.ca, certificate, key)
        self.client.on_message = lambda _client, _data, message: self.messages.append((message.topic, message.payload.decode()))
        ready = threading.Event()
        self.client.on_subscribe = lambda *_: ready.set()
        self.client.on_connect = lambda client, *_: [client.subscribe(topic, 1) for topic in topics]
        self.client.connect("localhost", here.mqtts_port)
        self.client.loop_start()
        wait_until(ready.is_set, "the console")

    wait_for = Ggad.wait_for
    name = "the console"

    def say(self, topic, payload):
        info = self.client.publish(topic, payload, 1)
        wait_until(info.is_published, "the acknowledgement")

    def leave(self):
        self.client.disconnect()
        self.client.loop_stop()


class EdgeCase(Cloud):
    devices = ("ggad-1", "ggad-2")

    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore", ResourceWarning)  # boto3 keeps its sockets
        cls.serve = cls.cloud_program()
        cls.serve.start()
        cls.gg, cls.iot, cls.iam, cls.functions = (client_of(cls.serve.ready, service)
                                                   for service in ("greengrass", "iot", "iam", "lambda"))
        cls.give_service_role()
        cls.run_role = make_role(cls.iam, "Run")
        cls.core_thing = Thing(cls.serve, "core", "iot:*", "greengrass:*")
        cls.things = {name: Ggad(cls.serve, name) for name in cls.devices}
        cls.core = CoreProgram(cls.serve, cls.core_thing).start()
        cls.made = None

    @classmethod
    def cloud_program(cls):
        return Serve()

    @classmethod
    def tearDownClass(cls):
        for thing in cls.things.values():
            thing.leave()
        cls.core.close()
        super().tearDownClass()

    def route(self, source, subject, target):
        def end(word):
            return self.things[word].arn if word in self.things else word
        return {"Source": end(source), "Subject": subject, "Target": end(target)}

    def live_by(self, routes, functions=(), sync=(), wanted="Success"):
        """Deploys a group version with these routes to the one core, and waits."""
        version = {
            "CoreDefinitionVersionArn": self.define("core", [self.core_thing.entry(SyncShadow=False)]),
            "DeviceDefinitionVersionArn": self.define("device", [thing.entry(name, SyncShadow=name in sync)
                                                                 for name, thing in self.things.items()]),
            "SubscriptionDefinitionVersionArn": self.define("subscription", [dict(self.route(*one), Id=f"r{number}")
                                                                             for number, one in enumerate(routes)])}
        if functions:
            version["FunctionDefinitionVersionArn"] = self.define("function", list(functions))
        kind = type(self)
        if not kind.made:
            kind.made = self.gg.create_group(Name="workshop")["Id"]
        number = self.gg.create_group_version(GroupId=kind.made, **version)["Version"]
        deployment = self.deploy(kind.made, number)
        got = self.status(kind.made, deployment, wanted)
        return got.get("ErrorMessage")

    def function(self, name, code, alias=None):
        """Published; its qualified ARN."""
        self.functions.create_function(FunctionName=name, Runtime="python3.9", Handler="main.function_handler",
                                       Code={"ZipFile": package(code, "main.py")}, Role=self.run_role, Publish=True)
        if alias:
            self.functions.create_alias(FunctionName=name, Name=alias, FunctionVersion="1")
        return FUNCTION + name + ":" + (alias or "1")


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
        speaking = self.function("Speaking", "def function_handler(event, context):\n    print('heard', event['text'])\n"
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
