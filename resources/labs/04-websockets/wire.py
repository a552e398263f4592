# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS, WebSocket and MQTT 3.1.1, as small as they can be and so that every octet on the wire is counted."""

import base64
import os
import socket
import ssl
import struct

PATIENCE = 15  # s


class Refused(Exception):
    """The other side said no, or hung up."""


class Count:
    """Octets on the wire in both directions, and round trips: how often we had to wait after we had sent something."""

    def __init__(self):
        self.octets, self.trips, self._owed = 0, 1, False  # TCP's own handshake is the first trip

    def sent(self, count):
        self.octets += count
        self._owed = True

    def received(self, count):
        self.octets += count
        self.trips += self._owed
        self._owed = False

    def taken(self):
        """(octets, trips) since the last time."""
        result = (self.octets, self.trips)
        self.octets = self.trips = 0
        return result


class TlsWire:
    """TLS with the records in our own hands, so that they can be counted."""

    def __init__(self, host, port, ca, certificate=None, key=None):
        self.count = Count()
        context = ssl.create_default_context(cafile=ca)
        if certificate:
            context.load_cert_chain(certificate, key)
        else:
            context.set_alpn_protocols(["http/1.1"])
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_hostname=host)
        self._socket = socket.create_connection((host, port), PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._until(self._tls.do_handshake)

    def _flush(self):
        if self._out.pending:
            data = self._out.read()
            self.count.sent(len(data))
            self._socket.sendall(data)

    def _until(self, step):
        while True:
            try:
                result = step()
                self._flush()
                return result
            except ssl.SSLWantReadError:
                self._flush()
                try:
                    data = self._socket.recv(65536)
                except TimeoutError:
                    raise Refused(f"nothing came for {PATIENCE} s") from None
                except OSError as error:
                    raise Refused(str(error)) from None
                if not data:
                    raise Refused("the gateway hung up") from None
                self.count.received(len(data))
                self._in.write(data)
            except ssl.SSLError as error:
                raise Refused(f"TLS: {error.reason}") from None

    def send(self, data):
        self._until(lambda: self._tls.write(data))

    def receive(self):
        """What has come, at least one octet."""
        data = self._until(lambda: self._tls.read(65536))
        if not data:
            raise Refused("the gateway hung up")
        return data

    def close(self):
        self._socket.close()


class WebSocketWire:
    """RFC 6455 on a wire: one binary frame a packet; the client's are masked."""

    def __init__(self, wire, host, path):
        self.wire, self.count = wire, wire.count
        key = base64.b64encode(os.urandom(16)).decode()
        wire.send((f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n").encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += wire.receive()
        head, self._rest = answer.split(b"\r\n\r\n", 1)
        status = head.split(b"\r\n")[0].decode().split(" ", 1)[1]
        if not status.startswith("101"):
            raise Refused(f"the WebSocket was not opened: {status}")

    def _frame(self, kind, data):
        mask = os.urandom(4)
        length = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data))
        self.wire.send(bytes([0x80 | kind]) + length + mask + bytes(x ^ mask[i % 4] for i, x in enumerate(data)))

    def send(self, data):
        self._frame(2, data)

    def _take(self, count):
        while len(self._rest) < count:
            self._rest += self.wire.receive()
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken

    def receive(self):
        while True:
            kind, length = self._take(2)
            if length == 126:
                length = struct.unpack(">H", self._take(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self._take(8))[0]
            data = self._take(length)
            if kind & 15 == 8:
                raise Refused("the gateway closed the WebSocket")
            if kind & 15 == 9:
                self._frame(10, data)
            elif data:
                return data

    def close(self):
        self.wire.close()


class Mqtt:
    """As much of MQTT 3.1.1 as the lab needs."""

    def __init__(self, wire, client_id):
        self._wire, self._rest, self._heard, self._id = wire, b"", [], 0
        self._send(0x10, self._text("MQTT") + b"\x04\x02\x00\x1e" + self._text(client_id))
        code = self._await(2)[1]
        if code:
            raise Refused(f"CONNACK with return code {code}")

    @staticmethod
    def _text(text):
        return struct.pack(">H", len(text.encode())) + text.encode()

    def _next_id(self):
        self._id += 1
        return struct.pack(">H", self._id)

    def _send(self, head, body):
        length, rest = b"", len(body)
        while True:
            length += bytes([rest % 128 | (0x80 if rest > 127 else 0)])
            rest //= 128
            if not rest:
                break
        self._wire.send(bytes([head]) + length + body)

    def _take(self, count):
        while len(self._rest) < count:
            self._rest += self._wire.receive()
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken

    def _packet(self):
        head, length, shift = self._take(1)[0], 0, 0
        while True:
            octet = self._take(1)[0]
            length |= (octet & 127) << shift
            shift += 7
            if octet < 128:
                return head, self._take(length)

    def _await(self, kind):
        """The body of the next packet of that kind; messages that come before it are kept."""
        while True:
            head, body = self._packet()
            if head >> 4 == 3:
                self._heard.append(self._message(head, body))
            if head >> 4 == kind:
                return body

    @staticmethod
    def _message(head, body):
        end = 2 + struct.unpack(">H", body[:2])[0]
        return body[2:end].decode(), body[end + (2 if head & 6 else 0):].decode()

    def subscribe(self, topic):
        self._send(0x82, self._next_id() + self._text(topic) + b"\x00")
        if self._await(9)[2] == 0x80:
            raise Refused(f"the subscription to {topic}")

    def unsubscribe(self, topic):
        self._send(0xA2, self._next_id() + self._text(topic))
        self._await(11)

    def message(self):
        """(topic, payload) of the next one."""
        if not self._heard:
            self._await(3)
        return self._heard.pop(0)

    def publish(self, topic, payload):
        """With QoS 1, so that a refusal shows."""
        self._send(0x32, self._text(topic) + self._next_id() + payload.encode())
        self._await(4)

    def ping(self):
        self._send(0xC0, b"")
        self._await(13)

    def disconnect(self):
        self._send(0xE0, b"")
        self._wire.close()


def http_exchange(wire, host, request):
    """Sends (first line, fields, body), reads the answer to its end; (octets, trips)."""
    line, fields, body = request
    head = [line, f"Host: {host}", f"Content-Length: {len(body)}", "Connection: close", *fields]
    wire.send(("\r\n".join(head) + "\r\n\r\n" + body).encode())
    answer = wire.receive()
    while b"\r\n\r\n" not in answer:
        answer += wire.receive()
    wire.close()
    return wire.count.taken()
