# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""boto3 as programs use it: registry with pages, policies, shadows over HTTP, temporary keys, certificates of one's own."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

import serve
from serve import Serve

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    print("skipped: python3-boto3 is not installed")
    sys.exit(serve.SKIPPED)


class Durability(unittest.TestCase):
    def test_what_was_answered_survives_kill_9(self):
        with tempfile.TemporaryDirectory(prefix="greensward-durable-") as folder:
            def clients(ready):
                keys = {"aws_access_key_id": ready["access_key_id"], "aws_secret_access_key": ready["secret_access_key"]}
                return [boto3.client(name, endpoint_url=ready["api"], region_name=ready["region"], **keys)
                        for name in ("iot", "iot-data")]

            workspace = pathlib.Path(folder) / "workspace"
            with Serve(data_dir=workspace) as first:
                iot, data = clients(first.ready)
                for number in range(20):
                    iot.create_thing(thingName=f"kept-{number}")
                    data.update_thing_shadow(thingName=f"kept-{number}", payload=json.dumps({"state": {"reported": {"n": number}}}))
                made = iot.create_keys_and_certificate(setAsActive=True)
                first.kill()
            with Serve(data_dir=workspace) as second:
                iot, data = clients(second.ready)
                self.assertEqual(len([one for one in iot.list_things()["things"] if one["thingName"].startswith("kept-")]), 20)
                for number in range(20):
                    shadow = json.loads(data.get_thing_shadow(thingName=f"kept-{number}")["payload"].read())
                    self.assertEqual((shadow["state"]["reported"], shadow["version"]), ({"n": number}, 1))
                self.assertEqual(iot.describe_certificate(certificateId=made["certificateId"])["certificateDescription"]["status"], "ACTIVE")


