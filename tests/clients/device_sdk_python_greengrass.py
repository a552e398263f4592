# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A device of a Greengrass group with the AWS IoT Device SDK for Python, version 1: HOST PORT ROOT_CA CERT KEY THING FILTER.

Says what it hears; each line it reads is published: TOPIC, a blank, and the payload."""

import os
import sys
import time

from AWSIoTPythonSDK.core.greengrass.discovery.providers import DiscoveryInfoProvider
from AWSIoTPythonSDK.exception.AWSIoTExceptions import DiscoveryDataNotFoundException
from AWSIoTPythonSDK.MQTTLib import AWSIoTMQTTClient

host, port, root_ca, certificate, key, thing, filter_ = sys.argv[1:]


def say(*words):
    print(*words, flush=True)


def discover():
    provider = DiscoveryInfoProvider()
    provider.configureEndpoint(host, int(port))
    provider.configureCredentials(root_ca, certificate, key)
    provider.configureTimeout(10)
    for _ in range(30):
        try:
            return provider.discover(thing)
        except DiscoveryDataNotFoundException:
            time.sleep(1)  # the core has not said yet where it is
    sys.exit("no core")


found = discover()
group, authority = found.getAllCas()[0]
say("discovered", group)
with open("group-ca.crt", "w") as file:
    file.write(authority)
client = AWSIoTMQTTClient(thing)
client.configureCredentials("group-ca.crt", key, certificate)
client.configureConnectDisconnectTimeout(10)
client.configureMQTTOperationTimeout(10)
core = found.getAllCores()[0]
for way in core.connectivityInfoList:
    client.configureEndpoint(way.host, way.port)
    try:
        client.connect()
        say("connected", core.coreThingArn, f"{way.host}:{way.port}")
        break
    except Exception as error:  # whatever it is, the next address may do
        say("not there", way.host, repr(error))
client.subscribe(filter_, 0, lambda _client, _data, message: say("heard", message.topic, message.payload.decode()))
say("subscribed")
for line in sys.stdin:
    topic, payload = line.rstrip("\n").split(" ", 1)
    client.publish(topic, payload, 1)
    say("acknowledged")
client.disconnect()
say("gone")
os._exit(0)  # its threads stay otherwise
