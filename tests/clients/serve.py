# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A `greensward serve` of a test's own, and the programs that are pointed at it."""

import contextlib
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

TREE = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("GREENSWARD_BINARY", str(TREE / "build/release/greensward"))
SKIPPED = 77  # the exit code by which ctest knows a skipped test
PATIENCE = 15  # seconds for anything that should take milliseconds, on a busy machine


class Serve:
    """Runs while the `with` block does. `ready` is the ready file; `folder` the workspace. own_ports: where nobody else has them."""

    def __init__(self, *options, data_dir=None, own_ports=False):
        self._own = tempfile.mkdtemp(prefix="greensward-test-")
        self.ready_file = pathlib.Path(self._own) / "ready.json"
        place = ["--data-dir", str(data_dir)] if data_dir else ["--ephemeral"]
        ports = [] if own_ports or "--port-base" in options else ["--ports", "auto"]
        self._command = [BINARY, "serve", *place, *ports, "--ready-file", str(self.ready_file), *options]
        self.process = None
        self.ready = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()
        shutil.rmtree(self._own, ignore_errors=True)

    def start(self):
        self.process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + PATIENCE
        while not self.ready_file.exists():
            if self.process.poll() is not None:
                raise AssertionError(f"serve ended with {self.process.returncode}: {self.process.stderr.read()}")
            if time.monotonic() > deadline:
                raise AssertionError("serve did not write its ready file")
            time.sleep(0.01)
        self.ready = json.loads(self.ready_file.read_text())

    def terminate(self, sig=signal.SIGTERM):
        """Asks for a clean stop and returns the exit code."""
        self.process.send_signal(sig)
        code = self.process.wait(PATIENCE)
        self.process.stderr.close()
        return code

    def kill(self):
        """kill -9, if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process and not self.process.stderr.closed:
            self.process.stderr.close()
        # A killed process cannot take its ready file along.
        self.ready_file.unlink(missing_ok=True)

    # --- where things are -------------------------------------------------------------------------------------------

    @property
    def folder(self):
        return pathlib.Path(self.ready["data_dir"])

    @property
    def ca(self):
        return self.ready["ca_file"]

    def device(self, name="my-device"):
        """(certificate file, key file) of a device of the workspace."""
        return (str(self.folder / "certificates" / f"{name}.pem"), str(self.folder / "certificates" / f"{name}.key"))

    @property
    def mqtts_port(self):
        return self.ready["mqtts"]["port"]

    @property
    def plain_port(self):
        return self.ready["mqtt_plain"]["port"]

    @property
    def api_port(self):
        return int(self.ready["api"].rsplit(":", 1)[1])

    @property
    def https_port(self):
        return int(self.ready["data"].rsplit(":", 1)[1])


def need(*programs):
    """Ends the test file as skipped when a program is not installed."""
    for program in programs:
        if not shutil.which(program):
            print(f"skipped: {program} is not installed")
            sys.exit(SKIPPED)


def need_paho():
    try:
        import paho.mqtt.client  # noqa: F401
    except ImportError:
        print("skipped: python3-paho-mqtt is not installed")
        sys.exit(SKIPPED)


_given = set()


def free_port_base(count=4):
    """A number from which on that many ports are free just now. Another each time: who asks may bind them much later."""
    bases = [base for base in range(20000, 30000, 16) if base not in _given]
    for base in random.sample(bases, len(bases)):
        with contextlib.ExitStack() as taken:
            try:
                for port in range(base, base + count):
                    probe = taken.enter_context(socket.socket())
                    probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            _given.add(base)
            return base
    raise AssertionError("no free ports")


def wait_until(condition, what, seconds=PATIENCE):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        time.sleep(0.01)
    raise AssertionError(f"waited {seconds} s in vain for {what}")


def main():
    unittest.main(verbosity=2)
