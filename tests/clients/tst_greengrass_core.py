# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deployments as a core and its devices see them: with their certificates and plain HTTP, MQTT, and the SDK's own discovery."""

import base64
import hashlib
import json
import os
import re
import socket
import ssl
import subprocess
import sys
import unittest
import urllib.parse

import serve
from greengrass_world import ACCOUNT, FUNCTION, GREENGRASS, ISO, UUID, Case, Core, Device, statement
from tst_lambda import answering, boto3, make_role

serve.need_paho()

import paho.mqtt.client as mqtt  # noqa: E402


class FirstDeployment(Case):
    """From nothing to a core that has everything, as Appendix A has it."""

    def test_everything_a_core_needs(self):
        self.give_service_role()
        core, first, second = Core(self.serve, "core"), Device(self.serve, "ggad-1", "greengrass:Discover"), Device(self.serve, "ggad-2")
        code = answering("hello")
        self.functions.create_function(FunctionName="hello", Runtime="python3.9", Handler="index.handler", Code={"ZipFile": code},
                                       Role=make_role(self.iam, "Run"), Publish=True)
        self.functions.create_alias(FunctionName="hello", Name="live", FunctionVersion="1")
        routes = [{"Id": "s1", "Source": first.arn, "Subject": "sdk/test/Python", "Target": second.arn},
                  {"Id": "s2", "Source": FUNCTION + "hello:live", "Subject": "hello/world", "Target": "cloud"},
                  {"Id": "s3", "Source": "cloud", "Subject": "a/#", "Target": FUNCTION + "hello:live"}]
        group, version = self.group(
            "myFirstGGG", core=[core.entry(SyncShadow=True)], device=[first.entry("d1"), second.entry("d2")],
            function=[{"Id": "f1", "FunctionArn": FUNCTION + "hello:live", "FunctionConfiguration": {"Pinned": True, "Timeout": 25}},
                      {"Id": "spool", "FunctionArn": "arn:aws:lambda:::function:GGCloudSpooler:1",
                       "FunctionConfiguration": {"Executable": "spooler", "MemorySize": 32768, "Pinned": True, "Timeout": 3}}],
            subscription=routes, logger=[{"Id": "l", "Component": "Lambda", "Level": "INFO", "Space": 1024, "Type": "FileSystem"}])
        self.assertEqual(first.get("/greengrass/discover/thing/ggad-1")[0], 404, "the group is not deployed")
        deployment = self.deploy(group, version)
        got = self.status(group, deployment, "InProgress")
        self.assertEqual(got["DeploymentType"], "NewDeployment")
        self.assertRegex(got["UpdatedAt"], ISO)
        self.assertEqual(core.notified(), {"groupId": group, "deploymentId": deployment, "deploymentType": "NewDeployment"})

        status, document = core.document(group, deployment)
        self.assertEqual(status, 200, document)
        self.assertEqual({key: document[key] for key in ("GroupId", "GroupName", "GroupVersionId", "DeploymentId", "DeploymentType",
                                                         "Region", "Account", "CertificateExpiryInMilliseconds")},
                         {"GroupId": group, "GroupName": "myFirstGGG", "GroupVersionId": version, "DeploymentId": deployment,
                          "DeploymentType": "NewDeployment", "Region": "us-east-1", "Account": ACCOUNT,
                          "CertificateExpiryInMilliseconds": "604800000"})
        self.assertEqual(document["Core"], core.entry(SyncShadow=True))
        self.assertEqual([(one["Id"], one["CertificatePem"]) for one in document["Devices"]],
                         [("d1", (first.folder / "c.pem").read_text()), ("d2", (second.folder / "c.pem").read_text())])
        function, spooler = document["Functions"]
        self.assertEqual(function["ResolvedArn"], FUNCTION + "hello:1")
        self.assertEqual(function["FunctionConfiguration"],
                         {"Pinned": True, "Timeout": 25, "MemorySize": 16384, "EncodingType": "json"})
        self.assertEqual(function["Code"], {"Handler": "index.handler", "Runtime": "python3.9", "CodeSize": len(code),
                                            "CodeSha256": base64.b64encode(hashlib.sha256(code).digest()).decode()})
        self.assertNotIn("Code", spooler)
        self.assertEqual(document["Subscriptions"], routes)
        self.assertNotIn("RoleArn", document)
        status, octets, _ = core.ask("GET", core.path(group, deployment, "/artifacts/" + urllib.parse.quote(function["ResolvedArn"], safe="")))
        self.assertEqual((status, octets), (200, code))

        authority = self.gg.get_group_certificate_authority(
            GroupId=group, CertificateAuthorityId=document["CertificateAuthorities"][0]["Id"])["PemEncodedCertificate"]
        self.assertEqual(document["CertificateAuthorities"][0]["Pem"], authority)
        self.check_listener_certificate(core, group, authority)
        self.check_discovery(core, first, group, authority)
        self.assertEqual(core.tell(group, deployment, "InProgress"), 200)
        self.assertEqual(core.tell(group, deployment, "Success"), 200)
        self.assertNotIn("ErrorMessage", self.status(group, deployment, "Success"))

    def check_listener_certificate(self, core, group, authority):
        folder = core.folder
        subprocess.run(["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "s.key", "-out", folder / "s.csr",
                        "-subj", "/CN=GreengrassCore"], check=True, capture_output=True)
        status, octets, _ = core.ask("POST", f"/greengrass/groups/{group}/certificates",
                                     {"CertificateSigningRequest": (folder / "s.csr").read_text(), "HostNames": ["192.168.1.4", "pi.local"]})
        made = json.loads(octets)
        self.assertEqual(status, 200, made)
        self.assertEqual(made["CertificateAuthorityPem"], authority)
        (folder / "s.pem").write_text(made["CertificatePem"])
        (folder / "ca.pem").write_text(authority)
        for name, option in (("192.168.1.4", "-verify_ip"), ("127.0.0.1", "-verify_ip"), ("pi.local", "-verify_hostname"),
                             ("localhost", "-verify_hostname")):
            subprocess.run(["openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", folder / "ca.pem", option, name,
                            folder / "s.pem"], check=True, capture_output=True)

    def check_discovery(self, core, device, group, authority):
        self.assertEqual(device.get("/greengrass/discover/thing/ggad-1")[0], 404, "the core has not said where it is")
        said = {"ConnectivityInfo": [
            {"Id": "localhost_127.0.0.1_0", "HostAddress": "127.0.0.1", "PortNumber": 8883, "Metadata": ""},
            {"Id": "AUTOIP_192.168.1.4_1", "HostAddress": "192.168.1.4", "PortNumber": 8883, "Metadata": ""}]}
        status, octets, _ = core.ask("PUT", "/greengrass/things/core/connectivityInfo", said)
        self.assertEqual(status, 200, octets)
        self.assertEqual(self.gg.get_connectivity_info(ThingName="core")["ConnectivityInfo"], said["ConnectivityInfo"])
        self.assertEqual(device.get("/greengrass/discover/thing/ggad-1"), (200, {"GGGroups": [
            {"GGGroupId": group, "CAs": [authority],
             "Cores": [{"thingArn": core.arn, "Connectivity": said["ConnectivityInfo"][1:]}]}]}))


