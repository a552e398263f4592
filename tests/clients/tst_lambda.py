# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions with boto3 and the AWS CLI: made from a zip, called in every way, versions and aliases, who may, a restart."""

import base64
import hashlib
import io
import json
import pathlib
import shutil
import socket
import sys
import tempfile
import time
import unittest
import urllib.request
import zipfile

import serve
from aws_cli import AwsCli, Refused
from serve import Serve

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    print("skipped: python3-boto3 is not installed")
    sys.exit(serve.SKIPPED)

ACCOUNT = "123456789012"
ARN = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:"

COUNTER = """
import json, os, socket, sys, time
count = 0

def deeper(event):
    raise ValueError("too " + event["raise"])

def handler(event, context):
    global count
    count += 1
    if "raise" in event:
        deeper(event)
    if "sleep" in event:
        print("going to sleep")
        time.sleep(event["sleep"])
    if "wait" in event:  # until the test lets it go
        with socket.create_connection(("127.0.0.1", event["wait"])) as test:
            test.recv(1)
    if "hoard" in event:
        kept = bytearray(os.urandom(1024)) * (event["hoard"] * 1024)
        time.sleep(2)
    if "print" in event:
        for number in range(event["print"]):
            print("line %05d" % number)
    if "file" in event:
        with open(event["file"], "a") as file:
            file.write(context.aws_request_id + "\\n")
        raise RuntimeError("again")
    if "exit" in event:
        sys.exit(event["exit"])
    if "large" in event:
        return "x" * event["large"]
    return {"event": event, "count": count, "place": os.environ.get("PLACE"), "region": os.environ["AWS_REGION"],
            "name": context.function_name, "version": context.function_version, "arn": context.invoked_function_arn,
            "memory": context.memory_limit_in_mb, "left": context.get_remaining_time_in_millis(),
            "custom": context.client_context.custom if context.client_context else None}
"""


BOOTSTRAP = """#!/usr/bin/python3
import http.client, json, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    invocation = api.getresponse()
    event = json.loads(invocation.read())
    request = invocation.headers["Lambda-Runtime-Aws-Request-Id"]
    api.request("POST", f"/2018-06-01/runtime/invocation/{request}/response", json.dumps({"got": event}))
    api.getresponse().read()
"""


def package(code=COUNTER, name="index.py"):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, code)
    return packed.getvalue()


def answering(text):
    return package(f"def handler(event, context):\n    return {text!r}\n")


def make_role(iam, name="Run", service="lambda.amazonaws.com"):
    return iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}]}))["Role"]["Arn"]


def client_of(ready, service, keys=None):
    keys = keys or {"AccessKeyId": ready["access_key_id"], "SecretAccessKey": ready["secret_access_key"]}
    return boto3.client(service, endpoint_url=ready["api"], region_name=ready["region"],
                        aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
                        config=Config(retries={"max_attempts": 0}, read_timeout=30))


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve()
        cls.serve.start()
        cls.aws = client_of(cls.serve.ready, "lambda")
        cls.role = make_role(client_of(cls.serve.ready, "iam"))

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def make(self, name, code=None, **more):
        return self.aws.create_function(**dict(
            {"FunctionName": name, "Runtime": "python3.9", "Role": self.role, "Handler": "index.handler", "Timeout": 10,
             "Code": {"ZipFile": code or package()}}, **more))

    def invoke(self, name, event=None, **more):
        """(payload, answer)"""
        if event is not None:
            more["Payload"] = json.dumps(event)
        answer = self.aws.invoke(FunctionName=name, **more)
        text = answer["Payload"].read()
        return (json.loads(text) if text else None), answer

    def refused(self, error, status, call, **arguments):
        with self.assertRaises(ClientError) as refused:
            call(**arguments)
        response = refused.exception.response
        self.assertEqual((response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]), (error, status),
                         str(refused.exception))
        return response["Error"]["Message"]


