# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import itertools
import json
import re
import threading

from greengrass_common.client_context import client_context as context_of
from greengrass_common.env_vars import ROUTER_FUNCTION_ARN, SHADOW_FUNCTION_ARN
from greensward_channel import channel

GetWorkResultOutput = collections.namedtuple('GetWorkResultOutput', ['payload', 'func_err'])
WorkItem = collections.namedtuple('WorkItem', ['invocation_id', 'payload', 'client_context'])
_SHADOW = re.compile(r'\$aws/things/([^/]+)/shadow/(get|update|delete)$')


class IPCException(Exception):
    pass


class IPCClient:
    """Work for other functions, and for the core's own services, which have the shape of functions."""

    _numbers = itertools.count(1)
    _results = {}
    _lock = threading.Lock()

    def __init__(self, endpoint='localhost', port=None):
        pass  # there is one core, and it is spoken to by a channel that no other process has

    def post_work(self, function_arn, input_bytes, client_context, invocation_type='RequestResponse'):
        context = context_of(client_context)
        custom = (json.loads(context) if context else {}).get('custom') or {}
        payload = input_bytes.encode() if isinstance(input_bytes, str) else bytes(input_bytes or b'')
        asked = self._as_asked(function_arn, custom, context, invocation_type)
        head, answer = channel.ask(asked, payload)
        is_shadow = asked['what'] == 'shadow'
        if head.get('error') and not is_shadow:
            raise IPCException(head['error'])
        invocation = 'i-%d' % next(self._numbers)
        if invocation_type != 'Event':
            with self._lock:
                self._results[invocation] = GetWorkResultOutput(head['error'].encode() if head.get('error') else answer,
                                                                head.get('functionError', ''))
        return invocation

    @staticmethod
    def _as_asked(function_arn, custom, context, invocation_type):
        if function_arn == ROUTER_FUNCTION_ARN:
            policy = custom.get('queueFullPolicy', '')
            return {'what': 'publish', 'topic': custom.get('subject', ''),
                    'queueFullPolicy': 'AllOrException' if policy == 'AllOrError' else policy}
        if function_arn == SHADOW_FUNCTION_ARN:
            named = _SHADOW.match(custom.get('subject', ''))
            if not named:
                raise IPCException('no request to a shadow: %s' % custom.get('subject'))
            return {'what': 'shadow', 'thing': named.group(1), 'verb': named.group(2)}
        return {'what': 'invoke', 'function': function_arn, 'qualifier': '', 'event': invocation_type == 'Event',
                'clientContext': context}

    def get_work_result(self, function_arn, invocation_id):
        with self._lock:
            result = self._results.pop(invocation_id, None)
        if result is None:
            raise IPCException('%s has no result of %s' % (function_arn, invocation_id))
        return result

    def get_work(self, *_):
        raise IPCException('work is given to the handler by the runtime')

    post_work_result = post_handler_err = get_work
