# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes with the wrong papers, stalls or says nothing is sent away, and the others notice nothing."""

import pathlib
import resource
import socket
import ssl
import subprocess
import tempfile
import time
import unittest

import serve
from paho_client import PahoClient
from serve import Serve

CONNECT = bytes.fromhex("100c00044d5154540402003c0000")  # 3.1.1, clean session, keep alive 60 s, no client id
CONNACK = bytes.fromhex("20020000")
NOT_AUTHORISED = b"\x20\x02\x00\x05"
STALL_LIMIT = 10  # seconds


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def issue(folder, name, days, ca=None, ca_key=None):
    """A certificate for a new key: self-signed, or by an authority. Days below zero: it ran out that many days ago."""
    key, certificate, request = (str(folder / f"{name}.{suffix}") for suffix in ("key", "pem", "csr"))
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
            "-out", request, "-subj", f"/CN={name}")
    if not ca:
        openssl("x509", "-req", "-in", request, "-signkey", key, "-days", str(days), "-out", certificate)
        return certificate, key
    (folder / "index.txt").write_text("")
    settings = folder / "ca.conf"
    settings.write_text(f"""[ca]
default_ca = it
[it]
database = {folder}/index.txt
new_certs_dir = {folder}
rand_serial = yes
default_md = sha256
policy = anything
[anything]
commonName = supplied
""")
    now = time.time()
    start, end = now - 30 * 86400, now + days * 86400
    utc = [time.strftime("%Y%m%d%H%M%SZ", time.gmtime(t)) for t in (start, end)]
    openssl("ca", "-batch", "-config", str(settings), "-cert", ca, "-keyfile", ca_key, "-in", request, "-out", certificate,
            "-startdate", utc[0], "-enddate", utc[1], "-notext")
    return certificate, key


