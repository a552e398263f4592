# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what an edge is good for: physics, economics, land. The devices' files lie in the current folder.

laws.py physics [MS]      how long a question takes by the core, and by the cloud; MS: a wire to add, there and back
laws.py economics PRICES  what a device costs a month that sends all, and one whose core sends a summary
laws.py values NUMBER     says so many values to the core
"""
import json
import os
import pathlib
import statistics
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "04-websockets"))
from wire import Mqtt, Refused, TlsWire  # noqa: E402

ASKED = 20
SECONDS_A_MONTH = 30.4 * 24 * 3600
ME = os.environ.get("LAWS_ME", "")


def at_the_core():
    """As the device, at the address that discovery gave."""
    group = json.load(open("found.json"))["GGGroups"][0]
    at = group["Cores"][0]["Connectivity"][0]
    name = "probe-16" + ME
    return Mqtt(TlsWire(at["HostAddress"], at["PortNumber"], "group-ca.pem", name + ".pem", name + ".key"), name)


def at_the_cloud(name):
    wire = TlsWire(os.environ["GREENSWARD_HOST"], int(os.environ["GREENSWARD_PORT"]), os.environ["GREENSWARD_CA"],
                   os.environ["GREENSWARD_CERT"], os.environ["GREENSWARD_KEY"])
    return Mqtt(wire, name + ME)


def answer_in_the_cloud(client, wire):
    """The function's part there: a question comes after half of the wire, the answer goes back over the other half."""
    for _ in range(ASKED + 1):
        _, question = client.message()
        time.sleep(wire)
        client.publish("law/cloud/answer", question)


def times(client, ask, answer):
    """ms that a question took; the first, for which a function may have to start, is left out."""
    client.subscribe(answer)
    taken = []
    for number in range(ASKED + 1):
        begin = time.perf_counter()
        client.publish(ask, json.dumps({"question": number}))
        client.message()
        taken.append((time.perf_counter() - begin) * 1000)
    return taken[1:]


def physics(milliseconds="0"):
    wire = float(milliseconds) / 1000
    core = times(at_the_core(), "law/ask", "law/answer")
    function = at_the_cloud("function")
    function.subscribe("law/cloud/ask")
    threading.Thread(target=answer_in_the_cloud, args=(function, wire), daemon=True).start()
    cloud = times(at_the_cloud("asker"), "law/cloud/ask", "law/cloud/answer")
    where = f"by the cloud, {milliseconds} ms away" if wire else "by the cloud, on this machine"
    for name, taken in (("by the core", core), (where, cloud)):
        print(f"{name:32} {statistics.median(taken):7.1f} ms, {max(taken):7.1f} ms at worst")


def price(file):
    """USD a message in the price list of 2017: one of 512 octets at most."""
    return float(json.load(open(file))["charges"][0]["prices"][0]["usdPerMillion"]) / 1e6


def economics(prices):
    each = price(prices)
    raw, summary = SECONDS_A_MONTH, SECONDS_A_MONTH / 50
    print(f"one value a second, all to the cloud   {raw:12,.0f} messages  {raw * each:8.2f} USD a month")
    print(f"one summary of 50 values               {summary:12,.0f} messages  {summary * each:8.2f} USD a month")


def values(number):
    client = at_the_core()
    for value in range(int(number)):
        client.publish("law/raw", json.dumps({"value": value % 50}))
    client.disconnect()


if __name__ == "__main__":
    commands = {"physics": physics, "economics": economics, "values": values}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    try:
        commands[sys.argv[1]](*sys.argv[2:])
    except Refused as refusal:
        sys.exit(f"refused: {refusal}")
