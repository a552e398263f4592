# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a function asks of the core it runs on."""
from .calls import InvocationException, SecretsManagerError, ShadowError, StreamingBody, client

__all__ = ['InvocationException', 'SecretsManagerError', 'ShadowError', 'StreamingBody', 'client']
