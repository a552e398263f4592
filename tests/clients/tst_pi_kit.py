# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`greensward pi-kit`: a second network namespace, joined by a virtual cable, plays the Raspberry Pi. It has the unzipped kit and
cannot see the workspace. Everything runs in namespaces of its own; the machine's network is not touched."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import unittest
import zipfile

import namespaces
import serve
from namespaces import run
from serve import BINARY, PATIENCE, Serve, wait_until

LAPTOP, PI = "10.77.0.1", "10.77.0.2"
THING = "roof-pump"
SILENCE = 15 + PATIENCE  # one and a half keep alives of the kit, and some


def pi_kit(folder, out, thing=THING):
    return subprocess.run([BINARY, "pi-kit", thing, "--out", str(out), "--data-dir", str(folder)], capture_output=True, text=True,
                          timeout=60)


class Pi:
    """Another machine: its own network with one cable to this one, and no sight of some folders here."""

    def __init__(self, *hidden):
        hide = "".join(f"mount -t tmpfs none '{folder}' && " for folder in hidden)
        self._home = subprocess.Popen(["unshare", "-nm", "sh", "-c", f"{hide}echo up && exec sleep 1000"], stdout=subprocess.PIPE,
                                      text=True)
        assert self._home.stdout.readline() == "up\n", "the Pi's namespaces"
        run("ip", "link", "add", "laptop", "type", "veth", "peer", "name", "eth0", "netns", str(self._home.pid))
        run("ip", "addr", "add", f"{LAPTOP}/24", "dev", "laptop")
        run("ip", "link", "set", "laptop", "up")
        for words in (["link", "set", "lo", "up"], ["addr", "add", f"{PI}/24", "dev", "eth0"], ["link", "set", "eth0", "up"]):
            run(*self._inside("ip", *words))

    def _inside(self, *words):
        return ["nsenter", "-t", str(self._home.pid), "-n", "-m", *words]

    def start(self, *words, log, **more):
        return subprocess.Popen(self._inside(*words), stdout=log, stderr=subprocess.STDOUT, text=True, **more)

    def succeeds(self, *words):
        return subprocess.run(self._inside(*words), capture_output=True, check=False).returncode == 0

    @staticmethod
    def pull_the_cable():
        run("ip", "link", "set", "laptop", "down")

    @staticmethod
    def plug_in_the_cable():
        run("ip", "link", "set", "laptop", "up")

    def close(self):
        self._home.kill()
        self._home.wait()
        self._home.stdout.close()