class Calls(Case):
    """What a call of a function answers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.aws.create_function(FunctionName="counter", Runtime="python3.9", Role=cls.role, Handler="index.handler",
                                Timeout=10, Code={"ZipFile": package()}, Environment={"Variables": {"PLACE": "east"}})

    def test_result(self):
        context = base64.b64encode(json.dumps({"custom": {"subject": "a/b"}}).encode()).decode()
        got, answer = self.invoke("counter", {"a": [1, "ü"]}, ClientContext=context)
        self.assertEqual((answer["StatusCode"], answer["ExecutedVersion"]), (200, "$LATEST"))
        self.assertNotIn("FunctionError", answer)
        self.assertNotIn("LogResult", answer)
        self.assertGreater(got.pop("left"), 5000)
        first = got.pop("count")
        self.assertEqual(got, {"event": {"a": [1, "ü"]}, "place": "east", "region": "us-east-1", "name": "counter",
                               "version": "$LATEST", "arn": ARN + "counter:$LATEST", "memory": "128",
                               "custom": {"subject": "a/b"}})
        self.assertEqual(self.invoke("counter")[0]["count"], first + 1, "a warm instance keeps its module")
        self.assertEqual(self.invoke("counter")[0]["event"], {})
        for named in (ARN + "counter", ARN + "counter:$LATEST", f"{ACCOUNT}:function:counter", "counter:$LATEST"):
            self.assertEqual(self.invoke(named, {"by": named})[0]["event"], {"by": named})

    def test_what_it_raises(self):
        got, answer = self.invoke("counter", {"raise": "hot"}, LogType="Tail")
        self.assertEqual((answer["StatusCode"], answer["FunctionError"]), (200, "Unhandled"))
        self.assertEqual((got["errorMessage"], got["errorType"]), ("too hot", "ValueError"))
        self.assertEqual(len(got["stackTrace"]), 2)
        self.assertIn("index.py\", line 12, in handler", got["stackTrace"][0])
        self.assertIn("index.py\", line 6, in deeper", got["stackTrace"][1])
        self.assertIn("[ERROR] ValueError: too hot", base64.b64decode(answer["LogResult"]).decode())

    def test_the_cloud_is_no_core(self):
        """What asks a Greengrass core must not believe that it was done."""
        body = ("import greengrasssdk\ndef handler(event, context):\n"
                "    greengrasssdk.client('iot-data').publish(topic='a/b', payload='x')\n")
        self.make("from-a-core", package(body))
        got, answer = self.invoke("from-a-core")
        self.assertEqual(answer.get("FunctionError"), "Unhandled")
        self.assertIn("runs in the cloud", got["errorMessage"])

    def test_log_tail(self):
        tail = base64.b64decode(self.invoke("counter", {"print": 2}, LogType="Tail")[1]["LogResult"]).decode()
        lines = tail.splitlines()
        request = lines[0].removeprefix("START RequestId: ").split()[0]
        self.assertEqual(lines[:4], [f"START RequestId: {request} Version: $LATEST", "line 00000", "line 00001",
                                     f"END RequestId: {request}"])
        self.assertRegex(lines[4], rf"^REPORT RequestId: {request}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\t"
                                   r"Memory Size: 128 MB\tMax Memory Used: [1-9]\d* MB")
        tail = base64.b64decode(self.invoke("counter", {"print": 1000}, LogType="Tail")[1]["LogResult"]).decode()
        self.assertEqual(len(tail), 4096)
        self.assertIn("line 00999\nEND", tail)

    def test_timeout(self):
        self.make("slow", Timeout=1)
        begin = time.monotonic()
        got, answer = self.invoke("slow", {"sleep": 30}, LogType="Tail")
        self.assertLess(time.monotonic() - begin, 8)
        self.assertEqual((answer["StatusCode"], answer["FunctionError"]), (200, "Unhandled"))
        self.assertRegex(got["errorMessage"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f-]{36} Task timed out after 1\.00 seconds$")
        self.assertIn("going to sleep\n", base64.b64decode(answer["LogResult"]).decode())
        self.assertEqual(self.invoke("slow", {})[0]["count"], 1, "a new instance")

    def test_memory(self):
        self.make("hoarder")
        got, answer = self.invoke("hoarder", {"hoard": 200})
        self.assertEqual((answer["FunctionError"], got["errorType"]), ("Unhandled", "Runtime.ExitError"))
        self.assertRegex(got["errorMessage"], "^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: signal: killed$")
        self.aws.update_function_configuration(FunctionName="hoarder", MemorySize=512)
        self.assertEqual(self.invoke("hoarder", {"hoard": 200})[0]["memory"], "512")

    def test_ends_itself(self):
        got, answer = self.invoke("counter", {"exit": 3})
        self.assertEqual((answer["FunctionError"], got["errorType"]), ("Unhandled", "Runtime.ExitError"))
        self.assertIn("Error: Runtime exited with error: exit status 3", got["errorMessage"])

    def test_cannot_be_loaded(self):
        for name, code, handler, kind, says in (
                ("lost", "import nowhere\n", "index.handler", "Runtime.ImportModuleError",
                 "Unable to import module 'index': No module named 'nowhere'"),
                ("typo", "def handler(:\n", "index.handler", "Runtime.UserCodeSyntaxError", "Syntax error in module 'index'"),
                ("nameless", "x = 1\n", "index.handler", "Runtime.HandlerNotFound", "Handler 'handler' missing on module 'index'")):
            self.make(name, package(code), Handler=handler)
            got, answer = self.invoke(name, {}, LogType="Tail")
            self.assertEqual((answer["StatusCode"], answer["FunctionError"], got["errorType"]), (200, "Unhandled", kind), got)
            self.assertIn(says, got["errorMessage"])
            tail = base64.b64decode(answer["LogResult"]).decode()
            self.assertIn("START RequestId: ", tail)
            self.assertIn(says, tail)
            self.assertIn("\nREPORT RequestId: ", tail)

    def test_sizes(self):
        got, answer = self.invoke("counter", {"large": 7_000_000})
        self.assertEqual((answer["FunctionError"], got["errorType"]), ("Unhandled", "Function.ResponseSizeTooLarge"))
        self.assertEqual(len(self.invoke("counter", {"large": 5_000_000})[0]), 5_000_000)
        large = json.dumps({"x": "y" * 6_300_000})
        self.refused("RequestTooLargeException", 413, self.aws.invoke, FunctionName="counter", Payload=large)
        self.refused("RequestTooLargeException", 413, self.aws.invoke, FunctionName="counter", InvocationType="Event",
                     Payload=json.dumps({"x": "y" * 300_000}))

    def test_node(self):
        if not shutil.which("node"):
            self.assertIn("Node.js", self.refused("InvalidParameterValueException", 400, self.make, name="n", Runtime="nodejs12.x"))
            self.skipTest("node is not installed, and Lambda says so")
        code = package("exports.handler = async (event) => ({ twice: event.n * 2 });\n", "index.js")
        self.make("in-node", code, Runtime="nodejs12.x")
        self.assertEqual(self.invoke("in-node", {"n": 21})[0], {"twice": 42})

    def test_bootstrap(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            entry = zipfile.ZipInfo("bootstrap")
            entry.external_attr = 0o755 << 16
            entry.create_system = 3
            archive.writestr(entry, BOOTSTRAP)
        self.make("own", packed.getvalue(), Runtime="provided.al2")
        self.assertEqual(self.invoke("own", {"n": 1})[0], {"got": {"n": 1}})

    def test_dry_run(self):
        before = self.invoke("counter", {})[0]["count"]
        _, answer = self.invoke("counter", {}, InvocationType="DryRun")
        self.assertEqual(answer["StatusCode"], 204)
        self.assertEqual(self.invoke("counter", {})[0]["count"], before + 1, "the dry run has run it")

    def test_events(self):
        """Nobody waits: the function still runs when the answer is here. (Attempts after failures: tst_lambda_calls.cpp.)"""
        self.make("later", Timeout=60)
        with socket.create_server(("127.0.0.1", 0)) as here:
            here.settimeout(serve.PATIENCE)
            got, answer = self.invoke("later", {"wait": here.getsockname()[1]}, InvocationType="Event")
            self.assertEqual((answer["StatusCode"], got), (202, None))
            link, _ = here.accept()
            with link:
                self.assertEqual(self.invoke("later", {})[0]["count"], 1, "the first instance is busy")

    def test_what_is_refused(self):
        refused, invoke = self.refused, self.aws.invoke
        refused("ResourceNotFoundException", 404, invoke, FunctionName="nobody")
        refused("ResourceNotFoundException", 404, invoke, FunctionName="counter", Qualifier="7")
        refused("ResourceNotFoundException", 404, invoke, FunctionName="counter", Qualifier="prod")
        refused("InvalidRequestContentException", 400, invoke, FunctionName="counter", Payload=b"{no")
        refused("InvalidRequestContentException", 400, invoke, FunctionName="counter", ClientContext="!")
        refused("InvalidParameterValueException", 400, invoke, FunctionName="counter:1", Qualifier="2")


class Configuration(Case):
    """What is kept of a function, and what is refused."""

    def test_create_and_read(self):
        code = package()
        made = self.make("made", code, Description="counts", MemorySize=256, Timeout=7, Environment={"Variables": {"A": "1"}})
        self.assertEqual(made.pop("ResponseMetadata")["HTTPStatusCode"], 201)
        self.assertRegex(made["LastModified"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$")
        self.assertEqual(made["CodeSha256"], base64.b64encode(hashlib.sha256(code).digest()).decode())
        expected = {"FunctionName": "made", "FunctionArn": ARN + "made", "Runtime": "python3.9", "Role": self.role,
                    "Handler": "index.handler", "CodeSize": len(code), "Description": "counts", "Timeout": 7,
                    "MemorySize": 256, "Version": "$LATEST", "Environment": {"Variables": {"A": "1"}}, "State": "Active",
                    "LastUpdateStatus": "Successful"}
        self.assertEqual({key: made[key] for key in expected}, expected)
        read = self.aws.get_function(FunctionName="made")
        self.assertEqual(read["Configuration"], made)
        with urllib.request.urlopen(read["Code"]["Location"]) as got:
            self.assertEqual(got.read(), code)
        again = self.aws.get_function_configuration(FunctionName=ARN + "made")
        again.pop("ResponseMetadata")
        self.assertEqual(again, made)
        self.aws.get_waiter("function_active").wait(FunctionName="made")
        changed = self.aws.update_function_configuration(FunctionName="made", Description="", Timeout=8,
                                                         Environment={"Variables": {}}, RevisionId=made["RevisionId"])
        self.assertEqual((changed["Description"], changed["Timeout"], changed["MemorySize"]), ("", 8, 256))
        self.assertNotIn("Environment", changed)
        self.refused("PreconditionFailedException", 412, self.aws.update_function_configuration, FunctionName="made",
                     Timeout=9, RevisionId=made["RevisionId"])

    def test_list(self):
        for number in range(5):
            self.make(f"listed-{number}")
        pages = list(self.aws.get_paginator("list_functions").paginate(PaginationConfig={"PageSize": 2}))
        names = [one["FunctionName"] for page in pages for one in page["Functions"]]
        self.assertEqual([name for name in names if name.startswith("listed-")], [f"listed-{number}" for number in range(5)])
        self.assertEqual(len(pages[0]["Functions"]), 2)

    def test_code_is_replaced(self):
        made = self.make("replaced", answering("old"))
        self.assertEqual(self.invoke("replaced")[0], "old")
        new = answering("new")
        tried = self.aws.update_function_code(FunctionName="replaced", ZipFile=new, DryRun=True, Publish=True)
        self.assertEqual(tried["Version"], "$LATEST")
        self.assertEqual(self.invoke("replaced")[0], "old", "a dry run has changed the code")
        self.assertEqual(len(self.aws.list_versions_by_function(FunctionName="replaced")["Versions"]), 1)
        changed = self.aws.update_function_code(FunctionName="replaced", ZipFile=new, RevisionId=made["RevisionId"])
        self.assertNotEqual(changed["CodeSha256"], made["CodeSha256"])
        self.assertEqual(self.invoke("replaced")[0], "new")
        self.refused("PreconditionFailedException", 412, self.aws.update_function_code, FunctionName="replaced",
                     ZipFile=new, RevisionId=made["RevisionId"])

    def test_what_is_refused(self):
        self.make("twice")
        refused = self.refused
        refused("ResourceConflictException", 409, self.make, name="twice")
        parameter = "InvalidParameterValueException"
        refused(parameter, 400, self.make, name="x", code=b"this is no zip")
        refused(parameter, 400, self.make, name="x", Role=f"arn:aws:iam::{ACCOUNT}:role/nobody")
        other = make_role(client_of(self.serve.ready, "iam"), "Other", "ec2.amazonaws.com")
        says = refused(parameter, 400, self.make, name="x", Role=other)
        self.assertEqual(says, "The role defined for the function cannot be assumed by Lambda.")
        self.assertIn("python2.7", refused(parameter, 400, self.make, name="x", Runtime="python2.7"))
        self.assertIn("java8", refused(parameter, 400, self.make, name="x", Runtime="java8"))
        refused(parameter, 400, self.make, name="x", Code={"S3Bucket": "some-bucket", "S3Key": "x.zip"})
        refused(parameter, 400, self.make, name="x", Environment={"Variables": {"AWS_REGION": "mars"}})
        refused(parameter, 400, self.make, name="x", Environment={"Variables": {"A": "a" * 5000}})
        refused("ValidationException", 400, self.make, name="x", Timeout=901)
        refused("ValidationException", 400, self.make, name="x", MemorySize=20000)
        refused("ValidationException", 400, self.make, name="no spaces")
        self.assertNotIn("x", [one["FunctionName"] for one in self.aws.list_functions()["Functions"]])
        for call in (self.aws.get_function, self.aws.get_function_configuration, self.aws.delete_function,
                     self.aws.publish_version, self.aws.list_versions_by_function, self.aws.list_aliases, self.aws.get_policy):
            says = refused("ResourceNotFoundException", 404, call, FunctionName="nobody")
            self.assertEqual(says, f"Function not found: {ARN}nobody")

    def test_what_is_not_built_says_so(self):
        with self.assertRaises(ClientError) as refused:
            self.aws.list_layers()
        self.assertEqual(refused.exception.response["ResponseMetadata"]["HTTPStatusCode"], 404)

    def test_delete(self):
        self.make("short")
        self.invoke("short", {})
        self.assertEqual(self.aws.delete_function(FunctionName="short")["ResponseMetadata"]["HTTPStatusCode"], 204)
        self.refused("ResourceNotFoundException", 404, self.aws.get_function, FunctionName="short")
        self.refused("ResourceNotFoundException", 404, self.aws.invoke, FunctionName="short")
        self.make("short", answering("another"))
        self.assertEqual(self.invoke("short")[0], "another")


class Versions(Case):
    def test_versions_and_aliases(self):
        aws = self.aws
        self.make("v", answering("one"))
        first = aws.publish_version(FunctionName="v", Description="the first")
        self.assertEqual((first["Version"], first["FunctionArn"], first["Description"]), ("1", ARN + "v:1", "the first"))
        self.assertEqual(aws.publish_version(FunctionName="v")["Version"], "1", "nothing has changed")
        second = aws.update_function_code(FunctionName="v", ZipFile=answering("two"), Publish=True)
        self.assertEqual((second["Version"], second["FunctionArn"]), ("2", ARN + "v:2"))
        self.refused("InvalidParameterValueException", 400, aws.publish_version, FunctionName="v", CodeSha256="other")
        aws.update_function_code(FunctionName="v", ZipFile=answering("three"))
        listed = aws.list_versions_by_function(FunctionName="v")["Versions"]
        self.assertEqual([one["Version"] for one in listed], ["$LATEST", "1", "2"])

        made = aws.create_alias(FunctionName="v", Name="prod", FunctionVersion="1", Description="what people use")
        self.assertEqual((made["AliasArn"], made["FunctionVersion"]), (ARN + "v:prod", "1"))

        def said(name, **more):
            got, answer = self.invoke(name, **more)
            return got, answer["ExecutedVersion"]

        self.assertEqual(said("v"), ("three", "$LATEST"))
        self.assertEqual(said("v", Qualifier="1"), ("one", "1"))
        self.assertEqual(said("v:2"), ("two", "2"))
        self.assertEqual(said(ARN + "v:prod"), ("one", "1"))
        changed = aws.update_alias(FunctionName="v", Name="prod", FunctionVersion="2", RevisionId=made["RevisionId"])
        self.assertEqual((changed["FunctionVersion"], changed["Description"]), ("2", "what people use"))
        self.assertEqual(said("v", Qualifier="prod"), ("two", "2"))
        self.refused("PreconditionFailedException", 412, aws.update_alias, FunctionName="v", Name="prod", FunctionVersion="1",
                     RevisionId=made["RevisionId"])
        self.assertEqual(aws.get_alias(FunctionName="v", Name="prod")["RevisionId"], changed["RevisionId"])
        aws.create_alias(FunctionName="v", Name="test", FunctionVersion="$LATEST")
        self.assertEqual([one["Name"] for one in aws.list_aliases(FunctionName="v")["Aliases"]], ["prod", "test"])
        self.assertEqual([one["Name"] for one in aws.list_aliases(FunctionName="v", FunctionVersion="2")["Aliases"]], ["prod"])
        self.assertEqual(aws.get_function(FunctionName="v", Qualifier="prod")["Configuration"]["Version"], "2")

        self.refused("ResourceConflictException", 409, aws.create_alias, FunctionName="v", Name="prod", FunctionVersion="1")
        self.refused("ResourceNotFoundException", 404, aws.create_alias, FunctionName="v", Name="new", FunctionVersion="9")
        self.refused("ValidationException", 400, aws.create_alias, FunctionName="v", Name="12", FunctionVersion="1")
        self.refused("ResourceNotFoundException", 404, aws.get_alias, FunctionName="v", Name="nobody")
        self.refused("ResourceConflictException", 409, aws.delete_function, FunctionName="v", Qualifier="2")
        self.refused("InvalidParameterValueException", 400, aws.delete_function, FunctionName="v", Qualifier="$LATEST")
        aws.delete_alias(FunctionName="v", Name="prod")
        aws.delete_function(FunctionName="v", Qualifier="2")
        self.refused("ResourceNotFoundException", 404, aws.invoke, FunctionName="v", Qualifier="2")
        self.assertEqual(aws.publish_version(FunctionName="v")["Version"], "3", "numbers are not used twice")

    def test_permissions(self):
        aws = self.aws
        self.make("p")
        rule = f"arn:aws:iot:us-east-1:{ACCOUNT}:rule/hot"
        statement = json.loads(aws.add_permission(
            FunctionName="p", StatementId="rules", Action="lambda:InvokeFunction", Principal="iot.amazonaws.com",
            SourceArn=rule, SourceAccount=ACCOUNT)["Statement"])
        expected = {"Sid": "rules", "Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"},
                    "Action": "lambda:InvokeFunction", "Resource": ARN + "p",
                    "Condition": {"StringEquals": {"AWS:SourceAccount": ACCOUNT}, "ArnLike": {"AWS:SourceArn": rule}}}
        self.assertEqual(statement, expected)
        self.refused("ResourceConflictException", 409, aws.add_permission, FunctionName="p", StatementId="rules",
                     Action="lambda:InvokeFunction", Principal="iot.amazonaws.com")
        self.refused("InvalidParameterValueException", 400, aws.add_permission, FunctionName="p", StatementId="b",
                     Action="lambda:InvokeFunction", Principal="somebody")
        got = aws.get_policy(FunctionName="p")
        self.assertEqual(json.loads(got["Policy"])["Statement"], [expected])
        aws.add_permission(FunctionName="p", StatementId="b", Action="lambda:*", Principal=ACCOUNT,
                           RevisionId=got["RevisionId"])
        self.refused("PreconditionFailedException", 412, aws.remove_permission, FunctionName="p", StatementId="b",
                     RevisionId=got["RevisionId"])
        aws.remove_permission(FunctionName="p", StatementId="b")
        self.refused("ResourceNotFoundException", 404, aws.remove_permission, FunctionName="p", StatementId="b")
        aws.remove_permission(FunctionName="p", StatementId="rules")
        self.refused("ResourceNotFoundException", 404, aws.get_policy, FunctionName="p")

    def test_iam_is_asked(self):
        iam = client_of(self.serve.ready, "iam")
        self.make("guarded", answering("hello"))
        self.make("other")
        iam.create_user(UserName="ann")
        iam.put_user_policy(UserName="ann", PolicyName="own", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": ARN + "guarded"},
                {"Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*"}]}))
        ann = client_of(self.serve.ready, "lambda", iam.create_access_key(UserName="ann")["AccessKey"])
        self.assertEqual(ann.invoke(FunctionName="guarded")["Payload"].read(), b'"hello"')
        says = self.refused("AccessDeniedException", 403, ann.invoke, FunctionName="other")
        self.assertIn(f"user/ann is not authorized to perform: lambda:InvokeFunction on resource: {ARN}other", says)
        self.refused("AccessDeniedException", 403, ann.invoke, FunctionName="other", InvocationType="DryRun")
        self.refused("AccessDeniedException", 403, ann.delete_function, FunctionName="guarded")
        self.refused("AccessDeniedException", 403, ann.list_functions)
        says = self.refused("AccessDeniedException", 403, ann.create_function, FunctionName="hers", Runtime="python3.9",
                            Role=self.role, Handler="index.handler", Code={"ZipFile": package()})
        self.assertIn("iam:PassRole", says)


class Restart(unittest.TestCase):
    def test_functions_survive_kill_9(self):
        with tempfile.TemporaryDirectory(prefix="greensward-functions-") as folder:
            workspace = pathlib.Path(folder) / "workspace"
            with Serve(data_dir=workspace) as first:
                aws = client_of(first.ready, "lambda")
                role = make_role(client_of(first.ready, "iam"))
                aws.create_function(FunctionName="kept", Runtime="python3.9", Role=role, Handler="index.handler",
                                    Code={"ZipFile": package()}, Environment={"Variables": {"PLACE": "west"}}, Publish=True)
                aws.invoke(FunctionName="kept")
                aws.update_function_code(FunctionName="kept", ZipFile=answering("new"))
                aws.create_alias(FunctionName="kept", Name="prod", FunctionVersion="1")
                aws.add_permission(FunctionName="kept", StatementId="a", Action="lambda:InvokeFunction",
                                   Principal="iot.amazonaws.com")
                shown = aws.get_function(FunctionName="kept", Qualifier="prod")
                first.kill()
            with Serve(data_dir=workspace) as second:
                aws = client_of(second.ready, "lambda")
                again = aws.get_function(FunctionName="kept", Qualifier="prod")
                self.assertEqual((again["Configuration"], again["Code"]), (shown["Configuration"], shown["Code"]))
                self.assertEqual(json.loads(aws.invoke(FunctionName="kept")["Payload"].read()), "new")
                got = json.loads(aws.invoke(FunctionName="kept:prod", Payload=b'{"a":1}')["Payload"].read())
                self.assertEqual((got["event"], got["place"], got["version"]), ({"a": 1}, "west", "1"))
                self.assertIn("iot.amazonaws.com", aws.get_policy(FunctionName="kept")["Policy"])
                aws.delete_function(FunctionName="kept")
                self.assertEqual(aws.list_functions()["Functions"], [])
                second.terminate()
            with Serve(data_dir=workspace) as third:
                self.assertEqual(client_of(third.ready, "lambda").list_functions()["Functions"], [])
                serve.wait_until(lambda: not list((workspace / "functions").glob("*")), "unpacked code to be cleared away")


class CommandLine(unittest.TestCase):
    """The same with the AWS CLI, as a lab does it."""

    def test_a_function_from_a_zip_to_its_end(self):
        with Serve() as here, tempfile.TemporaryDirectory(prefix="greensward-zip-") as folder:
            aws, files = AwsCli(here.ready), pathlib.Path(folder)
            (files / "f.zip").write_bytes(package())
            (files / "g.zip").write_bytes(answering("new"))
            out = files / "out.json"
            role = aws("iam", "create-role", role_name="Run", assume_role_policy_document={
                "Version": "2012-10-17", "Statement": [
                    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})

            def invoke(name, *arguments, **options):
                answer = aws("lambda", "invoke", *arguments, str(out), function_name=name, **options)
                text = out.read_text()
                return answer, json.loads(text) if text else None

            made = aws("lambda", "create-function", function_name="counter", runtime="python3.9", handler="index.handler",
                       role=role["Role"]["Arn"], zip_file=f"fileb://{files}/f.zip", environment="Variables={PLACE=north}")
            self.assertEqual((made["FunctionArn"], made["Timeout"], made["MemorySize"]), (ARN + "counter", 3, 128))
            answer, got = invoke("counter", payload='{"n":1}', log_type="Tail")
            self.assertEqual((answer["StatusCode"], got["event"], got["place"]), (200, {"n": 1}, "north"))
            self.assertTrue(base64.b64decode(answer["LogResult"]).startswith(b"START RequestId: "))
            answer, got = invoke("counter", payload='{"raise":"cold"}')
            self.assertEqual((answer["FunctionError"], got["errorMessage"]), ("Unhandled", "too cold"))
            self.assertEqual(invoke("counter", invocation_type="Event", payload="{}"), ({"StatusCode": 202}, None))
            self.assertEqual(invoke("counter", invocation_type="DryRun", payload="{}"), ({"StatusCode": 204}, None))
            self.assertEqual(aws("lambda", "publish-version", function_name="counter")["Version"], "1")
            aws("lambda", "update-function-code", function_name="counter", zip_file=f"fileb://{files}/g.zip")
            aws("lambda", "create-alias", function_name="counter", name="prod", function_version="1")
            self.assertEqual(invoke("counter")[1], "new")
            answer, got = invoke(ARN + "counter:prod", payload='{"n":2}')
            self.assertEqual((answer["ExecutedVersion"], got["event"]), ("1", {"n": 2}))
            aws("lambda", "add-permission", function_name="counter", statement_id="rules", action="lambda:InvokeFunction",
                principal="iot.amazonaws.com")
            self.assertIn("rules", aws("lambda", "get-policy", function_name="counter")["Policy"])
            aws("lambda", "remove-permission", function_name="counter", statement_id="rules")
            self.assertEqual([one["FunctionName"] for one in aws("lambda", "list-functions")["Functions"]], ["counter"])
            aws("lambda", "update-function-configuration", function_name="counter", timeout="9")
            self.assertEqual(aws("lambda", "get-function", function_name="counter")["Configuration"]["Timeout"], 9)
            aws("lambda", "delete-function", function_name="counter")
            with self.assertRaises(Refused) as refused:
                invoke("counter")
            self.assertEqual(refused.exception.code, "ResourceNotFoundException")


if __name__ == "__main__":
    serve.need("aws")
    serve.main()
