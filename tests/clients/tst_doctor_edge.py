# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""D10 … D15: what people get stuck at with Greengrass, provoked with boto3, Paho and a core that is a program of its own."""

import json
import socket
import subprocess
import time

import serve
from greengrass_world import Device as Thing, Case as Cloud
from serve import wait_until
from tst_edge import EdgeCase
from tst_lambda import make_role

WITHIN = 2.0


def doctor(*options):
    """(exit code, what it has to say as JSON)"""
    done = subprocess.run([serve.BINARY, "doctor", "--json", *options], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


class Desk:
    """What the doctor of a process says, in the file that it keeps."""

    def __init__(self, case, file):
        self.case, self.file = case, file

    def cards(self, which="cards"):
        return json.loads(self.file.read_text())[which] if self.file.exists() else []

    def codes(self, which="cards"):
        return [card["code"] for card in self.cards(which)]

    def expect(self, code, *words, seconds=WITHIN):
        """The first card, which has these words."""
        def first():
            cards = self.cards()
            text = json.dumps(cards[0], ensure_ascii=False) if cards else ""
            return cards[0] if cards and cards[0]["code"] == code and all(word in text for word in words) else None
        try:
            return wait_until(first, f"{code} with {words}", seconds)
        except AssertionError as late:
            raise AssertionError(f"{late}; there is {json.dumps(self.cards(), indent=1)}") from late

    def expect_gone(self, code, seconds=WITHIN):
        wait_until(lambda: code not in self.codes(), f"{code} to go", seconds)
        self.case.assertIn(code, self.codes("learned"))


class InTheCloud(Cloud):
    def setUp(self):
        self.desk = Desk(self, self.serve.folder / "doctor.json")

    def discover(self, thing):
        return thing.get("/greengrass/discover/thing/" + thing.name)[0]

    def test_d10_a_policy_without_discover(self):
        mute = Thing(self.serve, "mute", "iot:*")
        self.assertEqual(self.discover(mute), 403)
        card = self.desk.expect("D10", "mute", "403", "greengrass:Discover", "certain")
        code, said = doctor("--data-dir", str(self.serve.folder))
        self.assertEqual((code, said["cards"][0]["code"]), (1, "D10"), said)
        # What the card says helps.
        line = [row["value"] for row in card["evidence"] if row["label"] == "line to add"][0]
        self.iot.create_policy(policyName="more", policyDocument=json.dumps({"Version": "2012-10-17", "Statement": [json.loads(line)]}))
        self.iot.attach_policy(policyName="more", target=mute.certificate)
        self.assertEqual(self.discover(mute), 404)
        self.desk.expect("D10", "404", "a device of no group")

    def test_d10_a_group_that_was_never_deployed(self):
        core, lamp = Thing(self.serve, "c10", "iot:*", "greengrass:*"), Thing(self.serve, "lamp10", "iot:*", "greengrass:*")
        group, version = self.group("workshop10", core=[core.entry()], device=[lamp.entry()])
        self.assertEqual(self.discover(lamp), 404)
        card = self.desk.expect("D10", "workshop10", "never deployed")
        self.assertIn(f"--group-id {group} --group-version-id {version}", json.dumps(card["fixes"]))

    def test_d10_the_certificate_of_another_thing(self):
        one = Thing(self.serve, "one10", "iot:*", "greengrass:*")
        Thing(self.serve, "two10")
        self.assertEqual(one.get("/greengrass/discover/thing/two10")[0], 403)
        self.desk.expect("D10", "two10", "attached to `one10`")

    def test_d13_no_service_role(self):
        core = Thing(self.serve, "c13", "iot:*", "greengrass:*")
        group, version = self.group("workshop13", core=[core.entry()])
        self.gg.disassociate_service_role_from_account()
        self.status(group, self.deploy(group, version), "Failure")
        self.desk.expect("D13", "workshop13", "service role", "associate-service-role-to-account")
        self.assertNotIn("D14", self.desk.codes(), "one trouble, one card")
        self.give_service_role()
        self.desk.expect_gone("D13")

    def test_d13_a_role_alias(self):
        device = Thing(self.serve, "d13", "iot:*")
        def ask():
            return device.ask("GET", "/role-aliases/Pumps/credentials")[0]
        self.assertEqual(ask(), 403)
        self.desk.expect("D13", "Pumps", "does not exist", "create-role-alias")
        role = make_role(self.iam, "Pumps")
        self.iot.create_role_alias(roleAlias="Pumps", roleArn=role)
        self.assertEqual(ask(), 403)
        self.desk.expect("D13", "does not trust credentials.iot.amazonaws.com")
        self.iam.update_assume_role_policy(RoleName="Pumps", PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                                                     "Principal": {"Service": "credentials.iot.amazonaws.com"}}]}))
        self.assertEqual(ask(), 200)
        self.desk.expect_gone("D13")

    def test_d14_a_certificate_that_is_not_there(self):
        self.tolerate_role()
        core = Thing(self.serve, "c14", "iot:*", "greengrass:*")
        group, version = self.group("workshop14", core=[core.entry(CertificateArn=core.certificate[:-8] + "00000000")])
        self.status(group, self.deploy(group, version), "Failure")
        self.desk.expect("D14", "workshop14", "a certificate that does not exist")

    def test_d14_a_core_that_never_heard_of_it(self):
        self.tolerate_role()
        core = Thing(self.serve, "silent", "iot:*", "greengrass:*")
        group, version = self.group("workshop15", core=[core.entry()])
        deployment = self.deploy(group, version)
        self.status(group, deployment, "InProgress")
        time.sleep(50)
        self.assertNotIn("offline", json.dumps(self.desk.cards()))
        wait_until(lambda: "it never heard of it" in json.dumps(self.desk.cards()), "the card", 15)
        card = self.desk.expect("D14", "silent", "the core was notified", "then nothing: the core is offline")
        self.assertIn("reset-deployments", json.dumps(card["fixes"]))
        self.gg.reset_deployments(GroupId=group, Force=True)
        wait_until(lambda: "it never heard of it" not in json.dumps(self.desk.cards()), "the card to go", WITHIN)

    def tolerate_role(self):
        try:
            self.give_service_role()
        except Exception as error:  # botocore makes its classes at run time
            self.assertIn("EntityAlreadyExists", str(error))
            self.gg.associate_service_role_to_account(RoleArn=self.iam.get_role(RoleName="Greengrass_ServiceRole")["Role"]["Arn"])


