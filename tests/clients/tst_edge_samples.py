# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workshops' samples of 2017 do with a core (greengrass-and-gateway.md 21): the traffic light's statistics (A12), reset and a new group
(A14), the miniature fulfilment centre with its wildcards and its bridge between two cores, and scripts that remember (A16)."""

import copy
import http.server
import json
import pathlib
import sys
import threading
import time

import serve
from edge_world import CoreProgram, DeviceProgram, EdgeCase, Ggad, Thing
from serve import wait_until

HERE = pathlib.Path(__file__).resolve().parent

# Makes its table when it is loaded and waits for it; keeps its count between events; takes for granted that something was reported.
AGGREGATOR = """
import boto3
import greengrasssdk

tables = boto3.resource('dynamodb', region_name='us-east-1')
table = tables.create_table(
    TableName='CarStats', KeySchema=[{'AttributeName': 'Time', 'KeyType': 'HASH'}],
    AttributeDefinitions=[{'AttributeName': 'Time', 'AttributeType': 'S'}],
    ProvisionedThroughput={'ReadCapacityUnits': 5, 'WriteCapacityUnits': 5})
table.meta.client.get_waiter('table_exists').wait(TableName='CarStats')
print('the table is there')
greens = 0

def function_handler(event, context):
    global greens
    if event['current']['state']['reported']['property'] == 'G':
        greens += 1
        if greens % 3 == 0:
            tables.Table('CarStats').put_item(Item={'Time': context.client_context.custom['subject'] + '#' + str(greens),
                                                    'TotalGreenlights': greens})
"""

# Reads what the arm does and tells the belt, by a shadow that is of no device.
BRAIN = """
import json
import greengrasssdk
core = greengrasssdk.client('iot-data')

def function_handler(event, context):
    if event['stage'] == 'pick':
        core.update_thing_shadow(thingName='master_brain', payload=json.dumps({'state': {'desired': {'convey_cmd': 'run'}}}))
