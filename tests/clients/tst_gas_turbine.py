# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gas turbine's function as it is deployed: zipped, published and put into a group with boto3, run by a core that is a program
of its own. Four sensors find the core by discovery; raw readings stay in its database, a summary an hour and a request go up."""

import importlib.util
import io
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest
import warnings
import zipfile

import serve
from serve import Serve, wait_until
from tst_edge import Console, EdgeCase
from tst_greengrass import FUNCTION

TESTS = pathlib.Path(__file__).resolve().parents[1]
PACKAGE = TESTS.parent / "resources/functions/filter-maintenance"
SENSORS = ("inlet", "filter", "rotor", "generator")


def played_plant():
    spec = importlib.util.spec_from_file_location("played", TESTS / "functions/tst_filter_maintenance.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PlayedPlant()


def package(**more):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in PACKAGE.glob("*.py"):
            archive.write(file, file.name)
        for name, text in more.items():
            archive.writestr(name + ".json", text)
    return packed.getvalue()


UNDER_WAY = 20  # readings: sensors have connections of their own, and overtake each other


class GasTurbine(EdgeCase):
    devices = tuple(f"gt-1-{sensor}" for sensor in SENSORS)

    def live_with(self, version):
        function = FUNCTION + f"filter-maintenance:{version}"
        routes = [(f"gt-1-{sensor}", f"plants/gt-1/{sensor}", function) for sensor in SENSORS]
        routes += [(function, "plants/gt-1/summary", "cloud"), (function, "plants/gt-1/maintenance", "cloud"),
                   ("cloud", "plants/gt-1/clean", "gt-1-filter")]
        self.live_by(routes, [{"Id": "f", "FunctionArn": function, "FunctionConfiguration": {
            "Executable": "filter_maintenance.function_handler", "Pinned": True, "Timeout": 25,
            "Environment": {"Execution": {"IsolationMode": "NoContainer"},
                            "Variables": {"READINGS_FOLDER": self.folder, "COMMIT_EVERY": "1"}}}}])

    def play(self, plant, hours):
        """The plant's hours, in seconds."""
        sent = 0
        for _ in range(round(hours * 60)):
            for subject, event in plant.minute():
                self.things["gt-1-" + subject.rsplit("/", 1)[1]].client.publish(subject, json.dumps(event), 1)
                sent += 1
            wait_until(lambda: self.kept() >= sent - UNDER_WAY, "the function to follow")
        return sent

    def kept(self):
        file = pathlib.Path(self.folder, "readings-core.sqlite")
        if not file.exists():
            return 0
        database = sqlite3.connect(file, timeout=10)
        try:
            return database.execute("SELECT count(*) FROM reading").fetchone()[0] - self.before
        except sqlite3.OperationalError:
            return 0
        finally:
            database.close()

    def test_it_learns_here_and_tells_the_cloud_little(self):
        folder = tempfile.TemporaryDirectory(prefix="greensward-readings-")
        self.addCleanup(folder.cleanup)
        self.folder, self.before = folder.name, 0
        create = dict(FunctionName="filter-maintenance", Runtime="python3.7", Handler="filter_maintenance.function_handler",
                      Role=self.run_role, Publish=True)
        self.functions.create_function(Code={"ZipFile": package()}, **create)
        self.live_with(1)
        for thing in self.things.values():
            thing.join().up()
        gear = self.things["gt-1-filter"]
        gear.hear("plants/gt-1/clean")
        console = Console(self.serve, "plants/#")

        plant = played_plant()
        sent = self.play(plant, 7.05)
        summaries = [json.loads(text) for text in console.wait_for("plants/gt-1/summary", 7)]
        wait_until(lambda: self.kept() == sent, "every reading to be kept")
        self.assertEqual(len(summaries), 7)
        self.assertAlmostEqual(sum(one["readings"] for one in summaries), 7 * 240 - 4, delta=UNDER_WAY,
                               msg="readings that another sensor's overtake at the end of the last hour are told with the next")
        requests = [json.loads(text) for text in console.wait_for("plants/gt-1/maintenance")]
        self.assertEqual([one["clean"] for one in requests], [1], "once a need")
        self.assertEqual({topic for topic, _ in console.messages}, {"plants/gt-1/summary", "plants/gt-1/maintenance"},
                         "readings stay here")
        up = sum(len(text) for _, text in console.messages)
        self.assertLess(up * 20, sum(one["bytes"] for one in summaries))

        console.say("plants/gt-1/clean", json.dumps({"clean": requests[0]["clean"]}))
        self.assertEqual(json.loads(gear.wait_for("plants/gt-1/clean")[0]), {"clean": 1})
        plant.clean()

        # Another version with another model, from the centre.
        model = {"version": 2, "factors": [90, 0, 1, 0], "updates": 50}
        self.functions.update_function_code(FunctionName="filter-maintenance", ZipFile=package(factors=json.dumps(model)))
        self.assertEqual(self.functions.publish_version(FunctionName="filter-maintenance")["Version"], "2")
        self.before += self.kept()
        self.live_with(2)
        for thing in self.things.values():
            thing.up()
        self.play(plant, 2)
        newest = json.loads(console.wait_for("plants/gt-1/summary", 9)[-1])
        self.assertEqual((summaries[-1]["model"], newest["model"]), (1, 2))
        console.leave()


