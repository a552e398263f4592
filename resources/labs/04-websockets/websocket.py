#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lab 4: what the phone's page does, from a command line, with nothing but Python's own library.

  websocket.py url                prints a signed URL
  websocket.py listen [COUNT]     hears the turbine
  websocket.py water on|off       switches the sprinkler by its shadow
  websocket.py compare            what MQTT over WebSocket costs beside MQTT over TLS, counted on the wire
  websocket.py late               a signed URL that is too old
  websocket.py forget             deletes the pools named phone

It goes by the variables of `greensward env` (AWS_ENDPOINT_URL, GREENSWARD_…); a pool may be given with POOL=….
"""

import datetime
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from wire import Mqtt, Refused, TlsWire, WebSocketWire, http_exchange

API = os.environ.get("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")
WSS = os.environ.get("GREENSWARD_WSS", "wss://localhost:8443/mqtt")
REGION = os.environ.get("AWS_REGION", "us-east-1")
CA = os.environ.get("GREENSWARD_CA")
TURBINE = "turbines/ev-gen/123"
SHADOW = "$aws/things/sprinkler-456/shadow"


# --- credentials and the signed URL ----------------------------------------------------------------------------------

def cognito(operation, signed=False, **body):
    """An operation of Cognito. What a guest asks needs no signature: whoever knows the pool may ask."""
    data = json.dumps(body)
    fields = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AWSCognitoIdentityService." + operation}
    if signed:
        fields.update(signature_fields(data, fields["X-Amz-Target"]))
    request = urllib.request.Request(API, data.encode(), fields)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or b"{}")
    except urllib.error.HTTPError as error:
        sys.exit(f"{operation}: {error.read().decode()}")


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def the_signature(secret, scope, now, request):
    """Of a canonical request: Signature Version 4."""
    key = ("AWS4" + secret).encode()
    for part in [*scope, "\n".join(["AWS4-HMAC-SHA256", now, "/".join(scope), sha256(request)])]:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key.hex()


def amz_now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def signature_fields(data, target):
    """The fields of HTTP that sign a request to Cognito with the account's keys."""
    now = amz_now()
    scope = [now[:8], REGION, "cognito-identity", "aws4_request"]
    host = urllib.parse.urlsplit(API).netloc
    request = "\n".join(["POST", "/", "", f"host:{host}", f"x-amz-date:{now}", f"x-amz-target:{target}", "",
                         "host;x-amz-date;x-amz-target", sha256(data)])
    signature = the_signature(os.environ["AWS_SECRET_ACCESS_KEY"], scope, now, request)
    return {"X-Amz-Date": now, "Authorization":
            f"AWS4-HMAC-SHA256 Credential={'/'.join([os.environ['AWS_ACCESS_KEY_ID'], *scope])}, "
            f"SignedHeaders=host;x-amz-date;x-amz-target, Signature={signature}"}


def the_pool():
    if os.environ.get("POOL"):
        return os.environ["POOL"]
    with urllib.request.urlopen(API + "/phone/pool.json") as answer:
        return json.load(answer)["pool"] or sys.exit("there is no identity pool named phone yet: do the second step first")


def borrow():
    identity = cognito("GetId", IdentityPoolId=the_pool())["IdentityId"]
    return cognito("GetCredentialsForIdentity", IdentityId=identity)["Credentials"]


def signed_path(credentials, host, seconds=300):
    """The path and query of a WebSocket, signed."""
    now = amz_now()
    scope = [now[:8], REGION, "iotdevicegateway", "aws4_request"]
    query = urllib.parse.urlencode({
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Credential": "/".join([credentials["AccessKeyId"], *scope]),
        "X-Amz-Date": now, "X-Amz-Expires": seconds, "X-Amz-SignedHeaders": "host"}, quote_via=urllib.parse.quote, safe="")
    request = "\n".join(["GET", "/mqtt", query, "host:" + host, "", "host", sha256("")])
    # The gateway wants the token behind the signature, not in it.
    return (f"/mqtt?{query}&X-Amz-Signature={the_signature(credentials['SecretKey'], scope, now, request)}"
            f"&X-Amz-Security-Token={urllib.parse.quote(credentials['SessionToken'], safe='')}")


def place():
    at = urllib.parse.urlsplit(WSS)
    return at.hostname, at.port


