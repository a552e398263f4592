# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""IAM, STS and Cognito identity pools with the AWS CLI and boto3: who may do what, for how long, and what they are told."""

import json
import pathlib
import ssl
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import serve
from aws_cli import AwsCli, Refused
from aws_sdk import AwsSdk
from serve import Serve

try:
    import boto3
    from botocore import UNSIGNED
    from botocore.auth import SigV4QueryAuth
    from botocore.awsrequest import AWSRequest
    from botocore.config import Config
    from botocore.credentials import Credentials
    from botocore.exceptions import ClientError
except ImportError:
    print("skipped: python3-boto3 is not installed")
    sys.exit(serve.SKIPPED)

serve.need_paho()
from paho.mqtt import client as mqtt  # noqa: E402

ACCOUNT = "123456789012"


def policy(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(action, resource="*", **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def trust(principal, action="sts:AssumeRole", **more):
    return policy({"Effect": "Allow", "Principal": principal, "Action": action, **more})


def iot(kind, name):
    return f"arn:aws:iot:us-east-1:{ACCOUNT}:{kind}/{name}"


def guests(pool, kind="unauthenticated"):
    """The trust policy that Cognito's own console writes."""
    return trust({"Federated": "cognito-identity.amazonaws.com"}, "sts:AssumeRoleWithWebIdentity", Condition={
        "StringEquals": {"cognito-identity.amazonaws.com:aud": pool},
        "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": kind}})


class Case(unittest.TestCase):
    options = ()

    @classmethod
    def setUpClass(cls):
        cls.serve = Serve(*cls.options)
        cls.serve.start()
        cls.aws = AwsSdk(cls.serve.ready)

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def refused(self, code, call, *arguments, **options):
        with self.assertRaises(Refused) as refused:
            call(*arguments, **options)
        self.assertEqual(refused.exception.code, code, str(refused.exception))
        return str(refused.exception)

    def cli(self, credentials):
        """The AWS CLI with other keys."""
        aws = AwsCli(self.serve.ready, AWS_SESSION_TOKEN=credentials.get("SessionToken", ""))
        aws.environment.update(AWS_ACCESS_KEY_ID=credentials["AccessKeyId"],
                               AWS_SECRET_ACCESS_KEY=credentials.get("SecretAccessKey") or credentials["SecretKey"])
        return aws

    def sdk(self, credentials):
        """boto3 with other keys."""
        return AwsSdk(self.serve.ready, credentials)

    def client(self, service, credentials=None):
        ready = self.serve.ready
        if credentials is None:
            return boto3.client(service, endpoint_url=ready["api"], region_name=ready["region"],
                                config=Config(signature_version=UNSIGNED))
        return boto3.client(service, endpoint_url=ready["api"], region_name=ready["region"],
                            aws_access_key_id=credentials["AccessKeyId"],
                            aws_secret_access_key=credentials.get("SecretAccessKey") or credentials["SecretKey"],
                            aws_session_token=credentials.get("SessionToken"), config=Config(retries={"max_attempts": 1}))

    def user(self, name, *statements):
        """A user with an inline policy; its access key."""
        self.aws("iam", "create-user", user_name=name)
        if statements:
            self.aws("iam", "put-user-policy", user_name=name, policy_name="own", policy_document=policy(*statements))
        return self.aws("iam", "create-access-key", user_name=name)["AccessKey"]


class Page:
    """A page's MQTT client over the WebSocket of a signed URL."""

    def __init__(self, at, client_id, path):
        self.messages = []
        self.code = self.suback = self.disconnected = None
        self.client = mqtt.Client(client_id=client_id, transport="websockets")
        self.client.on_connect = lambda *args: setattr(self, "code", args[3])
        self.client.on_subscribe = lambda *args: setattr(self, "suback", args[3])
        self.client.on_disconnect = lambda *args: setattr(self, "disconnected", True)
        self.client.on_message = lambda *args: self.messages.append((args[2].topic, args[2].payload.decode()))
        self.client.tls_set(at.ca)
        self.client.ws_set_options(path)
        try:
            self.client.connect("localhost", at.https_port)
            self.client.loop_start()
        except (ValueError, OSError):  # the upgrade was refused
            self.disconnected = True

    def connected(self):
        serve.wait_until(lambda: self.code is not None or self.disconnected, "an answer")
        return self.code == 0

    def subscribe(self, topic):
        self.suback = None
        self.client.subscribe(topic, 1)
        return serve.wait_until(lambda: self.suback, "SUBACK")[0]

    def publish(self, topic, payload):
        self.client.publish(topic, payload, 1)

    def next_message(self):
        return serve.wait_until(lambda: self.messages, "a message").pop(0)

    def ended(self):
        return serve.wait_until(lambda: self.disconnected, "the end of the connection")

    def stop(self):
        self.client.disconnect()
        self.client.loop_stop()


class Iam(Case):
    def test_a_role_and_its_policies(self):
        aws = self.aws
        lambda_trust = trust({"Service": "lambda.amazonaws.com"})
        role = aws("iam", "create-role", role_name="Worker", path="/lab/", description="works",
                   assume_role_policy_document=lambda_trust)["Role"]
        self.assertEqual(role["Arn"], f"arn:aws:iam::{ACCOUNT}:role/lab/Worker")
        self.assertTrue(role["RoleId"].startswith("AROA"))
        self.assertEqual(role["AssumeRolePolicyDocument"], lambda_trust)
        shown = aws("iam", "get-role", role_name="Worker")["Role"]
        self.assertEqual((shown["Description"], shown["MaxSessionDuration"]), ("works", 3600))
        self.refused("EntityAlreadyExists", aws, "iam", "create-role", role_name="worker",
                     assume_role_policy_document=lambda_trust)
        self.refused("MalformedPolicyDocument", aws, "iam", "create-role", role_name="Bad",
                     assume_role_policy_document=policy(allow("sts:AssumeRole")))
        self.refused("MalformedPolicyDocument", aws, "iam", "create-role", role_name="Bad",
                     assume_role_policy_document=trust({"AWS": f"arn:aws:iam::{ACCOUNT}:user/nobody"}))
        self.refused("ValidationError", aws, "iam", "create-role", role_name="a b", assume_role_policy_document=lambda_trust)
        self.refused("NoSuchEntity", aws, "iam", "get-role", role_name="Nobody")

        document = policy(allow("iot:Publish"))
        aws("iam", "put-role-policy", role_name="Worker", policy_name="publish", policy_document=document)
        self.assertEqual(aws("iam", "list-role-policies", role_name="Worker")["PolicyNames"], ["publish"])
        self.assertEqual(aws("iam", "get-role-policy", role_name="Worker", policy_name="publish")["PolicyDocument"], document)
        self.refused("MalformedPolicyDocument", aws, "iam", "put-role-policy", role_name="Worker", policy_name="x",
                     policy_document=policy({"Effect": "Perhaps", "Action": "iot:*", "Resource": "*"}))
        aws("iam", "attach-role-policy", role_name="Worker", policy_arn="arn:aws:iam::aws:policy/AWSIoTDataAccess")
        self.assertEqual(aws("iam", "list-attached-role-policies", role_name="Worker")["AttachedPolicies"],
                         [{"PolicyName": "AWSIoTDataAccess", "PolicyArn": "arn:aws:iam::aws:policy/AWSIoTDataAccess"}])
        self.assertIn("must detach all policies first", self.refused("DeleteConflict", aws, "iam", "delete-role", role_name="Worker"))
        aws("iam", "detach-role-policy", role_name="Worker", policy_arn="arn:aws:iam::aws:policy/AWSIoTDataAccess")
        self.assertIn("must delete policies first", self.refused("DeleteConflict", aws, "iam", "delete-role", role_name="Worker"))
        aws("iam", "delete-role-policy", role_name="Worker", policy_name="publish")
        aws("iam", "update-assume-role-policy", role_name="Worker", policy_document=trust({"Service": "iot.amazonaws.com"}))
        self.assertEqual(aws("iam", "get-role", role_name="Worker")["Role"]["AssumeRolePolicyDocument"]["Statement"][0]
                         ["Principal"], {"Service": "iot.amazonaws.com"})
        aws("iam", "update-role", role_name="Worker", max_session_duration="7200")
        self.assertEqual(aws("iam", "get-role", role_name="Worker")["Role"]["MaxSessionDuration"], 7200)
        aws("iam", "delete-role", role_name="Worker")
        self.refused("NoSuchEntity", aws, "iam", "delete-role", role_name="Worker")

    def test_managed_policies_and_their_versions(self):
        aws = self.aws
        made = aws("iam", "create-policy", policy_name="Lawn", policy_document=policy(allow("iot:Publish")))["Policy"]
        arn = made["Arn"]
        self.assertEqual((arn, made["DefaultVersionId"]), (f"arn:aws:iam::{ACCOUNT}:policy/Lawn", "v1"))
        second = policy(allow("iot:*"))
        version = aws("iam", "create-policy-version", policy_arn=arn, policy_document=second)["PolicyVersion"]
        self.assertEqual((version["VersionId"], version["IsDefaultVersion"]), ("v2", False))
        aws("iam", "set-default-policy-version", policy_arn=arn, version_id="v2")
        self.assertEqual(aws("iam", "get-policy", policy_arn=arn)["Policy"]["DefaultVersionId"], "v2")
        self.assertEqual(aws("iam", "get-policy-version", policy_arn=arn, version_id="v2")["PolicyVersion"]["Document"], second)
        self.refused("DeleteConflict", aws, "iam", "delete-policy-version", policy_arn=arn, version_id="v2")
        self.refused("DeleteConflict", aws, "iam", "delete-policy", policy_arn=arn)
        aws("iam", "delete-policy-version", policy_arn=arn, version_id="v1")
        self.assertEqual([one["VersionId"] for one in aws("iam", "list-policy-versions", policy_arn=arn)["Versions"]], ["v2"])
        for _ in range(4):
            aws("iam", "create-policy-version", policy_arn=arn, policy_document=second)
        self.refused("LimitExceeded", aws, "iam", "create-policy-version", policy_arn=arn, policy_document=second)
        self.assertEqual([one["PolicyName"] for one in aws("iam", "list-policies", scope="Local")["Policies"]], ["Lawn"])
        self.assertIn("AWSIoTFullAccess", [one["PolicyName"] for one in aws("iam", "list-policies", scope="AWS")["Policies"]])
        self.refused("AccessDenied", aws, "iam", "delete-policy", policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess")

    def test_what_policies_would_say(self):
        aws = self.aws
        aws("iam", "create-role", role_name="Asked", assume_role_policy_document=trust({"Service": "iot.amazonaws.com"}))
        aws("iam", "put-role-policy", role_name="Asked", policy_name="own", policy_document=policy(
            allow("iot:Publish", iot("topic", "lawn/*")), {"Effect": "Deny", "Action": "iot:Connect", "Resource": "*"}))
        answer = aws("iam", "simulate-principal-policy", policy_source_arn=f"arn:aws:iam::{ACCOUNT}:role/Asked",
                     action_names=["iot:Publish", "iot:Connect", "iot:Subscribe"], resource_arns=[iot("topic", "lawn/1")])
        self.assertEqual({one["EvalActionName"]: one["EvalDecision"] for one in answer["EvaluationResults"]},
                         {"iot:Publish": "allowed", "iot:Connect": "explicitDeny", "iot:Subscribe": "implicitDeny"})

    def test_pages(self):
        root = {"AccessKeyId": self.serve.ready["access_key_id"], "SecretAccessKey": self.serve.ready["secret_access_key"]}
        iam = self.client("iam", root)
        for number in range(7):
            iam.create_user(UserName=f"page-{number}", Path="/pages/")
        pages = list(iam.get_paginator("list_users").paginate(PathPrefix="/pages/", PaginationConfig={"PageSize": 3}))
        self.assertEqual([len(page["Users"]) for page in pages], [3, 3, 1])
        self.assertEqual([page["IsTruncated"] for page in pages], [True, True, False])

    def test_users_and_access_keys(self):
        aws = self.aws
        key = self.user("ann", allow("iot:CreateThing", iot("thing", "ann-*")))
        ann = self.sdk(key)
        self.assertEqual(ann("sts", "get-caller-identity")["Arn"], f"arn:aws:iam::{ACCOUNT}:user/ann")
        ann("iot", "create-thing", thing_name="ann-1")
        text = self.refused("AccessDeniedException", ann, "iot", "create-thing", thing_name="bob-1")
        self.assertIn(f"User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: iot:CreateThing on resource: "
                      f"{iot('thing', 'bob-1')} because no identity-based policy allows the iot:CreateThing action", text)
        self.assertIn(f"iam:CreateUser on resource: arn:aws:iam::{ACCOUNT}:user/eve",
                      self.refused("AccessDenied", ann, "iam", "create-user", user_name="eve"))
        self.assertIn("cognito-identity:CreateIdentityPool on resource: *", self.refused(
            "AccessDeniedException", ann, "cognito-identity", "create-identity-pool", "--allow-unauthenticated-identities",
            identity_pool_name="p"))
        self.refused("ForbiddenException", ann, "iot-data", "publish", topic="lawn/1", payload="x")

        aws("iam", "put-user-policy", user_name="ann", policy_name="no", policy_document=policy(
            {"Effect": "Deny", "Action": "iot:*", "Resource": "*"}))
        self.assertIn("with an explicit deny in an identity-based policy",
                      self.refused("AccessDeniedException", ann, "iot", "create-thing", thing_name="ann-2"))

        aws("iam", "update-access-key", user_name="ann", access_key_id=key["AccessKeyId"], status="Inactive")
        self.refused("InvalidClientTokenId", ann, "sts", "get-caller-identity")
        aws("iam", "update-access-key", user_name="ann", access_key_id=key["AccessKeyId"], status="Active")
        ann("sts", "get-caller-identity")
        aws("iam", "create-access-key", user_name="ann")
        self.refused("LimitExceeded", aws, "iam", "create-access-key", user_name="ann")
        for name in aws("iam", "list-user-policies", user_name="ann")["PolicyNames"]:
            aws("iam", "delete-user-policy", user_name="ann", policy_name=name)
        self.assertIn("must delete access keys first", self.refused("DeleteConflict", aws, "iam", "delete-user", user_name="ann"))
        for one in aws("iam", "list-access-keys", user_name="ann")["AccessKeyMetadata"]:
            aws("iam", "delete-access-key", user_name="ann", access_key_id=one["AccessKeyId"])
        aws("iam", "delete-user", user_name="ann")
        self.refused("InvalidClientTokenId", ann, "sts", "get-caller-identity")


class Sts(Case):
    def assume(self, aws, role, **options):
        return aws("sts", "assume-role", role_arn=f"arn:aws:iam::{ACCOUNT}:role/{role}", role_session_name="lab", **options)

    def test_assume_role(self):
        aws = self.aws
        self.assertIn("Roles may not be assumed by root accounts", self.refused("AccessDenied", self.assume, aws, "Any"))
        ann = self.sdk(self.user("ann"))
        named = f"arn:aws:iam::{ACCOUNT}:user/ann"
        aws("iam", "create-role", role_name="ByName", assume_role_policy_document=trust({"AWS": named}))
        aws("iam", "create-role", role_name="ByAccount", assume_role_policy_document=trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}))
        aws("iam", "create-role", role_name="Other", assume_role_policy_document=trust({"Service": "iot.amazonaws.com"}))
        aws("iam", "put-role-policy", role_name="ByName", policy_name="things", policy_document=policy(
            allow(["iot:CreateThing", "iot:DescribeThing", "iot:DeleteThing"])))

        answer = self.assume(ann, "ByName")
        self.assertEqual(answer["AssumedRoleUser"]["Arn"], f"arn:aws:sts::{ACCOUNT}:assumed-role/ByName/lab")
        self.assertTrue(answer["Credentials"]["AccessKeyId"].startswith("ASIA"))
        role = self.sdk(answer["Credentials"])
        who = role("sts", "get-caller-identity")
        self.assertEqual((who["Arn"], who["UserId"]), (answer["AssumedRoleUser"]["Arn"], answer["AssumedRoleUser"]["AssumedRoleId"]))
        role("iot", "create-thing", thing_name="t")
        self.assertIn("assumed-role/ByName/lab is not authorized to perform: iot:ListThings",
                      self.refused("AccessDeniedException", role, "iot", "list-things"))

        # Trust in the account alone leaves it to the account's policies.
        self.refused("AccessDenied", self.assume, ann, "ByAccount")
        aws("iam", "put-user-policy", user_name="ann", policy_name="roles", policy_document=policy(
            allow("sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/*")))
        self.assume(ann, "ByAccount")
        for role_name in ("Other", "Nowhere"):
            self.assertIn("is not authorized to perform: sts:AssumeRole on resource", self.refused(
                "AccessDenied", self.assume, ann, role_name))

        # A session policy bounds, and lasts are checked.
        bounded = self.sdk(self.assume(ann, "ByName", policy=policy(allow("iot:DescribeThing")))["Credentials"])
        bounded("iot", "describe-thing", thing_name="t")
        self.assertIn("because no session policy allows the iot:DeleteThing action",
                      self.refused("AccessDeniedException", bounded, "iot", "delete-thing", thing_name="t"))
        self.refused("ValidationError", self.assume, ann, "ByName", duration_seconds="899")
        self.assertIn("exceeds the MaxSessionDuration", self.refused(
            "ValidationError", self.assume, ann, "ByName", duration_seconds="7200"))

        # A change of the role counts at once, also for sessions that began before.
        aws("iam", "delete-role-policy", role_name="ByName", policy_name="things")
        self.refused("AccessDeniedException", role, "iot", "describe-thing", thing_name="t")

    def test_external_id_and_role_chaining(self):
        aws = self.aws
        cy = self.sdk(self.user("cy"))
        aws("iam", "create-role", role_name="Outer", assume_role_policy_document=trust(
            {"AWS": f"arn:aws:iam::{ACCOUNT}:user/cy"}, Condition={"StringEquals": {"sts:ExternalId": "secret"}}))
        self.refused("AccessDenied", self.assume, cy, "Outer")
        outer = self.sdk(self.assume(cy, "Outer", external_id="secret")["Credentials"])
        aws("iam", "create-role", role_name="Inner", max_session_duration="7200", assume_role_policy_document=trust(
            {"AWS": f"arn:aws:iam::{ACCOUNT}:role/Outer"}))
        self.assume(outer, "Inner")
        self.assertIn("role chaining", self.refused("ValidationError", self.assume, outer, "Inner", duration_seconds="7200"))

    def test_session_tokens(self):
        dan = self.sdk(self.user("dan", allow("*")))
        lent = self.sdk(dan("sts", "get-session-token", duration_seconds="900")["Credentials"])
        self.assertEqual(lent("sts", "get-caller-identity")["Arn"], f"arn:aws:iam::{ACCOUNT}:user/dan")
        lent("iot", "create-thing", thing_name="dan")
        self.refused("AccessDenied", lent, "sts", "get-session-token")
        self.refused("InvalidClientTokenId", lent, "iam", "list-users")


