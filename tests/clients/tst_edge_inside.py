# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cores inside a workspace, made and switched by `greensward core`: groups with boto3, devices with Paho, the cable to the cloud
pulled and put back (greengrass-and-gateway.md 11, 21)."""

import json
import shutil
import subprocess
import tempfile

import serve
from edge_world import Console, EdgeCase, Ggad
from serve import Serve, wait_until
from tst_lambda import client_of, make_role

DOUBLE = """
import json
import greengrasssdk
client = greengrasssdk.client('iot-data')

def function_handler(event, context):
    client.publish(topic='doubled', payload=json.dumps({'value': 2 * event['value']}))
"""


class InsideCore:
    """A core by its name; looks like a thing to those who define groups."""

    def __init__(self, here, name):
        self.here, self.name = here, name
        self.switch("add")
        iot = client_of(here.ready, "iot")
        self.arn = iot.describe_thing(thingName=name)["thingArn"]
        self.certificate = iot.list_thing_principals(thingName=name)["principals"][0]

    def run(self, command):
        return subprocess.run([serve.BINARY, "core", self.name, command, "--data-dir", str(self.here.folder)],
                              capture_output=True, text=True, timeout=30, check=False)

    def switch(self, command):
        done = self.run(command)
        if done.returncode:
            raise AssertionError(f"core {self.name} {command}: {done.stderr}")

    def status(self):
        done = self.run("status")
        if done.returncode:
            raise AssertionError(done.stderr)
        return json.loads(done.stdout)

    def wait(self, **wanted):
        def so():
            status = self.status()
            return status if all(status[name] == value for name, value in wanted.items()) else None
        return wait_until(so, f"{wanted} of core {self.name}, which is {self.status()}")

    def entry(self, number="core", **more):
        return {"Id": number, "ThingArn": self.arn, "CertificateArn": self.certificate, **more}

    def close(self):
        pass


class Inside(EdgeCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.mkdtemp(prefix="greensward-inside-")
        cls.serve = Serve("--port-base", str(serve.free_port_base()), data_dir=cls.kept)
        cls.serve.start()
        cls.gg, cls.iot, cls.iam, cls.functions = (client_of(cls.serve.ready, service)
                                                   for service in ("greengrass", "iot", "iam", "lambda"))
        cls.give_service_role()
        cls.run_role = make_role(cls.iam, "Run")
        cls.core = cls.core_thing = InsideCore(cls.serve, "gg-1")
        cls.things = {name: Ggad(cls.serve, name) for name in cls.devices}
        cls.made = None

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        shutil.rmtree(cls.kept, ignore_errors=True)

    def test_a_core_is_made_lives_offline_and_through_a_restart(self):
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        first = self.core.wait(running=True, online=True)
        self.assertEqual((first["serving"], first["group"]), (False, ""), "nothing is deployed yet")
        function = self.function("Double", DOUBLE)
        self.live_by([("ggad-1", "t", "ggad-2"), ("ggad-1", "t", "cloud"), ("ggad-1", "value", function),
                      (function, "doubled", "cloud")],
                     [{"Id": "f", "FunctionArn": function,
                       "FunctionConfiguration": {"Executable": "main.function_handler", "MemorySize": 65536, "Pinned": False,
                                                 "Timeout": 25}}])
        self.core.wait(serving=True, group=self.made)
        one.join(), two.join()
        two.hear("t")
        console = Console(self.serve, "t", "doubled")
        one.say("t", "online")
        self.assertEqual(console.wait_for("t"), ["online"])
        one.say("value", {"value": 21})
        self.assertEqual(json.loads(console.wait_for("doubled")[0]), {"value": 42})
        self.assertEqual(self.core.status()["devices"], ["ggad-1", "ggad-2"])

        self.core.switch("cut")
        self.core.wait(wan=False, online=False)
        for number in range(10):
            one.say("t", str(number))
        self.assertEqual(two.wait_for("t", 11)[1:], [str(number) for number in range(10)], "the edge carries on")
        self.assertEqual(self.core.status()["spool"]["messages"], 10)
        self.assertEqual(len(console.wait_for("t")), 1, "the cloud hears nothing")
        self.core.switch("join")
        self.assertEqual(console.wait_for("t", 11)[1:], [str(number) for number in range(10)])
        drained = self.core.wait(online=True, wan=True)
        self.assertEqual(drained["spool"]["messages"], 0)
        self.assertGreater(drained["traffic"]["localBytes"], drained["traffic"]["cloudBytes"])
        console.leave()

        # The workspace ends and begins again: so does its core, with what was deployed.
        self.assertEqual(self.serve.terminate(), 0)
        self.serve.start()
        self.core.wait(running=True, serving=True, group=self.made, online=True)
        one.say("t", "again")
        wait_until(lambda: ("t", "again") in two.messages, "devices to find the core again")
        self.core.switch("stop")
        self.core.wait(running=False)
        self.serve.terminate()
        self.serve.start()
        self.core.wait(running=False)
        self.core.switch("start")
        self.core.wait(running=True, serving=True, devices=["ggad-1", "ggad-2"])

        # A certificate that is taken out of use counts when the core next speaks with the cloud, not only when deployed.
        iot = client_of(self.serve.ready, "iot")  # the former one's port has gone with the former process
        iot.update_certificate(certificateId=two.certificate.split("/")[-1], newStatus="INACTIVE")
        self.core.switch("cut")
        self.core.wait(online=False)
        self.core.switch("join")
        self.core.wait(devices=["ggad-1"])
        one.leave(), two.leave()

    def test_what_cannot_be_is_refused(self):
        self.assertIn("there is a core gg-1 already", self.core.run("add").stderr)
        other = InsideCore(self.serve, "gg-2")
        self.assertNotEqual(other.status()["port"], self.core.status()["port"])
        other.wait(online=True)
        other.switch("remove")
        self.assertIn("there is no core gg-2", other.run("status").stderr)
        bad = subprocess.run([serve.BINARY, "core", "a/b", "add", "--data-dir", str(self.serve.folder)], capture_output=True,
                             text=True, timeout=30, check=False)
        self.assertEqual(bad.returncode, 1)
        self.assertIn("letters, digits", bad.stderr)


if __name__ == "__main__":
    serve.main()
