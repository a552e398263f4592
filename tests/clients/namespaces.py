# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Network namespaces that play a room with several machines. Nothing of the real machine's network is touched, and no rights are needed
where the kernel lets users have namespaces."""

import os
import subprocess
import sys

import serve

INSIDE = "GREENSWARD_TEST_INSIDE"


def main():
    """As serve.main(), in namespaces of the test's own; skipped where there are none."""
    if INSIDE in os.environ:
        serve.main()
    serve.need("unshare", "nsenter", "ip")
    apart = ["unshare", "-Urnm"]
    probe = subprocess.run([*apart, "sh", "-c", "ip link set lo up && ip link add probe type veth peer name other && unshare -nm true"],
                           capture_output=True, text=True, check=False)
    if probe.returncode != 0:
        print(f"skipped: network namespaces may not be made here: {probe.stderr.strip()}")
        sys.exit(serve.SKIPPED)
    sys.exit(subprocess.run([*apart, sys.executable, *sys.argv], env=dict(os.environ, **{INSIDE: "1"}), check=False).returncode)


def run(*words):
    subprocess.run(words, check=True, capture_output=True, text=True)


class Switch:
    """What all machines are plugged into; the test itself sits at `address`. Machines get the addresses after it."""

    def __init__(self, network="10.78.0"):
        self._network, self._last = network, 1
        self.address = f"{network}.1"
        run("ip", "link", "set", "lo", "up")
        run("ip", "link", "add", "name", "switch", "type", "bridge")
        run("ip", "addr", "add", f"{self.address}/24", "dev", "switch")
        run("ip", "link", "set", "switch", "up")

    def plug(self):
        self._last += 1
        return Machine(f"port{self._last}", f"{self._network}.{self._last}")


class Machine:
    """One with a network of its own: a cable to the switch, and nothing else."""

    def __init__(self, port, address):
        self.address = address
        self._home = subprocess.Popen(["unshare", "-n", "sh", "-c", "echo up && exec sleep 1000"], stdout=subprocess.PIPE, text=True)
        assert self._home.stdout.readline() == "up\n", "the machine's namespaces"
        run("ip", "link", "add", "name", port, "type", "veth", "peer", "name", "eth0", "netns", str(self._home.pid))
        run("ip", "link", "set", "dev", port, "master", "switch")
        run("ip", "link", "set", port, "up")
        for words in (["link", "set", "lo", "up"], ["addr", "add", f"{address}/24", "dev", "eth0"], ["link", "set", "eth0", "up"]):
            run(*self.here("ip", *words))

    def here(self, *words):
        """The command that runs this one there."""
        return ["nsenter", "-t", str(self._home.pid), "-n", *words]

    def close(self):
        self._home.kill()
        self._home.wait()
        self._home.stdout.close()