class Lab4(Case):
    """The lab's path with the AWS CLI, command by command."""

    def test_from_the_pool_to_a_message(self):
        aws = AwsCli(self.serve.ready)
        pool = aws("cognito-identity", "create-identity-pool", "--allow-unauthenticated-identities",
                   identity_pool_name="page")["IdentityPoolId"]
        role = aws("iam", "create-role", role_name="Page", assume_role_policy_document=guests(pool))["Role"]
        self.assertEqual(role["AssumeRolePolicyDocument"], guests(pool), "the CLI decodes documents")
        aws("iam", "put-role-policy", role_name="Page", policy_name="lawn", policy_document=policy(
            allow("iot:Publish", iot("topic", "lawn/*"))))
        aws("cognito-identity", "set-identity-pool-roles", identity_pool_id=pool, roles={"unauthenticated": role["Arn"]})
        nobody = AwsCli(self.serve.ready, AWS_SESSION_TOKEN="")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
            nobody.environment.pop(name, None)
        identity = nobody("cognito-identity", "get-id", identity_pool_id=pool)["IdentityId"]
        keys = nobody("cognito-identity", "get-credentials-for-identity", identity_id=identity)["Credentials"]
        page = self.cli(keys)
        self.assertEqual(page("sts", "get-caller-identity")["Arn"],
                         f"arn:aws:sts::{ACCOUNT}:assumed-role/Page/CognitoIdentityCredentials")
        page("iot-data", "publish", topic="lawn/1", payload="wet")
        self.refused("ForbiddenException", page, "iot-data", "publish", topic="house/1", payload="x")
        text = self.refused("AccessDeniedException", page, "iot", "create-thing", thing_name="t")
        self.assertIn("is not authorized to perform: iot:CreateThing on resource: " + iot("thing", "t"), text)
        self.refused("AccessDenied", page, "iam", "list-users")
        self.refused("UnrecognizedClientException", self.cli(dict(keys, SessionToken="x")), "iot", "list-things")


