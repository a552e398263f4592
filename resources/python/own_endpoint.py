# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leads boto3 to the cloud that AWS_ENDPOINT_URL names. botocore does so by itself since 1.31; packages of workshops bring older ones,
and name no endpoint."""
import functools
import importlib.abc
import importlib.util
import os
import sys

KNOWS_BY_ITSELF = (1, 31)


def lead(session):
    create = session.create_client

    @functools.wraps(create)
    def create_client(self, service_name, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None, **more):
        return create(self, service_name, region_name, api_version, use_ssl, verify, endpoint_url or os.environ['AWS_ENDPOINT_URL'], **more)

    session.create_client = create_client


class WhenImported(importlib.abc.MetaPathFinder):
    """Waits for botocore.session, which most functions never import."""

    def find_spec(self, name, path=None, target=None):
        if name != 'botocore.session':
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        version = tuple(int(part) for part in sys.modules['botocore'].__version__.split('.')[:2])
        if spec is not None and version < KNOWS_BY_ITSELF:
            run = spec.loader.exec_module

            def run_and_lead(module):
                run(module)
                lead(module.Session)

            spec.loader.exec_module = run_and_lead
        return spec


def watch():
    sys.meta_path.insert(0, WhenImported())
