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
ClientContext = collections.namedtuple('ClientContext', ['client', 'custom', 'env'])


class Channel:
    """The socket to the host: any thread may ask and waits for its answer; calls come in order."""

    def __init__(self, number):
        self._socket = socket.socket(fileno=number)
        self._reading = self._socket.makefile('rb')
        self._sending = threading.Lock()
        self._waiting = {}
        self._asked = 0
        self.calls = queue.SimpleQueue()

    def start(self):
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, head, payload=b''):
        text = json.dumps(head).encode()
        with self._sending:
            self._socket.sendall(LENGTHS.pack(len(text), len(payload)) + text + payload)

    def ask(self, head, payload=b''):
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
    """What a handler gets beside its event."""

    def __init__(self, head):
        self.aws_request_id = head['requestId']
        self.invoked_function_arn = head['arn']
        self.function_name = head['name']
        self.function_version = head['version']
        self.memory_limit_in_mb = str(head['memory'])
        self.identity = None
        self._deadline = head['timeout'] / 1000.0 + _now()
        self.client_context = None
        if head.get('clientContext'):
            given = json.loads(head['clientContext'])
            self.client_context = ClientContext(given.get('client'), given.get('custom') or {}, given.get('env'))

    def get_remaining_time_in_millis(self):
        return max(0, int((self._deadline - _now()) * 1000))


def _now():
    return time.monotonic()


def described(error):
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename != __file__ and not frame.filename.startswith('<frozen')]
    return {'errorMessage': str(error), 'errorType': type(error).__name__,
            'stackTrace': traceback.format_list(own)}


class MalformedHandler(Exception):
    pass


class HandlerNotFound(Exception):
    pass


def load(handler):
    module, _, name = handler.replace('/', '.').rpartition('.')
    if not module:
        raise MalformedHandler("Bad handler '%s': not enough values to unpack (expected 2, got 1)" % handler)
    found = getattr(importlib.import_module(module), name, None)
    if found is None:
        raise HandlerNotFound("Handler '%s' missing on module '%s'" % (name, module))
    return found


def why_not_loaded(error, module):
    problem = described(error)
    if isinstance(error, ImportError):
        problem.update(errorType='Runtime.ImportModuleError',
                       errorMessage="Unable to import module '%s': %s" % (module, error))
    elif isinstance(error, SyntaxError):
        problem.update(errorType='Runtime.UserCodeSyntaxError',
                       errorMessage="Syntax error in module '%s': %s" % (module, error))
    elif isinstance(error, MalformedHandler):
        problem['errorType'] = 'Runtime.MalformedHandlerName'
    elif isinstance(error, HandlerNotFound):
        problem['errorType'] = 'Runtime.HandlerNotFound'
    return problem


def run(handler, head, payload, binary):
    event = payload if binary else json.loads(payload or b'{}')
    result = handler(event, Context(head))
    if binary:
        return result if isinstance(result, bytes) else b'' if result is None else str(result).encode()
    return json.dumps(result).encode()


def serve(channel, handler, binary):
    while True:
        head, payload = channel.calls.get()
        answer = {'type': 'result', 'requestId': head['requestId']}
        try:
            result = run(handler, head, payload, binary)
        except Exception as error:  # SystemExit ends the instance, as it does at AWS
            answer['error'] = 'Handled'
            problem = described(error)
            result = json.dumps(problem).encode()
            print('[ERROR] %s: %s\nTraceback (most recent call last):\n%s'
                  % (problem['errorType'], problem['errorMessage'], ''.join(problem['stackTrace']).rstrip()))
        if len(result) > LARGEST_RESULT:
            answer['error'] = 'Handled'
            result = json.dumps({
                'errorMessage': 'Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes).'
                                % (len(result), LARGEST_RESULT),
                'errorType': 'Function.ResponseSizeTooLarge'}).encode()
        sys.stdout.flush()
        sys.stderr.flush()
        channel.send(answer, result)


def main():
    channel = Channel(int(sys.argv[1]))
    handler_name = sys.argv[2]
    sys.argv = [handler_name]
    sys.path.insert(0, os.getcwd())  # the package goes first, a greengrasssdk of its own included
    sys.modules['greensward_channel'] = sys.modules['__main__']
    globals()['channel'] = channel
    logging.basicConfig(level=logging.INFO, format='[%(levelname)s]\t%(message)s', stream=sys.stdout)
    sys.stdout.reconfigure(line_buffering=True)  # what is printed before it is killed counts
    channel.start()
    try:
        handler = load(handler_name)
    except BaseException as error:
        sys.stdout.flush()
        problem = why_not_loaded(error, handler_name.rpartition('.')[0])
        channel.send({'type': 'failed'}, json.dumps(problem).encode())
        sys.exit(1)
    channel.send({'type': 'ready'})
    serve(channel, handler, os.environ.get('ENCODING_TYPE') == 'binary')


main()
