#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The device on Eclipse Paho: tells its temperature, and does what its shadow desires."""
import json
import pathlib
import sys
import time

import board
from paho.mqtt import client as mqtt

here = pathlib.Path(__file__).resolve().parent
config = json.loads((here / "config.json").read_text())
topics = config["topics"]
online = False


def connected(client, userdata, flags, reason, *_):
    global online
    online = reason == 0
    print("connected" if online else f"refused: {reason}", flush=True)
    client.subscribe(topics["delta"], 1)
    report(client, userdata)  # and what was desired while it was away comes as a delta


def heard(client, userdata, message):
    wish = json.loads(message.payload)["state"]
    if "on" in wish:
        userdata["on"] = bool(wish["on"])
        board.switch(userdata["on"], config["gpio"])
        report(client, userdata)


def report(client, reported):
    client.publish(topics["update"], json.dumps({"state": {"reported": reported}}), 1)


def dial(client):
    """The first address of the laptop that answers."""
    while True:
        for host in config["hosts"]:
            try:
                print(f"dialling {host}:{config['ports']['mqtts']}", flush=True)
                return client.connect(host, config["ports"]["mqtts"], config["keep_alive"])
            except OSError as problem:
                print(f"{host}: {problem}", file=sys.stderr, flush=True)
        time.sleep(3)


version = [mqtt.CallbackAPIVersion.VERSION2] if hasattr(mqtt, "CallbackAPIVersion") else []  # Paho 2
device = mqtt.Client(*version, client_id=config["client_id"], userdata={"on": False})
device.tls_set(here / config["root"], here / config["certificate"], here / config["key"])
device.will_set(topics["will"], json.dumps(config["will"]), 1)
device.on_connect, device.on_message = connected, heard
while True:
    dial(device)
    due = 0
    while device.loop(0.2) == mqtt.MQTT_ERR_SUCCESS:
        if online and time.monotonic() >= due:
            value, source = board.temperature()
            told = {"timestamp": int(time.time() * 1000), "temperature": value, "source": source}
            device.publish(topics["telemetry"], json.dumps(told))
            due = time.monotonic() + config["every_seconds"]
    online = False
    print("the connection is gone; trying again", file=sys.stderr, flush=True)
    time.sleep(1)