class Kit(unittest.TestCase):
    """The kits of one workspace, which is older than the cable to the Pi."""

    @classmethod
    def setUpClass(cls):
        run("ip", "link", "set", "lo", "up")
        cls.room = pathlib.Path(tempfile.mkdtemp(prefix="greensward-kit-"))
        cls.workspace = cls.room / "workspace"
        cls.away = pi_kit(cls.workspace, cls.room / "away.zip")
        with Serve(data_dir=cls.workspace) as loopback:
            cls.pi = Pi(cls.workspace)
            cls.lonely = pi_kit(cls.workspace, cls.room / "lonely.zip")
            loopback.terminate()
        cls.serve = Serve("--listen", "0.0.0.0", data_dir=cls.workspace)
        cls.serve.start()
        cls.made = pi_kit(cls.workspace, cls.room / "kit.zip")
        run("unzip", "-q", str(cls.room / "kit.zip"), "-d", str(cls.room / "pi"))
        cls.folder = cls.room / "pi" / f"greensward-{THING}"

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()
        cls.pi.close()
        shutil.rmtree(cls.room, ignore_errors=True)

    def watcher(self):
        from paho_client import PahoClient

        client = PahoClient(self.serve, "tls", client_id="watcher")
        self.addCleanup(client.close)
        client.subscribe("#", 1)
        client.subscribe(f"$aws/things/{THING}/shadow/update/accepted", 1)
        return client

    @contextlib.contextmanager
    def device(self, *words, **more):
        """run.sh of the kit on the Pi; what it says is the value."""
        with open(self.room / "said", "w+") as log:
            process = self.pi.start(str(self.folder / "run.sh"), *words, cwd=self.folder, log=log, **more)
            try:
                yield lambda: (self.room / "said").read_text()
            finally:
                process.kill()
                process.wait()

    def works(self, *words, **more):
        watcher = self.watcher()
        messages = lambda topic: [json.loads(m.payload) for m in list(watcher.messages) if m.topic == topic]
        shadow = f"$aws/things/{THING}/shadow/update"
        reported = lambda on: [m for m in messages(f"{shadow}/accepted") if m["state"].get("reported") == {"on": on}]
        watcher.publish(shadow, json.dumps({"state": {"desired": {"on": False}}}))
        with self.device(*words, **more) as said:
            try:
                telemetry = wait_until(lambda: messages(f"devices/{THING}/telemetry"), "telemetry")
                self.assertIsInstance(telemetry[0]["temperature"], float)
                self.assertIn(telemetry[0]["source"], ("cpu", "made up"))
                watcher.publish(shadow, json.dumps({"state": {"desired": {"on": True}}}))
                wait_until(lambda: reported(True), "what the device did")
                wait_until(lambda: "switched on" in said(), "the switch")
                self.assertIn(f"dialling {LAPTOP}", said())
                self.assertEqual(messages(f"lastwill/{THING}"), [])
                self.pi.pull_the_cable()
                wills = wait_until(lambda: messages(f"lastwill/{THING}"), "the last will", SILENCE)
                self.assertEqual(wills, [{"device": THING, "state": "lost"}])
                watcher.publish(shadow, json.dumps({"state": {"desired": {"on": False}}}))
                self.pi.plug_in_the_cable()
                wait_until(lambda: reported(False), "the device to be back with what was desired meanwhile", SILENCE)
            except AssertionError as failure:
                raise AssertionError(f"{failure}; the device said:\n{said()}") from None
            finally:
                self.pi.plug_in_the_cable()

    def test_the_device_works_with_the_kit_and_nothing_else(self):
        self.assertEqual(self.made.returncode, 0, self.made.stderr)
        self.assertFalse(self.pi.succeeds("test", "-e", str(self.workspace / "certificates")), "the Pi sees the workspace")
        self.works()

    def test_so_does_the_one_on_the_aws_device_sdk(self):
        sdk = os.environ.get("AWS_IOT_DEVICE_SDK_PYTHON_V2")
        if not sdk:
            self.skipTest("AWS_IOT_DEVICE_SDK_PYTHON_V2 does not name a copy of the SDK")
        self.works("--sdk", env=dict(os.environ, PYTHONPATH=sdk))

    def test_the_key_is_private_and_nowhere_else(self):
        self.assertEqual((self.folder / "device.key").stat().st_mode & 0o777, 0o600)
        self.assertEqual((self.room / "kit.zip").stat().st_mode & 0o777, 0o600)
        secret = (self.folder / "device.key").read_text().splitlines()[1].encode()
        for file in self.workspace.rglob("*"):
            if file.is_file():
                self.assertNotIn(secret, file.read_bytes(), f"{file} holds the private key")
        self.assertNotIn(secret.decode(), self.made.stdout + self.made.stderr)

    def test_a_workspace_that_listens_says_nothing_more(self):
        self.assertEqual(self.made.stderr, "")
        self.assertIn(LAPTOP, self.made.stdout)

    def test_a_workspace_on_the_loopback_is_told_of_in_a_kit_that_names_the_network(self):
        self.assertEqual(self.lonely.returncode, 0, self.lonely.stderr)
        self.assertIn("listens on 127.0.0.1 only", self.lonely.stderr)
        self.assertIn("greensward serve --listen 0.0.0.0", self.lonely.stderr)
        self.assertIn("newer than the workspace's server certificate", self.lonely.stderr)
        self.assertIn(LAPTOP, self.config("lonely.zip")["hosts"])

    def test_a_workspace_that_does_not_run_is_opened(self):
        self.assertEqual(self.away.returncode, 0, self.away.stderr)
        self.assertIn("nothing runs in", self.away.stderr)
        self.assertEqual(self.config("away.zip")["ports"], {"mqtts": 8883, "https": 8443})

    def config(self, kit):
        with zipfile.ZipFile(self.room / kit) as archive:
            return json.loads(archive.read(f"greensward-{THING}/config.json"))

    def test_serve_names_the_addresses_that_it_opens(self):
        with subprocess.Popen([BINARY, "serve", "--ephemeral", "--ports", "auto", "--listen", "0.0.0.0"], stdout=subprocess.PIPE,
                              text=True) as process:
            patience = threading.Timer(PATIENCE, process.kill)
            patience.start()
            said = next((line for line in process.stdout if "other machines" in line), "nothing")
            patience.cancel()
            process.terminate()
        self.assertEqual(said, f"Open to other machines at: {LAPTOP}\n")

    def test_a_file_that_cannot_be_written_is_told_of(self):
        refused = pi_kit(self.workspace, self.room / "missing" / "kit.zip")
        self.assertEqual(refused.returncode, 1)
        self.assertEqual(len(refused.stderr.splitlines()), 1, refused.stderr)


if __name__ == "__main__":
    serve.need("unzip")
    serve.need_paho()
    namespaces.main()