def web_socket(credentials, **options):
    host, port = place()
    wire = TlsWire(host, port, CA)
    return WebSocketWire(wire, f"{host}:{port}", signed_path(credentials, f"{host}:{port}", **options))


# --- the commands ----------------------------------------------------------------------------------------------------

def url():
    host, port = place()
    print(f"wss://{host}:{port}{signed_path(borrow(), f'{host}:{port}')}")


def listen(count="3"):
    client = Mqtt(web_socket(borrow()), "phone-terminal")
    client.subscribe(TURBINE)
    for _ in range(int(count)):
        print(*client.message())
    client.disconnect()


def water(wish="on"):
    client = Mqtt(web_socket(borrow()), "phone-terminal")
    client.subscribe(SHADOW + "/update/documents")
    client.publish(SHADOW + "/update", json.dumps({"state": {"desired": {"water": wish}}}))
    while True:
        _, document = client.message()
        state = json.loads(document)["current"]["state"]
        print(json.dumps(state))
        if state.get("reported", {}).get("water") == state["desired"]["water"]:
            return client.disconnect()


def late():
    credentials = borrow()
    host, port = place()
    path = signed_path(credentials, f"{host}:{port}", seconds=1)
    time.sleep(2.5)
    WebSocketWire(TlsWire(host, port, CA), f"{host}:{port}", path)


def measure(name, wire, client_id, rows):
    """The same conversation, whatever carries it: what went over the wire, and how often one had to wait."""
    def row(what):
        rows.setdefault(what, {})[name] = wire.count.taken()

    client = Mqtt(wire, client_id)
    row("MQTT CONNECT")
    client.subscribe(TURBINE)
    row("MQTT SUBSCRIBE")
    size = sum(len(text) for text in client.message())
    row(f"a message comes ({size} octets or so)")
    client.unsubscribe(TURBINE)
    wire.count.taken()
    for _ in range(10):
        client.publish("phone/hello", "x" * 100)
    row("10 messages of 100 octets go, QoS 1")
    client.ping()
    row("PINGREQ, when nothing is said")
    client.disconnect()


def compare():
    rows = {}
    credentials = borrow()
    host, port = place()
    asked = http_exchange(TlsWire(host, port, CA), f"{host}:{port}", cognito_request("GetId", IdentityPoolId=the_pool()))
    rows["credentials (one of two calls)"] = {"wss": asked}
    wire = TlsWire(host, port, CA)
    rows["TCP and TLS"] = {"wss": wire.count.taken()}
    wire = WebSocketWire(wire, f"{host}:{port}", signed_path(credentials, f"{host}:{port}"))
    rows["WebSocket upgrade"] = {"wss": wire.count.taken()}
    measure("wss", wire, "phone-cost", rows)
    wire = TlsWire(os.environ["GREENSWARD_HOST"], int(os.environ["GREENSWARD_PORT"]), CA,
                   os.environ["GREENSWARD_CERT"], os.environ["GREENSWARD_KEY"])
    rows["TCP and TLS"]["tls"] = wire.count.taken()
    measure("tls", wire, "native-cost", rows)
    print(f"{'':42}{'MQTT over TLS':>24}{'over WebSocket':>24}")
    for what, cost in rows.items():
        cells = [f"{cost[name][0]} octets, {cost[name][1]} trips" if name in cost else "–" for name in ("tls", "wss")]
        print(f"{what:42}{cells[0]:>24}{cells[1]:>24}")


def forget():
    """Deletes the pools named phone: with the account's own keys, so these requests are signed, in their header."""
    pools = cognito("ListIdentityPools", signed=True, MaxResults=60)["IdentityPools"]
    for pool in pools:
        if pool["IdentityPoolName"] == "phone":
            cognito("DeleteIdentityPool", signed=True, IdentityPoolId=pool["IdentityPoolId"])


def cognito_request(operation, **body):
    return ("POST / HTTP/1.1", ["Content-Type: application/x-amz-json-1.1", "X-Amz-Target: AWSCognitoIdentityService." + operation],
            json.dumps(body))


if __name__ == "__main__":
    commands = {"url": url, "listen": listen, "water": water, "compare": compare, "late": late,
                "forget": forget}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    try:
        commands[sys.argv[1]](*sys.argv[2:])
    except Refused as refusal:
        sys.exit(f"refused: {refusal}")