class BadPeers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.own = tempfile.TemporaryDirectory(prefix="greensward-peers-")
        cls.folder = pathlib.Path(cls.own.name)
        cls.serve = Serve("--mqtt-plain", data_dir=cls.folder / "workspace")
        cls.serve.start()

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()
        cls.own.cleanup()

    def tls(self, port, certificate=None, version=None, alpn=None, trust=None):
        """A TLS connection that has also read what the server thinks of the certificate."""
        context = ssl.create_default_context(cafile=trust or self.serve.ca)
        if certificate:
            context.load_cert_chain(*certificate)
        if version:
            context.minimum_version = context.maximum_version = version
        if alpn:
            context.set_alpn_protocols(alpn)
        raw = socket.create_connection(("127.0.0.1", port), serve.PATIENCE)
        self.addCleanup(raw.close)
        connection = context.wrap_socket(raw, server_hostname="localhost")
        self.addCleanup(connection.close)
        return connection

    def connack(self, connection):
        connection.sendall(CONNECT)
        return connection.recv(16)

    def assert_refused(self, port, certificate, version):
        # With TLS 1.3 the client is through before the server has judged its certificate: then the first read tells.
        with self.assertRaises(OSError):
            answer = self.connack(self.tls(port, certificate, version))
            if answer == b"":
                raise ConnectionResetError("closed without an alert")

    def assert_service(self):
        client = PahoClient(self.serve, "tls")
        client.subscribe("still/here", 1)
        client.publish("still/here", "yes")
        self.assertEqual(client.wait_for(1), ["yes"])
        client.close()

    def test_certificates(self):
        root, root_key = (str(self.serve.folder / "keys" / f"root.{suffix}") for suffix in ("pem", "key"))
        papers = {
            "none": None,
            "self-signed": issue(self.folder, "stranger", 30),
            "expired": issue(self.folder, "expired", -1, root, root_key),
        }
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            for name, certificate in papers.items():
                with self.subTest(certificate=name, version=version.name):
                    self.assert_refused(self.serve.mqtts_port, certificate, version)
            with self.subTest(certificate="of the workspace", version=version.name):
                self.assertEqual(self.connack(self.tls(self.serve.mqtts_port, self.serve.device(), version)), CONNACK)
        with self.subTest(certificate="issued by the root elsewhere, registered nowhere"):
            stranger = issue(self.folder, "stranger-of-the-root", 30, root, root_key)
            self.assertEqual(self.connack(self.tls(self.serve.mqtts_port, stranger)), NOT_AUTHORISED)
        self.assert_service()

    def test_wrong_certificate_is_refused_where_it_is_optional(self):
        stranger = issue(self.folder, "stranger2", 30)
        self.assert_refused(self.serve.https_port, stranger, ssl.TLSVersion.TLSv1_2)

    def test_mqtt_on_the_https_port_wants_a_certificate_too(self):
        answer = self.connack(self.tls(self.serve.https_port, alpn=["x-amzn-mqtt-ca"]))
        self.assertIn(answer, (bytes.fromhex("20020005"), b""), "not authorized")

    def test_unknown_application_protocol_is_refused(self):
        with self.assertRaises(ssl.SSLError):
            self.tls(self.serve.https_port, self.serve.device(), alpn=["gopher"])

    def test_old_tls_is_refused(self):
        with self.assertRaises(OSError):
            with_tls_1_1 = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            with_tls_1_1.load_verify_locations(self.serve.ca)
            with_tls_1_1.set_ciphers("DEFAULT@SECLEVEL=0")
            with_tls_1_1.minimum_version = with_tls_1_1.maximum_version = ssl.TLSVersion.TLSv1_1
            raw = socket.create_connection(("127.0.0.1", self.serve.mqtts_port), serve.PATIENCE)
            self.addCleanup(raw.close)
            with_tls_1_1.wrap_socket(raw, server_hostname="localhost")

    def test_garbage_closes_only_its_own_connection(self):
        bystander = PahoClient(self.serve)
        bystander.subscribe("calm", 1)
        for junk in (b"\xff" * 64, b"GET / HTTP/1.1\r\n\r\n", b"\x10\xff\xff\xff\xff\x7f", bytes(1024), CONNECT[:2] + b"\x00"):
            with self.subTest(junk=junk[:8].hex()):
                with socket.create_connection(("127.0.0.1", self.serve.plain_port), serve.PATIENCE) as peer:
                    peer.sendall(junk + CONNECT)
                    try:
                        answer = peer.recv(64)
                    except ConnectionResetError:
                        answer = b""
                    self.assertIn(answer[:1], (b"", b"\x20"), "closed, or a CONNACK that refuses")
                    if answer:
                        self.assertNotEqual(answer[3], 0)
        bystander.publish("calm", "as ever")
        self.assertEqual(bystander.wait_for(1), ["as ever"])
        bystander.close()

    def test_a_thousand_silent_and_some_stalling_connections_are_closed_in_time(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 4096)), hard))
        began = time.monotonic()
        ports = {"plain": self.serve.plain_port, "device gateway": self.serve.mqtts_port, "https": self.serve.https_port}
        stalled = {f"silent at {name}": socket.create_connection(("127.0.0.1", port)) for name, port in ports.items()}
        stalled["half a CONNECT"] = socket.create_connection(("127.0.0.1", self.serve.plain_port))
        stalled["half a CONNECT"].sendall(CONNECT[:5])
        stalled["half a TLS hello"] = socket.create_connection(("127.0.0.1", self.serve.mqtts_port))
        stalled["half a TLS hello"].sendall(bytes.fromhex("160301020001"))
        stalled["TLS without CONNECT"] = self.tls(self.serve.mqtts_port, self.serve.device())
        stalled["half a WebSocket handshake"] = socket.create_connection(("127.0.0.1", self.serve.api_port))
        stalled["half a WebSocket handshake"].sendall(b"GET /mqtt HTTP/1.1\r\nUpgrade: websocket\r\n")
        crowd = [socket.create_connection(("127.0.0.1", self.serve.plain_port)) for _ in range(1000)]
        for each in (*stalled.values(), *crowd):
            self.addCleanup(each.close)

        asked = time.monotonic()
        self.assert_service()
        self.assertLess(time.monotonic() - asked, 2, "a busy door must not slow the others")

        for name, connection in stalled.items():
            with self.subTest(name):
                self.assert_closed_in_time(connection, began)
        for connection in crowd:
            self.assert_closed_in_time(connection, began)
        self.assert_service()

    def assert_closed_in_time(self, connection, began):
        connection.settimeout(max(0.1, began + STALL_LIMIT + 5 - time.monotonic()))
        try:
            while connection.recv(4096):
                pass  # an alert or an HTTP answer may come first
        except (ConnectionResetError, ssl.SSLError):
            pass
        except TimeoutError:
            self.fail(f"still open after {time.monotonic() - began:.1f} s")
        self.assertGreater(time.monotonic() - began, STALL_LIMIT - 2, "closed before it had its time")


if __name__ == "__main__":
    serve.need("openssl")
    serve.main()
