# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paho Python with waiting built in."""

import serve
from serve import wait_until

serve.need_paho()

from paho.mqtt import client as mqtt  # noqa: E402


class PahoClient:
    """A connected client that keeps what it hears."""

    def __init__(self, at, way="tcp", version=mqtt.MQTTv311, client_id="", clean=True, will=None, keepalive=60,
                 properties=None, certificate=True):
        options = {"client_id": client_id, "protocol": version,
                   "transport": "websockets" if way in ("ws", "wss") else "tcp"}
        if version != mqtt.MQTTv5:
            options["clean_session"] = clean
        self.client = mqtt.Client(**options)
        self.messages = []
        self.connack = None
        self.suback = None
        self.disconnected = None
        self.client.on_message = lambda *args: self.messages.append(args[2])
        self.client.on_connect = self._connected
        self.client.on_subscribe = lambda *args: setattr(self, "suback", args[3])
        self.client.on_disconnect = lambda *args: setattr(self, "disconnected", args[2])
        if will:
            self.client.will_set(*will)
        if way in ("tls", "wss"):
            own = at.device() if certificate else (None, None)
            self.client.tls_set(at.ca, *own)
        if self.client._transport == "websockets":
            self.client.ws_set_options("/mqtt")
        host, port = {"tcp": lambda: ("127.0.0.1", at.plain_port), "tls": lambda: ("localhost", at.mqtts_port),
                      "ws": lambda: ("127.0.0.1", at.api_port), "wss": lambda: ("localhost", at.https_port)}[way]()
        more = {"clean_start": clean, "properties": properties} if version == mqtt.MQTTv5 else {}
        self.client.connect(host, port, keepalive, **more)
        self.client.loop_start()
        wait_until(lambda: self.connack is not None, f"CONNACK over {way}")

    def _connected(self, client, userdata, flags, code, properties=None):
        self.flags = flags
        self.connack = code
        self.properties = properties

    def subscribe(self, topic, qos=0, **more):
        self.suback = None
        self.client.subscribe(topic, qos, **more)
        return wait_until(lambda: self.suback, "SUBACK")

    def publish(self, topic, payload, qos=1, retain=False, properties=None):
        info = self.client.publish(topic, payload, qos, retain, properties)
        wait_until(info.is_published, "the acknowledgement of a PUBLISH")

    def wait_for(self, count):
        wait_until(lambda: len(self.messages) >= count, f"{count} messages, have {len(self.messages)}")
        return [message.payload.decode() for message in self.messages]

    def break_link(self):
        """As if the cable were pulled: no DISCONNECT."""
        self.client.loop_stop()
        self.client._sock.close()
        self.client._sock = None

    def close(self):
        self.client.disconnect()
        self.client.loop_stop()
