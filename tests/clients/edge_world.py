# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Greensward core as a program of its own against a Greensward cloud, with devices that find the core and talk through it."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import warnings

import serve
from greengrass_world import FUNCTION, Case as Cloud, Device as Thing, statement
from serve import Serve, wait_until
from tst_lambda import client_of, make_role, package

serve.need_paho()
from paho.mqtt import client as mqtt  # noqa: E402


class CoreProgram:
    """`greensward serve --core` with a folder as a genuine core has it."""

    def __init__(self, here, thing, machine=None, endpoint="", **more):
        self.machine = machine  # None: this one
        self.endpoint = endpoint  # of AWS's APIs, for functions
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="greensward-core-"))
        self.port = serve.free_port_base(1)
        (self.root / "config").mkdir()
        (self.root / "certs").mkdir()
        shutil.copy(here.ca, self.root / "certs/root.ca.pem")
        shutil.copy(thing.folder / "c.pem", self.root / "certs/core.cert.pem")
        shutil.copy(thing.folder / "c.key", self.root / "certs/core.private.key")
        self.config = {"coreThing": {"caPath": "root.ca.pem", "certPath": "core.cert.pem", "keyPath": "core.private.key",
                                     "thingArn": thing.arn, "iotHost": "localhost", "ggHost": "localhost",
                                     "keepAlive": 600, "iotMqttPort": here.mqtts_port, "iotHttpPort": here.https_port,
                                     "ggHttpPort": here.https_port, "ggMqttPort": self.port},
                       "runtime": {"cgroup": {"useSystemd": "yes"}}, "mqttMaxConnectionRetryInterval": 1}
        self.config["coreThing"].update(more)
        self.write()
        self.process = None

    def write(self):
        (self.root / "config/config.json").write_text(json.dumps(self.config))

    def command(self, *options):
        words = [serve.BINARY, "serve", "--core", str(self.root / "config/config.json"), *options]
        return self.machine.here(*words, "--listen", self.machine.address) if self.machine else words

    def start(self):
        ready = self.root / "ready.json"
        self.process = subprocess.Popen(self.command("--ready-file", str(ready)), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True, env=dict(os.environ, AWS_ENDPOINT_URL=self.endpoint))

        def up():
            if self.process.poll() is not None:
                raise AssertionError(f"the core ended with {self.process.returncode}: {self.process.stderr.read()}")
            return ready.exists()
        wait_until(up, "the core to be ready")
        return self

    def stop(self, sig=signal.SIGTERM):
        self.process.send_signal(sig)
        code = self.process.wait(serve.PATIENCE)
        self.process.stderr.close()
        self.process = None
        return code

    def close(self):
        if self.process:
            self.stop(signal.SIGKILL)
        shutil.rmtree(self.root, ignore_errors=True)

    def log(self, name):
        file = self.root / "ggc/var/log" / name
        return file.read_text() if file.exists() else ""


class DeviceProgram:
    """A device's program: what it says is kept line by line; a line to it makes it publish."""

    def __init__(self, name, words, folder, env=None):
        self.said = []
        self._name = name
        self._process = subprocess.Popen(words, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                         text=True, env=dict(os.environ, **env or {}))
        self._reader = threading.Thread(target=lambda: self.said.extend(line.rstrip("\n") for line in self._process.stdout), daemon=True)
        self._reader.start()

    def wait_for(self, start):
        return wait_until(lambda: next((line for line in list(self.said) if line.startswith(start)), None),
                          f"\"{start}\" from {self._name}, which said {self.said}", 3 * serve.PATIENCE)

    def say(self, topic, payload):
        self._process.stdin.write(f"{topic} {payload}\n")
        self._process.stdin.flush()

    def end(self):
        """Its input ends; it says goodbye."""
        self._process.stdin.close()
        code = self._process.wait(serve.PATIENCE)
        self._reader.join()
        self._process.stdout.close()
        return code

    def kill(self):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
            self._process.stdin.close()
            self._reader.join()
            self._process.stdout.close()


class Ggad(Thing):
    """A device of the group: discovers the core over HTTPS, then speaks MQTT with it."""

    def __init__(self, here, name):
        super().__init__(here, name, "iot:*", "greengrass:*")
        self.client, self.messages = None, []

    def discover(self, group=None):
        """Where the core of the first group is, or of that one."""
        def found():
            status, answer = self.get("/greengrass/discover/thing/" + self.name)
            groups = [one for one in answer["GGGroups"] if group in (None, one["GGGroupId"])] if status == 200 else None
            return groups[0] if groups else None
        found = wait_until(found, f"{self.name} to discover its core")
        (self.folder / "group-ca.pem").write_text(found["CAs"][0])
        return found["Cores"][0]["Connectivity"][0]

    def join(self, client_id=None, group=None):
        at = self.discover(group)
        self.client = mqtt.Client(client_id=client_id or self.name, protocol=mqtt.MQTTv311)
        self.client.tls_set(str(self.folder / "group-ca.pem"), str(self.folder / "c.pem"), str(self.folder / "c.key"))
        self.client.reconnect_delay_set(1, 2)
        self.connected = threading.Event()
        self.subscriptions = []
        self.codes = []
        self.client.on_connect = self._connected
        self.client.on_disconnect = lambda *_: self.connected.clear()
        self.client.on_message = lambda _client, _data, message: self.messages.append((message.topic, message.payload.decode()))
        self.client.connect(at["HostAddress"], at["PortNumber"], 60)
        self.client.loop_start()
        return self

    def _connected(self, client, _data, _flags, code):
        self.codes.append(code)
        if code == 0:
            for topic in self.subscriptions:
                client.subscribe(topic)
            self.connected.set()

    def up(self):
        wait_until(self.connected.is_set, f"{self.name} to be connected")
        return self

    def hear(self, *topics):
        self.up()
        granted = threading.Event()
        self.client.on_subscribe = lambda *_: granted.set()
        for topic in topics:
            granted.clear()
            self.subscriptions.append(topic)
            self.client.subscribe(topic)
            wait_until(granted.is_set, "SUBACK")

    def say(self, topic, payload, qos=1):
        self.up()
        info = self.client.publish(topic, payload if isinstance(payload, (str, bytes)) else json.dumps(payload), qos)
        wait_until(info.is_published, "the acknowledgement")

    def wait_for(self, topic, count=1, seconds=serve.PATIENCE):
        def heard():
            found = [payload for at, payload in self.messages if at == topic]
            return found if len(found) >= count else None
        return wait_until(heard, f"{count} messages on {topic} at {self.name}, which has {self.messages}", seconds)

    def leave(self):
        if self.client:
            self.client.disconnect()
            self.client.loop_stop()


