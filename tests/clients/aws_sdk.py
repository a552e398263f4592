# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""boto3, called as AwsCli is: a hundred calls in the time of one. For tests that are about the service, not the client."""

import json
import sys

import serve
from aws_cli import Refused

try:
    import boto3
    from botocore import xform_name
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    print("skipped: python3-boto3 is not installed")
    sys.exit(serve.SKIPPED)


class AwsSdk:
    def __init__(self, ready, credentials=None):
        self._ready = ready
        self._keys = {"aws_access_key_id": ready["access_key_id"], "aws_secret_access_key": ready["secret_access_key"]}
        if credentials:
            self._keys = {"aws_access_key_id": credentials["AccessKeyId"],
                          "aws_secret_access_key": credentials.get("SecretAccessKey") or credentials["SecretKey"],
                          "aws_session_token": credentials.get("SessionToken")}
        self._clients = {}

    def client(self, service):
        if service not in self._clients:
            self._clients[service] = boto3.client(service, endpoint_url=self._ready["api"], region_name=self._ready["region"],
                                                  config=Config(retries={"max_attempts": 1}, parameter_validation=False), **self._keys)
        return self._clients[service]

    def __call__(self, service, operation, *flags, **options):
        """aws("iam", "create-user", user_name="ann"), aws("…", "…", "--no-force"): the answer as a dict."""
        client = self.client(service)
        method = operation.replace("-", "_")
        shape = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[method]).input_shape
        members = {xform_name(name): (name, member.type_name) for name, member in shape.members.items()}
        for flag in flags:
            words = flag.removeprefix("--").replace("-", "_")
            options[words.removeprefix("no_")] = not words.startswith("no_")
        arguments = {}
        for option, value in options.items():
            name, kind = members[option]
            if kind == "string" and not isinstance(value, str):
                value = json.dumps(value)
            arguments[name] = int(value) if kind in ("integer", "long") else value
        try:
            answer = getattr(client, method)(**arguments)
        except ClientError as error:
            raise Refused(error.response["Error"]["Code"], str(error)) from error
        answer.pop("ResponseMetadata", None)
        return answer
