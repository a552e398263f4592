# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import binascii
import json


def client_context(given):
    """JSON text out of base64."""
    if not given:
        return ''
    try:
        context = base64.b64decode(given, validate=True).decode()
        if not isinstance(json.loads(context), dict):
            raise ValueError(context)
        return context
    except (binascii.Error, UnicodeDecodeError, TypeError, ValueError) as error:
        raise ValueError('Client context must be base64 of a JSON object') from error
