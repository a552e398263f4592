# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays tests/cases/shadow-cases.json against a running server, over MQTT (paho) and HTTP.

    shadow_cases.py --host 127.0.0.1 --port 1883 --api http://127.0.0.1:4566 --access-key-id K --secret-access-key S
    shadow_cases.py --host localhost --port 8883 --ca ca.pem --cert thing.pem --key thing.key --data https://localhost:8443
    shadow_cases.py --ready-file ready.json            # what `greensward serve --ready-file` wrote
    shadow_cases.py --server build/release/tests/shadow_server      # the service alone, without signatures

HTTP requests are signed (SigV4, service iotdata) where there is an access key and botocore is installed; otherwise they
present the client certificate on the data port; without either, steps over HTTP are skipped, and said to be.
Exit code 0: every case that could be run passed; 1: one failed; 2: wrong usage; 77: nothing could be run.
"""
import argparse
import copy
import http.client
import json
import pathlib
import queue
import re
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid

try:
    import paho.mqtt.client as mqtt
except ImportError:
    print("python3-paho-mqtt is not installed")
    sys.exit(77)

ABSENT = object()
CASES = pathlib.Path(__file__).resolve().parent.parent / "cases" / "shadow-cases.json"


class Skipped(Exception):
    """The target or this machine cannot do what a step needs."""


class Matcher:
    """Compares answers with patterns; keeps what patterns bind."""

    def __init__(self, thing: str):
        self.saved = {"thing": thing}
        self.timestamps: dict[str, int] = {}

    def fill(self, pattern):
        if isinstance(pattern, str):
            for name, value in self.saved.items():
                pattern = pattern.replace("${" + name + "}", value)
            return re.sub(r"<repeat:(.+?):(\d+)>", lambda m: m.group(1) * int(m.group(2)), pattern)
        if isinstance(pattern, list):
            return [self.fill(element) for element in pattern]
        if isinstance(pattern, dict):
            return {self.fill(key): self.fill(value) for key, value in pattern.items()}
        return pattern

    def differences(self, expected, actual, exact: bool, path: str = "$") -> list[str]:
        wrong = [f"{path} should be {json.dumps(expected)} and is {'absent' if actual is ABSENT else json.dumps(actual)}"]
        if isinstance(expected, str):
            return [] if self._text_matches(expected, actual) else wrong
        if actual is ABSENT:
            return wrong
        if isinstance(expected, dict):
            return self._object(expected, actual, exact, path, wrong)
        if isinstance(expected, list):
            if not isinstance(actual, list) or len(actual) != len(expected):
                return wrong
            return [d for i, (e, a) in enumerate(zip(expected, actual)) for d in self.differences(e, a, exact, f"{path}[{i}]")]
        same = expected == actual and isinstance(expected, bool) == isinstance(actual, bool)
        return [] if same else wrong

    def _object(self, expected, actual, exact, path, wrong):
        if "$any_of" in expected:
            return [] if any(not self.differences(e, actual, exact, path) for e in expected["$any_of"]) else wrong
        if "$unordered" in expected:
            wanted = expected["$unordered"]
            if not isinstance(actual, list) or len(actual) != len(wanted):
                return wrong
            left = list(actual)
            for one in wanted:
                hit = next((a for a in left if not self.differences(one, a, exact, path)), ABSENT)
                if hit is ABSENT:
                    return wrong
                left.remove(hit)
            return []
        if not isinstance(actual, dict):
            return wrong
        found = [d for key, value in expected.items()
                 for d in self.differences(value, actual.get(key, ABSENT), exact, f"{path}.{key}")]
        if exact:
            found += [f"{path}.{key} should not be there" for key in actual if key not in expected]
        return found

    def _text_matches(self, pattern: str, actual) -> bool:
        if pattern == "<absent-or-null>":
            return actual is ABSENT or actual is None
        if actual is ABSENT:
            return False
        if pattern == "<any>":
            return True
        if stamp := re.fullmatch(r"<ts(?::(\w+))?>", pattern):
            if isinstance(actual, bool) or not isinstance(actual, int) or abs(actual - time.time()) > 60:
                return False
            return stamp[1] is None or self.timestamps.setdefault(stamp[1], actual) == actual
        if not isinstance(actual, str):
            return False
        if regex := re.fullmatch(r"<regex:(.*)>", pattern, re.S):
            return re.search(regex[1], actual) is not None
        if save := re.fullmatch(r"<save:(\w+)>", pattern):
            self.saved[save[1]] = actual
            return True
        return pattern == actual

    def holds(self, comparison: str) -> bool:
        left, sign, right = comparison.split()
        a, b = self.timestamps[left], self.timestamps[right]
        return {">": a > b, ">=": a >= b, "==": a == b, "<": a < b, "<=": a <= b}[sign]


class Http:
    """Requests to the data plane, signed or with the client's certificate."""

    def __init__(self, options):
        self.options = options
        self.base = options.api if options.access_key_id else options.data
        self.credentials = None
        if options.access_key_id:
            try:
                import botocore.credentials  # pylint: disable=import-outside-toplevel
                self.credentials = botocore.credentials.Credentials(options.access_key_id, options.secret_access_key)
            except ImportError:
                self.base = options.data
        if self.credentials is None and not options.cert and not options.server:
            self.base = None

    def request(self, method: str, path: str, body: bytes):
        if self.base is None:
            raise Skipped("HTTP needs botocore and an access key, or a client certificate and the data port")
        url = urllib.parse.urlsplit(self.base)
        headers = {"Host": url.netloc}
        if body:
            headers["Content-Type"] = "application/json"
        if self.credentials is not None:
            headers = self._signed(method, self.base + path, body, headers)
        if url.scheme == "https":
            connection = http.client.HTTPSConnection(url.hostname, url.port, timeout=10, context=tls(self.options))
        else:
            connection = http.client.HTTPConnection(url.hostname, url.port, timeout=10)
        try:
            connection.request(method, path, body=body or None, headers=headers)
            response = connection.getresponse()
            return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        finally:
            connection.close()

    def _signed(self, method, url, body, headers):
        from botocore.auth import SigV4Auth  # pylint: disable=import-outside-toplevel
        from botocore.awsrequest import AWSRequest  # pylint: disable=import-outside-toplevel
        request = AWSRequest(method=method, url=url, data=body, headers=headers)
        SigV4Auth(self.credentials, "iotdata", self.options.region).add_auth(request)
        return dict(request.headers.items())


