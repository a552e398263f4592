#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the public MQTT suites of the Eclipse Foundation (github.com/eclipse/paho.mqtt.testing) against `serve --mqtt-plain`.

    PAHO_TESTING=/path/to/a/checkout tests/conformance/run_conformance.py [--write docs/conformance.md] [TEST…]

The suites are not part of this project. Their own argument handling is broken, so each test of their class Test is driven
from here: alone, in a process of its own, against a broker of its own, with a limit of time, for some hang when a broker
misbehaves. Exit code 0: every outcome is the expected one; 77: there is no checkout.
"""

import argparse
import collections
import concurrent.futures
import importlib
import os
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "clients"))
import serve  # noqa: E402
from serve import Serve  # noqa: E402

SUITES = {"client_test": "MQTT 3.1.1", "client_test5": "MQTT 5.0"}
TOPICS = ("TopicA", "TopicA/B", "Topic/C", "TopicA/C", "/TopicA")
WILD_TOPICS = ("TopicA/+", "+/C", "#", "/#", "/+", "+/+", "TopicA/#")
SECONDS = 120  # for one test; the slowest needs about 30
AT_ONCE = 4    # they sleep most of the time

# Tests whose failure is right, and why.
EXPECTED_FAILURES = {
    "test_subscribe_failure": "wants a broker that is configured to refuse the filter `test/nosubscribe`; nothing is refused "
                              "here. That a gatekeeper's refusal reaches the client is proved in `tests/mqtt/broker/tst_broker_gatekeeper.cpp`",
}

Outcome = collections.namedtuple("Outcome", "suite test passed note")


def load(checkout, suite):
    sys.path.insert(0, str(pathlib.Path(checkout) / "interoperability"))
    return importlib.import_module(suite)


def names(checkout):
    """Every (suite, test), in the order of the file. One of them, will_message_test, unittest itself would not find."""
    found = []
    for suite in SUITES:
        text = (pathlib.Path(checkout) / "interoperability" / f"{suite}.py").read_text()
        found += [(suite, test) for test in re.findall(r"^    def (test\w*|\w+_test)\(self\)", text, re.MULTILINE)]
    if not found:
        sys.exit(f"there are no suites in {checkout}")
    return found


def run_one(checkout, suite, test, port):
    """In a process of its own: the one test, with the names that the suites' main part would have set."""
    module = load(checkout, suite)
    prefix = "client_test5/" if suite == "client_test5" else ""
    module.host, module.port = "127.0.0.1", port
    module.topic_prefix = prefix
    module.topics = [prefix + topic for topic in TOPICS]
    module.wildtopics = [prefix + topic for topic in WILD_TOPICS]
    module.nosubscribe_topics = ("test/nosubscribe",)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(unittest.TestSuite([module.Test(test)]))
    sys.stdout.flush()
    os._exit(0 if result.wasSuccessful() and result.testsRun == 1 else 1)  # the suites leave threads behind


def judge(checkout, suite, test):
    with Serve("--mqtt-plain") as broker:
        command = [sys.executable, __file__, "--one", suite, test, str(broker.plain_port), "--checkout", checkout]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
            note = "" if done.returncode == 0 else last_words(done.stdout + done.stderr)
            passed = done.returncode == 0
        except subprocess.TimeoutExpired:
            passed, note = False, f"still running after {SECONDS} s"
        if broker.process.poll() is not None:
            passed, note = False, f"the broker ended with {broker.process.returncode}"
    return Outcome(suite, test, passed, note)


def last_words(text):
    """The line of a traceback that names the error."""
    errors = [line for line in text.splitlines() if "Error" in line and not line.startswith(("  ", "ERROR:", "FAIL:"))]
    return errors[-1][:160] if errors else "failed"


def page(outcomes):
    lines = [
        "# Conformance", "",
        "What the public MQTT suites of the Eclipse Foundation (`interoperability/client_test.py` and `client_test5.py` of",
        "<https://github.com/eclipse/paho.mqtt.testing>) say of `greensward serve --mqtt-plain`, test by test. This page is",
        "written by", "", "```",
        "PAHO_TESTING=/path/to/a/checkout tests/conformance/run_conformance.py --write docs/conformance.md", "```",
        "", "Each test runs alone against a fresh broker. For comparison: of the 11 and 27 tests mosquitto 2.0.11 passes 9 and 21.",
    ]
    for suite, protocol in SUITES.items():
        of_suite = [outcome for outcome in outcomes if outcome.suite == suite]
        passed = sum(outcome.passed for outcome in of_suite)
        lines += ["", f"## {protocol}: {passed} of {len(of_suite)}", "", "| test | outcome | |", "|---|---|---|"]
        for outcome in of_suite:
            why = "" if outcome.passed else EXPECTED_FAILURES.get(outcome.test, outcome.note.replace("|", "\\|"))
            lines.append(f"| `{outcome.test}` | {'passed' if outcome.passed else 'failed'} | {why} |")
    return "\n".join(lines) + "\n"


def as_expected(outcome):
    return outcome.passed or outcome.test in EXPECTED_FAILURES


def main():
    parser = argparse.ArgumentParser(description="Runs the Eclipse MQTT suites against a broker of ours.")
    parser.add_argument("--checkout", default=os.environ.get("PAHO_TESTING"), help="of paho.mqtt.testing")
    parser.add_argument("--write", type=pathlib.Path, help="the page of outcomes")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("test", nargs="*", help="only these")
    options = parser.parse_args()
    if not options.checkout:
        print("skipped: PAHO_TESTING does not name a checkout of github.com/eclipse/paho.mqtt.testing")
        sys.exit(serve.SKIPPED)
    if options.one:
        suite, test, port = options.one
        run_one(options.checkout, suite, test, int(port))

    chosen = [(suite, test) for suite, test in names(options.checkout) if not options.test or test in options.test]
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = []
        for outcome in pool.map(lambda each: judge(options.checkout, *each), chosen):
            outcomes.append(outcome)
            print("passed" if outcome.passed else "FAILED", outcome.suite, outcome.test, outcome.note, flush=True)
    if options.write:
        options.write.write_text(page(outcomes))
    surprises = [outcome for outcome in outcomes if not as_expected(outcome)]
    print(f"{sum(o.passed for o in outcomes)} of {len(outcomes)} passed, {len(surprises)} unexpected")
    sys.exit(1 if surprises or not outcomes else 0)


if __name__ == "__main__":
    main()
