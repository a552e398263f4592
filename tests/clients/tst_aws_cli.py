# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lab 1 with the AWS CLI: a thing, its certificate and policy, a first connection with mosquitto, and everything away."""

import json
import pathlib
import subprocess
import tempfile
import unittest

import serve
from aws_cli import AwsCli, Refused
from serve import Serve

POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": "iot:Connect", "Resource": "arn:aws:iot:us-east-1:123456789012:client/${iot:Connection.Thing.ThingName}"},
        {"Effect": "Allow", "Action": ["iot:Publish", "iot:Receive"], "Resource": "arn:aws:iot:us-east-1:123456789012:topic/lab1/*"},
        {"Effect": "Allow", "Action": "iot:Subscribe", "Resource": "arn:aws:iot:us-east-1:123456789012:topicfilter/lab1/*"},
    ],
}


class Lab1(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve()
        cls.serve.start()
        cls.aws = AwsCli(cls.serve.ready)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="greensward-lab1-"))

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def mosquitto(self, client, topic, files):
        return subprocess.run(
            ["mosquitto_pub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "--cafile", self.serve.ca,
             "--cert", files[0], "--key", files[1], "-i", client, "-q", "1", "-t", topic, "-m", "hello"],
            capture_output=True, text=True, timeout=serve.PATIENCE)

    def test_lab1(self):
        aws = self.aws
        identity = aws("sts", "get-caller-identity")
        self.assertEqual(identity["Account"], "123456789012")
        self.assertTrue(aws("iot", "describe-endpoint", endpoint_type="iot:Data-ATS")["endpointAddress"])

        thing = aws("iot", "create-thing", thing_name="pump-1", attribute_payload={"attributes": {"place": "east"}})
        self.assertEqual(thing["thingArn"], "arn:aws:iot:us-east-1:123456789012:thing/pump-1")
        self.assertEqual(aws("iot", "describe-thing", thing_name="pump-1")["attributes"], {"place": "east"})
        aws("iot", "update-thing", thing_name="pump-1", attribute_payload={"attributes": {"depth": "3"}, "merge": True})
        shown = aws("iot", "describe-thing", thing_name="pump-1")
        self.assertEqual((shown["attributes"], shown["version"]), ({"place": "east", "depth": "3"}, 2))
        self.assertEqual([one["thingName"] for one in aws("iot", "list-things", attribute_name="place", attribute_value="east")["things"]], ["pump-1"])

        files = [str(self.folder / name) for name in ("c.pem", "k.key", "p.key")]
        made = aws("iot", "create-keys-and-certificate", "--set-as-active", certificate_pem_outfile=files[0],
                   private_key_outfile=files[1], public_key_outfile=files[2])
        arn, certificate = made["certificateArn"], made["certificateId"]
        self.assertEqual(aws("iot", "describe-certificate", certificate_id=certificate)["certificateDescription"]["status"], "ACTIVE")

        # On purpose before the policy: refused, as at AWS.
        self.assertNotEqual(self.mosquitto("pump-1", "lab1/pump-1", files).returncode, 0)
        aws("iot", "create-policy", policy_name="pumps", policy_document=POLICY)
        aws("iot", "attach-policy", policy_name="pumps", target=arn)
        aws("iot", "attach-thing-principal", thing_name="pump-1", principal=arn)
        self.assertEqual(aws("iot", "list-thing-principals", thing_name="pump-1")["principals"], [arn])
        self.assertEqual(aws("iot", "list-principal-things", principal=arn)["things"], ["pump-1"])
        self.assertEqual([one["policyName"] for one in aws("iot", "list-attached-policies", target=arn)["policies"]], ["pumps"])
        self.assertEqual(aws("iot", "list-targets-for-policy", policy_name="pumps")["targets"], [arn])

        done = self.mosquitto("pump-1", "lab1/pump-1", files)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotEqual(self.mosquitto("pump-2", "lab1/pump-1", files).returncode, 0)
        aws("iot-data", "publish", topic="lab1/pump-1/x", qos="1", payload='{"on":true}')

        answer = aws("iot", "test-authorization", principal=arn, client_id="pump-1",
                     auth_infos=[{"actionType": "PUBLISH", "resources": ["arn:aws:iot:us-east-1:123456789012:topic/lab2/x"]}])
        self.assertEqual(answer["authResults"][0]["authDecision"], "IMPLICIT_DENY")

        aws("iot", "create-policy-version", "--set-as-default", policy_name="pumps", policy_document=POLICY)
        self.assertEqual(aws("iot", "get-policy", policy_name="pumps")["defaultVersionId"], "2")
        aws("iot", "set-default-policy-version", policy_name="pumps", policy_version_id="1")
        aws("iot", "delete-policy-version", policy_name="pumps", policy_version_id="2")

        # A certificate that is switched off opens no door.
        aws("iot", "update-certificate", certificate_id=certificate, new_status="INACTIVE")
        self.assertNotEqual(self.mosquitto("pump-1", "lab1/pump-1", files).returncode, 0)
        with self.assertRaises(Refused) as refused:
            aws("iot", "delete-policy", policy_name="pumps")
        self.assertEqual(refused.exception.code, "DeleteConflictException")
        aws("iot", "detach-thing-principal", thing_name="pump-1", principal=arn)
        aws("iot", "detach-policy", policy_name="pumps", target=arn)
        aws("iot", "delete-policy", policy_name="pumps")
        aws("iot", "delete-certificate", certificate_id=certificate)
        aws("iot", "delete-thing", thing_name="pump-1")
        with self.assertRaises(Refused) as refused:
            aws("iot", "describe-thing", thing_name="pump-1")
        self.assertEqual(refused.exception.code, "ResourceNotFoundException")

    def test_wrong_keys_are_told_apart(self):
        stranger = AwsCli(dict(self.serve.ready, access_key_id="AKIAAAAAAAAAAAAAAAAA"))
        with self.assertRaises(Refused) as refused:
            stranger("iot", "list-things")
        self.assertEqual(refused.exception.code, "UnrecognizedClientException")
        liar = AwsCli(dict(self.serve.ready, secret_access_key="x" * 40))
        with self.assertRaises(Refused) as refused:
            liar("iot", "list-things")
        self.assertEqual(refused.exception.code, "InvalidSignatureException")
        with self.assertRaises(Refused) as refused:
            liar("sts", "get-caller-identity")
        self.assertEqual(refused.exception.code, "SignatureDoesNotMatch")

    def test_what_is_not_built_says_so(self):
        with self.assertRaises(Refused):
            self.aws("iot", "list-jobs")

    def test_shadow_over_rest(self):
        def call(operation, **options):
            out = self.folder / "shadow.json"
            self.aws("iot-data", operation, str(out), **options)
            return json.loads(out.read_text())

        with self.assertRaises(Refused) as refused:
            call("get-thing-shadow", thing_name="lamp")
        self.assertEqual(refused.exception.code, "ResourceNotFoundException")
        updated = call("update-thing-shadow", thing_name="lamp", payload={"state": {"desired": {"on": True}}})
        self.assertEqual(updated["version"], 1)
        self.assertEqual(call("get-thing-shadow", thing_name="lamp")["state"]["delta"], {"on": True})
        call("update-thing-shadow", thing_name="lamp", shadow_name="night", payload={"state": {"reported": {"dim": 3}}})
        self.assertEqual(self.aws("iot-data", "list-named-shadows-for-thing", thing_name="lamp")["results"], ["night"])
        with self.assertRaises(Refused) as refused:
            call("update-thing-shadow", thing_name="lamp", payload={"state": {}, "version": 9})
        self.assertEqual(refused.exception.code, "ConflictException")
        call("delete-thing-shadow", thing_name="lamp")


if __name__ == "__main__":
    serve.need("aws", "mosquitto_pub")
    serve.main()
