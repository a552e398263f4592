# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paho Python over TCP, TLS, WebSocket and WebSocket over TLS; 3.1.1 and 5."""

import unittest

import serve
from paho_client import PahoClient, mqtt
from serve import Serve, wait_until

from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties


class Paho(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve("--mqtt-plain")
        cls.serve.start()

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def client(self, *args, **kwargs):
        client = PahoClient(self.serve, *args, **kwargs)
        self.addCleanup(client.close)
        return client

    def test_every_way_in_with_every_version_and_quality(self):
        for way in ("tcp", "tls", "ws", "wss"):
            for version in (mqtt.MQTTv311, mqtt.MQTTv5):
                with self.subTest(way=way, version=version):
                    subscriber = self.client(way, version)
                    subscriber.subscribe("meadow/+", 2)
                    publisher = self.client(way, version)
                    for qos in (0, 1, 2):
                        publisher.publish("meadow/west", f"qos {qos}", qos)
                    self.assertEqual(sorted(subscriber.wait_for(3)), ["qos 0", "qos 1", "qos 2"])
                    self.assertEqual([m.qos for m in subscriber.messages], [0, 1, 2])
                    subscriber.close()

    def test_the_ways_meet(self):
        listeners = [self.client(way) for way in ("tcp", "tls", "ws", "wss")]
        for listener in listeners:
            listener.subscribe("all")
        self.client("wss").publish("all", "one for everybody")
        for listener in listeners:
            self.assertEqual(listener.wait_for(1), ["one for everybody"])

    def test_a_payload_larger_than_any_buffer_over_web_socket(self):
        payload = "x" * 1_000_000
        subscriber = self.client("wss")
        subscriber.subscribe("bulk", 1)
        self.client("ws").publish("bulk", payload)
        self.assertEqual(subscriber.wait_for(1), [payload])

    def test_a_session_waits_for_its_client(self):
        first = self.client("tls", client_id="sleeper", clean=False)
        self.assertEqual(first.flags["session present"], 0)
        first.subscribe("letters/#", 1)
        first.close()
        self.client().publish("letters/a", "while you slept")
        second = self.client("ws", client_id="sleeper", clean=False)
        self.assertEqual(second.flags["session present"], 1)
        self.assertEqual(second.wait_for(1), ["while you slept"])

    def test_the_second_client_of_an_id_wins(self):
        first = self.client(version=mqtt.MQTTv5, client_id="twin")
        self.client(version=mqtt.MQTTv5, client_id="twin")
        wait_until(lambda: first.disconnected is not None, "the first twin to be disconnected")
        first.client.loop_stop()

    def test_will_of_a_web_socket_that_breaks(self):
        watcher = self.client()
        watcher.subscribe("wills/#")
        victim = self.client("ws", will=("wills/ws", "broke", 1, False))
        victim.break_link()
        self.assertEqual(watcher.wait_for(1), ["broke"])

    def test_mqtt_5_session_expiry_and_user_properties(self):
        keep = Properties(PacketTypes.CONNECT)
        keep.SessionExpiryInterval = 60
        first = self.client(version=mqtt.MQTTv5, client_id="keeper", properties=keep)
        first.subscribe("notes/#", 1)
        first.close()
        note = Properties(PacketTypes.PUBLISH)
        note.UserProperty = [("colour", "green"), ("colour", "blue")]
        note.MessageExpiryInterval = 60
        self.client(version=mqtt.MQTTv5).publish("notes/1", "n", properties=note)
        second = self.client(version=mqtt.MQTTv5, client_id="keeper", clean=False, properties=keep)
        second.wait_for(1)
        properties = second.messages[0].properties
        self.assertEqual(properties.UserProperty, [("colour", "green"), ("colour", "blue")])
        self.assertLessEqual(properties.MessageExpiryInterval, 60)

    def test_shared_subscription_takes_turns(self):
        members = [self.client(version=mqtt.MQTTv5) for _ in range(2)]
        for member in members:
            member.subscribe("$share/crew/jobs", 1)
        boss = self.client()
        for job in range(20):
            boss.publish("jobs", str(job))
        wait_until(lambda: sum(len(m.messages) for m in members) == 20, "every job to be done once")
        self.assertTrue(all(m.messages for m in members), "both members work")

    def test_web_socket_over_tls_needs_no_client_certificate_on_this_machine(self):
        client = self.client("wss", certificate=False)
        self.assertEqual(int(client.connack), 0)


if __name__ == "__main__":
    serve.main()
