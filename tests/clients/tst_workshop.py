# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop's first hour as of 2017: a script that publishes and what the console's test client shows of it (A1), two scripts under one
name (A2), a core that is unpacked and started (A3) (greengrass-and-gateway.md 21)."""

import json
import pathlib
import subprocess
import tempfile
import threading
import unittest

import serve
from edge_world import Console, CoreProgram, Thing
from serve import Serve, wait_until
from tst_lambda import client_of

serve.need_paho()
from paho.mqtt import client as mqtt  # noqa: E402

TOPIC = "sdk/test/Python"
EVENTS = "$aws/events/"


class Script:
    """As the SDK's basicPubSub: subscribes to a topic and publishes a numbered message to it, again and again; connects again by itself."""

    def __init__(self, here, thing, every):
        self.connects = self.drops = self.sequence = 0
        self.heard = []
        self._ended = threading.Event()
        self.client = mqtt.Client(client_id=thing.name)
        self.client.tls_set(here.ca, str(thing.folder / "c.pem"), str(thing.folder / "c.key"))
        self.client.reconnect_delay_set(1, 1)
        self.client.on_connect = self._connected
        self.client.on_disconnect = self._dropped
        self.client.on_message = lambda _client, _data, message: self.heard.append(json.loads(message.payload))
        self.client.connect("localhost", here.mqtts_port)
        self.client.loop_start()
        wait_until(lambda: self.connects, "the script to be connected")
        self._speaker = threading.Thread(target=self._speak, args=[every], daemon=True)
        self._speaker.start()

    def _connected(self, client, *_):
        self.connects += 1
        client.subscribe(TOPIC, 1)

    def _dropped(self, *_):
        self.drops += 1

    def _speak(self, every):
        while not self._ended.wait(every):
            self.client.publish(TOPIC, json.dumps({"message": "Hello World!", "sequence": self.sequence}), 1)
            self.sequence += 1

    def end(self):
        self._ended.set()
        self._speaker.join()
        self.client.disconnect()
        self.client.loop_stop()


class Unpacked(CoreProgram):
    """As `sudo tar -xzvf … -C /greengrass` and `greengrassd start`."""

    def __init__(self, archive):
        self.machine, self.process, self.endpoint = None, None, ""
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="greengrass-"))
        subprocess.run(["tar", "-xzf", archive, "-C", self.root], check=True)


class FirstHour(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve("--profile", "aws-2017")
        cls.serve.start()

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def console(self, *topics):
        console = Console(self.serve, *topics)
        self.addCleanup(console.leave)
        return console

    def test_a_device_talks_to_the_cloud(self):
        thing = Thing(self.serve, "ggad-1", "iot:*")
        console = self.console(TOPIC, EVENTS + "#")
        script = Script(self.serve, thing, every=0.1)
        shown = [json.loads(payload) for payload in console.wait_for(TOPIC, 3)]
        self.assertEqual(shown[:3], [{"message": "Hello World!", "sequence": number} for number in range(3)])
        wait_until(lambda: len(script.heard) >= 3, "its own messages")
        script.end()

        came = json.loads(console.wait_for(EVENTS + "presence/connected/ggad-1")[0])
        self.assertEqual((came["clientId"], came["eventType"]), ("ggad-1", "connected"))
        self.assertEqual(came["principalIdentifier"], thing.certificate.split("/")[1])
        subscribed = json.loads(console.wait_for(EVENTS + "subscriptions/subscribed/ggad-1")[0])
        self.assertEqual(subscribed["topics"], [TOPIC])
        went = json.loads(console.wait_for(EVENTS + "presence/disconnected/ggad-1")[0])
        self.assertEqual((went["eventType"], went["clientInitiatedDisconnect"]), ("disconnected", True))
        self.assertEqual(went["sessionIdentifier"], came["sessionIdentifier"])

    def test_two_scripts_of_one_name_drop_each_other_in_turn(self):
        thing = Thing(self.serve, "ggad-2", "iot:*")
        console = self.console(EVENTS + "presence/#")
        one, two = Script(self.serve, thing, every=0.5), Script(self.serve, thing, every=0.5)
        wait_until(lambda: min(one.connects, two.connects) >= 3 and min(one.drops, two.drops) >= 2, "them to take turns", 40)
        one.end(), two.end()
        steps = [topic.split("/")[3] for topic, _ in console.messages if topic.endswith("/ggad-2")]
        self.assertEqual(steps[:8], ["connected", "disconnected"] * 4, "one goes, the other comes")
        lost = [json.loads(payload) for topic, payload in console.messages if "disconnected" in topic and topic.endswith("/ggad-2")]
        self.assertFalse(lost[0]["clientInitiatedDisconnect"])

    def switch(self, command):
        done = subprocess.run([serve.BINARY, "core", "myFirstGGG_Core", command, "--data-dir", str(self.serve.folder)],
                              capture_output=True, text=True, timeout=30, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_core_that_is_unpacked_and_started_tells_of_itself(self):
        """The archive is packed by hand of the folder that the console makes: that has what the workshop's setup.tar.gz had."""
        console = self.console(EVENTS + "#")
        self.switch("add")
        self.switch("stop")
        wait_until(lambda: self.of_the_core(console, "presence/disconnected"), "the console's own core to be gone")
        principal, = client_of(self.serve.ready, "iot").list_thing_principals(thingName="myFirstGGG_Core")["principals"]
        identifier = principal.split("/")[1]
        home = self.serve.folder / "edge/myFirstGGG_Core"
        archive = pathlib.Path(self.serve.ready_file).with_name(identifier[:10] + "-setup.tar.gz")
        subprocess.run(["tar", "-czf", archive, "-C", home, "certs", "config"], check=True)
        self.assertEqual(sorted(file.name for file in (home / "certs").iterdir()),
                         ["myFirstGGG_Core.cert.pem", "myFirstGGG_Core.private.key", "root.ca.pem"])

        console.messages.clear()
        core = Unpacked(archive)
        self.addCleanup(core.close)
        core.start()
        wait_until(lambda: "connected to the cloud" in core.log("system/runtime.log"), "runtime.log to be alive")
        came = json.loads(self.of_the_core(console, "presence/connected")[0])
        self.assertEqual(came["principalIdentifier"], identifier)
        heard = [topic for payload in self.of_the_core(console, "subscriptions/subscribed") for topic in json.loads(payload)["topics"]]
        self.assertTrue(any("myFirstGGG_Core-gda" in topic for topic in heard), heard)
        self.assertEqual(core.stop(), 0)
        went = json.loads(self.of_the_core(console, "presence/disconnected")[0])
        self.assertTrue(went["clientInitiatedDisconnect"])

    def of_the_core(self, console, kind):
        """A core's client ids begin with its name."""
        start = f"{EVENTS}{kind}/myFirstGGG_Core"
        return wait_until(lambda: [payload for topic, payload in list(console.messages) if topic.startswith(start)], start)


if __name__ == "__main__":
    serve.need("tar")
    serve.main()
