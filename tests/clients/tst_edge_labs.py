# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terminal path of each lab at the edge, as tst_labs.py does it, and what is said of wrong attempts."""

import os
import pathlib
import subprocess
import time
import unittest

import serve
from serve import Serve
from tst_labs import Walker, check


class EdgePath(Walker):
    def test_10_a_core_and_its_group(self):
        self.walk("10-a-core-and-its-group")

    def test_11_local_messaging(self):
        self.walk("11-local-messaging")

    def test_12_local_lambda(self):
        self.walk("12-local-lambda")

    def test_13_shadows_and_sync(self):
        self.walk("13-shadows-and-sync")

    def test_14_offline(self):
        self.walk("14-offline")

    def test_15_filter_maintenance(self):
        self.walk("15-filter-maintenance")

    def test_16_three_laws(self):
        self.walk("16-three-laws")


class WrongAttempts(unittest.TestCase):
    def test_what_is_wrong_at_the_edge_is_told_in_the_labs_own_words(self):
        """One wrong attempt of each lab: another core's name, the cloud instead of the core, a group that is none."""
        def to_the_cloud(topic, payload="{}"):
            return f"mosquitto_pub {{mqtt}} -t {topic} -m '{payload}'"
        shadow = "$aws/things/GG_TrafficLight/shadow/update"
        for number, attempt, wanted in (
                ("10", "greensward core gg-1 add --data-dir {folder}", "a core connected, but not as `gg-10`"),
                ("11", to_the_cloud("hello/world"), "somebody said it to the cloud"),
                ("12", to_the_cloud("mill/value"), "somebody said it to the cloud"),
                ("13", to_the_cloud(f"'{shadow}'", '{"state":{"desired":{"property":"G"}}}'), "here it has to be done at the core"),
                ("14", "aws greengrass create-deployment --deployment-type NewDeployment --group-id nothing --group-version-id x",
                 "`CreateDeployment` was refused"),
                ("15", to_the_cloud("plants/gt-15/inlet"), "readings came to the cloud"),
                ("16", to_the_cloud("law/raw"), "values came to the cloud")):
            with self.subTest(lab=number), Serve("--lab", number) as running:
                names = running.folder / "certificates"
                mqtt = (f"-h localhost -p {running.mqtts_port} --cafile {running.ca} --cert {names}/my-device.pem"
                        f" --key {names}/my-device.key -i wrong -q 1")
                line = attempt.replace("{mqtt}", mqtt).replace("{folder}", str(running.folder))
                subprocess.run(f'eval "$(greensward env --data-dir {running.folder})" && {line}', shell=True,
                               executable="/bin/bash", capture_output=True, timeout=60,
                               env=dict(os.environ, PATH=f"{pathlib.Path(serve.BINARY).parent}:/usr/bin:{os.environ['PATH']}"))
                said = ""
                for _ in range(40):
                    said = check(running.folder, number).stdout
                    if wanted in said:
                        break
                    time.sleep(0.25)
                self.assertIn("nearest: " + wanted if number == "10" else wanted, said)


if __name__ == "__main__":
    serve.need("mosquitto_pub", "mosquitto_sub", "aws", "curl")
    unittest.main(verbosity=2)