def tls(options):
    context = ssl.create_default_context(cafile=options.ca)
    if options.cert:
        context.load_cert_chain(options.cert, options.key)
    return context


class Connection:
    """One MQTT client that collects what is published for one thing."""

    def __init__(self, options, thing: str):
        self.messages: queue.Queue = queue.Queue()
        self.ready: queue.Queue = queue.Queue()
        client_id = f"shadow-cases-{uuid.uuid4().hex[:12]}"
        if hasattr(mqtt, "CallbackAPIVersion"):
            self.client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION1, client_id=client_id)
        else:
            self.client = mqtt.Client(client_id=client_id)
        if options.cert or options.tls:
            self.client.tls_set_context(tls(options))
        self.client.on_message = lambda _c, _u, m: self.messages.put((m.topic, m.payload, m.retain))
        self.client.on_connect = lambda *_: self.ready.put("connected")
        self.client.on_subscribe = lambda *_: self.ready.put("subscribed")
        self.client.connect(options.host, options.port, keepalive=30)
        self.client.loop_start()
        self.ready.get(timeout=10)
        self.client.subscribe(f"$aws/things/{thing}/shadow/#", qos=1)
        self.ready.get(timeout=10)

    def publish(self, topic: str, payload: bytes):
        self.client.publish(topic, payload, qos=1).wait_for_publish(timeout=10)

    def close(self):
        self.client.disconnect()
        self.client.loop_stop()


