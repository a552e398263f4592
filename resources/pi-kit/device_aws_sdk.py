#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The device on the AWS IoT Device SDK v2: tells its temperature, and does what its shadow desires."""
import json
import pathlib
import sys
import time

import board
from awscrt import exceptions, mqtt
from awsiot import mqtt_connection_builder

here = pathlib.Path(__file__).resolve().parent
config = json.loads((here / "config.json").read_text())
topics = config["topics"]


def heard(topic, payload, **_):
    wish = json.loads(payload)["state"]
    if "on" in wish:
        board.switch(bool(wish["on"]), config["gpio"])
        report(bool(wish["on"]))


def report(on):
    device.publish(topics["update"], json.dumps({"state": {"reported": {"on": on}}}), mqtt.QoS.AT_LEAST_ONCE)


def dial():
    """The first address of the laptop that answers; the SDK itself comes back to it when the connection breaks."""
    for host in config["hosts"]:
        print(f"dialling {host}:{config['ports']['mqtts']}", flush=True)
        connection = mqtt_connection_builder.mtls_from_path(
            endpoint=host, port=config["ports"]["mqtts"], client_id=config["client_id"], clean_session=True,
            ca_filepath=str(here / config["root"]), cert_filepath=str(here / config["certificate"]),
            pri_key_filepath=str(here / config["key"]), keep_alive_secs=config["keep_alive"],
            will=mqtt.Will(topics["will"], mqtt.QoS.AT_LEAST_ONCE, json.dumps(config["will"]).encode(), False))
        try:
            connection.connect().result(15)
            return connection
        except exceptions.AwsCrtError as problem:
            print(f"{host}: {problem}", file=sys.stderr, flush=True)
    sys.exit("no address of the laptop answers")


device = dial()
print("connected", flush=True)
device.subscribe(topics["delta"], mqtt.QoS.AT_LEAST_ONCE, heard)[0].result(15)
report(False)  # and what was desired while it was away comes as a delta
while True:
    value, source = board.temperature()
    told = {"timestamp": int(time.time() * 1000), "temperature": value, "source": source}
    device.publish(topics["telemetry"], json.dumps(told), mqtt.QoS.AT_MOST_ONCE)
    time.sleep(config["every_seconds"])
