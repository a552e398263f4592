# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A `serve` with Greengrass in it: a service role, groups, cores and devices that speak HTTP over mutual TLS."""

import http.client
import json
import pathlib
import ssl
import tempfile
import unittest
import urllib.parse

import serve
from serve import Serve
from tst_lambda import ClientError, Config, boto3, client_of, make_role

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


_iot = {}


def iot_of(here):
    """One client for all things of a cloud: making it takes longer than what it is asked."""
    place = (here.ready["api"], here.ready["access_key_id"])
    if place not in _iot:
        _iot[place] = client_of(here.ready, "iot")
    return _iot[place]


class Device:
    """A thing with its certificate, and its own HTTPS."""

    def __init__(self, here, name, *actions):
        self.name, self.arn, self.here = name, THING + name, here
        iot = iot_of(here)
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

    def loose(self):
        """A client that sends what its model does not know."""
        return boto3.client("greengrass", endpoint_url=self.serve.ready["api"], region_name="us-east-1",
                            aws_access_key_id=self.serve.ready["access_key_id"],
                            aws_secret_access_key=self.serve.ready["secret_access_key"],
                            config=Config(retries={"max_attempts": 0}, parameter_validation=False))

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
            if wanted and got["DeploymentStatus"] in {"Success", "Failure"} - {wanted}:
                raise AssertionError(f"the deployment was to be {wanted} and is {got}")
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