class Case:
    """One case on a thing of its own."""

    def __init__(self, options, case, web: Http):
        self.options, self.case, self.web = options, case, web
        self.thing = f"case-{uuid.uuid4().hex[:12]}"
        self.matcher = Matcher(self.thing)

    def run(self) -> list[str]:
        wire = Connection(self.options, self.thing)
        try:
            for number, step in enumerate(self.case["steps"], 1):
                if "requires" in step:
                    raise Skipped(step["requires"])
                if failures := self._step(wire, step):
                    return [f"step {number} ({step['op']}): {failure}" for failure in failures]
            return []
        finally:
            wire.close()

    def _payload(self, step) -> bytes:
        if "payload" in step:
            return json.dumps(self.matcher.fill(step["payload"]), separators=(",", ":"), ensure_ascii=False).encode()
        if "payload-hex" in step:
            return bytes.fromhex(step["payload-hex"])
        return self.matcher.fill(step.get("payload-raw", "")).encode()

    def _step(self, wire: Connection, step) -> list[str]:
        time.sleep(step.get("delay-ms", 0) / 1000)
        prefix = f"$aws/things/{self.thing}/shadow"
        if "shadow" in step:
            prefix += f"/name/{step['shadow']}"
        wanted = [e for e in [step.get("expect")] + step.get("also", []) if e and "topic-suffix" in e]
        failures: list[str] = []
        own = []
        op = step["op"]
        if op == "http":
            failures += self._http(step)
        elif op == "burst":
            for payload in step["payloads"]:
                wire.client.publish(f"{prefix}/update", json.dumps(self.matcher.fill(payload)), qos=1)
        elif op == "publish":
            own = [(self.matcher.fill(step["topic"]), self._payload(step))]
            wire.publish(*own[0])
        elif op in ("get", "update", "delete"):
            wire.publish(f"{prefix}/{op}", self._payload(step))
        else:
            raise Skipped(f"needs the test hook {op}")
        least = len(step["expect-sequence"]) if op == "burst" else len(wanted)
        got = self._collect(wire, least, prefix)
        if op == "burst":
            return failures + self._sequence(step["expect-sequence"], got, prefix)
        for topic, payload in own:
            got = [m for m in got if m[:2] != (topic, payload)]
        failures += [f"{m[0]} is retained" for m in got if m[2]]
        failures += [f"{m[0]} should not be there: {m[1]!r}" for m in got
                     if m[0] in [f"{prefix}/{suffix}" for suffix in step.get("none", [])]]
        for expected in wanted:
            failures += self._take(expected, got, prefix)
        if not step.get("open") and not (op == "http" and "also" not in step):
            failures += [f"unexpected {m[0]}: {m[1]!r}" for m in got]
        return failures + [f"{a} does not hold" for a in step.get("assert", []) if not self.matcher.holds(a)]

    def _collect(self, wire, least: int, prefix: str):
        """What comes until the expected number is there, then for the quiet time."""
        got, deadline = [], time.monotonic() + self.options.timeout
        while True:
            enough = len([m for m in got if not self._is_request(m[0], prefix)]) >= least
            wait = self.options.quiet if enough else deadline - time.monotonic()
            try:
                got.append(wire.messages.get(timeout=max(wait, 0.001)))
            except queue.Empty:
                # The subscription also sees the requests; those of this runner are not answers.
                return [m for m in got if not self._is_request(m[0], prefix)]

    @staticmethod
    def _is_request(topic: str, prefix: str) -> bool:
        return topic in (f"{prefix}/get", f"{prefix}/update", f"{prefix}/delete")

    def _differences(self, expected, message, prefix) -> list[str]:
        if message[0] != f"{prefix}/{expected['topic-suffix']}":
            return ["another topic"]
        try:
            body = json.loads(message[1])
        except ValueError:
            return [f"not JSON: {message[1]!r}"]
        found = self._body(expected, body)
        if "version" in expected:
            found += self.matcher.differences(expected["version"], body.get("version", ABSENT), True, "$.version")
        for path in expected.get("absent", []):
            value = body
            for name in path.split("."):
                value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
            if value is not ABSENT:
                found.append(f"{path} should not be there")
        return found

    def _body(self, expected, body) -> list[str]:
        for member, exact in (("payload", True), ("payload-subset", False)):
            if member in expected:
                return self.matcher.differences(self.matcher.fill(expected[member]), body, exact)
        return []

    def _take(self, expected, got, prefix) -> list[str]:
        reasons = []
        for message in got:
            bound = copy.copy(self.matcher.timestamps)
            differences = self._differences(expected, message, prefix)
            if not differences:
                got.remove(message)
                return []
            self.matcher.timestamps = bound
            if message[0] == f"{prefix}/{expected['topic-suffix']}":
                reasons += differences
        return reasons or [f"no message on {expected['topic-suffix']}"]

    def _sequence(self, sequence, got, prefix) -> list[str]:
        failures = []
        for expected in sequence:
            topic = f"{prefix}/{expected['topic-suffix']}"
            message = next((m for m in got if m[0] == topic), None)
            if message is None:
                return failures + [f"nothing more on {expected['topic-suffix']}"]
            got = got[:got.index(message)] + got[got.index(message) + 1:]
            failures += self._differences(expected, message, prefix)
        return failures

    def _http(self, step) -> list[str]:
        expect = step["expect"]
        status, headers, raw = self.web.request(step["method"], self.matcher.fill(step["path"]), self._payload(step))
        failures = [] if status == expect["status"] else [f"status {status} instead of {expect['status']}: {raw!r}"]
        for name, pattern in expect.get("headers", {}).items():
            value = headers.get(name.lower(), ABSENT)
            if name.lower() == "x-amzn-errortype" and value is not ABSENT:
                value = value.split(":")[0]
            failures += self.matcher.differences(self.matcher.fill(pattern), value, True, name)
        try:
            return failures + self._body(expect, json.loads(raw) if raw else None)
        except ValueError:
            return failures + [f"not JSON: {raw!r}"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ready-file", help="takes host, ports, CA and access key from what serve wrote")
    parser.add_argument("--server", help="a program that prints its port and serves MQTT and HTTP there")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int)
    parser.add_argument("--tls", action="store_true", help="TLS although no certificate is presented")
    parser.add_argument("--ca")
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--api", help="endpoint for signed requests, http://127.0.0.1:4566")
    parser.add_argument("--data", help="endpoint for requests with a client certificate, https://localhost:8443")
    parser.add_argument("--access-key-id")
    parser.add_argument("--secret-access-key")
    parser.add_argument("--region", default="us-east-1")
    parser.add_argument("--profile", default="aws", help="cases of this profile")
    parser.add_argument("--cases", default=str(CASES))
    parser.add_argument("--only", default="", help="ids that contain this")
    parser.add_argument("--quiet", type=float, default=0.2, help="seconds to wait for what should not come")
    parser.add_argument("--timeout", type=float, default=5.0, help="seconds to wait for what should come")
    options = parser.parse_args()
    if options.ready_file:
        ready = json.loads(pathlib.Path(options.ready_file).read_text(encoding="utf-8"))
        options.api = options.api or ready.get("api")
        options.data = options.data or ready.get("data")
        options.ca = options.ca or ready.get("ca_file")
        options.access_key_id = options.access_key_id or ready.get("access_key_id")
        options.secret_access_key = options.secret_access_key or ready.get("secret_access_key")
        options.region = ready.get("region", options.region)
        mqtt_end = ready["mqtts"] if options.cert else ready.get("mqtt_plain", ready["mqtts"])
        options.host, options.port = mqtt_end["host"], options.port or mqtt_end["port"]
    if not options.port and not options.server:
        parser.error("say where the server is: --port or --ready-file")
    return options