class Cognito(Case):
    def pool(self, name, **options):
        return self.aws("cognito-identity", "create-identity-pool", "--allow-unauthenticated-identities",
                        identity_pool_name=name, **options)["IdentityPoolId"]

    def role(self, name, pool, *statements, kind="unauthenticated"):
        self.aws("iam", "create-role", role_name=name, assume_role_policy_document=guests(pool, kind))
        self.aws("iam", "put-role-policy", role_name=name, policy_name="own", policy_document=policy(*statements))
        return f"arn:aws:iam::{ACCOUNT}:role/{name}"

    def test_a_guest(self):
        aws = self.aws
        pool = self.pool("guests")
        self.assertEqual(aws("cognito-identity", "describe-identity-pool", identity_pool_id=pool)["IdentityPoolName"], "guests")
        cognito = self.client("cognito-identity")
        identity = cognito.get_id(IdentityPoolId=pool)["IdentityId"]
        self.assertRegex(identity, r"^us-east-1:[0-9a-f-]{36}$")
        ask = lambda: cognito.get_credentials_for_identity(IdentityId=identity)["Credentials"]  # noqa: E731
        with self.assertRaisesRegex(ClientError, "InvalidIdentityPoolConfigurationException"):
            ask()
        arn = self.role("Guest", pool, allow("iot:*"), allow("iam:*"))
        aws("cognito-identity", "set-identity-pool-roles", identity_pool_id=pool, roles={"unauthenticated": arn})
        self.assertEqual(aws("cognito-identity", "get-identity-pool-roles", identity_pool_id=pool)["Roles"], {"unauthenticated": arn})
        credentials = ask()
        self.assertAlmostEqual(credentials["Expiration"].timestamp(), time.time() + 3600, delta=60)
        guest = self.sdk(credentials)
        self.assertEqual(guest("sts", "get-caller-identity")["Arn"],
                         f"arn:aws:sts::{ACCOUNT}:assumed-role/Guest/CognitoIdentityCredentials")
        guest("iot-data", "publish", topic="lawn/1", payload="x")
        self.assertIn("no session policy allows the iam:ListUsers action",
                      self.refused("AccessDenied", guest, "iam", "list-users"))

        # A role that trusts another pool is of no use.
        aws("iam", "update-assume-role-policy", role_name="Guest", policy_document=guests("us-east-1:other"))
        with self.assertRaisesRegex(ClientError, "InvalidIdentityPoolConfigurationException"):
            ask()
        self.assertEqual(aws("cognito-identity", "describe-identity", identity_id=identity)["IdentityId"], identity)
        listed = aws("cognito-identity", "list-identities", identity_pool_id=pool, max_results="10")
        self.assertEqual([one["IdentityId"] for one in listed["Identities"]], [identity])
        self.assertIn("guests", [one["IdentityPoolName"] for one in aws("cognito-identity", "list-identity-pools", max_results="60")["IdentityPools"]])
        aws("cognito-identity", "update-identity-pool", "--no-allow-unauthenticated-identities", identity_pool_id=pool, identity_pool_name="closed")
        with self.assertRaisesRegex(ClientError, "Unauthenticated access is not supported for this identity pool"):
            cognito.get_id(IdentityPoolId=pool)
        aws("cognito-identity", "delete-identity-pool", identity_pool_id=pool)
        with self.assertRaisesRegex(ClientError, "ResourceNotFoundException"):
            cognito.get_id(IdentityPoolId=pool)

    def test_only_the_open_operations_need_no_signature(self):
        for call in (lambda: self.client("cognito-identity").list_identity_pools(MaxResults=1),
                     lambda: self.client("sts").get_caller_identity(), lambda: self.client("iam").list_users()):
            with self.assertRaisesRegex(ClientError, "MissingAuthenticationToken"):
                call()

    def test_a_page_in_a_browser_may_read_the_answers(self):
        pool = self.pool("browser")

        def fetch(method, body=None, **headers):
            request = urllib.request.Request(self.serve.ready["api"] + "/", method=method, data=body, headers={
                "Origin": "http://192.168.1.2:8080", **{name.replace("_", "-"): value for name, value in headers.items()}})
            try:
                return urllib.request.urlopen(request)
            except urllib.error.HTTPError as error:
                return error

        asked = fetch("OPTIONS", Access_Control_Request_Method="POST", Access_Control_Request_Headers="content-type,x-amz-target")
        self.assertEqual((asked.status, asked.headers["Access-Control-Allow-Origin"], asked.headers["Access-Control-Allow-Headers"]),
                         (200, "*", "content-type,x-amz-target"))
        call = {"Content_Type": "application/x-amz-json-1.1", "X_Amz_Target": "AWSCognitoIdentityService.GetId"}
        answer = fetch("POST", json.dumps({"IdentityPoolId": pool}).encode(), **call)
        self.assertEqual((answer.status, answer.headers["Access-Control-Allow-Origin"]), (200, "*"))
        self.assertTrue(json.loads(answer.read())["IdentityId"])
        refused = fetch("POST", b"{}", **call)
        self.assertEqual((refused.status, refused.headers["Access-Control-Allow-Origin"]), (400, "*"))

    def test_the_classic_flow(self):
        pool = self.pool("classic", allow_classic_flow=True)
        arn = self.role("Classic", pool, allow("iot:Publish", iot("topic", "lawn/*")))
        cognito = self.client("cognito-identity")
        identity = cognito.get_id(IdentityPoolId=pool)["IdentityId"]
        token = cognito.get_open_id_token(IdentityId=identity)["Token"]
        answer = self.client("sts").assume_role_with_web_identity(
            RoleArn=arn, RoleSessionName="page", WebIdentityToken=token, DurationSeconds=900)
        self.assertEqual((answer["SubjectFromWebIdentityToken"], answer["Audience"]), (identity, pool))
        guest = self.client("iot-data", answer["Credentials"])
        guest.publish(topic="lawn/1", payload=b"x")
        with self.assertRaisesRegex(ClientError, "ForbiddenException"):
            guest.publish(topic="house/1", payload=b"x")
        with self.assertRaisesRegex(ClientError, "InvalidIdentityToken"):
            self.client("sts").assume_role_with_web_identity(RoleArn=arn, RoleSessionName="page", WebIdentityToken=token + "x")
        with self.assertRaisesRegex(ClientError, "classic"):
            other = cognito.get_id(IdentityPoolId=self.pool("enhanced"))["IdentityId"]
            cognito.get_open_id_token(IdentityId=other)

    def test_who_signed_in_needs_an_iot_policy_too(self):
        aws = self.aws
        pool = self.pool("users", developer_provider_name="login.farm")
        arn = self.role("User", pool, allow("iot:*"), kind="authenticated")
        aws("cognito-identity", "set-identity-pool-roles", identity_pool_id=pool, roles={"authenticated": arn})
        signed_in = aws("cognito-identity", "get-open-id-token-for-developer-identity", identity_pool_id=pool,
                        logins={"login.farm": "ann"})
        identity = signed_in["IdentityId"]
        cognito = self.client("cognito-identity")
        with self.assertRaisesRegex(ClientError, "is forbidden"):
            cognito.get_credentials_for_identity(IdentityId=identity)
        credentials = cognito.get_credentials_for_identity(
            IdentityId=identity, Logins={"cognito-identity.amazonaws.com": signed_in["Token"]})["Credentials"]
        data = self.client("iot-data", credentials)
        with self.assertRaisesRegex(ClientError, "ForbiddenException"):
            data.publish(topic="lawn/1", payload=b"x")
        aws("iot", "create-policy", policy_name="ann", policy_document=policy(allow("iot:Publish", iot("topic", "lawn/*"))))
        aws("iot", "attach-policy", policy_name="ann", target=identity)
        data.publish(topic="lawn/1", payload=b"x")
        with self.assertRaisesRegex(ClientError, "ForbiddenException"):
            data.publish(topic="house/1", payload=b"x")


