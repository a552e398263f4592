# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The telephone's page in a real Chromium: what it shows, what its switch does, and what it says when something is wrong."""

import base64
import json
import os
import time
import unittest
import urllib.error
import urllib.request

import browser
import serve
from aws_sdk import AwsSdk
from browser import Browser
from serve import Serve

ROLE = "arn:aws:iam::123456789012:role/phone"
SHADOW = "$aws/things/sprinkler-456/shadow/*"


def iot(kind, name):
    return f"arn:aws:iot:us-east-1:123456789012:{kind}/{name}"


def allow(action, *resources):
    return {"Effect": "Allow", "Action": action, "Resource": list(resources)}


CONNECT = allow("iot:Connect", iot("client", "phone-*"))
SUBSCRIBE = allow("iot:Subscribe", iot("topicfilter", "turbines/*"), iot("topicfilter", SHADOW))
TALK = allow(["iot:Publish", "iot:Receive"], iot("topic", "turbines/*"), iot("topic", SHADOW))


class Page(unittest.TestCase):
    def setUp(self):
        self.serve = Serve("--lab", "4")
        self.serve.start()
        self.addCleanup(self.serve.__exit__)
        self.aws = AwsSdk(self.serve.ready)
        self.browser = Browser("--ignore-certificate-errors", "--host-resolver-rules=MAP farm.test 127.0.0.1")
        self.addCleanup(self.browser.close)

    def device(self, name, command):
        serve.subprocess.run([serve.BINARY, "device", name, command, "--data-dir", str(self.serve.folder)], check=True, timeout=30)

    def lend(self, *statements):
        """A pool named phone, whose guests may do that."""
        pool = self.aws("cognito-identity", "create-identity-pool", "--allow-unauthenticated-identities",
                        identity_pool_name="phone")["IdentityPoolId"]
        trust = {"Version": "2012-10-17", "Statement": {
            "Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"},
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": pool}}}}
        self.aws("iam", "create-role", role_name="phone", assume_role_policy_document=trust)
        self.grant(*statements)
        self.aws("cognito-identity", "set-identity-pool-roles", identity_pool_id=pool, roles={"unauthenticated": ROLE})
        return pool

    def grant(self, *statements):
        self.aws("iam", "put-role-policy", role_name="phone", policy_name="page",
                 policy_document={"Version": "2012-10-17", "Statement": list(statements)})

    def open(self, query="", origin=None):
        self.browser.open(f"{origin or self.serve.ready['api']}/phone/{query}")

    def await_text(self, element, text):
        self.browser.wait(f"(e => e?.checkVisibility() && e.innerText.includes({json.dumps(text)}))"
                          f"(document.getElementById('{element}'))", f"“{text}” in {element}")

    def await_live(self):
        self.await_text("state", "live")
        self.browser.wait("+document.getElementById('curve').dataset.points >= 2", "two points of the curve")
        self.assertGreaterEqual(float(self.browser.text("output")), 0)
        self.assertEqual(self.browser.text("trouble"), "")

    def water(self):
        payload = self.aws.client("iot-data").get_thing_shadow(thingName="sprinkler-456")["payload"].read()
        return json.loads(payload)["state"]

    def switch(self, wish):
        self.browser.tap("water")
        self.await_text("reported", wish)
        self.assertEqual(self.browser.text("desired"), wish)
        self.assertIn("does what is desired", self.browser.text("delta"))
        self.assertEqual(self.browser.evaluate("document.getElementById('water').getAttribute('aria-checked')"),
                         str(wish == "on").lower())
        state = self.water()
        self.assertEqual((state["desired"]["water"], state["reported"]["water"]), (wish, wish))

    def is_quiet(self):
        self.assertEqual(self.browser.complaints, [])

    # --- all is well ----------------------------------------------------------------------------------------------------

    def test_shows_the_turbine_and_switches_the_sprinkler(self):
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.device("sprinkler-456", "shadow")
        self.open()
        self.await_live()
        self.browser.wait("!document.getElementById('water').disabled", "the switch")
        self.browser.tap("water")
        self.await_text("desired", "o")
        first = self.browser.text("desired")
        self.await_text("reported", first)
        self.switch("off" if first == "on" else "on")
        self.switch(first)
        self.assertIn("octets sent", self.browser.text("octets"))
        if folder := os.environ.get("GREENSWARD_PICTURES"):
            time.sleep(20)
            self.browser.picture(f"{folder}/phone-light.png")
            self.browser.picture(f"{folder}/phone-dark.png", dark=True)
        self.is_quiet()

    def test_over_tls(self):
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.open(origin=self.serve.ready["data"])
        self.await_live()
        self.assertTrue(self.browser.evaluate("isSecureContext"))
        self.is_quiet()

    def test_without_webcrypto(self):
        """http:// and a name of the network: no secure context, so no crypto.subtle."""
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.open(origin=f"http://farm.test:{self.serve.api_port}")
        self.await_live()
        self.assertFalse(self.browser.evaluate("isSecureContext || !!crypto.subtle"))
        self.is_quiet()

    def test_a_delta_is_shown_while_the_sprinkler_sleeps(self):
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.device("sprinkler-456", "stop")
        self.open()
        self.await_live()
        self.browser.tap("water")
        self.await_text("delta", "the sprinkler has not said so yet")
        self.assertEqual(self.water()["desired"]["water"], self.browser.text("desired"))

    # --- something is wrong ---------------------------------------------------------------------------------------------

    def test_waits_for_a_pool(self):
        self.open()
        self.await_text("trouble", "no identity pool named “phone”")
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.await_live()

    def test_names_what_the_role_does_not_allow(self):
        self.lend(CONNECT, TALK)
        self.open()
        self.await_text("trouble", "does not allow iot:Subscribe")
        self.assertIn("topicfilter/turbines/ev-gen/123", self.browser.text("trouble"))
        if folder := os.environ.get("GREENSWARD_PICTURES"):
            self.browser.picture(f"{folder}/phone-refused-light.png")
            self.browser.picture(f"{folder}/phone-refused-dark.png", dark=True)
        self.grant(SUBSCRIBE)
        self.browser.tap("again")
        self.await_text("trouble", "does not allow iot:Connect")
        self.grant(CONNECT, SUBSCRIBE)
        self.browser.tap("again")
        self.await_text("trouble", "does not allow iot:Publish")
        self.grant(CONNECT, SUBSCRIBE, TALK)
        self.browser.tap("again")
        self.await_live()

    def test_names_what_it_may_not_receive(self):
        self.lend(CONNECT, SUBSCRIBE, allow("iot:Publish", iot("topic", SHADOW)))
        self.open()
        self.await_text("trouble", "iot:Receive")

    def test_names_a_pool_that_is_none(self):
        self.open("?pool=us-east-1:00000000-0000-0000-0000-000000000000")
        self.await_text("trouble", "No such identity pool")

    def test_a_role_without_trust(self):
        pool = self.lend(CONNECT)
        self.aws("iam", "update-assume-role-policy", role_name="phone", policy_document={
            "Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}})
        self.open()
        self.await_text("trouble", pool)
        self.assertIn("trust policy", self.browser.text("trouble"))

    def credentials_of(self, expires):
        """From now on the page is lent these, which the gateway does not know."""
        lent = {"IdentityId": "x", "Credentials": {"AccessKeyId": "ASIANOBODY", "SecretKey": "s", "SessionToken": "t",
                                                   "Expiration": expires}}
        body = base64.b64encode(json.dumps(lent).encode()).decode()

        def answer(asked):
            credentials = "GetCredentialsForIdentity" in str(asked["request"]["headers"])
            if credentials:
                self.browser.send("Fetch.fulfillRequest", requestId=asked["requestId"], responseCode=200, body=body)
            else:
                self.browser.send("Fetch.continueRequest", requestId=asked["requestId"])

        self.browser.on["Fetch.requestPaused"] = answer
        self.browser.call("Fetch.enable", patterns=[{"urlPattern": self.serve.ready["api"] + "/"}])

    def test_credentials_that_are_not_believed(self):
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.credentials_of(time.time() + 3600)
        self.open()
        self.await_text("trouble", "did not open the WebSocket")

    def test_credentials_that_have_run_out(self):
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.credentials_of(time.time() - 60)
        self.open()
        self.await_text("trouble", "credentials have run out")
        self.browser.call("Fetch.disable")
        self.await_live()

    def test_says_when_the_console_is_gone(self):
        self.lend(CONNECT, SUBSCRIBE, TALK)
        self.open()
        self.await_live()
        self.serve.kill()
        self.await_text("state", "waiting")
        self.await_text("trouble", "The console does not answer")

    # --- what is served -------------------------------------------------------------------------------------------------

    def test_serves_its_own_files_and_no_others(self):
        def status(path, method="GET"):
            request = urllib.request.Request(self.serve.ready["api"] + path, method=method)
            try:
                with urllib.request.urlopen(request) as answer:
                    return answer.status
            except urllib.error.HTTPError as error:
                error.close()
                return error.code

        self.assertEqual(status("/phone"), 200, "after a redirection")
        for name in os.listdir(serve.TREE / "resources/phone"):
            self.assertEqual(status("/phone/" + name), 200, name)
        for path in ("/phone/../labs/01-getting-set-up/lab.md", "/phone/%2e%2e/presenter", "/phone//etc/passwd", "/phone/none"):
            self.assertEqual(status(path), 404, path)
        self.assertEqual(status("/phone/", "POST"), 405)


if __name__ == "__main__":
    browser.need_browser()
    serve.main()
