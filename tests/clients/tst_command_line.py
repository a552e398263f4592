# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a shell sees it: exit codes, words on standard error, the ready file, env, bench."""

import http.client
import json
import os
import pathlib
import socket
import stat
import subprocess
import tempfile
import unittest

import serve
from serve import BINARY, Serve, free_port_base


def run(*arguments, env=None):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=60,
                          env={**os.environ, **(env or {})})


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="greensward-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_help_and_wrong_usage(self):
        for words, code in ((["--help"], 0), (["serve", "--help"], 0), (["bench", "broker", "--help"], 0),
                            (["lab"], 2), (["serve", "--ports", "some"], 2), (["tour"], 2)):
            with self.subTest(words=words):
                done = run(*words)
                self.assertEqual(done.returncode, code)
                said = done.stdout if code == 0 else done.stderr
                self.assertTrue(said)
                self.assertEqual(done.stderr if code == 0 else done.stdout, "")
                if code:
                    self.assertEqual(done.stderr.count("\n"), 1, "one sentence")

    def test_the_ready_file_holds_what_the_contract_names(self):
        with Serve() as running:
            ready = running.ready
            self.assertEqual(list(ready), ["pid", "account", "region", "data_dir", "ca_file", "access_key_id",
                                           "secret_access_key", "api", "data", "mqtts", "mqtt_plain", "ws", "wss"])
            self.assertEqual(ready["pid"], running.process.pid)
            self.assertIsNone(ready["mqtt_plain"])
            self.assertIn("BEGIN CERTIFICATE", pathlib.Path(ready["ca_file"]).read_text())
            self.assertEqual(stat.S_IMODE(running.ready_file.stat().st_mode), 0o600)
            for port in (running.api_port, running.mqtts_port, running.https_port):
                socket.create_connection(("127.0.0.1", port), serve.PATIENCE).close()
            folder = running.folder
            self.assertEqual(running.terminate(), 0)
            self.assertFalse(folder.exists(), "an ephemeral workspace leaves nothing behind")

    def test_port_base_counts_up(self):
        base = free_port_base()
        with Serve("--port-base", str(base), "--mqtt-plain") as running:
            self.assertEqual((running.api_port, running.mqtts_port, running.https_port, running.plain_port),
                             (base, base + 1, base + 2, base + 3))

    def test_a_taken_port_is_one_plain_sentence(self):
        base = free_port_base()
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(("127.0.0.1", base + 1))
            taken.listen()
            ready = self.folder / "ready.json"
            done = run("serve", "--ephemeral", "--port-base", str(base), "--ready-file", str(ready))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, rf"^greensward: .*{base + 1}.*\n$")
        self.assertFalse(ready.exists())

    def test_an_operation_that_is_not_built_gets_the_answer_of_aws(self):
        with Serve() as running:
            connection = http.client.HTTPConnection("127.0.0.1", running.api_port, timeout=serve.PATIENCE)
            for method, path, status, error in (("GET", "/nothing/such", 404, "UnknownOperationException"),
                                                ("GET", "/things/pump/shadow", 403, "MissingAuthenticationTokenException")):
                connection.request(method, path)
                answer = connection.getresponse()
                body = json.loads(answer.read())
                self.assertEqual(answer.status, status)
                self.assertEqual(answer.getheader("x-amzn-ErrorType"), error)
                self.assertTrue(answer.getheader("x-amzn-RequestId"))
                self.assertTrue(body["message"])

    def test_env_sets_up_a_shell(self):
        workspace = self.folder / "it's a workspace"
        missing = run("env", "--data-dir", str(workspace))
        self.assertEqual(missing.returncode, 1)
        self.assertEqual(missing.stderr.count("\n"), 1)
        with Serve(data_dir=workspace) as running:
            lines = run("env", "--data-dir", str(workspace))
            self.assertEqual(lines.returncode, 0, lines.stderr)
            script = lines.stdout + '\nprintf "%s\\n" "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_ENDPOINT_URL" ' \
                '"$AWS_CA_BUNDLE" "$GREENSWARD_PORT"; type aws | head -1; cat "$GREENSWARD_CERT" > /dev/null && echo found'
            shell = subprocess.run(["bash", "-eu", "-c", script], capture_output=True, text=True)
            ready = running.ready
            self.assertEqual(shell.stdout.splitlines(), [
                ready["access_key_id"], ready["secret_access_key"], ready["api"], ready["ca_file"],
                str(running.mqtts_port), "aws is a function", "found"], shell.stderr)

    def test_default_workspace_is_where_xdg_says(self):
        base = free_port_base()
        ready = self.folder / "ready.json"
        process = subprocess.Popen([BINARY, "serve", "--port-base", str(base), "--ready-file", str(ready)],
                                   env={**os.environ, "XDG_DATA_HOME": str(self.folder)}, stdout=subprocess.DEVNULL)
        try:
            serve.wait_until(ready.exists, "the ready file")
            self.assertEqual(json.loads(ready.read_text())["data_dir"], str(self.folder / "greensward"))
            self.assertEqual(stat.S_IMODE((self.folder / "greensward").stat().st_mode), 0o700)
        finally:
            process.terminate()
            self.assertEqual(process.wait(serve.PATIENCE), 0)

    def test_bench_broker_measures_and_verifies_every_load(self):
        done = run("bench", "broker", "--scale", "0.01")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        results = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([r["load"] for r in results], ["pipe", "fanout", "fanin", "qos1", "pingpong", "idle"])
        for result in results:
            self.assertTrue(result["ok"], result)
            self.assertEqual(result["received"], result["expected"])

    def test_bench_broker_fails_when_nobody_is_there(self):
        done = run("bench", "broker", "--against", f"127.0.0.1:{free_port_base()}", "--load", "pipe")
        self.assertEqual(done.returncode, 1)
        self.assertFalse(json.loads(done.stdout)["ok"])


if __name__ == "__main__":
    serve.main()