"""


class Tables:
    """Stands in for DynamoDB as far as the aggregator needs it: one table, which takes its time to be made."""

    def __init__(self, takes, address="127.0.0.1"):
        self.items, self.made, self.keys = [], 0, set()
        tables = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                answer = json.dumps(tables.answer(self.headers, body, takes)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/x-amz-json-1.0")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer((address, 0), Handler)
        self.url = f"http://{address}:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, headers, body, takes):
        key = headers["Authorization"].split("Credential=")[1].split("/")[0]
        self.keys.add((key, headers["X-Amz-Security-Token"] is not None))
        operation = headers["X-Amz-Target"].split(".")[1]
        if operation == "CreateTable":
            self.made += 1
            time.sleep(takes)
            return {"TableDescription": {"TableName": body["TableName"], "TableStatus": "CREATING"}}
        if operation == "DescribeTable":
            return {"Table": {"TableName": body["TableName"], "TableStatus": "ACTIVE"}}
        self.items.append({name: next(iter(value.values())) for name, value in body["Item"].items()})
        return {}

    def close(self):
        self._server.shutdown()
        self._server.server_close()


class CarStatistics(EdgeCase):
    devices = ("GG_Switch", "GG_TrafficLight")
    light = "$aws/things/GG_TrafficLight/shadow/"

    @classmethod
    def core_program(cls):
        return CoreProgram(cls.serve, cls.core_thing, endpoint="http://127.0.0.1:9")  # the group knows better

    def test_every_third_green_is_written_down(self):
        tables = Tables(takes=4)  # longer than a handler may take
        self.addCleanup(tables.close)
        self.give_group_role("dynamodb:*")
        cars = self.function("GG_Car_Aggregator", AGGREGATOR, "GG_CarAggregator")
        routes = [("GG_Switch", self.light + "update", "GGShadowService"), ("GG_TrafficLight", self.light + "update", "GGShadowService"),
                  ("GGShadowService", self.light + "update/delta", "GG_TrafficLight"),
                  ("GGShadowService", self.light + "update/documents", "GG_TrafficLight"),
                  ("GGShadowService", self.light + "update/documents", cars)]
        self.live_by(routes, [{"Id": "cars", "FunctionArn": cars, "FunctionConfiguration": {
            "Pinned": True, "Timeout": 3, "MemorySize": 65536, "Environment": {"Variables": {"AWS_ENDPOINT_URL": tables.url}}}}])
        switch, light = self.things["GG_Switch"].join(), self.things["GG_TrafficLight"].join()
        light.hear(self.light + "update/delta", self.light + "update/documents")

        documents = 0
        for round_, colour in enumerate("GYRGYRGYRGYR", 1):
            switch.say(self.light + "update", {"state": {"desired": {"property": colour}}})
            light.wait_for(self.light + "update/delta", round_)
            light.say(self.light + "update", {"state": {"reported": {"property": colour}}})
            documents += 2
            light.wait_for(self.light + "update/documents", documents)
        states = [json.loads(payload)["current"]["state"] for topic, payload in light.messages if topic.endswith("documents")]
        self.assertNotIn("reported", states[0], "before the first report there is nothing to read")
        greens = sum(state.get("reported", {}).get("property") == "G" for state in states)

        wait_until(lambda: len(tables.items) >= greens // 3, "the items")
        self.assertEqual([item["TotalGreenlights"] for item in tables.items], [str(number) for number in range(3, greens + 1, 3)],
                         "one worker has counted all of them, the error before the first report notwithstanding")
        self.assertTrue(tables.items[0]["Time"].startswith(self.light + "update/documents"))
        self.assertEqual(tables.made, 1, "the module was loaded once, however long it took")
        (key, temporary), = tables.keys
        self.assertTrue(temporary and key.startswith("ASIA"), "the keys are those of the group's role")
        log = self.core.log("user/us-east-1/123456789012/GG_Car_Aggregator.log")
        self.assertEqual(log.count("KeyError: 'reported'"), 1, log)
        switch.leave(), light.leave()


class Afterwards(EdgeCase):
    """A workshop ends, and another one begins on the same machine."""
    counter = "$aws/things/ggad-1/shadow/"

    def routes(self):
        return [("ggad-1", "t", "ggad-2"), ("ggad-1", self.counter + "update", "GGShadowService"),
                ("GGShadowService", self.counter + "update/accepted", "ggad-1")]

    def version_told(self, device, count):
        device.say(self.counter + "update", {"state": {"reported": {"count": count}}})
        return json.loads(device.wait_for(self.counter + "update/accepted")[-1])["version"]

    def test_reset_delete_and_begin_again(self):
        hello = self.function("Hello", "import greengrasssdk\nprint('here I am')\ndef function_handler(event, context):\n    pass\n")
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        self.live_by(self.routes(), [{"Id": "h", "FunctionArn": hello, "FunctionConfiguration": {"Pinned": True, "MemorySize": 65536}}])
        one.join(), two.join()
        one.hear(self.counter + "#"), two.hear("t")
        one.say("t", "before")
        two.wait_for("t")
        last = [self.version_told(one, 1), self.version_told(one, 2)][-1]
        log = "user/us-east-1/123456789012/Hello.log"
        wait_until(lambda: "here I am" in self.core.log(log), "the function to start")

        group = self.own_group()
        self.refused(self.gg.delete_group, GroupId=group)
        reset = self.gg.reset_deployments(GroupId=group)["DeploymentId"]
        self.status(group, reset, "Success")
        wait_until(lambda: not one.connected.is_set() and not two.connected.is_set(), "the devices to be dropped")
        time.sleep(1.5)  # they try again once a second
        self.assertFalse(one.connected.is_set() or two.connected.is_set(), "there is nothing to connect to")
        self.assertEqual(one.get("/greengrass/discover/thing/ggad-1")[0], 404)
        self.assertEqual(self.core.log(log), "", "what functions have written is gone, too")
        self.gg.delete_group(GroupId=group)
        self.assertEqual(self.gg.list_groups()["Groups"], [])
        one.leave(), two.leave()
        self.core.stop()
        self.core.start()  # it has nothing to come back to

        type(self).made = None
        self.live_by(self.routes())
        self.assertNotEqual(self.own_group(), group)
        one.messages.clear(), two.messages.clear()
        former = (one.folder / "group-ca.pem").read_text()
        one.join(), two.join()
        self.assertNotEqual((one.folder / "group-ca.pem").read_text(), former, "another group has another authority")
        one.hear(self.counter + "#"), two.hear("t")
        one.say("t", "after")
        self.assertEqual(two.wait_for("t"), ["after"])
        self.assertGreater(self.version_told(one, 1), last, "a script that ran on would take no lower version")
        one.leave(), two.leave()


class Fulfilment(EdgeCase):
    """A master core and the core of an arm; the bridge is a device of both groups."""
    devices = ("belt", "web", "bridge")
    brain_shadow = "$aws/things/master_brain/shadow/"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.arm_core_thing = Thing(cls.serve, "arm-core", "iot:*", "greengrass:*")
        cls.arm_core = CoreProgram(cls.serve, cls.arm_core_thing).start()

    @classmethod
    def tearDownClass(cls):
        cls.arm_core.close()
        super().tearDownClass()

    def test_wildcard_routes_and_a_bridge_between_two_cores(self):
        brain = self.function("MasterBrain", BRAIN, "dev")
        arm = Ggad(self.serve, "arm")
        self.things["arm"] = arm
        self.addCleanup(self.things.pop, "arm")
        self.live_by_master(brain)
        arm_group = self.gg.create_group(Name="sort_arm")["Id"]
        self.bring(arm_group, self.arm_core_thing, {name: self.things[name] for name in ("arm", "bridge")}, [("arm", "arm/#", "bridge")])

        belt, web, bridge = (self.things[name] for name in ("belt", "web", "bridge"))
        remote = copy.copy(bridge)
        remote.messages = []
        arm.join(group=arm_group), remote.join(group=arm_group)
        belt.join(), web.join(), bridge.join(group=self.own_group())
        remote.client.on_message = lambda _client, _data, message: bridge.client.publish("sort/" + message.topic, message.payload, 0)
        remote.hear("arm/#")
        belt.hear(self.brain_shadow + "update/#"), web.hear("sort/arm/#", self.brain_shadow + "get/#")

        # Nobody's shadow yet; who asks for one that is not there is told so, by the wildcard's route.
        web.say(self.brain_shadow + "get", "")
        self.assertEqual(json.loads(web.wait_for(self.brain_shadow + "get/rejected")[0])["code"], 404)
        arm.up(), bridge.up()
        for topic, payload in (("arm/telemetry", {"servo": 10}), ("arm/stages", {"stage": "pick"}), ("other", {"stage": "pick"})):
            arm.say(topic, payload)
        self.assertEqual(json.loads(web.wait_for("sort/arm/telemetry")[0]), {"servo": 10})
        self.assertEqual(json.loads(web.wait_for("sort/arm/stages")[0]), {"stage": "pick"})
        delta = json.loads(belt.wait_for(self.brain_shadow + "update/delta")[0])
        self.assertEqual(delta["state"], {"convey_cmd": "run"}, "from the arm over two cores and a function")
        belt.say(self.brain_shadow + "update", {"state": {"reported": {"convey_cmd": "run"}}})
        belt.wait_for(self.brain_shadow + "update/accepted", 2)
        web.say(self.brain_shadow + "get", "")
        got = json.loads(web.wait_for(self.brain_shadow + "get/accepted")[0])
        self.assertEqual(got["state"], {"desired": {"convey_cmd": "run"}, "reported": {"convey_cmd": "run"}})
        self.assertFalse([topic for topic, _ in web.messages if "update" in topic], "that route is the belt's alone")
        for device in (arm, remote, belt, web, bridge):
            device.leave()

    def live_by_master(self, brain):
        routes = [("bridge", "sort/arm/#", "web"), ("bridge", "sort/arm/stages", brain),
                  ("web", self.brain_shadow + "get", "GGShadowService"), ("GGShadowService", self.brain_shadow + "get/#", "web"),
                  ("belt", self.brain_shadow + "update", "GGShadowService"), ("GGShadowService", self.brain_shadow + "update/#", "belt")]
        members = {name: self.things[name] for name in self.devices}
        self.bring(self.own_group(), self.core_thing, members, routes,
                   [{"Id": "b", "FunctionArn": brain, "FunctionConfiguration": {"Timeout": 10, "MemorySize": 65536}}])


class Script(DeviceProgram):
    """edge_device.py, with a folder of its own."""

    def __init__(self, here, thing, *filters, https_port=None):
        self.folder = thing.folder / "script"
        self.folder.mkdir(exist_ok=True)
        super().__init__(thing.name, [sys.executable, str(HERE / "edge_device.py"), "localhost", str(https_port or here.https_port), here.ca,
                                      str(thing.folder / "c.pem"), str(thing.folder / "c.key"), thing.name, *filters], self.folder)


class Scripts(EdgeCase):
    def test_a_script_remembers_its_core_until_the_authority_is_another(self):
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        self.live_by([("ggad-1", "hello/#", "ggad-2")])
        listening = Script(self.serve, two, "hello/#")
        listening.wait_for("discovered " + self.own_group())
        listening.wait_for("subscribed")
        speaking = Script(self.serve, one)
        speaking.wait_for("discovered")
        speaking.say("hello/world", "first")
        listening.wait_for("heard hello/world first")
        self.assertEqual(speaking.end(), 0, speaking.said)

        # What it knows is enough, though nobody answers a discovery.
        speaking = Script(self.serve, one, https_port=serve.free_port_base(1))
        speaking.wait_for("remembered")
        speaking.say("hello/world", "second")
        listening.wait_for("heard hello/world second")
        self.assertEqual(speaking.end(), 0, speaking.said)
        # A deployment drops everybody and changes nothing of that.
        self.live_by([("ggad-1", "hello/#", "ggad-2")])
        wait_until(lambda: listening.said.count("subscribed") == 2, "the script to be back")

        # Another authority: what was remembered is wrong until the folder is deleted.
        self.gg.create_group_certificate_authority(GroupId=self.own_group())
        self.live_by([("ggad-1", "hello/#", "ggad-2")])
        speaking = Script(self.serve, one)
        speaking.wait_for("remembered")
        speaking.wait_for("the core is not to be trusted")
        self.assertEqual(speaking.end(), 1)
        for file in (speaking.folder / "groupCA").iterdir():
            file.unlink()
        speaking = Script(self.serve, one)
        speaking.wait_for("discovered")
        speaking.wait_for("connected")
        self.assertEqual(speaking.end(), 0, speaking.said)
        listening.end()


if __name__ == "__main__":
    serve.need("curl")
    serve.main()
