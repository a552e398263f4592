# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The broker byte by byte, as a client sees it that writes its packets by hand.

Each row of the tables is a conversation: octets that are sent, octets that must come back, and whether the broker then
ends the connection. The rows are read from the specifications, not from the broker."""
import socket
import time
import unittest

import serve
from serve import Serve


def utf8(text):
    data = text if isinstance(text, bytes) else text.encode()
    return len(data).to_bytes(2, "big") + data


def varint(value):
    out = b""
    while True:
        out += bytes([value % 128 | (0x80 if value >= 128 else 0)])
        value //= 128
        if not value:
            return out


def packet(first, body=b""):
    return bytes([first]) + varint(len(body)) + body


def connect(client="c", flags=0x02, level=4, name="MQTT", keep=60, props=b"", rest=b""):
    body = utf8(name) + bytes([level, flags]) + keep.to_bytes(2, "big")
    if level == 5:
        body += varint(len(props)) + props
    return packet(0x10, body + utf8(client) + rest)


def publish(topic="t", payload=b"x", first=0x30, ident=None, props=None):
    body = utf8(topic) + (ident.to_bytes(2, "big") if ident is not None else b"")
    if props is not None:
        body += varint(len(props)) + props
    return packet(first, body + payload)


def subscribe(filters, ident=1, props=None, first=0x82):
    body = ident.to_bytes(2, "big") + (varint(len(props)) + props if props is not None else b"")
    return packet(first, body + b"".join(utf8(name) + bytes([options]) for name, options in filters))


ACCEPTED = bytes.fromhex("20020000")
PING, PONG = bytes.fromhex("c000"), bytes.fromhex("d000")
CLOSE, STAY = "close", "stay"


class Wire:
    """One connection; `port` is the broker's."""

    port = None

    def __init__(self):
        self.socket = socket.create_connection(("127.0.0.1", Wire.port), timeout=5)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def read(self, count, timeout=3.0):
        """Exactly count octets, fewer only at the end of the stream or of the time."""
        self.socket.settimeout(timeout)
        data = b""
        try:
            while len(data) < count:
                piece = self.socket.recv(count - len(data))
                if not piece:
                    break
                data += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return data

    def packet(self, timeout=3.0):
        """One whole packet; empty at the end of the stream or of the time."""
        head = self.read(1, timeout)
        if not head:
            return b""
        length, shift = 0, 0
        while True:
            byte = self.read(1, timeout)
            head += byte
            length |= (byte[0] & 0x7F) << shift
            shift += 7
            if not byte[0] & 0x80:
                return head + self.read(length, timeout)

    def ended(self, timeout=3.0):
        self.socket.settimeout(timeout)
        try:
            return self.socket.recv(1) == b""
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False


