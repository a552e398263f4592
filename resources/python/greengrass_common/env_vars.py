# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who the function is and whom it asks; None away from a core, where a greengrasssdk then does nothing."""
import os

AUTH_TOKEN = os.getenv('AWS_CONTAINER_AUTHORIZATION_TOKEN')
MY_FUNCTION_ARN = os.getenv('MY_FUNCTION_ARN')


def _service(variable, name):
    return os.getenv(variable) or (MY_FUNCTION_ARN and 'arn:aws:lambda:::function:' + name)


SHADOW_FUNCTION_ARN = _service('SHADOW_FUNCTION_ARN', 'GGShadowService')
ROUTER_FUNCTION_ARN = _service('ROUTER_FUNCTION_ARN', 'GGRouter')
SECRETS_MANAGER_FUNCTION_ARN = _service('SECRETS_MANAGER_FUNCTION_ARN', 'GGSecretManager')
