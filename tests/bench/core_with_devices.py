#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a core alone needs with as many devices as a group of 2017 may have: `greensward serve --core` as a program of its own,
devices over mutual TLS, each of which says something once a second that the next device and the cloud hear. One JSON object a line.

    core_with_devices.py [--devices 200] [--seconds 60] [--bytes 200] [--no-cloud]

GREENSWARD_BINARY names the program, unless it is the release build's."""

import argparse
import asyncio
import json
import os
import pathlib
import ssl
import struct
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "clients"))

from edge_world import EdgeCase  # noqa: E402

CONNECT, PUBLISH, SUBSCRIBE = 0x10, 0x32, 0x82  # PUBLISH: QoS 1


def text(words):
    return struct.pack(">H", len(words)) + words.encode()


def packet(kind, body):
    length, left = b"", len(body)
    while True:
        left, seven = left >> 7, left & 0x7F
        length += bytes([seven | (0x80 if left else 0)])
        if not left:
            return bytes([kind]) + length + body


class Device:
    """MQTT 3.1.1, as little of it as is needed: a Paho client for each of 200 would cost more than what is measured."""

    def __init__(self, name, hears):
        self.name, self.hears = name, hears
        self.sent = self.acknowledged = self.heard = 0
        self.late = []  # seconds that messages took

    async def connect(self, host, port, context):
        self.reader, self.writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=host)
        self.writer.write(packet(CONNECT, text("MQTT") + b"\x04\x02" + struct.pack(">H", 600) + text(self.name)))
        assert (await self._next())[:2] == (0x20, b"\0\0"), f"{self.name} is not let in"
        self.writer.write(packet(SUBSCRIBE, b"\0\1" + text(self.hears) + b"\0"))
        assert (await self._next())[0] == 0x90
        self._listening = asyncio.create_task(self._listen())

    async def _next(self):
        kind, = await self.reader.readexactly(1)
        length = shift = 0
        while True:
            octet, = await self.reader.readexactly(1)
            length |= (octet & 0x7F) << shift
            shift += 7
            if octet < 0x80:
                return kind, await self.reader.readexactly(length)

    async def _listen(self):
        while True:
            kind, body = await self._next()
            if kind == 0x40:
                self.acknowledged += 1
            elif kind >> 4 == 3:
                self.heard += 1
                topic = struct.unpack(">H", body[:2])[0]
                self.late.append(time.monotonic() - json.loads(body[2 + topic:])["at"])

    async def speak(self, topic, octets, until, first):
        """Once a second, each at a moment of its own."""
        await asyncio.sleep(first)
        while time.monotonic() < until:
            begun = time.monotonic()
            payload = json.dumps({"at": begun, "reading": 20.5, "fill": ""})
            payload = payload.replace('""', '"' + "x" * max(0, octets - len(payload)) + '"')
            self.sent += 1
            self.writer.write(packet(PUBLISH, text(topic) + struct.pack(">H", self.sent) + payload.encode()))
            await asyncio.sleep(begun + 1 - time.monotonic())

    async def leave(self):
        self._listening.cancel()
        self.writer.write(b"\xe0\0")
        self.writer.close()


def usage(process):
    """Resident now and at most (KiB), seconds of processor, threads."""
    status = dict(line.split(":\t", 1) for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines() if ":\t" in line)
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    return (int(status["VmRSS"].split()[0]), int(status["VmHWM"].split()[0]), ticks / os.sysconf("SC_CLK_TCK"), int(status["Threads"]))


def tell(**row):
    print(json.dumps(row), flush=True)


async def play(world, core, options):
    things = list(world.things.values())
    at = things[0].discover()
    topics = {thing.name: f"readings/{thing.name}" for thing in things}
    devices = [Device(thing.name, topics[things[number - 1].name]) for number, thing in enumerate(things)]
    for device, thing in zip(devices, things):
        context = ssl.create_default_context(cafile=str(things[0].folder / "group-ca.pem"))
        context.load_cert_chain(thing.folder / "c.pem", thing.folder / "c.key")
        await device.connect(at["HostAddress"], at["PortNumber"], context)
    await asyncio.sleep(2)
    resident, _, before, threads = usage(core)
    tell(row="connected", devices=len(devices), resident_mib=round(resident / 1024, 1), threads=threads)
    begun = time.monotonic()
    await asyncio.gather(*(device.speak(topics[device.name], options.bytes, begun + options.seconds, number / len(devices))
                           for number, device in enumerate(devices)))
    await asyncio.sleep(1)
    resident, most, after, _ = usage(core)
    late = sorted(sum((device.late for device in devices), []))
    sent = sum(device.sent for device in devices)
    tell(row="talking", devices=len(devices), seconds=options.seconds, cloud=not options.no_cloud, sent=sent,
         acknowledged=sum(device.acknowledged for device in devices), heard=len(late), p50_ms=round(late[len(late) // 2] * 1000, 2),
         p99_ms=round(late[len(late) * 99 // 100] * 1000, 2), resident_mib=round(resident / 1024, 1), most_mib=round(most / 1024, 1),
         processor=round((after - before) / (time.monotonic() - begun), 4))
    for device in devices:
        await device.leave()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--devices", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--bytes", type=int, default=200)
    parser.add_argument("--no-cloud", action="store_true")
    options = parser.parse_args()

    class World(EdgeCase):
        devices = tuple(f"sensor-{number:03}" for number in range(options.devices))

    World.setUpClass()
    try:
        world, core = World(), World.core.process.pid
        tell(row="alone", resident_mib=round(usage(core)[0] / 1024, 1))
        names = list(World.devices)
        routes = [(name, f"readings/{name}", names[(number + 1) % len(names)]) for number, name in enumerate(names)]
        if not options.no_cloud:
            routes += [(name, f"readings/{name}", "cloud") for name in names]
        world.live_by(routes)
        tell(row="deployed", devices=len(names), routes=len(routes), resident_mib=round(usage(core)[0] / 1024, 1))
        asyncio.run(play(world, core, options))
    finally:
        World.tearDownClass()


if __name__ == "__main__":
    main()
