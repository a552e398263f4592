# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The AWS IoT Device SDKs: JavaScript version 1 and 2 from npm, Python version 1 where AWS_IOT_DEVICE_SDK_PYTHON names it."""

import os
import pathlib
import shutil
import subprocess
import sys
import unittest

import serve
from aws_cli import AwsCli
from serve import Serve

HERE = pathlib.Path(__file__).resolve().parent
CACHE = pathlib.Path(os.environ.get("GREENSWARD_NODE_MODULES", HERE.parents[1] / "build/node"))
POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]}


def node_modules():
    """The SDKs, installed once beside the build; None where npm cannot."""
    if not (CACHE / "node_modules/aws-iot-device-sdk-v2").is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "node/package.json", CACHE / "package.json")
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"], cwd=CACHE,
                              capture_output=True, text=True, timeout=150)
        if done.returncode != 0:
            print(done.stderr[-400:])
            return None
    return CACHE / "node_modules"


class DeviceSdks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.modules = node_modules()
        cls.serve = Serve()
        cls.serve.start()
        cls.aws = AwsCli(cls.serve.ready)
        made = cls.aws("iot", "create-keys-and-certificate", "--set-as-active")
        cls.aws("iot", "create-policy", policy_name="everything", policy_document=POLICY)
        cls.aws("iot", "attach-policy", policy_name="everything", target=made["certificateArn"])
        folder = pathlib.Path(cls.serve.ready_file).parent
        cls.files = [str(folder / "sdk.pem"), str(folder / "sdk.key")]
        pathlib.Path(cls.files[0]).write_text(made["certificatePem"])
        pathlib.Path(cls.files[1]).write_text(made["keyPair"]["PrivateKey"])

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def node(self, script, protocol, thing):
        if self.modules is None:
            self.skipTest("the SDKs could not be installed")
        done = subprocess.run(["node", str(HERE / "node" / script), str(self.serve.ready_file), *self.files, protocol, thing],
                              capture_output=True, text=True, timeout=60,
                              env=dict(os.environ, NODE_PATH=str(self.modules), NODE_EXTRA_CA_CERTS=self.serve.ca))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout.split("\n")

    def test_javascript_1_with_a_certificate(self):
        said = self.node("device_sdk_v1.js", "mqtts", "js1-tls")
        self.assertIn('delta {"on":true}', said)
        self.assertIn("done", said)

    def test_javascript_1_over_websocket(self):
        said = self.node("device_sdk_v1.js", "wss", "js1-ws")
        self.assertIn('delta {"on":true}', said)

    def test_javascript_2_with_a_certificate(self):
        said = self.node("device_sdk_v2.js", "mqtts", "js2-tls")
        self.assertIn('delta {"on":true}', said)
        self.assertIn("rejected 409", said)

    def test_javascript_2_over_websocket(self):
        self.assertIn("rejected 409", self.node("device_sdk_v2.js", "wss", "js2-ws"))

    def test_javascript_2_speaks_mqtt_5(self):
        self.assertIn("done", self.node("device_sdk_v2.js", "mqtt5", "js2-v5"))

    def test_python_1(self):
        sdk = os.environ.get("AWS_IOT_DEVICE_SDK_PYTHON")
        if not sdk:
            self.skipTest("AWS_IOT_DEVICE_SDK_PYTHON does not name a copy of the SDK")
        # Over WebSocket it takes host names of AWS's own pattern only.
        done = subprocess.run([sys.executable, str(HERE / "device_sdk_python.py"), str(self.serve.ready_file), *self.files,
                               "mqtts", "py1-tls"], capture_output=True, text=True, timeout=60, env=dict(os.environ, PYTHONPATH=sdk))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn('delta {"on": true}', done.stdout)


if __name__ == "__main__":
    serve.need("aws", "node", "npm")
    serve.main()
