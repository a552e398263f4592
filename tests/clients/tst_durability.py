# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a durable workspace acknowledged is there after kill -9; a clean stop is clean."""

import pathlib
import signal
import tempfile
import time
import unittest

import serve
from paho_client import PahoClient, mqtt
from serve import Serve, wait_until

from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties


class Durability(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="greensward-durable-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name) / "workspace"
        self.serve = Serve("--mqtt-plain", data_dir=self.folder)
        self.addCleanup(self.serve.__exit__)
        self.serve.start()

    def client(self, *args, **kwargs):
        client = PahoClient(self.serve, *args, **kwargs)
        self.addCleanup(client.client.loop_stop)
        return client

    def restart_after_kill(self):
        self.serve.kill()
        self.serve.start()

    def sleeper(self, *filters):
        """A persistent session with these subscriptions, left behind."""
        client = self.client(client_id="sleeper", clean=False)
        for each in filters:
            client.subscribe(each, 2)
        client.close()

    def test_acknowledged_messages_to_a_sleeping_session_survive_a_kill_in_mid_stream(self):
        self.sleeper("stream/#")
        publisher = self.client()
        acknowledged = set()
        publisher.client.max_inflight_messages_set(100)
        publisher.client.on_publish = lambda client, userdata, mid: acknowledged.add(mid)
        sent = {}
        for number in range(3000):
            info = publisher.client.publish("stream/a", str(number), 1 + number % 2)
            sent[info.mid] = number
            if number % 100 == 0:
                time.sleep(0.002)
            if len(acknowledged) > 500:
                break
        self.restart_after_kill()
        promised = {sent[mid] for mid in acknowledged}
        publisher.client.loop_stop()
        self.assertGreater(len(promised), 100, "the test wants some acknowledgements before the kill")

        reader = self.client(client_id="sleeper", clean=False)
        self.assertEqual(reader.flags["session present"], 1)
        wait_until(lambda: promised <= {int(m.payload) for m in reader.messages},
                   "every acknowledged message after the restart")
        exactly_once = [int(m.payload) for m in reader.messages if m.qos == 2]
        self.assertEqual(len(exactly_once), len(set(exactly_once)), "a QoS 2 message came twice")

    def test_subscriptions_survive(self):
        self.sleeper("news/+", "$share/desk/mail")
        self.restart_after_kill()
        publisher = self.client()
        publisher.publish("news/today", "read me", 1)
        publisher.publish("mail", "and me", 1)
        reader = self.client(client_id="sleeper", clean=False)
        self.assertEqual(reader.flags["session present"], 1)
        self.assertEqual(sorted(reader.wait_for(2)), ["and me", "read me"])

    def test_retained_messages_survive_with_their_properties(self):
        properties = Properties(PacketTypes.PUBLISH)
        properties.UserProperty = ("field", "north")
        properties.ContentType = "text/plain"
        publisher = self.client(version=mqtt.MQTTv5)
        publisher.publish("state/pump", "on", 1, retain=True, properties=properties)
        publisher.publish("state/old", "x", 1, retain=True)
        publisher.publish("state/old", "", 1, retain=True)
        self.restart_after_kill()
        reader = self.client(version=mqtt.MQTTv5)
        reader.subscribe("state/#", 1)
        self.assertEqual(reader.wait_for(1), ["on"])
        time.sleep(0.2)
        self.assertEqual(len(reader.messages), 1, "a cleared retained message came back")
        message = reader.messages[0]
        self.assertTrue(message.retain)
        self.assertEqual(message.properties.UserProperty, [("field", "north")])
        self.assertEqual(message.properties.ContentType, "text/plain")

    def test_a_clean_session_does_not_survive(self):
        passing = self.client(client_id="passing", clean=True)
        passing.subscribe("any", 1)
        self.restart_after_kill()
        again = self.client(client_id="passing", clean=False)
        self.assertEqual(again.flags["session present"], 0)

    def test_a_message_that_was_read_does_not_come_again(self):
        self.sleeper("once")
        self.client().publish("once", "only once", 1)
        reader = self.client(client_id="sleeper", clean=False)
        reader.wait_for(1)
        time.sleep(0.5)  # the acknowledgement is on its way into the store
        reader.close()
        self.restart_after_kill()
        again = self.client(client_id="sleeper", clean=False)
        time.sleep(0.5)
        self.assertEqual(again.messages, [])

    def test_a_clean_stop_says_goodbye_and_tidies_up(self):
        for sig in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=sig.name):
                watcher = self.client(version=mqtt.MQTTv5)
                began = time.monotonic()
                self.assertEqual(self.serve.terminate(sig), 0)
                self.assertLess(time.monotonic() - began, 3)
                self.assertFalse(self.serve.ready_file.exists(), "the ready file is gone")
                self.assertFalse((self.folder / "running.json").exists())
                wait_until(lambda: watcher.disconnected is not None, "the client to be told")
                self.assertEqual(str(watcher.disconnected), "Server shutting down")
                watcher.client.loop_stop()
                self.serve.start()

    def test_a_stop_publishes_the_wills_of_those_it_ends(self):
        self.sleeper("wills/#")
        self.client(will=("wills/pump", "stopped", 1, False))
        self.serve.terminate()
        self.serve.start()
        reader = self.client(client_id="sleeper", clean=False)
        self.assertEqual(reader.wait_for(1), ["stopped"])

    def test_two_engines_do_not_share_a_workspace(self):
        second = Serve(data_dir=self.folder)
        self.addCleanup(second.__exit__)
        with self.assertRaisesRegex(AssertionError, "serve ended with 1: greensward: "):
            second.start()


if __name__ == "__main__":
    serve.main()