def main() -> int:
    options = arguments()
    if not options.server:
        return replay(options)
    with tempfile.TemporaryDirectory() as folder, subprocess.Popen(
            [options.server, str(pathlib.Path(folder) / "shadows.db")], stdout=subprocess.PIPE, text=True) as server:
        try:
            options.port = int(server.stdout.readline())
            options.data = f"http://{options.host}:{options.port}"
            return replay(options)
        finally:
            server.kill()


def replay(options) -> int:
    cases = json.loads(pathlib.Path(options.cases).read_text(encoding="utf-8"))
    web = Http(options)
    passed, failed, skipped = 0, 0, 0
    for case in cases:
        if case["profile"] != options.profile or options.only not in case["id"]:
            continue
        try:
            if "requires" in case:
                raise Skipped(case["requires"])
            failures = Case(options, case, web).run()
        except Skipped as why:
            skipped += 1
            print(f"SKIP {case['id']}: {why}")
            continue
        except (OSError, queue.Empty, RuntimeError, ValueError) as why:
            failures = [f"{type(why).__name__}: {why}"]
        if failures:
            failed += 1
            print(f"FAIL {case['id']}: {case['note']}")
            print("".join(f"     {failure}\n" for failure in failures), end="")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0 if passed else 77


if __name__ == "__main__":
    sys.exit(main())
