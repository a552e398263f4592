# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console without a screen: it opens, also when its ports are taken; it stops when told; the tour draws it."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import unittest

import serve
from paho_client import mqtt
from serve import BINARY, wait_until

PORTS = (4566, 8883, 8443)
PNG = b"\x89PNG\r\n\x1a\n"


def ports_are_free():
    with contextlib.ExitStack() as probes:
        try:
            for port in PORTS:
                probe = probes.enter_context(socket.socket())
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class Console(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="greensward-console-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.workspace = self.folder / "greensward"

    def open(self, **more):
        environment = {**os.environ, "XDG_DATA_HOME": str(self.folder), "QT_QPA_PLATFORM": "offscreen", **more}
        process = subprocess.Popen([BINARY], env=environment, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def close(self, process):
        process.terminate()
        self.assertEqual(process.wait(serve.PATIENCE), 0)

    @unittest.skipUnless(ports_are_free(), "the console's ports are taken on this machine")
    def test_the_turbine_reports_and_a_client_of_ones_own_sees_it(self):
        # Who was here before finds the devices running; the first time the welcome page asks.
        self.workspace.mkdir(mode=0o700)
        (self.workspace / "console.ini").write_text("[General]\nschema=2\n\n[window]\nwelcomed=true\n")
        process = self.open()
        running = self.workspace / "running.json"
        wait_until(running.exists, "the engine")
        heard = []
        client = mqtt.Client()
        certificates = self.workspace / "certificates"
        client.tls_set(str(certificates / "root.pem"), str(certificates / "my-device.pem"), str(certificates / "my-device.key"))
        client.on_message = lambda *args: heard.append(args[2])
        client.on_connect = lambda *args: client.subscribe("turbines/ev-gen/123")
        client.connect("localhost", json.loads(running.read_text())["mqtts"])
        client.loop_start()
        wait_until(lambda: heard, "the turbine's report")
        self.assertEqual(set(json.loads(heard[0].payload)),
                         {"timestamp", "temperature", "humidity", "rotor-freq", "output", "output-freq"})
        client.disconnect()
        client.loop_stop()
        self.close(process)
        self.assertFalse(running.exists())

    @unittest.skipUnless(ports_are_free(), "the console's ports are taken on this machine")
    def test_the_session_is_there_after_a_kill_and_holds_no_private_key(self):
        self.workspace.mkdir(mode=0o700)
        (self.workspace / "console.ini").write_text("[General]\nschema=2\n\n[window]\nwelcomed=true\n")
        process = self.open()
        running = self.workspace / "running.json"
        wait_until(running.exists, "the engine")
        session = self.workspace / "session"
        certificates = self.workspace / "certificates"
        key = (certificates / "my-device.key").read_text()
        client = mqtt.Client()
        client.tls_set(str(certificates / "root.pem"), str(certificates / "my-device.pem"), str(certificates / "my-device.key"))
        client.on_connect = lambda *args: client.publish("oops", json.dumps({"mine": key}), qos=1)
        client.connect("localhost", json.loads(running.read_text())["mqtts"])
        client.loop_start()
        wait_until(lambda: b'"oops"' in self.octets(session), "the message in the session")
        wait_until(lambda: b"turbines/ev-gen/123" in self.octets(session), "the turbine's report in the session")
        process.kill()
        process.wait()
        client.loop_stop()

        again = self.open()
        last = self.workspace / "last-session"
        wait_until((last / "head.json").exists, "the last session")
        info = json.loads(subprocess.run([BINARY, "capture", "info", str(last)], capture_output=True, text=True, check=True).stdout)
        self.assertFalse(info["complete"])
        self.assertEqual(info["damaged_lines"] + info["unknown_lines"], 0)
        self.assertGreater(info["kinds"]["message published"], 1)
        self.assertNotIn(key.splitlines()[1].encode(), self.octets(last))
        self.close(again)
        self.assertIn(b'"ended"', (session / "head.json").read_bytes())

    @staticmethod
    def octets(folder):
        return b"".join(file.read_bytes() for file in sorted(folder.glob("*")))

    @unittest.skipUnless(ports_are_free(), "the console's ports are taken on this machine")
    def test_it_opens_although_a_port_is_taken_and_says_so(self):
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(("127.0.0.1", PORTS[1]))
            taken.listen()
            process = self.open()
            self.assertRegex(self.complaint(process), rf"^greensward: .*{PORTS[1]}")
            self.assertIsNone(process.poll(), "the window stays")
            self.close(process)

    def complaint(self, process):
        for line in process.stderr:
            if line.startswith("greensward: "):
                return line
        self.fail("it said nothing")

    def test_without_a_display_it_names_the_way_that_needs_none(self):
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        done = subprocess.run([BINARY], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^greensward: .*greensward serve.*\n$")

    def test_the_tour_draws_every_workspace(self):
        pictures = self.folder / "tour"
        done = subprocess.run([BINARY, "tour", "--out", str(pictures)], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        files = [pathlib.Path(line) for line in done.stdout.splitlines()]
        for workspace in ("topics", "bench"):
            self.assertTrue(any(workspace in file.name for file in files), workspace)
        for file in files:
            self.assertEqual(file.read_bytes()[:8], PNG, file)

    def test_the_tour_says_why_it_cannot_write(self):
        (self.folder / "file").write_text("")
        done = subprocess.run([BINARY, "tour", "--out", str(self.folder / "file" / "below")], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^greensward: .*below.*\n$")


if __name__ == "__main__":
    serve.main()
