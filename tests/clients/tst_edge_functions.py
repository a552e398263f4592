# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions on a core: those that misbehave harm nobody else, and those that ask for keys get the group role's
(greengrass-and-gateway.md 10.1, 10.8)."""

import json
import os
import pathlib
import urllib.error
import urllib.request

import serve
from edge_world import Console, CoreProgram, EdgeCase
from serve import wait_until

STEADY = """
import greengrasssdk
core = greengrasssdk.client('iot-data')
count = 0

def function_handler(event, context):
    global count
    count += 1
    core.publish(topic='steady', payload=str(count))
"""

BAD = """
import os, signal, subprocess, sys, time
import greengrasssdk
core = greengrasssdk.client('iot-data')

def hang():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass

def leak():
    hoard = []
    while True:
        hoard.append(bytearray(b'x' * 4000000))
        time.sleep(0.01)

def rubbish():
    for _ in range(2000):
        os.write(1, bytes(range(256)) * 16)
    os.write(2, b'\\n' * 10000)

def fork():
    for _ in range(20):
        subprocess.Popen(['sleep', os.environ['SLEEP']], start_new_session=True)
    if os.fork() == 0:
        return  # comes back out of the handler, too

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def leave():
    sys.exit(3)

def babble():
    os.write(3, b'\\xff' * 100)

def close():
    os.close(3)
    time.sleep(600)

def fail():
    raise ValueError('very bad')

def nothing():
    pass

def function_handler(event, context):
    globals()[event['do']]()
    core.publish(topic='bad', payload=event['do'])
"""

KEYS = """
import json, os, urllib.error, urllib.request
import boto3
import greengrasssdk
core = greengrasssdk.client('iot-data')
KEYS = os.environ['AWS_CONTAINER_CREDENTIALS_FULL_URI']

def ask(token):
    try:
        with urllib.request.urlopen(urllib.request.Request(KEYS, headers={'Authorization': token} if token else {})) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code

def attempt(service, operation, **arguments):
    try:
        client = boto3.session.Session().client(service, region_name=os.environ['AWS_REGION'])
        return getattr(client, operation)(**arguments)
    except Exception as error:
        return {'error': type(error).__name__ + ': ' + str(error)}

def function_handler(event, context):
    said = {'place': KEYS, 'own': ask(os.environ['AWS_CONTAINER_AUTHORIZATION_TOKEN']), 'foreign': ask('0' * 48), 'none': ask(None),
            'caller': attempt('sts', 'get_caller_identity'),
            'published': attempt('iot-data', 'publish', topic='from/boto3', payload=b'hi'),
            'shadow': attempt('iot-data', 'get_thing_shadow', thingName='ggad-1')}
    core.publish(topic='keys', payload=json.dumps(said, default=str))
