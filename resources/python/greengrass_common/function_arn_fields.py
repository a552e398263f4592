# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

_ARN = re.compile(r'arn:aws(?:-[a-z]+)*:lambda:([a-z]{2}(?:-[a-z]+)+-\d):(\d{12}):function:([A-Za-z0-9_-]+)'
                  r'(?::(\$LATEST|[A-Za-z0-9_-]+))?$')


class FunctionArnFields:
    """The parts of a function's ARN."""

    def __init__(self, function_arn_string):
        found = _ARN.match(function_arn_string or '')
        if not found:
            raise ValueError("Cannot parse given string as a function ARN: '%s'." % function_arn_string)
        self.region, self.account_id, self.name, self.qualifier = found.groups()
        self.unqualified_arn = function_arn_string[:found.end(3)]

    @staticmethod
    def build_function_arn(unqualified_arn, qualifier):
        return '%s:%s' % (unqualified_arn, qualifier) if qualifier else unqualified_arn

    def to_arn_string(self):
        return self.build_function_arn(self.unqualified_arn, self.qualifier)
