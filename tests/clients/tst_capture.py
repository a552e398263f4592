# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What mosquitto publishes is recorded, survives, and is published again message for message."""

import base64
import json
import pathlib
import signal
import subprocess
import tempfile
import unittest
import zipfile

import serve
from serve import BINARY, Serve, wait_until

MESSAGES = 60


def publish(port, count=MESSAGES):
    """Messages of all three QoS, some retained, some not text."""
    sent = []
    for number in range(count):
        topic, qos, retain = f"lawn/{number % 7}", number % 3, number % 5 == 0
        payload = bytes([number, 0xFF, 0]) if number % 4 == 0 else f'{{"number":{number},"text":"ü\\n"}}'.encode()
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(port), "-i", f"client-{number % 3}", "-t", topic,
                        "-q", str(qos), *(["-r"] if retain else []), "-s"], input=payload, check=True,
                       timeout=serve.PATIENCE)
        sent.append((topic, payload, qos, retain))
    return sent


def events_of(path):
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            lines = archive.read("events.jsonl").decode().splitlines()
    else:
        lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:] if line.endswith("}")]


def messages_of(path):
    found = []
    for event in events_of(path):
        # What the cloud says of its clients is not the test's.
        if event["kind"] == "message published" and not event["object"].startswith("$aws/"):
            payload = base64.b64decode(event["payload64"]) if "payload64" in event else event["payload"].encode()
            flags = event.get("flags", 0)
            found.append((event["object"], payload, flags & 3, bool(flags & 4)))
    return found


def info(path):
    done = subprocess.run([BINARY, "capture", "info", str(path)], capture_output=True, text=True,
                          timeout=serve.PATIENCE)
    return done.returncode, json.loads(done.stdout) if done.returncode == 0 else done.stderr


class Capture(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="greensward-capture-")
        self.addCleanup(self.scratch.cleanup)
        self.file = pathlib.Path(self.scratch.name) / "a.wscap"

    def record(self):
        with Serve("--mqtt-plain", "--record", str(self.file)) as running:
            sent = publish(running.plain_port)
            self.assertEqual(running.terminate(), 0)
        return sent

    def test_what_was_published_is_in_the_capture(self):
        sent = self.record()
        self.assertEqual(messages_of(self.file), sent)
        code, about = info(self.file)
        self.assertEqual(code, 0)
        self.assertTrue(about["complete"])
        self.assertGreaterEqual(about["kinds"]["message published"], MESSAGES)
        self.assertEqual(about["kinds"]["client connected"], MESSAGES)
        self.assertEqual(about["damaged_lines"], 0)
        self.assertFalse(self.file.with_suffix(".wscap.part").exists())

    def test_a_killed_recording_can_be_opened(self):
        part = pathlib.Path(str(self.file) + ".part")
        with Serve("--mqtt-plain", "--record", str(self.file)) as running:
            sent = publish(running.plain_port, 20)
            wait_until(lambda: len(messages_of(part)) == 20, "the messages to reach the disk", 2)
            running.kill()
        self.assertEqual(messages_of(part), sent)
        code, about = info(part)
        self.assertEqual(code, 0)
        self.assertFalse(about["complete"])
        self.assertGreaterEqual(about["kinds"]["message published"], 20)

    def test_replay_is_message_for_message(self):
        sent = self.record()
        again = pathlib.Path(self.scratch.name) / "again.wscap"
        with Serve("--mqtt-plain", "--record", str(again), "--replay", str(self.file), "--replay-speed", "0") as running:
            part = pathlib.Path(str(again) + ".part")
            wait_until(lambda: len(messages_of(part)) == MESSAGES, "the replay")
            self.assertEqual(running.terminate(signal.SIGINT), 0)
        self.assertEqual(messages_of(again), sent)
        senders = {event["subject"] for event in events_of(again)
                   if event["kind"] == "message published" and not event["object"].startswith("$aws/")}
        self.assertEqual(len(senders), 1)
        self.assertTrue(senders.pop().startswith("replay-"))

    def test_says_in_a_sentence_what_is_wrong(self):
        self.file.write_text("not a capture", encoding="utf-8")
        code, said = info(self.file)
        self.assertEqual(code, 1)
        self.assertIn("a.wscap is not a capture", said)
        done = subprocess.run([BINARY, "serve", "--ephemeral", "--ports", "auto", "--record", str(self.file)],
                              capture_output=True, text=True, timeout=serve.PATIENCE)
        self.assertEqual(done.returncode, 1)
        self.assertIn("is there already", done.stderr)
        for words in (["capture"], ["serve", "--replay-speed", "2"], ["serve", "--replay", "x", "--replay-speed", "1000"]):
            done = subprocess.run([BINARY, *words], capture_output=True, text=True, timeout=serve.PATIENCE)
            self.assertEqual(done.returncode, 2, words)


if __name__ == "__main__":
    serve.need("mosquitto_pub")
    serve.main()
