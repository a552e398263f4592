# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gas turbine of a few lines: dust fouls the filter at its inlet, and two sensors tell the core of it.

plant.py HOURS [DUST]  lives so many hours in a few seconds; DUST in the air, µg/m³, 400 unless said
plant.py cleaned       lives half an hour behind a cleaned filter
plant.py listen        waits until it is told to clean its filter, does it, and lives half an hour

What it was when it ended lies in plant.json of the current folder, as do the files of its two devices.
"""
import json
import math
import os
import pathlib
import random
import ssl
import sys
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "04-websockets"))
from wire import Mqtt, Refused, TlsWire  # noqa: E402

STATE = pathlib.Path("plant.json")
MINUTE = 60 * 1000  # ms
BEGIN = 1500000000000 // 3600000 * 3600000
ME = os.environ.get("PLANT_ME", "")


def device(sensor):
    """A device of the turbine, at its core: found by discovery."""
    name = f"gt-15-{sensor}{ME}"
    context = ssl.create_default_context(cafile=os.environ["GREENSWARD_CA"])
    context.load_cert_chain(name + ".pem", name + ".key")
    at = urllib.parse.urlsplit(os.environ["GREENSWARD_WSS"])
    url = f"https://{at.hostname}:{at.port}/greengrass/discover/thing/{name}"
    with urllib.request.urlopen(url, context=context, timeout=15) as answer:
        group = json.load(answer)["GGGroups"][0]
    pathlib.Path("gt-15-ca.pem").write_text(group["CAs"][0])
    core = group["Cores"][0]["Connectivity"][0]
    return Mqtt(TlsWire(core["HostAddress"], core["PortNumber"], "gt-15-ca.pem", name + ".pem", name + ".key"), name)


class Plant:
    def __init__(self):
        self.now, self.load, self.cleanings, self.haze = BEGIN, 0.0, 0, 0.0
        if STATE.exists():
            self.__dict__.update(json.loads(STATE.read_text()))

    def keep(self):
        STATE.write_text(json.dumps(self.__dict__))

    def clean(self):
        self.cleanings += 1
        self.load *= 0.05

    def minute(self, weather, dust):
        """Readings of the inlet and of the filter."""
        self.now += MINUTE
        hours = (self.now - BEGIN) / (60 * MINUTE)
        self.haze += (-self.haze + weather.gauss(0, 1) * 2.7) / 30
        dust *= math.exp(0.6 * self.haze)
        humidity = 62 + 22 * math.sin(hours * 0.8)
        flow = 75 * (1 + 0.01 * math.sin(hours * 5))
        self.load += 0.97 * dust * 1e-9 * flow * 60
        drop = (250 + 880 * self.load) * (flow / 75) ** 2 + weather.gauss(0, 1)
        return ({"timestamp": self.now, "temperature": 18.2, "humidity": round(humidity, 1), "dust": round(dust),
                 "air-flow": round(flow, 2)},
                {"timestamp": self.now, "pressure-drop": round(drop, 1), "age": round(hours, 2), "cleanings": self.cleanings})


def live(plant, hours, dust=400.0):
    inlet, valve = device("inlet"), device("filter")
    weather = random.Random(plant.now)
    for _ in range(round(hours * 60)):
        air, dirt = plant.minute(weather, dust)
        inlet.publish("plants/gt-15/inlet", json.dumps(air))
        valve.publish("plants/gt-15/filter", json.dumps(dirt))
        time.sleep(0.004)
    plant.keep()
    print(f"{hours:g} h lived; the filter's drop is {dirt['pressure-drop']} Pa, it was cleaned {plant.cleanings} times")


def listen(plant):
    valve = device("filter")
    valve.subscribe("plants/gt-15/clean")
    print("told:", *valve.message())
    valve.disconnect()
    plant.clean()
    live(plant, 0.5)


def main(words):
    plant = Plant()
    if words == ["listen"]:
        return listen(plant)
    if words == ["cleaned"]:
        plant.clean()
        return live(plant, 0.5)
    if not 1 <= len(words) <= 2:
        sys.exit(__doc__)
    return live(plant, *map(float, words))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (Refused, OSError) as problem:
        sys.exit(f"refused: {problem}")