class Messages(Case):
    """MQTT over a WebSocket that temporary keys have signed: IAM's policies decide."""

    options = ("--profile", "aws-today")

    def connect(self, credentials, client_id):
        """A client whose URL the credentials have signed; connected, or refused one way or the other."""
        port = self.serve.https_port
        request = AWSRequest("GET", f"https://localhost:{port}/mqtt")
        secret = credentials.get("SecretAccessKey") or credentials["SecretKey"]
        SigV4QueryAuth(Credentials(credentials["AccessKeyId"], secret, credentials.get("SessionToken")),
                       "iotdevicegateway", self.serve.ready["region"], expires=3600).add_auth(request)
        page = Page(self.serve, client_id, "/mqtt?" + request.url.split("?", 1)[1])
        self.addCleanup(page.stop)
        return page

    def setUp(self):
        aws = self.aws
        pool = aws("cognito-identity", "create-identity-pool", "--allow-unauthenticated-identities", identity_pool_name="page")
        self.pool = pool["IdentityPoolId"]
        self.role = "Page-" + self.id().rsplit(".", 1)[1]
        aws("iam", "create-role", role_name=self.role, assume_role_policy_document=guests(self.pool))
        aws("cognito-identity", "set-identity-pool-roles", identity_pool_id=self.pool,
            roles={"unauthenticated": f"arn:aws:iam::{ACCOUNT}:role/{self.role}"})
        cognito = self.client("cognito-identity")
        identity = cognito.get_id(IdentityPoolId=self.pool)["IdentityId"]
        self.keys = cognito.get_credentials_for_identity(IdentityId=identity)["Credentials"]

    def grant(self, *statements):
        self.aws("iam", "put-role-policy", role_name=self.role, policy_name="own", policy_document=policy(*statements))

    def test_a_page_of_a_guest(self):
        page = self.connect(self.keys, "page-1")
        self.assertFalse(page.connected(), "no policy yet")
        self.grant(allow("iot:Connect", iot("client", "page-*")), allow("iot:Subscribe", iot("topicfilter", "lawn/*")),
                   allow(["iot:Publish", "iot:Receive"], iot("topic", "lawn/*")))
        page = self.connect(self.keys, "page-1")
        self.assertTrue(page.connected())
        self.assertFalse(self.connect(self.keys, "other-1").connected(), "not its client id")
        self.assertEqual(page.subscribe("lawn/+"), 1)
        self.assertEqual(page.subscribe("house/+"), 128)
        page.publish("lawn/1", "wet")
        self.assertEqual(page.next_message(), ("lawn/1", "wet"))
        page.publish("house/1", "x")
        self.assertTrue(page.ended(), "AWS hangs up")

        # A change of the role's policy counts at the next message.
        page = self.connect(self.keys, "page-1")
        self.assertTrue(page.connected())
        self.grant(allow("iot:Connect"))
        page.publish("lawn/1", "x")
        self.assertTrue(page.ended())

    def test_the_doctor_says_why(self):
        self.grant(allow("iot:Connect", iot("client", "page-*")))
        self.assertFalse(self.connect(self.keys, "phone-1").connected())
        report = self.serve.folder / "doctor.json"
        cards = lambda: [one for one in json.loads(report.read_text())["cards"] if one.get("client") == "phone-1"]  # noqa: E731
        card = serve.wait_until(lambda: report.exists() and cards(), "a card")[0]
        text = json.dumps(card)
        self.assertEqual(card["title"], "Client id not allowed", text)
        self.assertIn(f"aws iam put-role-policy --role-name {self.role}", text)

    def test_another_token_opens_nothing(self):
        wrong = dict(self.keys, SessionToken="x")
        self.grant(allow("iot:*"))
        self.assertTrue(self.connect(self.keys, "page-2").connected())
        self.assertFalse(self.connect(wrong, "page-3").connected())