# name, sent, received (hexadecimal, or a function of the packet), and after it
V311_CONNECT = [
    ("a minimal CONNECT", connect(), "20020000", STAY),
    ("an empty client id with a clean session", connect(client=""), "20020000", STAY),
    ("an empty client id without a clean session [MQTT-3.1.3-8]", connect(client="", flags=0), "20020002", CLOSE),
    ("protocol level 3 [MQTT-3.1.2-2]", connect(level=3), "20020001", CLOSE),
    ("protocol name MQIsdp", connect(name="MQIsdp", level=3), "20020001", CLOSE),
    ("another protocol's name [MQTT-3.1.2-1]", connect(name="MQTX"), "", CLOSE),
    ("reserved connect flag [MQTT-3.1.2-3]", connect(flags=0x03), "", CLOSE),
    ("will QoS 3 [MQTT-3.1.2-14]", connect(flags=0x1E, rest=utf8("w") + utf8("m")), "", CLOSE),
    ("will QoS without a will [MQTT-3.1.2-13]", connect(flags=0x0A), "", CLOSE),
    ("will retain without a will [MQTT-3.1.2-15]", connect(flags=0x22), "", CLOSE),
    ("password without user name [MQTT-3.1.2-22]", connect(flags=0x42, rest=utf8("p")), "", CLOSE),
    ("user name without password", connect(flags=0x82, rest=utf8("?SDK=Python&Version=1.2.0")), "20020000", STAY),
    ("octets behind the payload", connect(rest=b"zz"), "", CLOSE),
    ("a client id that is not UTF-8 [MQTT-1.5.3-1]", connect(client=b"\xc3\x28"), "", CLOSE),
    ("a client id with a surrogate", connect(client=b"\xed\xa0\x80"), "", CLOSE),
    ("a client id with U+0000 [MQTT-1.5.3-2]", connect(client=b"a\0b"), "", CLOSE),
    ("a will topic with a wildcard", connect(flags=0x06, rest=utf8("w/#") + utf8("m")), "", CLOSE),
    ("a client id that is cut short", packet(0x10, utf8("MQTT") + b"\x04\x02\x00\x3c\x00\x09abc"), "", CLOSE),
    ("CONNECT flags in the fixed header [MQTT-2.2.2-2]", bytes([0x11]) + connect()[1:], "", CLOSE),
    ("another packet first [MQTT-3.1.0-1]", PING, "", CLOSE),
    ("PUBLISH first", publish(), "", CLOSE),
    ("a reserved packet type", b"\x00\x00", "", CLOSE),
    ("a remaining length of five octets", b"\x10\xff\xff\xff\xff\x01", "", CLOSE),
    ("an HTTP request", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "", CLOSE),
]

V311_SESSION = [
    ("PINGREQ", PING, "d000", STAY),
    ("PINGREQ with a body", b"\xc0\x01\x00", "", CLOSE),
    ("PINGREQ with flags", b"\xc1\x00", "", CLOSE),
    ("a second CONNECT [MQTT-3.1.0-2]", connect(), "", CLOSE),
    ("what only a server sends", b"\xd0\x00", "", CLOSE),
    ("SUBACK from a client", bytes.fromhex("9003000100"), "", CLOSE),
    ("AUTH, which 3.1.1 does not have", b"\xf0\x00", "", CLOSE),
    ("QoS 1 PUBLISH", publish(first=0x32, ident=7), "40020007", STAY),
    ("QoS 2 PUBLISH", publish(first=0x34, ident=8), "50020008", STAY),
    ("QoS 2 PUBLISH and its release", publish(first=0x34, ident=8) + bytes.fromhex("62020008"), "5002000870020008", STAY),
    ("PUBREL of an id that is not known", bytes.fromhex("62020309"), "70020309", STAY),
    ("PUBREL with wrong flags [MQTT-3.6.1-1]", bytes.fromhex("60020309"), "", CLOSE),
    ("PUBLISH with QoS 3 [MQTT-3.3.1-4]", publish(first=0x36, ident=1), "", CLOSE),
    ("PUBLISH with DUP and QoS 0 [MQTT-3.3.1-2]", publish(first=0x38), "", CLOSE),
    ("PUBLISH with packet id 0 [MQTT-2.3.1-1]", publish(first=0x32, ident=0), "", CLOSE),
    ("PUBLISH to a wildcard [MQTT-3.3.2-2]", publish(topic="a/+"), "", CLOSE),
    ("PUBLISH to #", publish(topic="#"), "", CLOSE),
    ("PUBLISH to nowhere [MQTT-4.7.3-1]", publish(topic=""), "", CLOSE),
    ("PUBLISH to a topic with U+0000 [MQTT-4.7.3-2]", publish(topic=b"a\0"), "", CLOSE),
    ("PUBLISH to an overlong encoding", publish(topic=b"\xc0\x80"), "", CLOSE),
    ("PUBLISH shorter than its topic", bytes.fromhex("3003000561"), "", CLOSE),
    ("PUBLISH of nothing", publish(payload=b"") + PING, "d000", STAY),
    ("SUBSCRIBE", subscribe([("a", 0), ("b", 1), ("c/#", 2)]), "90050001000102", STAY),
    ("SUBSCRIBE twice to the same", subscribe([("a", 0), ("a", 2)]), "900400010002", STAY),
    ("SUBSCRIBE without filters [MQTT-3.8.3-3]", bytes.fromhex("82020001"), "", CLOSE),
    ("SUBSCRIBE with packet id 0", subscribe([("a", 0)], ident=0), "", CLOSE),
    ("SUBSCRIBE with QoS 3 [MQTT-3-8.3-4]", subscribe([("a", 3)]), "", CLOSE),
    ("SUBSCRIBE with reserved bits", subscribe([("a", 4)]), "", CLOSE),
    ("SUBSCRIBE with wrong flags [MQTT-3.8.1-1]", subscribe([("a", 0)], first=0x80), "", CLOSE),
    ("SUBSCRIBE to a misplaced # [MQTT-4.7.1-2]", subscribe([("a/#/b", 0)]), "", CLOSE),
    ("SUBSCRIBE to a# [MQTT-4.7.1-2]", subscribe([("a#", 0)]), "", CLOSE),
    ("SUBSCRIBE to a+ [MQTT-4.7.1-3]", subscribe([("a+/b", 0)]), "", CLOSE),
    ("SUBSCRIBE to an empty filter", subscribe([("", 0)]), "", CLOSE),
    ("UNSUBSCRIBE of what was never subscribed [MQTT-3.10.4-5]", packet(0xA2, b"\x00\x05" + utf8("zz")), "b0020005", STAY),
    ("UNSUBSCRIBE without filters [MQTT-3.10.3-2]", bytes.fromhex("a2020001"), "", CLOSE),
    ("UNSUBSCRIBE with wrong flags", packet(0xA0, b"\x00\x05" + utf8("zz")), "", CLOSE),
    ("PUBACK of an id that is not known", bytes.fromhex("40020333") + PING, "d000", STAY),
    ("PUBACK with a body too long", bytes.fromhex("4003033300"), "", CLOSE),
    ("DISCONNECT", b"\xe0\x00", "", CLOSE),
]

