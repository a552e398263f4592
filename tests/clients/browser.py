# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium, spoken to in its DevTools protocol over a pipe: nothing beside Python's own library is needed."""

import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import serve

NAMES = ("chromium", "chromium-headless-shell", "google-chrome", "chromium-browser")


def need_browser():
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        print("skipped: there is no Chromium (Debian: apt-get install chromium)")
        sys.exit(serve.SKIPPED)
    return program


class Browser:
    """One browser with one page, as large as a telephone."""

    def __init__(self, *options):
        self._profile = tempfile.mkdtemp(prefix="greensward-browser-")
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash", need_browser(), "--headless", "--no-sandbox",
             "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-component-update", "--remote-debugging-pipe",
             f"--user-data-dir={self._profile}", *options],
            pass_fds=(to_browser, from_browser), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(to_browser)
        os.close(from_browser)
        self._last = 0
        self._answers = {}
        self._changed = threading.Condition()
        self.complaints = []  # of the page: errors, and what the content policy stopped
        self.on = {}  # event: what to do with its parameters
        threading.Thread(target=self._read, daemon=True).start()
        target = self.call("Target.createTarget", session=None, url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", session=None, targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")
        self.call("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
        self.call("Emulation.setTouchEmulationEnabled", enabled=True)

    _session = None

    def close(self):
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
        os.close(self._out)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _read(self):
        rest = b""
        while data := os.read(self._in, 1 << 16):
            *whole, rest = (rest + data).split(b"\0")
            for text in whole:
                self._take(json.loads(text))

    def _take(self, said):
        with self._changed:
            if "id" in said:
                self._answers[said["id"]] = said
                self._changed.notify_all()
        about = said.get("params", {})
        if said.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(about["exceptionDetails"].get("exception", {}).get("description", str(about)))
        if said.get("method") == "Log.entryAdded" and about["entry"]["level"] == "error" and about["entry"]["source"] == "security":
            self.complaints.append(about["entry"]["text"])
        if said.get("method") in self.on:
            self.on[said["method"]](about)

    def send(self, method, session="own", **parameters):
        with self._changed:
            self._last += 1
            message = {"id": self._last, "method": method, "params": parameters}
            if session:
                message["sessionId"] = self._session
            os.write(self._out, json.dumps(message).encode() + b"\0")
            return self._last

    def call(self, method, session="own", **parameters):
        number = self.send(method, session, **parameters)
        with self._changed:
            if not self._changed.wait_for(lambda: number in self._answers, 60):
                raise AssertionError(f"the browser does not answer {method}")
            answer = self._answers.pop(number)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    # --- what a person does -------------------------------------------------------------------------------------------

    def open(self, url):
        answer = self.call("Page.navigate", url=url)
        if answer.get("errorText"):
            raise AssertionError(f"{url}: {answer['errorText']}")

    def evaluate(self, script):
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def text(self, element):
        """What can be read there; empty when it is not shown."""
        return self.evaluate(f"(e => e?.checkVisibility() ? e.innerText : '')(document.getElementById({json.dumps(element)}))")

    def wait(self, script, what, seconds=serve.PATIENCE * 2):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if value := self.evaluate(script):
                return value
            time.sleep(0.1)
        raise AssertionError(f"waited {seconds} s in vain for {what}; the page says:\n{self.evaluate('document.body?.innerText')}")

    def tap(self, element):
        self.evaluate(f"document.getElementById({json.dumps(element)}).scrollIntoView({{block: 'center'}})")
        box = self.evaluate(f"(r => ({{x: r.x + r.width / 2, y: r.y + r.height / 2}}))"
                            f"(document.getElementById({json.dumps(element)}).getBoundingClientRect())")
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[box])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def picture(self, file, dark=False):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        time.sleep(0.5)
        with open(file, "wb") as out:
            out.write(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]))
