# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each thing that people get stuck at, provoked with the programs that people use. The doctor's card for it must come
first, within two seconds; and a run in which nothing is wrong must bring none."""

import datetime
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

import serve
from serve import Serve, BINARY

try:
    import boto3
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.config import Config
    from botocore.credentials import Credentials
    from botocore.exceptions import ClientError
except ImportError:
    print("skipped: python3-boto3 is not installed")
    sys.exit(serve.SKIPPED)

WITHIN = 2.0
FAR = "--profile"


class Patient(unittest.TestCase):
    PROFILE = "aws-2017"

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="greensward-doctor-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.serve = Serve(FAR, self.PROFILE, "--mqtt-plain", data_dir=self.folder / "workspace")
        self.serve.start()
        self.addCleanup(self.serve.__exit__)
        self.addCleanup(lambda: self.serve.terminate() if self.serve.process.poll() is None else None)

    # --- the doctor --------------------------------------------------------------------------------------------------

    def seen(self):
        file = self.serve.folder / "doctor.json"
        return json.loads(file.read_text()) if file.exists() else {"cards": [], "learned": []}

    def expect(self, code, *words):
        """The first card, within two seconds from now."""
        begun = time.monotonic()
        while time.monotonic() - begun < WITHIN:
            if cards := self.seen()["cards"]:
                break
            time.sleep(0.02)
        else:
            self.fail(f"no card within {WITHIN} s; {code} was expected")
        card = cards[0]
        self.assertEqual(card["code"], code, json.dumps(cards, indent=1))
        for word in words:
            self.assertIn(word, json.dumps(card, ensure_ascii=False))
        for word in ("you forgot", "you must", "your fault"):
            self.assertNotIn(word, card["sentence"])
        return card

    def expect_gone(self, code, seconds=WITHIN):
        serve.wait_until(lambda: code not in [card["code"] for card in self.seen()["cards"]], f"{code} to go", seconds)
        self.assertIn(code, [card["code"] for card in self.seen()["learned"]])

    # --- the programs ------------------------------------------------------------------------------------------------

    def api(self, service, region=None, keys=None):
        ready = self.serve.ready
        keys = keys or {"aws_access_key_id": ready["access_key_id"], "aws_secret_access_key": ready["secret_access_key"]}
        return boto3.client(service, endpoint_url=ready["api"], region_name=region or ready["region"],
                            config=Config(retries={"max_attempts": 1}), **keys)

    def device(self, name, statements=None, active=True):
        """A certificate of its own with a policy of these statements: the certificate's id, and mosquitto's options."""
        iot = self.api("iot")
        made = iot.create_keys_and_certificate(setAsActive=active)
        certificate, key = self.folder / f"{name}.pem", self.folder / f"{name}.key"
        certificate.write_text(made["certificatePem"])
        key.write_text(made["keyPair"]["PrivateKey"])
        key.chmod(0o600)
        if statements is not None:
            document = {"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": action, "Resource": [self.arn(one) for one in resource.split()]}
                for action, resource in statements]}
            iot.create_policy(policyName=name, policyDocument=json.dumps(document))
            iot.attach_policy(policyName=name, target=made["certificateArn"])
        return made["certificateId"], ["--cert", str(certificate), "--key", str(key)]

    def arn(self, resource):
        return resource if resource.startswith("arn:") else f"arn:aws:iot:us-east-1:{self.serve.ready['account']}:{resource}"

    def own(self):
        certificate, key = self.serve.device()
        return ["--cert", certificate, "--key", key]

    def mosquitto(self, *options, program="mosquitto_pub", host="localhost", port=None, ca=None, wait=True):
        command = [program, "-h", host, "-p", str(port or self.serve.mqtts_port), "--cafile", ca or self.serve.ca, *options]
        if not wait:
            # Line by line, though it writes into a pipe.
            process = subprocess.Popen(["stdbuf", "-oL", *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            self.addCleanup(lambda: (process.kill(), process.wait(), process.stdout.close()))
            return process
        return subprocess.run(command, capture_output=True, text=True, timeout=serve.PATIENCE, check=False)

    def publish(self, client, topic, *options, **where):
        return self.mosquitto("-i", client, "-t", topic, "-m", "{}", "-q", "1", *options, **where)

    def handshake(self, port, client=None, alpn=None, name="localhost", ca=None, first=b""):
        """TLS by hand; whatever the other end thinks of it."""
        context = ssl.create_default_context(cafile=ca or self.serve.ca)
        if client:
            context.load_cert_chain(*client)
        if alpn:
            context.set_alpn_protocols(alpn)
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as plain, \
                    context.wrap_socket(plain, server_hostname=name) as link:
                link.sendall(first)
                link.settimeout(1)
                return link.recv(10)
        except OSError as error:
            return error

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)


class EndpointAndTls(Patient):
    def test_d01_a_name_the_certificate_does_not_have(self):
        self.handshake(self.serve.mqtts_port, name="a1b2.iot.us-east-1.amazonaws.com")
        self.expect("D01", "a1b2.iot.us-east-1.amazonaws.com", "localhost", "certain")

    def test_d01_http_where_https_is_spoken(self):
        with socket.create_connection(("127.0.0.1", self.serve.https_port), 5) as link:
            link.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            link.settimeout(1)
            link.recv(10)
        self.expect("D01", "https://")

    def test_d04_a_certificate_nobody_signed(self):
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "own.key",
                     "-out", "own.pem", "-subj", "/CN=wt-9", "-addext", "basicConstraints=critical,CA:FALSE")
        self.publish("wt-9", "a", "--cert", str(self.folder / "own.pem"), "--key", str(self.folder / "own.key"))
        self.expect("D04", "self-signed", "wt-9", "certain")

    def test_d04_an_authority_where_the_device_belongs(self):
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
                     "-out", "ca.pem", "-subj", "/CN=My Root CA")
        self.publish("wt-9", "a", "--cert", str(self.folder / "ca.pem"), "--key", str(self.folder / "ca.key"))
        self.expect("D04", "My Root CA", "authority")

    def test_d04_the_root_of_another_workspace(self):
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
                     "-out", "other.pem", "-subj", "/CN=Another Root")
        self.handshake(self.serve.mqtts_port, client=self.serve.device(), ca=str(self.folder / "other.pem"))
        self.expect("D04", "CA file")

    def test_d09_mqtt_without_tls(self):
        subprocess.run(["mosquitto_pub", "-h", "localhost", "-p", str(self.serve.mqtts_port), "-t", "a", "-m", "b"],
                       capture_output=True, timeout=serve.PATIENCE, check=False)
        self.expect("D09", str(self.serve.mqtts_port), "without TLS")

    def test_d09_another_alpn(self):
        self.handshake(self.serve.https_port, client=self.serve.device(), alpn=["mqtt/5"])
        self.expect("D09", "mqtt/5", "x-amzn-mqtt-ca")

    def test_d09_the_shared_port_without_alpn(self):
        connect = b"\x10\x15\x00\x04MQTT\x04\x02\x00\x3c\x00\x09my-device"
        self.handshake(self.serve.https_port, client=self.serve.device(), first=connect)
        self.expect("D09", "without ALPN", "worth a check")


class CertificatesAndPolicies(Patient):
    def test_d02_a_policy_of_another_region(self):
        _, tls = self.device("pump-1", [("iot:Connect", "arn:aws:iot:eu-west-1:123456789012:client/pump-1")])
        self.publish("pump-1", "a", *tls)
        self.expect("D02", "eu-west-1", "us-east-1")

    def test_d03_inactive_and_then_activated(self):
        certificate, tls = self.device("pump-1", [("iot:*", "*")], active=False)
        self.publish("pump-1", "a", *tls)
        card = self.expect("D03", "INACTIVE", "pump-1", certificate[:12])
        self.assertIn(f"--certificate-id {certificate}", card["fixes"][0]["command"])
        self.api("iot").update_certificate(certificateId=certificate, newStatus="ACTIVE")
        self.assertEqual(self.publish("pump-1", "a", *tls).returncode, 0)
        self.expect_gone("D03")

    def test_d03_no_policy(self):
        _, tls = self.device("pump-1")
        self.publish("pump-1", "a", *tls)
        card = self.expect("D03", "No policy", "attach-policy")
        self.assertIn({"label": "policies", "value": "–", "ok": False}, card["evidence"])

    def test_d03_not_registered(self):
        certificate, tls = self.device("pump-1")
        iot = self.api("iot")
        iot.update_certificate(certificateId=certificate, newStatus="INACTIVE")
        iot.delete_certificate(certificateId=certificate)
        self.publish("pump-1", "a", *tls)
        self.expect("D03", "not registered")

    def test_d05_another_client_id(self):
        _, tls = self.device("pumps", [("iot:Connect", "client/pump-*"), ("iot:Publish", "topic/*")])
        self.publish("pumps-1", "a", *tls)
        card = self.expect("D05", "certain")
        self.assertEqual(card["sentence"], "The policy allows `client/pump-*`; this client is `pumps-1`.")
        self.assertEqual(self.publish("pump-1", "a", *tls).returncode, 0)

    def test_d05_names_no_topics(self):
        _, tls = self.device("all", [("iot:*", "client/pump-* topic/lawn/*")])
        self.publish("pumps-1", "lawn/a", *tls)
        self.assertEqual(self.expect("D05")["sentence"], "The policy allows `client/pump-*`; this client is `pumps-1`.")

    def test_d06_publish(self):
        _, tls = self.device("pump-1", [("iot:Connect", "client/*"), ("iot:Publish", "topic/lawn/*")])
        self.publish("pump-1", "garden/a", *tls)
        card = self.expect("D06", "iot:Publish", "garden/a", "pump-1")
        rows = [(row["label"], row["ok"]) for row in card["evidence"] if row["label"].startswith("iot:")]
        self.assertEqual(rows, [("iot:Connect", True), ("iot:Subscribe", False), ("iot:Receive", False), ("iot:Publish", False)])
        self.assertIn("topic/garden/a", [row["value"] for row in card["evidence"] if row["label"] == "line to add"][0])

    def test_d06_the_line_to_add_is_the_one_that_helps(self):
        _, tls = self.device("pump-1", [("iot:Connect", "client/*")])
        self.publish("pump-1", "garden/a", *tls)
        card = self.expect("D06")
        line = json.loads([row["value"] for row in card["evidence"] if row["label"] == "line to add"][0])
        iot = self.api("iot")
        document = json.loads(iot.get_policy(policyName="pump-1")["policyDocument"])
        document["Statement"].append(line)
        iot.create_policy_version(policyName="pump-1", policyDocument=json.dumps(document), setAsDefault=True)
        self.assertEqual(self.publish("pump-1", "garden/a", *tls).returncode, 0)

    def test_d06_subscribe(self):
        _, tls = self.device("pump-1", [("iot:Connect", "client/*"), ("iot:Subscribe", "topic/lawn/*")])
        self.mosquitto("-i", "pump-1", "-t", "lawn/a", "-C", "1", "-W", "1", *tls, program="mosquitto_sub")
        self.expect("D06", "iot:Subscribe", "topicfilter")

    def test_d06_receive(self):
        _, tls = self.device("pump-1", [("iot:Connect", "client/*"), ("iot:Subscribe", "topicfilter/lawn/*")])
        subscriber = self.mosquitto("-d", "-i", "pump-1", "-t", "lawn/a", *tls, program="mosquitto_sub", wait=False)
        for line in subscriber.stdout:
            if line.startswith("Subscribed"):
                break
        self.publish("my-device", "lawn/a", *self.own())
        self.expect("D06", "iot:Receive", "not handed on")

    def test_d20_a_will_that_is_not_allowed(self):
        _, tls = self.device("pump-1", [("iot:Connect", "client/*"), ("iot:Publish", "topic/lawn/*")])
        self.publish("pump-1", "lawn/a", "--will-topic", "status/pump-1", "--will-payload", "gone", *tls)
        self.expect("D20", "will", "status/pump-1")


class ClientsAndWills(Patient):
    def test_d07_two_programs_with_one_id(self):
        for _ in range(3):
            self.mosquitto("-i", "my-device", "-t", "a", *self.own(), program="mosquitto_sub", wait=False)
        self.expect("D07", "my-device")

    def test_d20_a_goodbye_that_somebody_listens_for(self):
        watcher = self.mosquitto("-d", "-i", "watcher", "-t", "status/#", *self.own(), program="mosquitto_sub", wait=False)
        for line in watcher.stdout:
            if line.startswith("Subscribed"):
                break
        self.publish("mower", "a", "--will-topic", "status/mower", "--will-payload", "gone", *self.own())
        self.expect("D20", "said goodbye", "mower")

    def test_d20_a_will_that_comes_late(self):
        self.mosquitto("-i", "mower", "-t", "a", "-k", "1200", "--will-topic", "status/mower", "--will-payload", "gone",
                       *self.own(), program="mosquitto_sub", wait=False)
        self.expect("D20", "30 min", "1.5 times")


class Apis(Patient):
    def refused(self, call, **arguments):
        with self.assertRaises(ClientError) as refused:
            call(**arguments)
        return refused.exception.response["Error"]["Code"]

    def signed_at(self, moment):
        """A request that was signed then."""
        ready = self.serve.ready

        class Then(SigV4Auth):
            def add_auth(self, request):
                request.context["timestamp"] = moment.strftime("%Y%m%dT%H%M%SZ")
                self._modify_request_before_signing(request)
                canonical = self.canonical_request(request)
                string = self.string_to_sign(request, canonical)
                self._inject_signature_to_request(request, self.signature(string, request))

        request = AWSRequest("GET", ready["api"] + "/things", headers={"Host": ready["api"].split("//")[1]})
        Then(Credentials(ready["access_key_id"], ready["secret_access_key"]), "iot", "us-east-1").add_auth(request)
        import urllib.error
        import urllib.request
        try:
            urllib.request.urlopen(urllib.request.Request(ready["api"] + "/things", headers=dict(request.headers))).read()
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        return 200

    def test_d02_signed_for_another_region(self):
        self.api("iot", region="eu-west-1").list_things()
        self.expect("D02", "eu-west-1", "us-east-1")
        self.api("iot").list_things()
        self.expect_gone("D02")

    def test_d02_an_arn_of_another_region(self):
        iot = self.api("iot")
        iot.create_policy(policyName="p", policyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]}))
        self.refused(iot.attach_policy, policyName="p", target="arn:aws:iot:eu-west-1:123456789012:cert/" + "a" * 64)
        self.expect("D02", "eu-west-1", "ARN")

    def test_d08_a_clock_ahead_and_behind(self):
        now = datetime.datetime.now(datetime.timezone.utc)
        self.assertEqual(self.signed_at(now), 200)
        self.signed_at(now + datetime.timedelta(minutes=20))
        card = self.expect("D08", "ahead", "20 min")
        self.assertIn("clock here", [row["label"] for row in card["evidence"]])
        self.assertIn("clock of the client", [row["label"] for row in card["evidence"]])
        self.signed_at(now)
        self.expect_gone("D08")

    def test_d08_a_certificate_before_its_time(self):
        root = self.serve.folder / "keys"
        self.openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "late.key",
                     "-out", "late.csr", "-subj", "/CN=late")
        authority = next(file for file in root.iterdir() if "PRIVATE KEY" in file.read_text() and "root" in file.name)
        (self.folder / "index.txt").write_text("")
        (self.folder / "serial").write_text("01")
        (self.folder / "ca.cnf").write_text(
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n"
            "[p]\ncommonName=supplied\n")
        self.openssl("ca", "-batch", "-config", "ca.cnf", "-in", "late.csr", "-out", "late.pem", "-notext",
                     "-cert", str(self.serve.ca), "-keyfile", str(authority),
                     "-startdate", "20400101000000Z", "-enddate", "20410101000000Z")
        self.publish("late", "a", "--cert", str(self.folder / "late.pem"), "--key", str(self.folder / "late.key"))
        self.expect("D08", "not valid yet", "2040-01-01", "clock here")

    def test_d19_keys_of_another_account(self):
        self.refused(self.api("iot", keys={"aws_access_key_id": "AKIAOTHERACCOUNTKEY1", "aws_secret_access_key": "x"}).list_things)
        card = self.expect("D19", "AKIAOTHERACCOUNTKEY1", "does not know")
        self.assertIn("greensward env", card["fixes"][0]["text"])
        self.api("iot").list_things()
        self.expect_gone("D19")

    def test_d19_another_secret(self):
        key = self.serve.ready["access_key_id"]
        self.refused(self.api("iot", keys={"aws_access_key_id": key, "aws_secret_access_key": "wrong"}).list_things)
        self.expect("D19", key, "likely")

    def test_d16_a_document_without_state(self):
        for payload, word in [('{"reported":{"rpm":1}}', "reported stands beside state"), ('{"state":{"reported":{"a":[null]}}}', "null")]:
            with self.subTest(payload=payload):
                self.mosquitto("-i", "my-device", "-t", "$aws/things/wt-1/shadow/update", "-m", payload, *self.own())
                serve.wait_until(lambda: any(word in card["sentence"] for card in self.seen()["cards"]), word, WITHIN)
                self.expect("D16", "400", "my-device")

    def test_d16_two_writers(self):
        data = self.api("iot-data")
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"desired":{"rpm":1}}}')
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"reported":{"rpm":1}}}')
        self.refused(data.update_thing_shadow, thingName="wt-1", payload='{"state":{"desired":{"rpm":2}},"version":1}')
        self.expect("D16", "409", "version asked for", "version there was")
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"desired":{"rpm":1}}}')
        self.expect_gone("D16")

    def test_d16_too_large(self):
        self.refused(self.api("iot-data").update_thing_shadow, thingName="wt-1",
                     payload=json.dumps({"state": {"reported": {"a": "x" * 9000}}}))
        self.expect("D16", "413", "too large")

    def test_d17_a_number_that_is_a_text(self):
        data = self.api("iot-data")
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"desired":{"rpm":"1500"}}}')
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"reported":{"rpm":1500}}}')
        self.expect("D17", "type", "rpm")
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"desired":{"rpm":1500}}}')
        self.expect_gone("D17")


class WellAndOutside(Patient):
    PROFILE = "aws-today"

    def doctor(self, *options):
        done = subprocess.run([BINARY, "doctor", *options], capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_a_run_in_which_nothing_is_wrong(self):
        iot, data = self.api("iot"), self.api("iot-data")
        iot.create_thing(thingName="wt-1")
        certificate, tls = self.device("wt-1", [
            ("iot:Connect", "client/wt-1"), ("iot:Publish", "topic/turbine/*"), ("iot:Subscribe", "topicfilter/turbine/#"),
            ("iot:Receive", "topic/turbine/*")])
        iot.attach_thing_principal(thingName="wt-1", principal=self.arn(f"cert/{certificate}"))
        subscriber = self.mosquitto("-d", "-i", "wt-1", "-t", "turbine/#", "-C", "1", *tls, program="mosquitto_sub", wait=False)
        for line in subscriber.stdout:
            if line.startswith("Subscribed"):
                break
        self.assertEqual(self.publish("my-device", "turbine/1", *self.own()).returncode, 0)
        self.assertIn("{}", subscriber.stdout.read())
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"desired":{"rpm":1500}}}')
        data.update_thing_shadow(thingName="wt-1", payload='{"state":{"reported":{"rpm":1500}}}')
        self.handshake(self.serve.https_port, client=self.serve.device(), alpn=["x-amzn-mqtt-ca"])
        time.sleep(1)
        self.assertEqual(self.seen()["cards"], [])
        code, said = self.doctor("--data-dir", str(self.serve.folder))
        self.assertEqual(code, 0, said)
        self.assertIn("All well", said)

    def test_an_endpoint_elsewhere(self):
        def look(address, *options):
            code, said = self.doctor("--data-dir", str(self.serve.folder), "--endpoint", address, *options, "--json")
            self.assertIn(code, (0, 1), said)
            return [(card["code"], card["sentence"]) for card in json.loads(said)["cards"]]

        def first(cards, code, *words):
            self.assertTrue(cards, "there is no card")
            self.assertEqual(cards[0][0], code, cards)
            for word in words:
                self.assertIn(word, cards[0][1])

        at = f"localhost:{self.serve.mqtts_port}"
        own = ("--ca", self.serve.ca, *self.own(), "--client-id", "my-device")
        self.assertEqual(look(at, *own), [])
        first(look(at, *own[2:]), "D04", "root certificate")
        first(look("arn:aws:iot:us-east-1:123456789012:thing/x"), "D01", "ARN")
        first(look(f"https://localhost:{self.serve.https_port}"), "D01", "URL")
        first(look("nowhere.invalid:8883", *own), "D01", "nowhere.invalid")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            silent = free.getsockname()[1]
        first(look(f"localhost:{silent}", *own), "D09", str(silent))
        _, stranger = self.device("stranger", [("iot:Publish", "topic/x")])
        first(look(at, "--ca", self.serve.ca, *stranger, "--client-id", "stranger"), "D03", "policy")

    def test_from_outside(self):
        self.publish("pump-1", "a", *self.device("pump-1")[1])
        self.expect("D03")
        code, said = self.doctor("--data-dir", str(self.serve.folder))
        self.assertEqual(code, 1, said)
        self.assertIn("D03", said)
        code, said = self.doctor("--data-dir", str(self.serve.folder), "--json")
        self.assertEqual((code, json.loads(said)["cards"][0]["code"]), (1, "D03"))

    def test_a_policy_that_allows_nothing(self):
        self.api("iot").create_policy(policyName="empty-handed", policyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iot:*", "Resource": "*"}]}))
        code, said = self.doctor("--data-dir", str(self.serve.folder))
        self.assertEqual(code, 1, said)
        self.assertIn("empty-handed", said)

    def test_a_folder(self):
        certificate, key = self.serve.device()
        folder = self.folder / "device"
        folder.mkdir()
        for file in (certificate, key, self.serve.ca):
            (folder / pathlib.Path(file).name).write_text(pathlib.Path(file).read_text())
        (folder / pathlib.Path(key).name).chmod(0o600)
        self.assertEqual(self.doctor("--folder", str(folder))[0], 0, self.doctor("--folder", str(folder)))
        (folder / pathlib.Path(certificate).name).write_text(pathlib.Path(self.serve.ca).read_text())
        code, said = self.doctor("--folder", str(folder))
        self.assertEqual(code, 1, said)
        self.assertIn("D04", said)

    def test_wrong_usage(self):
        self.assertEqual(self.doctor("--folder", "/nowhere")[0], 2)
        self.assertEqual(self.doctor("--data-dir", "/nowhere")[0], 2)
        self.assertEqual(self.doctor("--endpoint", "mars")[0], 2)


if __name__ == "__main__":
    serve.need("mosquitto_pub", "mosquitto_sub", "openssl")
    serve.main()
