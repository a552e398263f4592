# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import binascii
import io

from greensward_channel import channel


class ShadowError(Exception):
    """The shadow refused; the text is the document of that."""


class InvocationException(Exception):
    pass


def client(name):
    if name == 'iot-data':
        return IoTData()
    if name == 'lambda':
        return Lambda()
    raise ValueError('Unknown client %r: iot-data and lambda are there' % (name,))


def _required(arguments, name):
    if name not in arguments or arguments[name] is None:
        raise ValueError('Missing required parameter: "%s"' % name)
    return arguments[name]


def _octets(payload):
    if isinstance(payload, str):
        return payload.encode()
    return bytes(payload)


class IoTData:
    def publish(self, **arguments):
        topic = _required(arguments, 'topic')
        payload = _octets(_required(arguments, 'payload'))
        policy = arguments.get('queueFullPolicy', '')
        if policy not in ('', 'BestEffort', 'AllOrException'):
            raise ValueError('Invalid value for queueFullPolicy %s' % policy)
        head, _ = channel.ask({'what': 'publish', 'topic': topic, 'queueFullPolicy': policy}, payload)
        if head.get('error'):
            raise InvocationException(head['error'])

    def get_thing_shadow(self, **arguments):
        return self._shadow('get', _required(arguments, 'thingName'))

    def update_thing_shadow(self, **arguments):
        name = _required(arguments, 'thingName')
        return self._shadow('update', name, _octets(_required(arguments, 'payload')))

    def delete_thing_shadow(self, **arguments):
        return self._shadow('delete', _required(arguments, 'thingName'))

    def _shadow(self, verb, thing, payload=b''):
        head, answer = channel.ask({'what': 'shadow', 'verb': verb, 'thing': thing}, payload)
        if head.get('error'):
            raise ShadowError('Request for shadow state returned error: %s' % head['error'])
        return {'payload': answer}


class Lambda:
    def invoke(self, **arguments):
        function = _required(arguments, 'FunctionName')
        qualifier = arguments.get('Qualifier') or ''
        parts = function.split(':')
        named = parts[7] if len(parts) == 8 else parts[1] if len(parts) == 2 else ''
        if named and qualifier and named != qualifier:
            raise ValueError('Qualifier %s does not match that of FunctionName, %s' % (qualifier, named))
        kind = arguments.get('InvocationType', 'RequestResponse')
        if kind not in ('RequestResponse', 'Event'):
            raise ValueError('InvocationType must be RequestResponse or Event, not %s' % kind)
        try:
            context = base64.b64decode(arguments.get('ClientContext') or b'', validate=True).decode()
        except (binascii.Error, UnicodeDecodeError, TypeError) as error:
            raise ValueError('ClientContext must be base64 of JSON') from error
        head, payload = channel.ask({'what': 'invoke', 'function': function, 'qualifier': named or qualifier,
                                     'event': kind == 'Event', 'clientContext': context},
                                    _octets(arguments.get('Payload', b'')))
        if head.get('error'):
            raise InvocationException(head['error'])
        return {'Payload': b'' if kind == 'Event' else io.BytesIO(payload), 'FunctionError': head.get('functionError', '')}