class Boto3(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve("--profile", "aws-today")
        cls.serve.start()

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def client(self, service, **keys):
        ready = self.serve.ready
        keys = keys or {"aws_access_key_id": ready["access_key_id"], "aws_secret_access_key": ready["secret_access_key"]}
        return boto3.client(service, endpoint_url=ready["api"], region_name=ready["region"],
                            config=Config(retries={"max_attempts": 1}), **keys)

    def refused(self, call, **arguments):
        with self.assertRaises(ClientError) as refused:
            call(**arguments)
        return refused.exception.response["Error"]["Code"]

    def test_pages(self):
        iot = self.client("iot")
        for number in range(30):
            iot.create_thing(thingName=f"page-{number:02}", attributePayload={"attributes": {"of": "pages"}})
        pages = list(iot.get_paginator("list_things").paginate(attributeName="of", attributeValue="pages",
                                                               PaginationConfig={"PageSize": 12}))
        self.assertEqual([len(page["things"]) for page in pages], [12, 12, 6])
        self.assertEqual(self.refused(iot.list_things, nextToken="rubbish"), "InvalidRequestException")

    def test_types_and_groups(self):
        iot = self.client("iot")
        iot.create_thing_type(thingTypeName="pump", thingTypeProperties={"thingTypeDescription": "lifts water"})
        iot.create_thing_group(thingGroupName="farm")
        iot.create_thing_group(thingGroupName="field", parentGroupName="farm")
        iot.create_thing(thingName="typed", thingTypeName="pump")
        iot.add_thing_to_thing_group(thingGroupName="field", thingName="typed")
        self.assertEqual(iot.list_things_in_thing_group(thingGroupName="field")["things"], ["typed"])
        self.assertEqual(iot.describe_thing_group(thingGroupName="field")["thingGroupMetadata"]["parentGroupName"], "farm")
        self.assertEqual(self.refused(iot.delete_thing_type, thingTypeName="pump"), "InvalidRequestException")
        self.assertEqual(self.refused(iot.create_thing, thingName="late", thingTypeName="none"), "ResourceNotFoundException")

    def test_shadows_and_messages(self):
        data = self.client("iot-data")
        data.update_thing_shadow(thingName="lamp", payload=json.dumps({"state": {"desired": {"on": True}}}))
        shown = json.loads(data.get_thing_shadow(thingName="lamp")["payload"].read())
        self.assertEqual(shown["state"], {"desired": {"on": True}, "delta": {"on": True}})
        self.assertEqual(self.refused(data.get_thing_shadow, thingName="nobody"), "ResourceNotFoundException")
        self.assertEqual(self.refused(data.update_thing_shadow, thingName="lamp", payload=b"{"), "InvalidRequestException")
        data.publish(topic="lawn/east", qos=1, retain=True, payload=b"green")
        kept = data.get_retained_message(topic="lawn/east")
        self.assertEqual(kept["payload"], b"green")
        listed = {one["topic"]: one for one in data.list_retained_messages()["retainedTopics"]}["lawn/east"]
        for stored in kept, listed:
            self.assertLess(abs(stored["lastModifiedTime"] / 1000 - time.time()), 60)

    def test_fleet_index(self):
        """Who is connected, and what shadows report, is asked of all things at once."""
        iot = self.client("iot")
        data = self.client("iot-data")
        self.assertEqual(self.refused(iot.search_index, queryString="*"), "IndexNotReadyException")
        iot.update_indexing_configuration(thingIndexingConfiguration={
            "thingIndexingMode": "REGISTRY_AND_SHADOW", "thingConnectivityIndexingMode": "STATUS"})
        self.assertEqual(iot.describe_index(indexName="AWS_Things")["schema"],
                         "REGISTRY_AND_SHADOW_AND_CONNECTIVITY_STATUS")
        for number, rpm in enumerate((900, 1500)):
            iot.create_thing(thingName=f"fan-{number}", attributePayload={"attributes": {"site": "roof"}})
            data.update_thing_shadow(thingName=f"fan-{number}", payload=json.dumps({"state": {"reported": {"rpm": rpm}}}))

        def found(query):
            return [thing["thingName"] for thing in iot.search_index(queryString=query)["things"]]

        self.assertEqual(found("attributes.site:roof AND shadow.reported.rpm > 1000"), ["fan-1"])
        self.assertEqual(found("thingName:fan-* AND connectivity.connected:true"), [])
        certificate, key = self.serve.device()
        client = subprocess.Popen(
            ["mosquitto_sub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "--cafile", self.serve.ca, "--cert",
             certificate, "--key", key, "-i", "fan-0", "-t", "x"])
        serve.wait_until(lambda: found("thingName:fan-* AND connectivity.connected:true") == ["fan-0"], "the fan")
        client.terminate()
        client.wait()
        serve.wait_until(lambda: found("connectivity.disconnectReason:CLIENT_INITIATED_DISCONNECT") == ["fan-0"],
                         "its goodbye")
        self.assertEqual(iot.get_statistics(queryString="thingName:fan-*", aggregationField="shadow.reported.rpm")
                         ["statistics"]["average"], 1200)
        self.assertEqual(self.refused(iot.search_index, queryString="a:"), "InvalidQueryException")

    def test_a_will_is_no_request(self):
        """A will on a shadow's topic reaches subscribers, but the shadow does not change."""
        certificate, key = self.serve.device()
        client = subprocess.Popen(
            ["mosquitto_sub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "--cafile", self.serve.ca, "--cert",
             certificate, "--key", key, "-i", "my-device", "-t", "x", "--will-topic", "$aws/things/my-device/shadow/update",
             "--will-payload", '{"state":{"reported":{"lost":true}}}'])
        serve.wait_until(lambda: client.poll() is None, "the client")
        watch = subprocess.Popen(
            ["mosquitto_sub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "--cafile", self.serve.ca, "--cert",
             certificate, "--key", key, "-i", "watch", "-t", "$aws/events/presence/disconnected/my-device", "-C", "1", "-W",
             str(serve.PATIENCE)], stdout=subprocess.PIPE, text=True)
        time.sleep(1)
        client.kill()
        client.wait()
        self.assertIn("CONNECTION_LOST", watch.communicate(timeout=serve.PATIENCE)[0])
        self.assertEqual(self.refused(self.client("iot-data").get_thing_shadow, thingName="my-device"),
                         "ResourceNotFoundException")

    def test_temporary_keys(self):
        lent = self.client("sts").get_session_token(DurationSeconds=900)["Credentials"]
        keys = {"aws_access_key_id": lent["AccessKeyId"], "aws_secret_access_key": lent["SecretAccessKey"]}
        iot = self.client("iot", aws_session_token=lent["SessionToken"], **keys)
        iot.create_thing(thingName="lent")
        self.assertEqual(self.client("sts", aws_session_token=lent["SessionToken"], **keys).get_caller_identity()["Account"],
                         self.serve.ready["account"])
        self.assertIn("Exception", self.refused(self.client("iot", aws_session_token="wrong", **keys).list_things))

    def test_an_authority_of_ones_own(self):
        iot = self.client("iot")
        folder = self.serve.ready_file.parent

        def openssl(*words):
            subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30",
                "-subj", "/CN=farm")
        code = iot.get_registration_code()["registrationCode"]
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "proof.key", "-out", "proof.csr", "-subj", f"/CN={code}")
        openssl("x509", "-req", "-in", "proof.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "proof.pem")
        ca = iot.register_ca_certificate(caCertificate=(folder / "ca.pem").read_text(),
                                         verificationCertificate=(folder / "proof.pem").read_text(), setAsActive=True,
                                         allowAutoRegistration=True)
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=own")
        openssl("x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "own.pem")

        def publish():
            return subprocess.run(
                ["mosquitto_pub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "--cafile", self.serve.ca, "--cert",
                 str(folder / "own.pem"), "--key", str(folder / "own.key"), "-i", "own", "-q", "1", "-t", "own/x", "-m", "1"],
                capture_output=True, text=True, timeout=serve.PATIENCE).returncode

        # Just in time: the first connection registers the certificate and is dropped.
        self.assertNotEqual(publish(), 0)
        pending = [one for one in iot.list_certificates()["certificates"] if one["status"] == "PENDING_ACTIVATION"]
        self.assertEqual(len(pending), 1)
        iot.create_policy(policyName="own", policyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]}))
        iot.attach_policy(policyName="own", target=pending[0]["certificateArn"])
        iot.update_certificate(certificateId=pending[0]["certificateId"], newStatus="ACTIVE")
        self.assertEqual(publish(), 0)
        iot.update_certificate(certificateId=pending[0]["certificateId"], newStatus="REVOKED")
        self.assertNotEqual(publish(), 0)

        # The authority's own life, and AWS's own errors.
        def refused(code, call, **arguments):
            with self.assertRaises(ClientError) as error:
                call(**arguments)
            self.assertEqual(error.exception.response["Error"]["Code"], code)

        pems = {name: (folder / f"{name}.pem").read_text() for name in ("ca", "proof", "own")}
        self.assertEqual([one["certificateId"] for one in iot.list_ca_certificates()["certificates"]], [ca["certificateId"]])
        told = iot.describe_ca_certificate(certificateId=ca["certificateId"])["certificateDescription"]
        self.assertEqual((told["status"], told["autoRegistrationStatus"]), ("ACTIVE", "ENABLE"))
        refused("ResourceAlreadyExistsException", iot.register_ca_certificate, caCertificate=pems["ca"],
                verificationCertificate=pems["proof"])
        refused("CertificateStateException", iot.delete_ca_certificate, certificateId=ca["certificateId"])
        iot.update_ca_certificate(certificateId=ca["certificateId"], newStatus="INACTIVE")
        iot.delete_ca_certificate(certificateId=ca["certificateId"])
        refused("ResourceNotFoundException", iot.describe_ca_certificate, certificateId=ca["certificateId"])
        refused("RegistrationCodeValidationException", iot.register_ca_certificate, caCertificate=pems["ca"],
                verificationCertificate=pems["own"])

    def test_a_certificate_without_an_authority(self):
        iot = self.client("iot")
        folder = self.serve.ready_file.parent
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "alone.key", "-out", "alone.pem",
                        "-days", "30", "-subj", "/CN=alone"], cwd=folder, check=True, capture_output=True)
        pem = (folder / "alone.pem").read_text()

        def publish():
            return subprocess.run(
                ["mosquitto_pub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "--cafile", self.serve.ca, "--cert",
                 str(folder / "alone.pem"), "--key", str(folder / "alone.key"), "-i", "alone", "-q", "1", "-t", "alone/x", "-m",
                 "1"], capture_output=True, text=True, timeout=serve.PATIENCE).returncode

        self.assertNotEqual(publish(), 0)
        made = iot.register_certificate_without_ca(certificatePem=pem, status="ACTIVE")
        told = iot.describe_certificate(certificateId=made["certificateId"])["certificateDescription"]
        self.assertEqual((told["status"], told["certificateMode"]), ("ACTIVE", "SNI_ONLY"))
        self.assertNotIn("caCertificateId", told)
        self.assertNotEqual(publish(), 0)  # no policy yet
        iot.create_policy(policyName="alone", policyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]}))
        iot.attach_policy(policyName="alone", target=made["certificateArn"])
        self.assertEqual(publish(), 0)
        with self.assertRaises(iot.exceptions.ResourceAlreadyExistsException):
            iot.register_certificate_without_ca(certificatePem=pem)
        with self.assertRaises(iot.exceptions.CertificateValidationException):
            iot.register_certificate_without_ca(certificatePem="-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----")
        iot.update_certificate(certificateId=made["certificateId"], newStatus="INACTIVE")
        iot.delete_certificate(certificateId=made["certificateId"], forceDelete=True)
        self.assertNotEqual(publish(), 0)


if __name__ == "__main__":
    serve.need("mosquitto_pub", "openssl")
    serve.main()
