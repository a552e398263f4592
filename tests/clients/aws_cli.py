# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The AWS CLI, unmodified, pointed at a `serve`."""

import json
import os
import subprocess

# Debian's own: version 2. Another one may stand before it on the path.
PROGRAM = "/usr/bin/aws" if os.path.exists("/usr/bin/aws") else "aws"


class Refused(Exception):
    """The service said no: code as the CLI names it."""

    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class AwsCli:
    def __init__(self, ready, **environment):
        self.api = ready["api"]
        self.environment = dict(os.environ, AWS_ACCESS_KEY_ID=ready["access_key_id"],
                                AWS_SECRET_ACCESS_KEY=ready["secret_access_key"], AWS_DEFAULT_REGION=ready["region"],
                                AWS_PAGER="", AWS_MAX_ATTEMPTS="1", AWS_EC2_METADATA_DISABLED="true",
                                AWS_CONFIG_FILE="/dev/null", AWS_SHARED_CREDENTIALS_FILE="/dev/null", **environment)

    def __call__(self, service, operation, *arguments, **options):
        """aws("iot", "create-thing", thing_name="pump"): what it prints, as JSON (None when it prints nothing)."""
        words = [PROGRAM, "--endpoint-url", self.api, "--output", "json", "--cli-binary-format", "raw-in-base64-out",
                 service, operation, *map(str, arguments)]
        for name, value in options.items():
            words.append("--" + name.replace("_", "-"))
            if value is not True:
                words.append(value if isinstance(value, str) else json.dumps(value))
        done = subprocess.run(words, capture_output=True, text=True, env=self.environment, timeout=60)
        if done.returncode != 0:
            text = done.stderr.strip()
            code = text.split("(", 1)[1].split(")", 1)[0] if "(" in text else text
            raise Refused(code, text)
        return json.loads(done.stdout) if done.stdout.strip() else None
