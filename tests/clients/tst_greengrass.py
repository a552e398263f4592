# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cloud side of Greengrass with boto3 and the AWS CLI; a core and its devices over mutual TLS with plain HTTP."""

import base64
import hashlib
import http.client
import json
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import serve
from aws_cli import AwsCli, Refused
from serve import Serve
from tst_lambda import ClientError, answering, client_of, make_role

ACCOUNT = "123456789012"
THING = f"arn:aws:iot:us-east-1:{ACCOUNT}:thing/"
FUNCTION = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:"
GREENGRASS = f"arn:aws:greengrass:us-east-1:{ACCOUNT}:/greengrass/"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
ISO = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"
KINDS = {"core": "Cores", "device": "Devices", "function": "Functions", "subscription": "Subscriptions",
         "logger": "Loggers", "resource": "Resources", "connector": "Connectors"}


def statement(*actions):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": list(actions), "Resource": "*"}]})


class Device:
    """A thing with its certificate, and its own HTTPS."""

    def __init__(self, here, name, *actions):
        self.name, self.arn, self.here = name, THING + name, here
        iot = client_of(here.ready, "iot")
        made = iot.create_keys_and_certificate(setAsActive=True)
        self.certificate = made["certificateArn"]
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="device-", dir=pathlib.Path(here.ready_file).parent))
        (self.folder / "c.pem").write_text(made["certificatePem"])
        (self.folder / "c.key").write_text(made["keyPair"]["PrivateKey"])
        iot.create_thing(thingName=name)
        iot.attach_thing_principal(thingName=name, principal=self.certificate)
        if actions:
            iot.create_policy(policyName=name + "-policy", policyDocument=statement(*actions))
            iot.attach_policy(policyName=name + "-policy", target=self.certificate)

    def entry(self, number="1", **more):
        return dict({"Id": number, "ThingArn": self.arn, "CertificateArn": self.certificate, "SyncShadow": False}, **more)

    def ask(self, method, path, body=None):
        """(status, octets, fields)"""
        context = ssl.create_default_context(cafile=self.here.ca)
        context.load_cert_chain(self.folder / "c.pem", self.folder / "c.key")
        connection = http.client.HTTPSConnection("localhost", self.here.https_port, context=context, timeout=15)
        connection.request(method, path, json.dumps(body) if body is not None else None)
        answer = connection.getresponse()
        octets = answer.read()
        connection.close()
        return answer.status, octets, answer.headers

    def get(self, path):
        status, octets, _ = self.ask("GET", path)
        return status, json.loads(octets)


class Core(Device):
    def __init__(self, here, name):
        super().__init__(here, name, "iot:*", "greengrass:*")

    def path(self, group, deployment, rest=""):
        return f"/greengrass/groups/{group}/deployments/{deployment}{rest}"

    def document(self, group, deployment):
        return self.get(self.path(group, deployment, "/cores/" + urllib.parse.quote(self.arn, safe="")))

    def tell(self, group, deployment, status, **more):
        path = self.path(group, deployment, "/cores/" + urllib.parse.quote(self.arn, safe="") + "/status")
        return self.ask("PUT", path, dict({"DeploymentStatus": status}, **more))[0]

    def notified(self):
        shadow = client_of(self.here.ready, "iot-data").get_thing_shadow(thingName=self.name + "-gda")
        return json.loads(shadow["payload"].read())["state"]["desired"]


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve()
        cls.serve.start()
        cls.gg = client_of(cls.serve.ready, "greengrass")
        cls.iot = client_of(cls.serve.ready, "iot")
        cls.iam = client_of(cls.serve.ready, "iam")
        cls.functions = client_of(cls.serve.ready, "lambda")

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    @classmethod
    def give_service_role(cls):
        role = make_role(cls.iam, "Greengrass_ServiceRole", "greengrass.amazonaws.com")
        cls.iam.attach_role_policy(RoleName="Greengrass_ServiceRole",
                                   PolicyArn="arn:aws:iam::aws:policy/service-role/AWSGreengrassResourceAccessRolePolicy")
        cls.gg.associate_service_role_to_account(RoleArn=role)
        return role

    @classmethod
    def define(cls, kind, entries, **more):
        make = getattr(cls.gg, f"create_{kind}_definition")
        return make(Name=kind, InitialVersion=dict({KINDS[kind]: entries}, **more))["LatestVersionArn"]

    @classmethod
    def group(cls, name, **entries):
        """A group with a version of these entries: (group id, version id)"""
        version = {f"{kind.capitalize()}DefinitionVersionArn": cls.define(kind, value) for kind, value in entries.items()}
        made = cls.gg.create_group(Name=name, InitialVersion=version)
        return made["Id"], made["LatestVersion"]

    def deploy(self, group, version, **more):
        return self.gg.create_deployment(**dict({"GroupId": group, "GroupVersionId": version,
                                                 "DeploymentType": "NewDeployment"}, **more))["DeploymentId"]

    def status(self, group, deployment, wanted=None):
        def ask():
            got = self.gg.get_deployment_status(GroupId=group, DeploymentId=deployment)
            return got if got["DeploymentStatus"] == wanted or (not wanted and got["DeploymentStatus"] != "Building") else None
        return serve.wait_until(ask, f"the deployment to be {wanted or 'built'}")

    def refused(self, call, status=400, **arguments):
        with self.assertRaises(ClientError) as refused:
            call(**arguments)
        response = refused.exception.response
        self.assertEqual((response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]),
                         ("BadRequestException", status), str(refused.exception))
        self.assertEqual(response["ErrorDetails"][0]["DetailedErrorMessage"], response["Message"])
        return response["Message"]


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


if __name__ == "__main__":
    serve.need("aws", "openssl")
    serve.main()