V5 = connect(level=5)

V5_CONNECT = [
    ("receive maximum 0", connect(level=5, props=b"\x21\x00\x00"), "82", CLOSE),
    ("maximum packet size 0", connect(level=5, props=b"\x27\x00\x00\x00\x00"), "82", CLOSE),
    ("a property twice", connect(level=5, props=b"\x11\x00\x00\x00\x05" * 2), "82", CLOSE),
    ("a property that CONNECT does not have", connect(level=5, props=b"\x23\x00\x01"), "81|82", CLOSE),
    ("a property that does not exist", connect(level=5, props=b"\x7f\x00"), "81", CLOSE),
    ("request problem information 2", connect(level=5, props=b"\x17\x02"), "82", CLOSE),
    ("a reserved flag", connect(level=5, flags=0x03), "81", CLOSE),
    ("authentication by a method nobody knows", connect(level=5, props=b"\x15" + utf8("SCRAM")), "8c", CLOSE),
    ("authentication data without a method", connect(level=5, props=b"\x16" + utf8("x")), "82", CLOSE),
    ("will QoS 3", connect(level=5, flags=0x1E, rest=b"\x00" + utf8("w") + utf8("m")), "81", CLOSE),
]

V5_SESSION = [
    ("PUBLISH nobody wants", publish("nobody/here", first=0x32, ident=1, props=b""), "4003000110|400400011000", STAY),
    ("PUBREL of an unknown id", bytes.fromhex("62020309"), "7003030992|700403099200", STAY),
    ("PUBREC of an unknown id", bytes.fromhex("50020309"), "6203030992|620403099200", STAY),
    ("UNSUBSCRIBE of what was never subscribed", packet(0xA2, b"\x00\x05\x00" + utf8("zz")), "b00400050011", STAY),
    ("SUBSCRIBE with every option", subscribe([("a", 0x2D)], props=b""), "900400010001", STAY),
    ("SUBSCRIBE with subscription id", subscribe([("a", 0)], props=b"\x0b\x05"), "900400010000", STAY),
]