class Console:
    """The test client: hears everything that the cloud has."""

    def __init__(self, here, *topics, clean=True):
        self.messages = []
        certificate, key = here.device()
        self.client = mqtt.Client(client_id="console", clean_session=clean)
        self.client.reconnect_delay_set(1, 1)
        self.client.tls_set(here.ca, certificate, key)
        self.client.on_message = lambda _client, _data, message: self.messages.append((message.topic, message.payload.decode()))
        ready = threading.Event()
        self.client.on_subscribe = lambda *_: ready.set()
        self.client.on_connect = lambda client, *_: [client.subscribe(topic, 1) for topic in topics]
        self.client.connect("localhost", here.mqtts_port)
        self.client.loop_start()
        wait_until(ready.is_set, "the console")

    wait_for = Ggad.wait_for
    name = "the console"

    def say(self, topic, payload):
        info = self.client.publish(topic, payload, 1)
        wait_until(info.is_published, "the acknowledgement")

    def leave(self):
        self.client.disconnect()
        self.client.loop_stop()


class EdgeCase(Cloud):
    devices = ("ggad-1", "ggad-2")

    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore", ResourceWarning)  # boto3 keeps its sockets
        cls.serve = cls.cloud_program()
        cls.serve.start()
        cls.gg, cls.iot, cls.iam, cls.functions = (client_of(cls.serve.ready, service)
                                                   for service in ("greengrass", "iot", "iam", "lambda"))
        cls.give_service_role()
        cls.run_role = make_role(cls.iam, "Run")
        cls.core_thing = Thing(cls.serve, "core", "iot:*", "greengrass:*")
        cls.things = {name: Ggad(cls.serve, name) for name in cls.devices}
        cls.core = cls.core_program().start()
        cls.made = None

    @classmethod
    def cloud_program(cls):
        return Serve()

    @classmethod
    def core_program(cls):
        return CoreProgram(cls.serve, cls.core_thing)

    @classmethod
    def tearDownClass(cls):
        for thing in cls.things.values():
            thing.leave()
        cls.core.close()
        super().tearDownClass()

    def route(self, source, subject, target):
        def end(word):
            return self.things[word].arn if word in self.things else word
        return {"Source": end(source), "Subject": subject, "Target": end(target)}

    @classmethod
    def own_group(cls):
        if not cls.made:
            cls.made = cls.gg.create_group(Name="workshop")["Id"]
        return cls.made

    @classmethod
    def give_group_role(cls, *actions):
        """What functions may do at the cloud with the keys that the core lends them."""
        role = make_role(cls.iam, "Group", "greengrass.amazonaws.com")
        cls.iam.put_role_policy(RoleName="Group", PolicyName="functions", PolicyDocument=statement(*actions))
        cls.gg.associate_role_to_group(GroupId=cls.own_group(), RoleArn=role)

    def live_by(self, routes, functions=(), sync=(), wanted="Success", loggers=None):
        """Deploys a version of the one group with these routes to the one core, and waits. What went wrong, if anything."""
        return self.bring(self.own_group(), self.core_thing, self.things, routes, functions, sync, wanted, loggers)

    def bring(self, group, core, things, routes, functions=(), sync=(), wanted="Success", loggers=None):
        version = {
            "CoreDefinitionVersionArn": self.define("core", [core.entry(SyncShadow=False)]),
            "DeviceDefinitionVersionArn": self.define("device", [thing.entry(name, SyncShadow=name in sync)
                                                                 for name, thing in things.items()]),
            "SubscriptionDefinitionVersionArn": self.define("subscription", [dict(self.route(*one), Id=f"r{number}")
                                                                             for number, one in enumerate(routes)])}
        if functions:
            version["FunctionDefinitionVersionArn"] = self.define("function", list(functions))
        if loggers:
            version["LoggerDefinitionVersionArn"] = loggers
        number = self.gg.create_group_version(GroupId=group, **version)["Version"]
        return self.status(group, self.deploy(group, number), wanted).get("ErrorMessage")

    def function(self, name, code, alias=None):
        """Published; its qualified ARN."""
        self.functions.create_function(FunctionName=name, Runtime="python3.9", Handler="main.function_handler",
                                       Code={"ZipFile": package(code, "main.py")}, Role=self.run_role, Publish=True)
        if alias:
            self.functions.create_alias(FunctionName=name, Name=alias, FunctionVersion="1")
        return FUNCTION + name + ":" + (alias or "1")
