# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A device as Greengrass's shadow samples had them, which does its own discovery and remembers what it found:

    edge_device.py HOST PORT ROOT_CA CERTIFICATE KEY THING FILTER...

Keeps the group's authority and the core's address in ./groupCA and asks nobody while they are there. Says what it does and hears, a
line each; publishes what it reads: TOPIC, a blank, and the payload."""

import json
import pathlib
import re
import ssl
import subprocess
import sys

from paho.mqtt import client as mqtt

host, port, root_ca, certificate, key, thing, *filters = sys.argv[1:]
authority, place = pathlib.Path("groupCA/root-ca.crt"), pathlib.Path("groupCA/ggc-host")


def say(*words):
    print(*words, flush=True)


def discover():
    """curl over mutual TLS; the first address that looks like one."""
    asked = subprocess.run(["curl", "--silent", "--show-error", "--fail", "--retry", "20", "--retry-delay", "1", "--retry-all-errors",
                            "--cacert", root_ca, "--cert", certificate, "--key", key,
                            f"https://{host}:{port}/greengrass/discover/thing/{thing}"], capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        sys.exit(f"discovery: {asked.stderr.splitlines()[-1]}")
    group = json.loads(asked.stdout)["GGGroups"][0]
    ways = group["Cores"][0]["Connectivity"]
    way = next((one for one in ways if re.fullmatch(r"\d+\.\d+\.\d+\.\d+", one["HostAddress"])), ways[-1])
    authority.parent.mkdir(exist_ok=True)
    authority.write_text(group["CAs"][0])
    place.write_text(f"{way['HostAddress']} {way['PortNumber']}")
    say("discovered", group["GGGroupId"])


def connected(client, _data, _flags, code):
    say("connected" if code == 0 else f"refused {code}")
    if code == 0:
        client.subscribe([(one, 0) for one in filters])


if authority.exists():
    say("remembered")
else:
    discover()
client = mqtt.Client(client_id=thing)
client.tls_set(str(authority), certificate, key)
client.reconnect_delay_set(1, 2)
client.on_connect = connected
client.on_subscribe = lambda *_: say("subscribed")
client.on_message = lambda _client, _data, message: say("heard", message.topic, message.payload.decode())
address, number = place.read_text().split()
try:
    client.connect(address, int(number), 60)
except ssl.SSLCertVerificationError as error:
    sys.exit(f"the core is not to be trusted: {error.verify_message}")
client.loop_start()
for line in sys.stdin:
    topic, payload = line.rstrip("\n").split(" ", 1)
    client.publish(topic, payload, 1).wait_for_publish(10)
client.disconnect()
client.loop_stop()
say("gone")