# What is sent after a good CONNECT, and the reason code of the DISCONNECT that must follow.
V5_ERRORS = [
    ("a topic alias of 0", publish(props=b"\x23\x00\x00"), {0x94}),
    ("a topic alias beyond the maximum", publish(props=b"\x23\xff\xff"), {0x94}),
    ("a topic alias nobody set", publish(topic="", props=b"\x23\x00\x01"), {0x82}),
    ("no topic and no alias", publish(topic="", props=b""), {0x82}),
    ("a topic with a wildcard", publish(topic="a/#", props=b""), {0x90, 0x81, 0x82}),
    ("a response topic with a wildcard", publish(props=b"\x08" + utf8("a/#")), {0x81, 0x82, 0x90}),
    ("a subscription id from a client [MQTT-3.3.4-6]", publish(props=b"\x0b\x05"), {0x82}),
    ("payload format 2", publish(props=b"\x01\x02"), {0x82, 0x81}),
    ("an unknown property", publish(props=b"\x7f\x02"), {0x81}),
    ("a property of another packet", publish(props=b"\x21\x00\x05"), {0x81, 0x82}),
    ("a property length beyond the packet", packet(0x30, utf8("t") + b"\x7f"), {0x81}),
    ("QoS 3", publish(first=0x36, ident=1, props=b""), {0x81}),
    ("DUP with QoS 0", publish(first=0x38, props=b""), {0x81, 0x82}),
    ("packet id 0", publish(first=0x32, ident=0, props=b""), {0x81, 0x82}),
    ("SUBSCRIBE without filters", packet(0x82, b"\x00\x01\x00"), {0x82}),
    ("SUBSCRIBE with QoS 3", subscribe([("a", 3)], props=b""), {0x81, 0x82}),
    ("SUBSCRIBE with retain handling 3", subscribe([("a", 0x30)], props=b""), {0x82}),
    ("SUBSCRIBE with reserved bits", subscribe([("a", 0x40)], props=b""), {0x81}),
    ("SUBSCRIBE with subscription id 0", subscribe([("a", 0)], props=b"\x0b\x00"), {0x82}),
    ("no local on a shared subscription [MQTT-3.8.3-4]", subscribe([("$share/g/a", 0x04)], props=b""), {0x82}),
    ("UNSUBSCRIBE without filters", packet(0xA2, b"\x00\x01\x00"), {0x82}),
    ("a second CONNECT", connect(level=5), {0x82}),
    ("AUTH out of nowhere", b"\xf0\x00", {0x82}),
    ("what only a server sends", b"\xd0\x00", {0x81, 0x82}),
    ("a reserved packet type", b"\x00\x00", {0x81}),
    ("a remaining length with a useless last octet [MQTT5-1.5.5-1]", bytes.fromhex("c08000"), {0x81}),
    ("flags that SUBSCRIBE must not have", subscribe([("a", 0)], props=b"", first=0x80), {0x81}),
    ("a session expiry in DISCONNECT after none in CONNECT [MQTT5-3.14.2.2.2]", packet(0xE0, b"\x00\x05\x11\x00\x00\x00\x05"), {0x82}),
    ("a reason code that DISCONNECT does not have for clients", packet(0xE0, b"\x8e\x00"), {0x81, 0x82}),
]


class WireTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve("--mqtt-plain")
        cls.serve.start()
        Wire.port = cls.serve.plain_port

    @classmethod
    def tearDownClass(cls):
        code = cls.serve.terminate()
        cls.serve.__exit__()
        assert code == 0, f"the broker ended with {code} on SIGTERM"

    def converse(self, wire, sent, expected, after):
        wire.send(sent)
        if expected:
            choices = [bytes.fromhex(choice) for choice in expected.split("|")]
            got = wire.read(min(len(choice) for choice in choices))
            longer = [c for c in choices if c != got and c.startswith(got[:1]) and c[1] == (got[1] if len(got) > 1 else -1)]
            if got not in choices and longer:
                got += wire.read(len(longer[0]) - len(got))
            self.assertIn(got.hex(), [choice.hex() for choice in choices])
        if after == CLOSE:
            self.assertTrue(wire.ended(), "the broker must close this connection, and without another word")
        else:
            wire.send(PING)
            self.assertEqual(wire.read(2).hex(), PONG.hex(), "the connection must go on")

    def test_connect_311(self):
        for name, sent, expected, after in V311_CONNECT:
            with self.subTest(name), Wire() as wire:
                self.converse(wire, sent, expected, after)

    def test_session_311(self):
        for name, sent, expected, after in V311_SESSION:
            with self.subTest(name), Wire() as wire:
                wire.send(connect(client="s"))
                self.assertEqual(wire.read(4), ACCEPTED)
                self.converse(wire, sent, expected, after)

    def connack5(self, wire):
        answer = wire.packet()
        self.assertEqual(answer[:1].hex(), "20")
        self.assertGreaterEqual(len(answer), 5)
        return answer[3]

    def test_connect_5(self):
        for name, sent, codes, after in V5_CONNECT:
            with self.subTest(name), Wire() as wire:
                wire.send(sent)
                self.assertIn(self.connack5(wire), [int(code, 16) for code in codes.split("|")])
                self.assertTrue(wire.ended())

    def test_session_5(self):
        for name, sent, expected, after in V5_SESSION:
            with self.subTest(name), Wire() as wire:
                wire.send(connect(client="s5", level=5))
                self.assertEqual(self.connack5(wire), 0)
                self.converse(wire, sent, expected, after)

    def test_errors_5(self):
        for name, sent, codes in V5_ERRORS:
            with self.subTest(name), Wire() as wire:
                wire.send(connect(client="e5", level=5))
                self.assertEqual(self.connack5(wire), 0)
                wire.send(sent)
                answer = wire.packet()
                self.assertEqual(answer[:1].hex(), "e0", "a DISCONNECT must say why")
                self.assertIn(answer[2], codes, f"reason code 0x{answer[2]:02x}")
                self.assertTrue(wire.ended())

    def test_a_password_without_user_name_is_fine_in_5(self):
        with Wire() as wire:
            wire.send(connect(level=5, flags=0x42, rest=utf8("p")))
            self.assertEqual(self.connack5(wire), 0)

    def test_a_version_from_the_future_is_refused(self):
        with Wire() as wire:
            wire.send(connect(level=6))
            self.assertEqual(self.connack5(wire), 0x84)
            self.assertTrue(wire.ended())

    def test_octets_may_come_one_by_one(self):
        with Wire() as wire:
            for byte in connect(client="slow") + subscribe([("one/by/one", 1)]) + publish("one/by/one", b"hello", 0x32, 9):
                wire.send(bytes([byte]))
                time.sleep(0.001)
            self.assertEqual(wire.packet(), ACCEPTED)
            self.assertEqual(wire.packet().hex(), "9003000101")
            packets = sorted([wire.packet(), wire.packet()])
            self.assertEqual(packets[1].hex(), "40020009")
            self.assertEqual(packets[0][:-7], packet(0x32, utf8("one/by/one") + b"\0\0hello")[:-7])

    def test_many_packets_may_come_at_once(self):
        with Wire() as wire:
            wire.send(connect(client="fast") + b"".join(publish(first=0x32, ident=i) for i in range(1, 501)) + PING)
            self.assertEqual(wire.packet(), ACCEPTED)
            for i in range(1, 501):
                self.assertEqual(wire.packet().hex(), f"4002{i:04x}", "acknowledgements come in the order of the messages")
            self.assertEqual(wire.packet(), PONG)

    def test_a_qos_2_message_sent_twice_arrives_once(self):
        with Wire() as receiver, Wire() as sender:
            receiver.send(connect(client="r") + subscribe([("once", 0)]))
            receiver.packet(), receiver.packet()
            sender.send(connect(client="p"))
            sender.packet()
            for first in (0x34, 0x3C, 0x3C):
                sender.send(publish("once", b"1", first, 77))
                self.assertEqual(sender.packet().hex(), "5002004d")
            sender.send(bytes.fromhex("6202004d"))
            self.assertEqual(sender.packet().hex(), "7002004d")
            sender.send(publish("once", b"2"))
            self.assertEqual(receiver.packet(), publish("once", b"1"))
            self.assertEqual(receiver.packet(), publish("once", b"2"), "the repetitions must not arrive")

    def test_a_will_follows_a_malformed_packet(self):
        with Wire() as watcher, Wire() as victim:
            watcher.send(connect(client="w") + subscribe([("will/of/v", 0)]))
            watcher.packet(), watcher.packet()
            victim.send(connect(client="v", flags=0x06, rest=utf8("will/of/v") + utf8("gone")))
            victim.packet()
            victim.send(b"\xc1\x00")
            self.assertTrue(victim.ended())
            self.assertEqual(watcher.packet(), publish("will/of/v", b"gone"))

    def test_a_will_is_withheld_after_disconnect(self):
        with Wire() as watcher, Wire() as victim:
            watcher.send(connect(client="w2") + subscribe([("will/of/v2", 0)]))
            watcher.packet(), watcher.packet()
            victim.send(connect(client="v2", flags=0x06, rest=utf8("will/of/v2") + utf8("gone")) + b"\xe0\x00")
            victim.packet()
            self.assertTrue(victim.ended())
            watcher.send(PING)
            self.assertEqual(watcher.packet(), PONG, "nothing may come before the answer to the ping")

    def test_a_second_connection_takes_the_client_id_over(self):
        with Wire() as first, Wire() as second:
            first.send(connect(client="twin"))
            first.packet()
            second.send(connect(client="twin"))
            self.assertEqual(second.packet(), ACCEPTED)
            self.assertTrue(first.ended())

    def test_a_second_connection_is_told_why_in_5(self):
        with Wire() as first, Wire() as second:
            first.send(connect(client="twin5", level=5))
            self.connack5(first)
            second.send(connect(client="twin5", level=5))
            self.assertEqual(self.connack5(second), 0)
            self.assertEqual(first.packet()[2], 0x8E)

    def test_dollar_topics_do_not_match_wildcards(self):
        with Wire() as wire:
            wire.send(connect(client="dollar") + subscribe([("#", 0), ("+/x", 0)]) + publish("$sys/x", b"no") + publish("s/x", b"yes"))
            wire.packet(), wire.packet()
            self.assertEqual(wire.packet(), publish("s/x", b"yes"))

    def test_silence_beyond_keep_alive_ends_the_connection(self):
        with Wire() as wire:
            wire.send(connect(client="quiet", keep=1))
            self.assertEqual(wire.packet(), ACCEPTED)
            begun = time.monotonic()
            self.assertTrue(wire.ended(4))
            self.assertGreater(time.monotonic() - begun, 1.4)

    def test_an_oversized_packet_is_refused_before_it_arrives(self):
        with Wire() as wire:
            wire.send(connect(client="big", level=5))
            self.connack5(wire)
            wire.send(b"\x30\xff\xff\xff\x7f")
            answer = wire.packet()
            self.assertEqual(answer[0], 0xE0)
            self.assertEqual(answer[2], 0x95)
            self.assertTrue(wire.ended())

    def test_retained_messages_come_flagged_to_new_subscribers_only(self):
        with Wire() as old, Wire() as new:
            old.send(connect(client="old") + subscribe([("kept", 0)]) + publish("kept", b"v", 0x31))
            old.packet(), old.packet()
            self.assertEqual(old.packet()[0], 0x30, "a live message is not flagged")
            new.send(connect(client="new") + subscribe([("kept", 0)]))
            new.packet(), new.packet()
            self.assertEqual(new.packet(), publish("kept", b"v", 0x31))
            old.send(publish("kept", b"", 0x31) + PING)
            self.assertEqual(old.packet()[0], 0x30)


if __name__ == "__main__":
    serve.main()
