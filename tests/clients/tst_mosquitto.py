# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""mosquitto_pub and mosquitto_sub as people use them: plain, TLS with a client certificate, ALPN; 3.1.1 and 5."""

import subprocess
import unittest

import serve
from serve import Serve


class Subscriber:
    """mosquitto_sub that is known to be subscribed when the constructor returns."""

    def __init__(self, *arguments, count=1):
        # Line buffered, so that what it says can be waited for.
        self.process = subprocess.Popen(
            ["stdbuf", "-oL", "mosquitto_sub", "-d", "-C", str(count), "-W", str(serve.PATIENCE), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = []
        for line in self.process.stdout:
            self.said.append(line)
            if line.startswith("Subscribed"):
                return
        raise AssertionError(f"mosquitto_sub did not subscribe: {self.said}")

    def messages(self):
        """What it printed beside its debugging lines, once it has all of them."""
        rest = self.process.stdout.read()
        self.process.stdout.close()
        self.process.wait()
        debug = ("Client ", "Subscribed", "Warning")
        return [line for line in rest.splitlines() if not line.startswith(debug)]


def publish(*arguments):
    return subprocess.run(["mosquitto_pub", *arguments], capture_output=True, text=True, timeout=serve.PATIENCE)


class Mosquitto(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serve = Serve("--mqtt-plain")
        cls.serve.start()
        cls.plain = ["-h", "127.0.0.1", "-p", str(cls.serve.plain_port)]
        certificate, key = cls.serve.device()
        cls.trust = ["-h", "localhost", "--cafile", cls.serve.ca]
        cls.own = ["--cert", certificate, "--key", key]
        cls.tls = [*cls.trust, "-p", str(cls.serve.mqtts_port), *cls.own]

    @classmethod
    def tearDownClass(cls):
        cls.serve.__exit__()

    def roundtrip(self, connection, version, qos=1, topic="lawn/east"):
        subscriber = Subscriber(*connection, "-V", version, "-q", str(qos), "-t", "lawn/#", "-F", "%t %q %p")
        result = publish(*connection, "-V", version, "-q", str(qos), "-t", topic, "-m", "grass")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(subscriber.messages(), [f"{topic} {qos} grass"])

    def test_every_version_and_quality_over_plain_tcp(self):
        for version in ("mqttv311", "mqttv5"):
            for qos in (0, 1, 2):
                with self.subTest(version=version, qos=qos):
                    self.roundtrip(self.plain, version, qos)

    def test_client_certificate_over_tls(self):
        for version in ("mqttv311", "mqttv5"):
            for tls in ("tlsv1.2", "tlsv1.3"):
                with self.subTest(version=version, tls=tls):
                    self.roundtrip([*self.tls, "--tls-version", tls], version)

    def test_alpn_of_aws_on_the_https_port(self):
        connection = [*self.trust, "-p", str(self.serve.https_port), *self.own, "--tls-alpn", "x-amzn-mqtt-ca"]
        self.roundtrip(connection, "mqttv311")

    def test_https_port_knows_mqtt_by_its_first_byte(self):
        self.roundtrip([*self.trust, "-p", str(self.serve.https_port), *self.own], "mqttv5")

    def test_tls_and_plain_clients_meet(self):
        subscriber = Subscriber(*self.tls, "-t", "meet/#")
        publish(*self.plain, "-t", "meet/here", "-m", "hello")
        self.assertEqual(subscriber.messages(), ["hello"])

    def test_retained_message_comes_at_once_and_can_be_cleared(self):
        publish(*self.plain, "-t", "kept/one", "-m", "still here", "-r", "-q", "1")
        self.assertEqual(Subscriber(*self.plain, "-t", "kept/#", "-F", "%r %p").messages(), ["1 still here"])
        publish(*self.plain, "-t", "kept/one", "-n", "-r", "-q", "1")
        late = subprocess.run(["mosquitto_sub", *self.plain, "-t", "kept/#", "-W", "1"], capture_output=True, text=True)
        self.assertEqual(late.stdout, "")

    def test_will_of_a_killed_client(self):
        watcher = Subscriber(*self.plain, "-t", "wills/#")
        victim = Subscriber(*self.plain, "-t", "nothing", "--will-topic", "wills/victim", "--will-payload", "gone")
        victim.process.kill()
        victim.messages()
        self.assertEqual(watcher.messages(), ["gone"])

    def test_properties_of_mqtt_5_travel(self):
        subscriber = Subscriber(*self.plain, "-V", "mqttv5", "-t", "props/#", "-F", "%C|%R|%D|%P|%p")
        publish(*self.plain, "-V", "mqttv5", "-t", "props/a", "-m", "x",
                "-D", "publish", "content-type", "text/plain", "-D", "publish", "response-topic", "answers/here",
                "-D", "publish", "correlation-data", "77", "-D", "publish", "user-property", "field", "north")
        self.assertEqual(subscriber.messages(), ["text/plain|answers/here|77|field:north|x"])

    def test_a_large_payload_arrives_whole(self):
        payload = "0123456789abcdef" * 8192
        subscriber = Subscriber(*self.tls, "-q", "1", "-t", "large")
        done = subprocess.run(["mosquitto_pub", *self.tls, "-q", "1", "-t", "large", "-s"], input=payload, text=True,
                              timeout=serve.PATIENCE, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(subscriber.messages(), [payload])


if __name__ == "__main__":
    serve.need("mosquitto_pub", "mosquitto_sub", "stdbuf")
    serve.main()