class WholeTurbine(unittest.TestCase):
    """`greensward core gt-1 plant`: core, sensors, function and group by one word. Their hour is our minute."""

    def run_core(self, here, *words):
        return subprocess.run([serve.BINARY, "core", *words, "--data-dir", str(here.folder)], capture_output=True, text=True,
                              timeout=30, check=False)

    def status(self, here, core="gt-1"):
        return json.loads(self.run_core(here, core, "status").stdout)

    def test_one_word_makes_it_and_it_comes_back(self):
        warnings.simplefilter("ignore", ResourceWarning)
        with tempfile.TemporaryDirectory(prefix="greensward-plant-") as folder:
            here = Serve("--port-base", str(serve.free_port_base()), data_dir=folder)
            here.start()
            try:
                console = Console(here, "plants/#")
                self.assertIn("gt- and a number", self.run_core(here, "turbine", "plant").stderr)
                made = self.run_core(here, "gt-1", "plant")
                self.assertEqual((made.returncode, made.stderr), (0, ""))
                self.assertIn("there is a core gt-1 already", self.run_core(here, "gt-1", "plant").stderr)
                sensors = [f"gt-1-{sensor}" for sensor in sorted(SENSORS)]
                wait_until(lambda: self.status(here)["devices"] == sensors, "the sensors to find their core")
                summary = json.loads(console.wait_for("plants/gt-1/summary", 1, 90)[0])
                self.assertEqual((summary["plant"], summary["rejected"]), ("gt-1", 0))
                traffic = self.status(here)["traffic"]
                self.assertGreater(traffic["localBytes"], 20 * traffic["cloudBytes"])
                database = sqlite3.connect(pathlib.Path(folder, "edge/gt-1/readings/readings-gt-1.sqlite"), timeout=10)
                self.assertGreaterEqual(database.execute("SELECT count(*) FROM reading").fetchone()[0], summary["readings"])
                database.close()
                self.assertEqual(self.status(here)["problem"], "")
                # The function is there now; another turbine runs the same version.
                self.assertEqual(self.run_core(here, "gt-2", "plant").stderr, "")
                wait_until(lambda: len(self.status(here, "gt-2")["devices"]) == 4, "the second turbine")
                console.leave()
                self.assertEqual(here.terminate(), 0)
                here.start()
                wait_until(lambda: self.status(here)["devices"] == sensors, "the sensors after a restart")
            finally:
                here.terminate()


if __name__ == "__main__":
    serve.main()
