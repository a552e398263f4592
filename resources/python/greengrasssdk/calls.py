# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
import io

from greengrass_common.client_context import client_context
from greensward_channel import channel


class ShadowError(Exception):
    """The shadow refused; the text is the document of that."""


class InvocationException(Exception):
    pass


class SecretsManagerError(Exception):
    pass


class StreamingBody(io.BytesIO):
    """The result of a function, read as boto3 lets it be read."""

    def iter_chunks(self, chunk_size=1024):
        while True:
            chunk = self.read(chunk_size)
            if not chunk:
                return
            yield chunk


def client(client_type, *_):
    if client_type == 'iot-data':
        return IoTData()
    if client_type == 'lambda':
        return Lambda()
    if client_type == 'secretsmanager':
        return SecretsManager()
    raise ValueError('Unknown client %r: iot-data, lambda and secretsmanager are there' % (client_type,))


def _required(arguments, name):
    if name not in arguments or arguments[name] is None:
        raise ValueError('Missing required parameter: "%s"' % name)
    return arguments[name]


def _text(arguments, name):
    text = _required(arguments, name)
    if not isinstance(text, str) or not text:
        raise ValueError('%s must be a text that is not empty, not %r' % (name, text))
    return text


def _octets(payload, name='payload'):
    if isinstance(payload, str):
        return payload.encode()
    if isinstance(payload, (bytes, bytearray, memoryview)):
        return bytes(payload)
    raise ValueError('%s must be bytes or str, not %s' % (name, type(payload).__name__))


class IoTData:
    def publish(self, **arguments):
        topic = _text(arguments, 'topic')
        payload = _octets(_required(arguments, 'payload'))
        policy = arguments.get('queueFullPolicy', '')
        if policy not in ('', 'BestEffort', 'AllOrException'):
            raise ValueError('Invalid value for queueFullPolicy %s' % policy)
        head, _ = channel.ask({'what': 'publish', 'topic': topic, 'queueFullPolicy': policy}, payload)
        if head.get('error'):
            raise InvocationException(head['error'])

    def get_thing_shadow(self, **arguments):
        return self._shadow('get', _text(arguments, 'thingName'))

    def update_thing_shadow(self, **arguments):
        name = _text(arguments, 'thingName')
        return self._shadow('update', name, _octets(_required(arguments, 'payload')))

    def delete_thing_shadow(self, **arguments):
        return self._shadow('delete', _text(arguments, 'thingName'))

    def _shadow(self, verb, thing, payload=b''):
        head, answer = channel.ask({'what': 'shadow', 'verb': verb, 'thing': thing}, payload)
        if head.get('error'):
            raise ShadowError('Request for shadow state returned error: %s' % head['error'])
        return {'payload': answer}


class Lambda:
    def invoke(self, **arguments):
        function = _text(arguments, 'FunctionName')
        qualifier = arguments.get('Qualifier') or ''
        parts = function.split(':')
        named = parts[7] if len(parts) == 8 else parts[1] if len(parts) == 2 else ''
        if named and qualifier and named != qualifier:
            raise ValueError('Qualifier %s does not match that of FunctionName, %s' % (qualifier, named))
        kind = arguments.get('InvocationType', 'RequestResponse')
        if kind not in ('RequestResponse', 'Event'):
            raise ValueError('InvocationType must be RequestResponse or Event, not %s' % kind)
        context = client_context(arguments.get('ClientContext'))
        head, payload = channel.ask({'what': 'invoke', 'function': function, 'qualifier': named or qualifier,
                                     'event': kind == 'Event', 'clientContext': context},
                                    _octets(arguments.get('Payload') or b'', 'Payload'))
        if head.get('error'):
            raise InvocationException('Failed to invoke function due to ' + head['error'])
        failed = head.get('functionError', '')
        body = b'' if kind == 'Event' else payload if failed else StreamingBody(payload)
        return {'Payload': body, 'FunctionError': failed}


class SecretsManager:
    def get_secret_value(self, **arguments):
        _text(arguments, 'SecretId')
        if arguments.get('VersionId'):
            raise SecretsManagerError('VersionId is not supported by Greengrass: give a VersionStage')
        raise SecretsManagerError('This core keeps no secrets: the group has no secret resource with the SecretId %s, '
                                  'and the service behind them is not here' % arguments['SecretId'])