class CredentialsProvider(Case):
    """A device's certificate is worth temporary keys."""

    def ask(self, alias, certificate, thing=None):
        context = ssl.create_default_context(cafile=self.serve.ca)
        context.load_cert_chain(*certificate)
        request = urllib.request.Request(f"https://localhost:{self.serve.https_port}/role-aliases/{alias}/credentials",
                                         headers={"x-amzn-iot-thingname": thing} if thing else {})
        try:
            with urllib.request.urlopen(request, context=context) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def test_keys_for_a_device(self):
        aws = self.aws
        folder = tempfile.TemporaryDirectory(prefix="greensward-alias-")
        self.addCleanup(folder.cleanup)
        files = (folder.name + "/c.pem", folder.name + "/k.key")
        made = aws("iot", "create-keys-and-certificate", "--set-as-active")
        for file, text in zip(files, (made["certificatePem"], made["keyPair"]["PrivateKey"])):
            pathlib.Path(file).write_text(text)
        aws("iot", "create-thing", thing_name="pump-1")
        aws("iot", "attach-thing-principal", thing_name="pump-1", principal=made["certificateArn"])
        role = aws("iam", "create-role", role_name="Device", assume_role_policy_document=trust({"Service": "credentials.iot.amazonaws.com"}))["Role"]["Arn"]
        aws("iam", "put-role-policy", role_name="Device", policy_name="own", policy_document=policy(
            allow("iot:CreateThing", iot("thing", "${credentials-iot:ThingName}-*"))))
        alias = aws("iot", "create-role-alias", role_alias="Alias", role_arn=role, credential_duration_seconds="900")
        self.assertEqual(alias["roleAliasArn"], iot("rolealias", "Alias"))
        self.assertEqual(aws("iot", "list-role-aliases")["roleAliases"], ["Alias"])
        self.refused("ResourceAlreadyExistsException", aws, "iot", "create-role-alias", role_alias="Alias", role_arn=role)

        self.assertEqual(self.ask("Alias", files)[0], 403, "no IoT policy yet")
        aws("iot", "create-policy", policy_name="lend", policy_document=policy(allow("iot:AssumeRoleWithCertificate", iot("rolealias", "Alias"))))
        aws("iot", "attach-policy", policy_name="lend", target=made["certificateArn"])
        self.assertEqual(self.ask("Alias", files, "pump-2"), (403, {"message": "Access Denied"}))
        self.assertEqual(self.ask("Nothing", files)[0], 403)
        status, answer = self.ask("Alias", files, "pump-1")
        self.assertEqual(status, 200, answer)
        lent = answer["credentials"]
        device = self.sdk({"AccessKeyId": lent["accessKeyId"], "SecretAccessKey": lent["secretAccessKey"], "SessionToken": lent["sessionToken"]})
        self.assertEqual(device("sts", "get-caller-identity")["Arn"],
                         f"arn:aws:sts::{ACCOUNT}:assumed-role/Device/{made['certificateId']}")
        device("iot", "create-thing", thing_name="pump-1-valve")
        self.refused("AccessDeniedException", device, "iot", "create-thing", thing_name="pump-2-valve")

        aws("iot", "update-role-alias", role_alias="Alias", credential_duration_seconds="1800")
        self.assertEqual(aws("iot", "describe-role-alias", role_alias="Alias")["roleAliasDescription"]["credentialDurationSeconds"], 1800)
        aws("iam", "update-assume-role-policy", role_name="Device", policy_document=trust({"Service": "lambda.amazonaws.com"}))
        self.assertEqual(self.ask("Alias", files)[0], 403, "the role trusts somebody else")
        aws("iot", "delete-role-alias", role_alias="Alias")
        self.refused("ResourceNotFoundException", aws, "iot", "describe-role-alias", role_alias="Alias")


