# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the handler of one function: started with the number of a socket that it alone has, and that handler's name.

Frames both ways: two lengths of 32 bits, big-endian, a JSON head and a payload.
"""
import collections
import importlib
import json
import logging
import os
import queue
import socket
import struct
import sys
import threading
import time
import traceback

LENGTHS = struct.Struct('>II')
LARGEST_RESULT = 6 * 1024 * 1024 + 100
ON_CORE = 'MY_FUNCTION_ARN' in os.environ  # what only a Greengrass core gives
ClientContext = collections.namedtuple('ClientContext', ['client', 'custom', 'env'])


class Channel:
    """The socket to the host: any thread may ask and waits for its answer; calls come in order."""

    def __init__(self, number):
        os.set_inheritable(number, False)
        self._socket = socket.socket(fileno=number)
        self._reading = self._socket.makefile('rb')
        self._sending = threading.Lock()
        self._waiting = {}
        self._asked = 0
        self._owner = os.getpid()
        self.calls = queue.SimpleQueue()

    def start(self):
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, head, payload=b''):
        if os.getpid() != self._owner:
            os._exit(0)  # a fork came back out of the handler: the call is its parent's
        text = json.dumps(head).encode()
        with self._sending:
            self._socket.sendall(LENGTHS.pack(len(text), len(payload)) + text + payload)

    def ask(self, head, payload=b''):
        if os.getpid() != self._owner:
            raise OSError('a forked process cannot ask the core; the function itself can')
        answer = queue.SimpleQueue()
        with self._sending:
            self._asked += 1
            number = self._asked
            self._waiting[number] = answer
        self.send(dict(head, type='ask', number=number), payload)
        return answer.get()

    def _read(self):
        while True:
            lengths = self._reading.read(LENGTHS.size)
            if len(lengths) < LENGTHS.size:
                os._exit(0)  # the host is gone
            head_length, payload_length = LENGTHS.unpack(lengths)
            head = json.loads(self._reading.read(head_length))
            payload = self._reading.read(payload_length)
            if head['type'] == 'answer':
                waiting = self._waiting.pop(head['number'], None)
                if waiting:
                    waiting.put((head, payload))
            else:
                self.calls.put((head, payload))


class Context:
    """What a handler gets beside its event, as the cores of 2017 had it."""

    def __init__(self, head):
        self.aws_request_id = head['requestId']
        self.invoked_function_arn = head['arn']
        self.function_name = head['name']
        self.function_version = head['version']
        self.identity = None
        self.client_context = ClientContext(None, {}, None) if ON_CORE else None
        if head.get('clientContext'):
            given = json.loads(head['clientContext'])
            self.client_context = ClientContext(given.get('client'), given.get('custom') or {}, given.get('env'))


class CloudContext(Context):
    """In the cloud there is more."""

    def __init__(self, head):
        super().__init__(head)
        self.memory_limit_in_mb = str(head['memory'])
        self.log_group_name = os.environ.get('AWS_LAMBDA_LOG_GROUP_NAME')
        self.log_stream_name = os.environ.get('AWS_LAMBDA_LOG_STREAM_NAME')
        self._deadline = head['timeout'] / 1000.0 + time.monotonic()

    def get_remaining_time_in_millis(self):
        return max(0, int((self._deadline - time.monotonic()) * 1000))


class Problem(Exception):
    """Of a function, not raised by its own code: the kind is AWS's."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def described(error):
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename != __file__ and not frame.filename.startswith('<frozen')]
    return {'errorMessage': str(error), 'errorType': getattr(error, 'kind', None) or type(error).__name__,
            'stackTrace': [] if isinstance(error, Problem) else traceback.format_list(own)}


def prefer_own_sdk():
    """A package of 2017 brings the SDK of Python 2.7, which speaks to a daemon that is not here: ours takes its place.

    A later greengrasssdk, which relies on ours for the rest, is the package's own business.
    """
    package, runtime = os.getcwd(), os.path.dirname(os.path.abspath(__file__))
    parts = ('greengrass_common', 'greengrass_ipc_python_sdk')
    if not any(os.path.isdir(os.path.join(package, part)) for part in parts):
        return
    print('[INFO]\tThe package has the Greengrass Core SDK of Python 2.7; the one of this core is used in its place')
    sys.path.insert(0, runtime)
    for name in parts + ('greengrasssdk',):
        importlib.import_module(name)
    sys.path.remove(runtime)
    sys.path.append(runtime)


