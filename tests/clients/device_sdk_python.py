# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The AWS IoT Device SDK for Python, version 1: READY_FILE CERT KEY (mqtts | wss) THING."""

import json
import os
import sys
import threading

from AWSIoTPythonSDK.MQTTLib import AWSIoTMQTTShadowClient

ready_file, certificate, key, protocol, thing = sys.argv[1:]
with open(ready_file) as file:
    ready = json.load(file)


def connect(client_id):
    if protocol == "wss":
        client = AWSIoTMQTTShadowClient(client_id, useWebsocket=True)
        client.configureEndpoint("localhost", int(ready["data"].rsplit(":", 1)[1]))
        client.configureCredentials(ready["ca_file"])
        client.configureIAMCredentials(ready["access_key_id"], ready["secret_access_key"])
    else:
        client = AWSIoTMQTTShadowClient(client_id)
        client.configureEndpoint("localhost", ready["mqtts"]["port"])
        client.configureCredentials(ready["ca_file"], key, certificate)
    client.configureConnectDisconnectTimeout(10)
    client.configureMQTTOperationTimeout(10)
    assert client.connect()
    return client


# A device and an application, as in the SDK's own samples: whoever hears "accepted" first drops the delta of that version.
client = connect(thing)
application = connect(thing + "-app")
print("connected")

shadow = client.createShadowHandlerWithName(thing, True)
delta = threading.Event()


def on_delta(payload, status, token):
    print("delta", json.dumps(json.loads(payload)["state"]))
    delta.set()


answered = threading.Event()


def on_answer(payload, status, token):
    print("update", status)
    answered.set()


shadow.shadowRegisterDeltaCallback(on_delta)
application.createShadowHandlerWithName(thing, True).shadowUpdate(json.dumps({"state": {"desired": {"on": True}}}), on_answer, 10)
assert answered.wait(10) and delta.wait(10)
got = threading.Event()


def on_got(payload, status, token):
    print("get", status, json.loads(payload)["state"])
    got.set()


shadow.shadowGet(on_got, 10)
assert got.wait(10)
application.disconnect()
client.disconnect()
print("done")
sys.stdout.flush()
os._exit(0)  # its threads stay otherwise