class Durability(unittest.TestCase):
    def test_what_was_answered_survives_kill_9(self):
        with tempfile.TemporaryDirectory(prefix="greensward-roles-") as folder:
            workspace = pathlib.Path(folder) / "workspace"
            with Serve(data_dir=workspace) as first:
                aws = AwsCli(first.ready)
                aws("iam", "create-user", user_name="ann")
                aws("iam", "put-user-policy", user_name="ann", policy_name="own", policy_document=policy(allow("iot:ListThings")))
                key = aws("iam", "create-access-key", user_name="ann")["AccessKey"]
                pool = aws("cognito-identity", "create-identity-pool", "--allow-unauthenticated-identities", identity_pool_name="p")
                aws("iam", "create-role", role_name="Guest", assume_role_policy_document=guests(pool["IdentityPoolId"]))
                aws("iam", "create-policy", policy_name="Kept", policy_document=policy(allow("iot:*")))
                first.kill()
            with Serve(data_dir=workspace) as second:
                aws = AwsCli(second.ready)
                self.assertEqual(aws("iam", "get-role", role_name="Guest")["Role"]["AssumeRolePolicyDocument"], guests(pool["IdentityPoolId"]))
                self.assertEqual(aws("iam", "list-policies", scope="Local")["Policies"][0]["PolicyName"], "Kept")
                self.assertEqual(aws("cognito-identity", "describe-identity-pool", identity_pool_id=pool["IdentityPoolId"])["IdentityPoolName"], "p")
                things = aws("iot", "list-things")["things"]
                aws.environment.update(AWS_ACCESS_KEY_ID=key["AccessKeyId"], AWS_SECRET_ACCESS_KEY=key["SecretAccessKey"])
                self.assertEqual(aws("iot", "list-things")["things"], things)


if __name__ == "__main__":
    serve.main()