"""

LOGS = "user/us-east-1/123456789012/"


def entry(number, arn, **more):
    return {"Id": number, "FunctionArn": arn, "FunctionConfiguration": dict({"Timeout": 3, "MemorySize": 65536}, **more)}


def running(*words):
    """How many processes have this command line."""
    wanted = "\0".join(words) + "\0"
    found = 0
    for process in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found += process.read_text() == wanted
        except OSError:  # it has ended
            pass
    return found


class Misbehaving(EdgeCase):
    def test_the_others_go_on(self):
        sleep = f"600.{os.getpid()}"
        steady, bad = self.function("Steady", STEADY), self.function("Bad", BAD)
        bad_too = self.function("BadToo", BAD)
        broken = self.function("Broken", "import nowhere\n")
        variables = {"Environment": {"Variables": {"SLEEP": sleep}}}
        self.live_by([("ggad-1", "ask/steady", steady), (steady, "steady", "ggad-2"), ("ggad-1", "ask/bad", bad), (bad, "bad", "ggad-2"),
                      ("ggad-1", "ask/long", bad_too), (bad_too, "bad", "ggad-2"), ("ggad-1", "device", "ggad-2")],
                     [entry("s", steady, Pinned=True), entry("b", bad, **variables), entry("t", bad_too, Pinned=True, **variables),
                      entry("n", broken, Pinned=True)])
        one, two = self.things["ggad-1"].join(), self.things["ggad-2"].join()
        two.hear("#")
        self.steps = 0

        for ask, log in (("ask/bad", "Bad.log"), ("ask/long", "BadToo.log")):
            for what, told in (("hang", "Task timed out after 3.00 seconds"), ("leak", "signal: killed"), ("rubbish", None), ("fork", None),
                               ("die", "signal: killed"), ("leave", "exit status 3"), ("babble", "Runtime.InvalidResponse"),
                               ("close", None), ("fail", "ValueError: very bad")):
                before = self.lines(log, told)
                one.say(ask, {"do": what})
                self.others_go_on(one, two, what)
                if what in ("rubbish", "fork"):
                    wait_until(lambda: ("bad", what) in two.messages, f"{ask} to end its {what}")
                if told:
                    wait_until(lambda: self.lines(log, told) - before, f"\"{told}\" after {what} in {log}")
                one.say(ask, {"do": "nothing"})
                wait_until(lambda: ("bad", "nothing") in two.messages, f"{ask} to work again after {what}", 40)
                two.messages.clear()
        self.assertIn("No module named 'nowhere'", self.core.log(LOGS + "Broken.log"))
        self.assertEqual(self.core.stop(), 0)
        wait_until(lambda: not running("sleep", sleep), "all that functions have started to be gone")
        one.leave(), two.leave()

    def lines(self, log, told):
        return {line for line in self.core.log(LOGS + log).splitlines() if told and told in line}

    def others_go_on(self, one, two, what):
        self.steps += 1
        one.say("ask/steady", {})
        one.say("device", what)
        wait_until(lambda: ("steady", str(self.steps)) in two.messages and ("device", what) in two.messages,
                   f"the steady function, the same one all along, and the devices to go on during {what}; heard: {two.messages[-9:]}")


class Keys(EdgeCase):
    """The function names no endpoint: it is in the environment of the core, as `greensward env` has it."""
    devices = ("ggad-1",)

    @classmethod
    def core_program(cls):
        return CoreProgram(cls.serve, cls.core_thing, endpoint=cls.serve.ready["api"])

    def asked(self, one):
        one.messages.clear()
        one.up().say("ask", {})
        try:
            return json.loads(one.wait_for("keys")[0])
        except AssertionError as failure:
            raise AssertionError(f"{failure}; its log: {self.core.log(LOGS + 'Keys.log')}") from None

    def test_keys_of_the_groups_role_for_functions_and_nobody_else(self):
        keys = self.function("Keys", KEYS)
        self.assert_deployed(keys)
        one = self.things["ggad-1"].join()
        one.hear("keys")
        console = Console(self.serve, "from/#")
        self.addCleanup(console.leave)

        said = self.asked(one)
        self.assertEqual((said["own"], said["foreign"], said["none"]), (404, 403, 403), "the group has no role")
        self.assertRegex(said["caller"]["error"], "Credential", said)

        self.give_group_role("iot:Publish")
        self.assert_deployed(keys)
        said = self.asked(one)
        self.assertEqual((said["own"], said["foreign"], said["none"]), (200, 403, 403))
        self.assertEqual(said["caller"]["Arn"], "arn:aws:sts::123456789012:assumed-role/Group/core")
        self.assertEqual(console.wait_for("from/boto3"), ["hi"])
        self.assertNotIn("error", said["published"])
        self.assertIn("Forbidden", said["shadow"]["error"], "the role allows to publish, and nothing else")

        # Somebody else on this machine, who can read neither the environment of functions nor the folder of the core.
        for token, path, status in ((None, "", 403), ("Bearer x", "", 403), (None, "x", 404)):
            request = urllib.request.Request(said["place"] + path, headers={"Authorization": token} if token else {})
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(request, timeout=15)
            self.assertEqual(refused.exception.code, status)
            refused.exception.close()
        one.leave()

    def assert_deployed(self, keys):
        why = self.live_by([("ggad-1", "ask", keys), (keys, "keys", "ggad-1")],
                           [entry("k", keys, Pinned=True, Timeout=20)])
        self.assertIsNone(why)


if __name__ == "__main__":
    serve.main()
