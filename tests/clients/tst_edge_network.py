# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Core and devices as machines of their own, each in a network namespace: they know the laptop's address and have a certificate, the rest
they find. The devices are programs on the AWS IoT Device SDKs: JavaScript version 2 from npm; Python version 1 where it is installed, or
AWS_IOT_DEVICE_SDK_PYTHON names a copy, whose own sample runs, too."""

import contextlib
import importlib.util
import os
import pathlib
import select
import shutil
import socket
import subprocess
import sys
import threading
import unittest

import namespaces
import serve
from edge_world import CoreProgram, DeviceProgram, EdgeCase
from serve import Serve
from tst_device_sdks import node_modules

HERE = pathlib.Path(__file__).resolve().parent
SDK = os.environ.get("AWS_IOT_DEVICE_SDK_PYTHON")


class Redirection:
    """Port 443 of the laptop leads to 8443, as a rule of its packet filter would: some SDKs know no other port."""

    def __init__(self, address):
        self._server = socket.create_server((address, 443))
        self.taken = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):  # closed
            while True:
                link, _ = self._server.accept()
                self.taken += 1
                threading.Thread(target=self._carry, args=[link, socket.create_connection(("127.0.0.1", 8443))], daemon=True).start()

    @staticmethod
    def _carry(one, other):
        with one, other, contextlib.suppress(OSError):
            while True:
                for link in select.select([one, other], [], [])[0]:
                    octets = link.recv(65536)
                    if not octets:
                        return
                    (other if link is one else one).sendall(octets)

    def close(self):
        self._server.close()


class Program(DeviceProgram):
    """On a machine of its own."""

    def __init__(self, machine, thing, *words, env=None):
        super().__init__(thing.name, machine.here(*words), thing.folder, env)


class Machines(EdgeCase):
    @classmethod
    def cloud_program(cls):
        cls.switch = namespaces.Switch()
        cls.pi, *cls.others = (cls.switch.plug() for _ in range(3))
        return Serve("--listen", "0.0.0.0", own_ports=True)

    @classmethod
    def core_program(cls):
        return CoreProgram(cls.serve, cls.core_thing, machine=cls.pi, iotHost=cls.switch.address, ggHost=cls.switch.address, ggMqttPort=8883)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        for machine in (cls.pi, *cls.others):
            machine.close()

    def setUp(self):
        self.assertEqual(self.serve.https_port, 8443)
        self.live_by([("ggad-1", "sdk/test/Python", "ggad-2"), ("ggad-2", "back/#", "ggad-1")])

    def program(self, number, *words, **more):
        thing = self.things[f"ggad-{number}"]
        program = Program(self.others[number - 1], thing, *words, **more)
        self.addCleanup(program.kill)
        return program

    def device(self, number, words, port, topics, **more):
        thing = self.things[f"ggad-{number}"]
        return self.program(number, *words, self.switch.address, str(port), self.serve.ca, str(thing.folder / "c.pem"),
                            str(thing.folder / "c.key"), thing.name, topics, **more)

    def talk(self, one, two):
        for device in (one, two):
            device.wait_for("discovered " + self.own_group())
            device.wait_for(f"connected {self.core_thing.arn} {self.pi.address}:8883")
            device.wait_for("subscribed")
        one.say("sdk/test/Python", "hello")
        two.wait_for("heard sdk/test/Python hello")
        one.wait_for("acknowledged")
        two.say("back/again", "and back")
        one.wait_for("heard back/again and back")
        self.assertEqual((one.end(), two.end()), (0, 0), one.said + two.said)

    def test_nobody_but_the_switch_connects_them(self):
        """What this file takes for granted: neither sees the other's loopback, and the core is at its own address alone."""
        for machine, address, port, reached in ((self.others[0], self.switch.address, 8443, True), (self.others[0], "127.0.0.1", 8443, False),
                                                (self.others[0], self.pi.address, 8883, True), (self.others[0], self.pi.address, 8443, False)):
            attempt = f"import socket; socket.create_connection(('{address}', {port}), 5)"
            done = subprocess.run(machine.here(sys.executable, "-c", attempt), capture_output=True, check=False)
            self.assertEqual(done.returncode == 0, reached, (address, port))

    def test_javascript_2(self):
        if not shutil.which("node") or not shutil.which("npm"):
            self.skipTest("node or npm is not installed")
        if self.modules is None:
            self.skipTest("the SDK could not be installed from npm")
        redirection = Redirection(self.switch.address)
        self.addCleanup(redirection.close)
        words, env = ["node", str(HERE / "node/greengrass_device.js")], {"NODE_PATH": str(self.modules)}
        one = self.device(1, words, 443, "back/#", env=env)
        two = self.device(2, words, 8443, "sdk/test/Python", env=env)
        self.talk(one, two)
        self.assertEqual(redirection.taken, 1, "one came by the port that the SDK knows, the other by ours")

    # npm is not to be reached from inside the namespaces.
    modules = pathlib.Path(os.environ["GREENSWARD_TEST_MODULES"]) if os.environ.get("GREENSWARD_TEST_MODULES") else None

    @unittest.skipUnless(SDK or importlib.util.find_spec("AWSIoTPythonSDK"), "the AWS IoT Device SDK for Python is not installed")
    def test_python_1(self):
        words = [sys.executable, str(HERE / "device_sdk_python_greengrass.py")]
        env = {"PYTHONPATH": SDK} if SDK else None
        self.talk(self.device(1, words, 8443, "back/#", env=env), self.device(2, words, 8443, "sdk/test/Python", env=env))

    def test_python_1s_own_sample(self):
        sample = pathlib.Path(SDK or "/nowhere") / "samples/greengrass/basicDiscovery.py"
        if not sample.exists():
            self.skipTest("AWS_IOT_DEVICE_SDK_PYTHON does not name a copy of the SDK with its samples")
        devices = []
        for number, mode in ((2, "subscribe"), (1, "publish")):
            thing = self.things[f"ggad-{number}"]
            devices.append(self.program(
                number, sys.executable, "-u", str(sample), "--endpoint", self.switch.address, "--rootCA", self.serve.ca, "--cert",
                str(thing.folder / "c.pem"), "--key", str(thing.folder / "c.key"), "--thingName", thing.name, "--topic", "sdk/test/Python",
                "--mode", mode, "--message", f"Hello from {thing.name}", env={"PYTHONPATH": SDK}))
            devices[-1].wait_for(f"Discovered GGC: {self.core_thing.arn} from Group: {self.own_group()}")
            devices[-1].wait_for(f"Trying to connect to core at {self.pi.address}:8883")
        listening, _ = devices
        heard = listening.wait_for("Received message on topic sdk/test/Python: ")
        self.assertIn("Hello from ggad-1", heard)


if __name__ == "__main__":
    if namespaces.INSIDE not in os.environ and shutil.which("node") and shutil.which("npm"):
        os.environ["GREENSWARD_TEST_MODULES"] = str(node_modules() or "")
    namespaces.main()
