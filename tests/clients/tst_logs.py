# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CloudWatch Logs with boto3 and the AWS CLI: groups, streams, events, who may, a restart, and what functions print."""

import io
import json
import subprocess
import tempfile
import time
import unittest
import zipfile

import serve
from aws_cli import PROGRAM, AwsCli, Refused
from aws_sdk import AwsSdk
from serve import Serve

HANDLER = """
import sys
print("loaded")
def handler(event, context):
    print("working on", event["job"])
    sys.stdout.flush()
    if event["job"] == "bad":
        raise ValueError("no such job")
"""
TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


def now():
    return int(time.time() * 1000)


def package(text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("index.py", text)
    return out.getvalue()


class Logs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve()
        cls.serve.start()
        cls.cli = AwsCli(cls.serve.ready)
        cls.logs = AwsSdk(cls.serve.ready).client("logs")

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def tail(self, *arguments):
        done = subprocess.run([PROGRAM, "--endpoint-url", self.cli.api, "logs", "tail", *arguments, "--format", "short"],
                              capture_output=True, text=True, env=self.cli.environment, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def test_the_cli(self):
        aws, group = self.cli, "/workshop/pump"
        aws("logs", "create-log-group", log_group_name=group)
        with self.assertRaises(Refused) as refused:
            aws("logs", "create-log-group", log_group_name=group)
        self.assertEqual(refused.exception.code, "ResourceAlreadyExistsException")
        aws("logs", "create-log-stream", log_group_name=group, log_stream_name="east")
        events = [{"timestamp": now() - 2000 + step, "message": f"{word} {step}"} for step, word in enumerate(("INFO", "WARN", "INFO"))]
        put = aws("logs", "put-log-events", log_group_name=group, log_stream_name="east", log_events=events)
        self.assertTrue(put["nextSequenceToken"])
        put = aws("logs", "put-log-events", log_group_name=group, log_stream_name="east", sequence_token="of another time",
                  log_events=[{"timestamp": now() + 3 * 3600 * 1000, "message": "from the future"}])
        self.assertEqual(put["rejectedLogEventsInfo"], {"tooNewLogEventStartIndex": 0})
        got = aws("logs", "get-log-events", log_group_name=group, log_stream_name="east")
        self.assertEqual([one["message"] for one in got["events"]], ["INFO 0", "WARN 1", "INFO 2"])
        found = aws("logs", "filter-log-events", log_group_name=group, filter_pattern="WARN")
        self.assertEqual([one["message"] for one in found["events"]], ["WARN 1"])
        lines = self.tail(group)
        self.assertEqual([line.split(" ", 1)[1] for line in lines], ["INFO 0", "WARN 1", "INFO 2"])
        self.assertEqual(len(self.tail(group, "--filter-pattern", "WARN")), 1)
        aws("logs", "put-retention-policy", log_group_name=group, retention_in_days="7")
        shown = aws("logs", "describe-log-groups", log_group_name_prefix="/workshop")["logGroups"]
        self.assertEqual([(one["logGroupName"], one["retentionInDays"]) for one in shown], [(group, 7)])
        streams = aws("logs", "describe-log-streams", "--descending", log_group_name=group, order_by="LastEventTime")["logStreams"]
        self.assertEqual(streams[0]["lastEventTimestamp"], events[-1]["timestamp"])
        aws("logs", "delete-log-stream", log_group_name=group, log_stream_name="east")
        aws("logs", "delete-log-group", log_group_name=group)
        with self.assertRaises(Refused) as refused:
            self.cli("logs", "describe-log-streams", log_group_name=group)
        self.assertEqual(refused.exception.code, "ResourceNotFoundException")

    def test_boto3_pages(self):
        logs = self.logs
        logs.create_log_group(logGroupName="pages", tags={"lab": "5"})
        self.assertEqual(logs.list_tags_log_group(logGroupName="pages")["tags"], {"lab": "5"})
        for stream in ("a", "b"):
            logs.create_log_stream(logGroupName="pages", logStreamName=stream)
        start = now() - 60_000
        for batch in range(5):
            logs.put_log_events(logGroupName="pages", logStreamName="ab"[batch % 2],
                                logEvents=[{"timestamp": start + batch * 100 + step, "message": f"{batch * 100 + step}"} for step in range(100)])
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName="pages", PaginationConfig={"PageSize": 70})
        self.assertEqual([one["message"] for page in pages for one in page["events"]], [str(number) for number in range(500)])
        seen, token = [], None
        while True:
            page = logs.get_log_events(logGroupName="pages", logStreamName="a", startFromHead=True, limit=64, **({"nextToken": token} if token else {}))
            seen += [one["message"] for one in page["events"]]
            if page["nextForwardToken"] == token:
                break
            token = page["nextForwardToken"]
        self.assertEqual(len(seen), 300)
        self.assertEqual(seen[-1], "499")
        with self.assertRaises(logs.exceptions.InvalidParameterException):
            logs.filter_log_events(logGroupName="pages", filterPattern="{ $.a = 1 && $.b = 2 }")
        with self.assertRaises(logs.exceptions.ResourceNotFoundException):
            logs.put_log_events(logGroupName="pages", logStreamName="c", logEvents=[{"timestamp": now(), "message": "x"}])

    def test_who_may(self):
        aws = AwsSdk(self.serve.ready)
        self.logs.create_log_group(logGroupName="mine")
        self.logs.create_log_group(logGroupName="theirs")
        aws("iam", "create-user", user_name="writer")
        aws("iam", "put-user-policy", user_name="writer", policy_name="p", policy_document={
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                                                    "Resource": "arn:aws:logs:us-east-1:123456789012:log-group:mine:*"}]})
        key = aws("iam", "create-access-key", user_name="writer")["AccessKey"]
        writer = AwsSdk(self.serve.ready, key).client("logs")
        writer.create_log_stream(logGroupName="mine", logStreamName="s")
        writer.put_log_events(logGroupName="mine", logStreamName="s", logEvents=[{"timestamp": now(), "message": "x"}])
        for refused in (lambda: writer.create_log_stream(logGroupName="theirs", logStreamName="s"),
                        lambda: writer.get_log_events(logGroupName="mine", logStreamName="s")):
            with self.assertRaises(writer.exceptions.ClientError) as error:
                refused()
            self.assertEqual(error.exception.response["Error"]["Code"], "AccessDeniedException")

    def test_what_functions_print(self):
        aws = AwsSdk(self.serve.ready)
        role = aws("iam", "create-role", role_name="runs", assume_role_policy_document=TRUST)["Role"]["Arn"]
        functions = aws.client("lambda")
        functions.create_function(FunctionName="worker", Runtime="python3.9", Handler="index.handler", Role=role, Code={"ZipFile": package(HANDLER)})
        for job in ("good", "bad"):
            functions.invoke(FunctionName="worker", Payload=json.dumps({"job": job}))
        streams = self.logs.describe_log_streams(logGroupName="/aws/lambda/worker")["logStreams"]
        self.assertEqual(len(streams), 1)
        self.assertRegex(streams[0]["logStreamName"], r"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$")
        lines = [one["message"] for one in self.logs.filter_log_events(logGroupName="/aws/lambda/worker")["events"]]
        self.assertEqual([sum(line.startswith(word) for line in lines) for word in ("START", "END", "REPORT", "working on good", "loaded")],
                         [2, 2, 2, 1, 1], lines)
        self.assertTrue(all(line.endswith("\n") for line in lines))
        self.assertTrue(any("ValueError" in line for line in lines), lines)
        found = self.logs.filter_log_events(logGroupName="/aws/lambda/worker", filterPattern='"working on"')
        self.assertEqual(len(found["events"]), 2)
        functions.delete_function(FunctionName="worker")
        self.assertTrue(self.logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/worker")["logGroups"], "a function's log outlives it")


class Kept(unittest.TestCase):
    def test_what_was_put_survives_a_kill(self):
        with tempfile.TemporaryDirectory() as folder, Serve(data_dir=folder) as server:
            logs = AwsSdk(server.ready).client("logs")
            logs.create_log_group(logGroupName="g")
            logs.create_log_stream(logGroupName="g", logStreamName="s")
            logs.put_log_events(logGroupName="g", logStreamName="s", logEvents=[{"timestamp": now(), "message": "kept ä"}])
            server.kill()
            server.start()
            logs = AwsSdk(server.ready).client("logs")
            self.assertEqual([one["message"] for one in logs.get_log_events(logGroupName="g", logStreamName="s")["events"]], ["kept ä"])

    def test_what_a_function_printed_survives_a_stop(self):
        with tempfile.TemporaryDirectory() as folder, Serve(data_dir=folder) as server:
            aws = AwsSdk(server.ready)
            role = aws("iam", "create-role", role_name="runs", assume_role_policy_document=TRUST)["Role"]["Arn"]
            aws.client("lambda").create_function(FunctionName="worker", Runtime="python3.9", Handler="index.handler", Role=role,
                                                 Code={"ZipFile": package(HANDLER)})
            aws.client("lambda").invoke(FunctionName="worker", Payload=b'{"job":"last"}')
            self.assertEqual(server.terminate(), 0)
            server.start()
            found = AwsSdk(server.ready).client("logs").filter_log_events(logGroupName="/aws/lambda/worker", filterPattern='"working on last"')
            self.assertEqual(len(found["events"]), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