class AtTheCore(EdgeCase):
    def setUp(self):
        (self.core.root / "certs/core.private.key").chmod(0o600)
        self.cloud = Desk(self, self.serve.folder / "doctor.json")
        self.desk = Desk(self, self.core.root / "ggc/var/state/doctor.json")

    def folder(self):
        return doctor("--folder", str(self.core.root))

    def test_1_a_run_in_which_nothing_is_wrong(self):
        one, two = self.things["ggad-1"], self.things["ggad-2"]
        self.live_by([("ggad-1", "sdk/test/Python", "ggad-2"), ("ggad-2", "to/cloud", "cloud")])
        one.join(), two.join()
        two.hear("sdk/test/Python")
        one.say("sdk/test/Python", "A4")
        two.say("to/cloud", "A5")
        self.assertEqual(two.wait_for("sdk/test/Python"), ["A4"])
        time.sleep(1)
        self.assertEqual((self.cloud.cards(), self.desk.cards()), ([], []))
        self.assertEqual((self.cloud.cards("learned"), self.desk.cards("learned")), ([], []))
        code, said = self.folder()
        self.assertEqual((code, said["cards"]), (0, []), said)
        self.assertIn("the core runs", said["fine"])
        code, said = doctor("--data-dir", str(self.serve.folder))
        self.assertEqual((code, said["cards"]), (0, []), said)
        self.assertIn("the core core answers", said["fine"])
        one.leave(), two.leave()

    def test_2_d15_a_message_without_a_route(self):
        one = self.things["ggad-1"]
        self.live_by([("ggad-1", "turbine/+", "cloud")])
        one.join()
        one.say("turbine/1/rpm", "12")
        card = self.desk.expect("D15", "ggad-1", "turbine/1/rpm", "r0: ggad-1 → cloud (turbine/+)")
        self.assertIn("D15", [card["code"] for card in self.folder()[1]["cards"]])
        # The route that the card offers is one that can be deployed.
        row = json.loads([fix["text"] for fix in card["fixes"] if "Source" in fix.get("text", "")][0])
        self.assertEqual(row["Source"], one.arn)
        self.live_by([("ggad-1", row["Subject"], row["Target"])])
        self.desk.expect_gone("D15")
        one.up().say("turbine/1/rpm", "13")
        time.sleep(0.6)
        self.assertEqual(self.desk.codes(), [])
        one.leave()

    def test_3_d11_an_address_where_nobody_is(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.gg.update_connectivity_info(ThingName="core", ConnectivityInfo=[
            {"Id": "old", "HostAddress": "127.0.0.1", "PortNumber": port, "Metadata": ""}])
        code, said = doctor("--data-dir", str(self.serve.folder))
        self.assertEqual((code, said["cards"][0]["code"]), (1, "D11"), said)
        row = said["cards"][0]["evidence"][0]
        self.assertEqual((row["value"], row["ok"]), (f"127.0.0.1:{port}", False))
        self.gg.update_connectivity_info(ThingName="core", ConnectivityInfo=[
            {"Id": "old", "HostAddress": "127.0.0.1", "PortNumber": port, "Metadata": ""},
            {"Id": "new", "HostAddress": "127.0.0.1", "PortNumber": self.core.port, "Metadata": ""}])
        wait_until(lambda: doctor("--data-dir", str(self.serve.folder))[0] == 0, "the core to answer")

    def test_4_d12_a_folder_that_the_core_does_not_start_with(self):
        self.core.stop()
        self.assertEqual(self.folder()[0], 0, self.folder())
        whole = json.loads(json.dumps(self.core.config))
        file = self.core.root / "config/config.json"
        for spoil, word in ((lambda: self.core.config["coreThing"].pop("thingArn"), "coreThing.thingArn"),
                            (lambda: self.core.config["coreThing"].update(keyPath="gone.key"), "gone.key"),
                            (lambda: self.core.config["coreThing"].update(ggMqttPort="8883"), "ggMqttPort"),
                            (lambda: self.core.config["coreThing"].update(iotHost="https://localhost"), "iotHost")):
            with self.subTest(word):
                self.core.config = json.loads(json.dumps(whole))
                spoil()
                self.core.write()
                code, said = self.folder()
                self.assertEqual((code, said["cards"][0]["code"]), (1, "D12"), said)
                self.assertIn(word, said["cards"][0]["sentence"])
                started = subprocess.run(self.core.command(), capture_output=True, text=True, timeout=15, check=False)
                self.assertNotEqual(started.returncode, 0, "a core starts with what the doctor complains of")
        file.write_text(json.dumps(whole, indent=1).replace(",\n", "\n", 1))
        code, said = self.folder()
        self.assertIn("stops being JSON at line", said["cards"][0]["sentence"])
        self.core.config = whole
        self.core.write()
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("127.0.0.1", self.core.port))
            other.listen()
            code, said = self.folder()
            self.assertEqual((code, said["cards"][0]["code"]), (1, "D12"), said)
            self.assertIn(str(self.core.port), said["cards"][0]["sentence"])
        self.core.start()


if __name__ == "__main__":
    serve.need("mosquitto_pub")
    serve.main()