def load(handler):
    module, _, name = handler.replace('/', '.').rpartition('.')
    if not module:
        raise Problem('Runtime.MalformedHandlerName',
                      "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % handler)
    found = getattr(importlib.import_module(module), name, None)
    if found is None:
        raise Problem('Runtime.HandlerNotFound', "Handler '%s' missing on module '%s'" % (name, module))
    return found


def why_not_loaded(error, module):
    problem = described(error)
    if isinstance(error, ImportError):
        problem.update(errorType='Runtime.ImportModuleError',
                       errorMessage="Unable to import module '%s': %s" % (module, error))
    elif isinstance(error, SyntaxError):
        problem.update(errorType='Runtime.UserCodeSyntaxError',
                       errorMessage="Syntax error in module '%s': %s" % (module, error))
    return problem


def event_of(payload, binary):
    if binary:
        return payload
    try:
        return json.loads(payload or b'{}')
    except ValueError as error:
        raise Problem('Runtime.UnmarshalError', 'Unable to unmarshal input: %s' % error) from None


def octets_of(result, binary):
    if binary:
        return bytes(result) if isinstance(result, (bytes, bytearray)) else b'' if result is None else str(result).encode()
    try:
        return json.dumps(result).encode()
    except (TypeError, ValueError) as error:
        raise Problem('Runtime.MarshalError', 'Unable to marshal response: %s' % error) from None


def run(handler, head, payload, binary):
    """(what kind of error, the result)"""
    try:
        result = octets_of(handler(event_of(payload, binary), (Context if ON_CORE else CloudContext)(head)), binary)
    except Exception as error:  # SystemExit ends the instance, as it does at AWS
        problem = described(error)
        stack = ''.join(problem['stackTrace']).rstrip()
        print('[ERROR] %s: %s' % (problem['errorType'], problem['errorMessage'])
              + ('\nTraceback (most recent call last):\n' + stack if stack else ''))
        return 'Handled', json.dumps(problem).encode()
    if len(result) > LARGEST_RESULT:
        return 'Handled', json.dumps({
            'errorMessage': 'Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes).'
                            % (len(result), LARGEST_RESULT),
            'errorType': 'Function.ResponseSizeTooLarge'}).encode()
    return '', result


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):  # the function has closed it, or put something else there
            pass


def serve(channel, handler, binary):
    while True:
        head, payload = channel.calls.get()
        error, result = run(handler, head, payload, binary)
        flush()
        channel.send({'type': 'result', 'requestId': head['requestId'], 'error': error}, result)


def main():
    channel = Channel(int(sys.argv[1]))
    handler_name = sys.argv[2]
    sys.argv = [handler_name]
    sys.path.insert(0, os.getcwd())  # the package goes first
    sys.modules['greensward_channel'] = sys.modules['__main__']
    globals()['channel'] = channel
    place = '%(filename)s:%(lineno)d,' if ON_CORE else ''  # a core takes the level for its own line
    logging.basicConfig(level=logging.INFO, format='[%(levelname)s]\t' + place + '%(message)s', stream=sys.stdout)
    sys.stdout.reconfigure(line_buffering=True)  # what is printed before it is killed counts
    channel.start()
    if os.environ.get('AWS_ENDPOINT_URL'):
        importlib.import_module('own_endpoint').watch()
    try:
        prefer_own_sdk()
        handler = load(handler_name)
    except BaseException as error:
        flush()
        problem = why_not_loaded(error, handler_name.rpartition('.')[0])
        channel.send({'type': 'failed'}, json.dumps(problem).encode())
        os._exit(1)  # not waiting for threads that it has started
    channel.send({'type': 'ready'})
    try:
        serve(channel, handler, os.environ.get('ENCODING_TYPE') == 'binary')
    except SystemExit as error:
        flush()
        os._exit(error.code if isinstance(error.code, int) else 0 if error.code is None else 1)


main()