class Life(Case):
    """Deployments after the first, and their end."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.give_service_role()
        cls.core, cls.lamp = Core(cls.serve, "core"), Device(cls.serve, "lamp", "greengrass:Discover")
        cls.group_id, cls.version = cls.group("g", core=[cls.core.entry()], device=[cls.lamp.entry()])

    def test_from_deployment_to_deletion(self):
        gg, group, core = self.gg, self.group_id, self.core
        first = self.deploy(group, self.version)
        self.status(group, first, "InProgress")
        second = self.deploy(group, self.version)
        got = self.status(group, second, "Failure")
        self.assertIn("has not ended", got["ErrorMessage"])
        self.assertEqual(got["ErrorDetails"][0]["DetailedErrorCode"], "GG-CONCURRENT")
        self.assertIn("with Force", self.refused(gg.reset_deployments, GroupId=group))
        self.assertIn("reset", self.refused(gg.delete_group, GroupId=group))
        self.assertEqual(core.tell(group, first, "Failure", ErrorMessage="no room"), 200)
        self.assertEqual(self.status(group, first, "Failure")["ErrorMessage"], "no room")
        third = gg.create_deployment(GroupId=group, DeploymentType="Redeployment", DeploymentId=first)["DeploymentId"]
        self.status(group, third, "InProgress")
        self.assertEqual(core.notified()["deploymentType"], "Redeployment")
        self.assertEqual(core.tell(group, third, "Success"), 200)
        listed = gg.list_deployments(GroupId=group)["Deployments"]
        self.assertEqual([(one["DeploymentId"], one["DeploymentType"]) for one in listed],
                         [(third, "Redeployment"), (second, "NewDeployment"), (first, "NewDeployment")])
        self.assertEqual(listed[0]["DeploymentArn"], f"{GREENGRASS}groups/{group}/deployments/{third}")
        self.assertEqual(listed[0]["GroupArn"], f"{GREENGRASS}groups/{group}")
        self.assertRegex(listed[0]["CreatedAt"], ISO)
        reset = gg.reset_deployments(GroupId=group)["DeploymentId"]
        self.status(group, reset, "InProgress")
        self.assertIn("reset", self.refused(gg.delete_group, GroupId=group))
        self.assertEqual(core.notified(), {"groupId": group, "deploymentId": reset, "deploymentType": "ResetDeployment"})
        status, document = core.document(group, reset)
        self.assertEqual((status, document["DeploymentType"], "Core" in document), (200, "ResetDeployment", False))
        self.assertEqual(core.tell(group, reset, "Success"), 200)
        self.status(group, reset, "Success")
        self.assertEqual(core.document(group, third)[0], 404)
        gg.delete_group(GroupId=group)
        self.refused(gg.get_group, 404, GroupId=group)
        self.assertEqual(core.document(group, reset)[0], 404)


class OverTheWire(Case):
    """What devices and cores may not, and how it is said."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.give_service_role()
        cls.core, cls.lamp = Core(cls.serve, "core"), Device(cls.serve, "lamp", "greengrass:Discover")
        cls.mute, cls.stranger = Device(cls.serve, "mute", "iot:*"), Core(cls.serve, "stranger")
        cls.group_id, cls.version = cls.group("g", core=[cls.core.entry()], device=[cls.lamp.entry(), cls.mute.entry("2")])
        cls.deployment = cls.gg.create_deployment(GroupId=cls.group_id, GroupVersionId=cls.version, DeploymentType="NewDeployment")["DeploymentId"]
        cls.gg.update_connectivity_info(ThingName="core", ConnectivityInfo=[
            {"Id": "1", "HostAddress": "127.0.0.1", "PortNumber": 8883, "Metadata": ""}])
        serve.wait_until(lambda: cls.lamp.get("/greengrass/discover/thing/lamp")[0] == 200, "the group to be built")

    def test_discovery_refused(self):
        status, body = self.mute.get("/greengrass/discover/thing/mute")
        self.assertEqual((status, sorted(body), body["message"]), (403, ["message", "traceId"], None))
        self.assertRegex(body["traceId"], f"^{UUID}$")
        self.assertEqual(self.lamp.get("/greengrass/discover/thing/core")[0], 403, "the certificate is not the core's")
        for device, thing, status in ((self.stranger, "stranger", 404), (self.lamp, "nobody", 404), (self.lamp, "a%20b", 400)):
            got, body = device.get("/greengrass/discover/thing/" + thing)
            self.assertEqual((got, list(body)), (status, ["errorMessage"]), body)

    def test_of_a_thing_group_does_not_count(self):
        self.iot.create_thing_group(thingGroupName="lights")
        self.iot.add_thing_to_thing_group(thingGroupName="lights", thingName="mute")
        self.iot.create_policy(policyName="group", policyDocument=statement("greengrass:Discover"))
        self.iot.attach_policy(policyName="group", target=f"arn:aws:iot:us-east-1:{ACCOUNT}:thinggroup/lights")
        self.assertEqual(self.mute.get("/greengrass/discover/thing/mute")[0], 403)

    def test_as_old_clients_read_it(self):
        """No Host, no SNI, and the header in lower case; the connection stays open."""
        context = ssl.create_default_context(cafile=self.serve.ca)
        context.check_hostname = False
        context.load_cert_chain(self.lamp.folder / "c.pem", self.lamp.folder / "c.key")
        for thing, first in (("lamp", "HTTP/1.1 200 OK"), ("nobody", "HTTP/1.1 404 "), ("core", "HTTP/1.1 403 ")):
            with socket.create_connection(("127.0.0.1", self.serve.https_port), timeout=10) as plain, \
                    context.wrap_socket(plain) as link:
                link.sendall(f"GET /greengrass/discover/thing/{thing} HTTP/1.1\r\n\r\n".encode())
                text = link.recv(65536).decode()
                self.assertTrue(text.startswith(first), text)
                length = int(re.search(r"content-length: (\d+)\r\n", text).group(1))
                self.assertEqual(len(text.split("\r\n\r\n", 1)[1]), length, "one record")
                self.assertGreater(length, 0)
                self.assertNotIn("chunked", text.lower())

    def test_only_the_core_is_the_core(self):
        for asked in (self.core.path(self.group_id, self.deployment, "/cores/" + urllib.parse.quote(self.core.arn, safe="")),
                      self.core.path(self.group_id, self.deployment, "/artifacts/x"), "/greengrass/things/core/connectivityInfo"):
            self.assertEqual(self.stranger.ask("GET", asked)[0], 403, asked)
            self.assertEqual(self.lamp.ask("GET", asked)[0], 403, asked)
        for asked in ("certificates", "role/credentials"):
            self.assertEqual(self.stranger.ask("POST", f"/greengrass/groups/{self.group_id}/{asked}", {})[0], 403)
        self.assertEqual(self.stranger.document(self.group_id, self.deployment)[0], 404, "not the deployment of that core")
        self.assertEqual(self.core.tell(self.group_id, self.deployment, "Done"), 400)
        self.assertEqual(self.core.ask("POST", f"/greengrass/groups/{self.group_id}/certificates",
                                       {"CertificateSigningRequest": "?", "HostNames": []})[0], 400)

    def test_keys_of_the_groups_role(self):
        path = f"/greengrass/groups/{self.group_id}/role/credentials"
        self.assertEqual(self.core.ask("POST", path, {})[0], 404, "there is no role")
        trusting, other = make_role(self.iam, "Trusting", "greengrass.amazonaws.com"), make_role(self.iam, "Other")
        self.gg.associate_role_to_group(GroupId=self.group_id, RoleArn=other)
        self.assertEqual(self.core.ask("POST", path, {})[0], 403, "the role does not trust Greengrass")
        self.gg.associate_role_to_group(GroupId=self.group_id, RoleArn=trusting)
        status, octets, _ = self.core.ask("POST", path, {})
        keys = json.loads(octets)
        self.assertEqual(status, 200, keys)
        sts = boto3.client("sts", endpoint_url=self.serve.ready["api"], region_name="us-east-1", aws_access_key_id=keys["AccessKeyId"],
                           aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"])
        self.assertEqual(sts.get_caller_identity()["Arn"], f"arn:aws:sts::{ACCOUNT}:assumed-role/Trusting/core")

    def test_a_rotation(self):
        before = self.lamp.get("/greengrass/discover/thing/lamp")[1]["GGGroups"][0]["CAs"]
        self.gg.create_group_certificate_authority(GroupId=self.group_id)
        after = self.lamp.get("/greengrass/discover/thing/lamp")[1]["GGGroups"][0]["CAs"]
        self.assertEqual(after[1:], before, "the newest first, and the former until it is deployed")

    def test_the_sdk_for_python(self):
        sdk = os.environ.get("AWS_IOT_DEVICE_SDK_PYTHON")
        if not sdk:
            self.skipTest("AWS_IOT_DEVICE_SDK_PYTHON does not name a copy of the SDK")
        script = """
import json, sys
from AWSIoTPythonSDK.core.greengrass.discovery.providers import DiscoveryInfoProvider
from AWSIoTPythonSDK.exception.AWSIoTExceptions import DiscoveryDataNotFoundException
host, port, ca, cert, key = sys.argv[1:]
provider = DiscoveryInfoProvider()
provider.configureEndpoint(host, int(port))
provider.configureCredentials(ca, cert, key)
provider.configureTimeout(10)
found = provider.discover("lamp")
core, = found.getAllCores()
print(json.dumps([core.groupId, core.coreThingArn, [(one.host, one.port) for one in core.connectivityInfoList], found.getAllCas()[0][1][:27]]))
try:
    provider.discover("nobody")
except DiscoveryDataNotFoundException:
    print("nothing")
"""
        done = subprocess.run([sys.executable, "-c", script, "localhost", str(self.serve.https_port), self.serve.ca,
                               str(self.lamp.folder / "c.pem"), str(self.lamp.folder / "c.key")], capture_output=True, text=True,
                              timeout=60, env=dict(os.environ, PYTHONPATH=sdk))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(json.loads(done.stdout.splitlines()[0]),
                         [self.group_id, self.core.arn, [["127.0.0.1", 8883]], "-----BEGIN CERTIFICATE-----"])
        self.assertIn("nothing", done.stdout)

    def test_a_core_that_listens_is_told(self):
        heard = []
        client = mqtt.Client(client_id="core")
        client.tls_set(self.serve.ca, str(self.core.folder / "c.pem"), str(self.core.folder / "c.key"))
        client.on_connect = lambda *_: client.subscribe("$aws/things/core-gda/shadow/update/delta", 1)
        client.on_subscribe = lambda *_: heard.append("ready")
        client.on_message = lambda _, __, message: heard.append(json.loads(message.payload)["state"])
        client.connect("localhost", self.serve.mqtts_port)
        client.loop_start()
        try:
            serve.wait_until(lambda: heard, "the subscription")
            self.assertEqual(self.core.tell(self.group_id, self.deployment, "Success"), 200)
            again = self.deploy(self.group_id, self.version)
            serve.wait_until(lambda: {"groupId": self.group_id, "deploymentId": again, "deploymentType": "NewDeployment"} in heard,
                             "the notification")
        finally:
            client.loop_stop()
            client.disconnect()


if __name__ == "__main__":
    serve.need("openssl")
    serve.main()
