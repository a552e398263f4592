# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terminal path of each lab, with the commands that stand in the lab itself, the real AWS CLI and mosquitto's clients."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import unittest

import serve
from serve import Serve

LABS = serve.TREE / "resources/labs"


def commands(lab):
    """The code blocks marked sh below the second heading of third level of each step."""
    found = []
    for section in re.split(r"^## ", (LABS / lab / "lab.md").read_text(), flags=re.M)[1:]:
        terminal = re.split(r"^### ", section, flags=re.M)[2]
        found.append("".join(re.findall(r"^```sh\n(.*?)^```$", terminal, flags=re.M | re.S)))
    return found


def check(folder, lab):
    return subprocess.run([serve.BINARY, "lab", "check", lab, "--data-dir", str(folder)], capture_output=True, text=True,
                          timeout=60)


class Walker(unittest.TestCase):
    def walk(self, lab):
        """Does every step in one shell, as the lab asks for, and looks after each whether the check has seen it."""
        number = lab[:2].lstrip("0")
        with Serve("--lab", number) as running:
            values = {"endpoint": running.ready["mqtts"]["host"], "mqtts-port": running.mqtts_port, "ca": running.ca,
                      "data": running.folder, "region": running.ready["region"], "account": running.ready["account"],
                      "certificates": running.folder / "certificates", "work": running.folder / "labs/work", "lab": LABS / lab,
                      "api": running.ready["api"], "ws": running.ready["ws"], "wss": running.ready["wss"],
                      "https-port": running.https_port, "access-key": running.ready["access_key_id"],
                      "me": ""}
            fill = lambda text: re.sub(r"\{\{([a-z-]+)\}\}", lambda name: str(values[name[1]]), text)
            environment = dict(os.environ, PATH=f"{pathlib.Path(serve.BINARY).parent}:/usr/bin:{os.environ['PATH']}",
                               AWS_MAX_ATTEMPTS="1", AWS_EC2_METADATA_DISABLED="true", AWS_CONFIG_FILE="/dev/null",
                               AWS_SHARED_CREDENTIALS_FILE="/dev/null")
            log = running.folder / "shell.log"
            with open(log, "w") as output:
                shell = subprocess.Popen(["bash"], stdin=subprocess.PIPE, stdout=output, stderr=output, text=True,
                                         env=environment, start_new_session=True)
                try:
                    steps = [fill(step) for step in commands(lab)]
                    self.assertTrue(steps)
                    for at, step in enumerate(steps):
                        shell.stdin.write(f"{step}\necho \"--- step {at + 1} over\"\n")
                        shell.stdin.flush()
                        self.await_step(running.folder, number, at, log)
                    result = check(running.folder, number)
                    self.assertEqual(result.returncode, 0, result.stdout + log.read_text())
                finally:
                    shell.stdin.close()
                    try:
                        os.killpg(shell.pid, 9)
                    except ProcessLookupError:
                        pass
                    shell.wait()

    def await_step(self, folder, number, at, log):
        deadline = time.monotonic() + 120
        while f"--- step {at + 1} over" not in log.read_text():
            self.assertLess(time.monotonic(), deadline, f"step {at + 1} does not end\n" + log.read_text())
            time.sleep(0.05)
        deadline = time.monotonic() + 30
        while True:
            result = check(folder, number)
            steps = [line.split()[0] for line in result.stdout.splitlines() if re.match(r"  (done|now|todo|skip) ", line)]
            if steps[at] == "done":
                return
            self.assertLess(time.monotonic(), deadline, f"step {at + 1} is not done\n{result.stdout}\n{log.read_text()}")
            time.sleep(0.2)


class TerminalPath(Walker):
    def test_01_getting_set_up(self):
        self.walk("01-getting-set-up")

    def test_04_websockets(self):
        self.walk("04-websockets")

    def test_05_thing_shadows(self):
        self.walk("05-thing-shadows")

    def test_06_failure_scenarios(self):
        self.walk("06-failure-scenarios")


class WrittenByTheBook(unittest.TestCase):
    def test_the_example_of_contributing_is_a_lab(self):
        """The two indented blocks of "Write a lab", put where it says, are clean and solve themselves."""
        section = (serve.TREE / "CONTRIBUTING.md").read_text().split("## Write a lab\n")[1]
        blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", section, flags=re.M)
        text = next(block for block in blocks if "# Retained messages" in block)
        data = next(block for block in blocks if '"number": 30' in block)
        with serve.tempfile.TemporaryDirectory() as folder:
            lab = pathlib.Path(folder) / "labs/30-retained"
            lab.mkdir(parents=True)
            for name, block in (("lab.md", text), ("lab.json", data)):
                (lab / name).write_text(re.sub(r"^    ", "", block, flags=re.M))
            for words in (["lint", str(lab)], ["run", "30"]):
                result = subprocess.run([serve.BINARY, "lab", *words, "--data-dir", folder], capture_output=True,
                                        text=True, timeout=120)
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            self.assertIn("done  Leave a message", result.stdout)

    def test_the_lab_that_was_written_by_it_alone_is_done(self):
        with serve.tempfile.TemporaryDirectory() as folder:
            shutil.copytree(serve.TREE / "docs/examples/21-a-message-for-a-sleeper", f"{folder}/labs/21-a-message-for-a-sleeper")
            for words in (["lint", f"{folder}/labs"], ["run", "21"]):
                result = subprocess.run([serve.BINARY, "lab", *words, "--data-dir", folder], capture_output=True,
                                        text=True, timeout=120)
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)


class DoctorsCards(unittest.TestCase):
    """What a lab does wrong on purpose brings its card, and what it does right brings none."""

    def codes_of(self, number):
        with Serve("--lab", number) as running:
            solved = subprocess.run([serve.BINARY, "lab", "solve", number, "--data-dir", str(running.folder)],
                                    capture_output=True, text=True, timeout=180)
            time.sleep(2)  # cards are written at their ease
            file = running.folder / "doctor.json"
            seen = json.loads(file.read_text()) if file.exists() else {"cards": [], "learned": []}
            return {card["code"] for card in seen["cards"] + seen["learned"]}, solved.stdout

    def test_each_labs_mistakes_bring_their_cards_and_nothing_else_does(self):
        for number, codes in (("1", {"D03"}), ("4", {"D06", "D08"}), ("6", {"D20"})):
            with self.subTest(lab=number):
                seen, said = self.codes_of(number)
                self.assertEqual(seen, codes, said)


class CommandLine(unittest.TestCase):
    def lab(self, *arguments):
        return subprocess.run([serve.BINARY, "lab", *arguments], capture_output=True, text=True, timeout=120)

    def test_says_what_is_wrong_with_a_lab(self):
        with serve.tempfile.TemporaryDirectory() as folder:
            lab = pathlib.Path(folder) / "07-mine"
            lab.mkdir()
            (lab / "lab.json").write_text('{"number": 7, "steps": [{"id": "a", "text": "#x", "check": {"event": "nothing"}}]}')
            (lab / "lab.md").write_text("# Mine\n")
            result = self.lab("lint", folder)
            self.assertEqual(result.returncode, 1)
            self.assertIn("07-mine/lab.json, steps[0]: lab.md has no heading '#x'", result.stdout)

    def test_knows_no_such_lab(self):
        with Serve() as running:
            for verb in ("show", "check", "solve"):
                result = self.lab(verb, "99", "--data-dir", str(running.folder))
                self.assertEqual(result.returncode, 2, verb)
                self.assertIn("there is no lab 99", result.stderr)

    def test_what_is_missing_and_what_came_closest_is_told_in_another_shell(self):
        with Serve("--lab", "6") as running:
            names = running.folder / "certificates"
            subprocess.run(["mosquitto_pub", "-h", "localhost", "-p", str(running.mqtts_port), "--cafile", running.ca,
                            "--cert", str(names / "my-device.pem"), "--key", str(names / "my-device.key"), "-i", "pump-7",
                            "-t", "pumps/7", "-m", "no will"], check=True, timeout=30)
            said = ""
            for _ in range(40):
                said = check(running.folder, "6").stdout
                if "nearest" in said:
                    break
                time.sleep(0.25)
            self.assertIn("missing: a client `pump-7` that connects with a will", said)
            self.assertIn("nearest: `pump-7` connected without a will", said)

    def test_solves_from_outside_and_sees_what_only_the_recorder_knows(self):
        with Serve() as running:
            result = self.lab("solve", "1", "--data-dir", str(running.folder))
            self.assertIn("done  Knock without a policy", result.stdout)
            self.assertEqual(result.returncode, 0, result.stdout)

    def test_a_seat_in_a_class_is_a_workspace_whose_engine_runs_elsewhere(self):
        """Two seats, one cloud: what one makes ends in the own name, and what the other does counts for nobody else."""
        with Serve() as running, serve.tempfile.TemporaryDirectory() as folder:
            for person in ("ann", "bob"):
                kit = f"{folder}/{person}.zip"
                packed = subprocess.run([serve.BINARY, "seat", person, "--out", kit, "--data-dir", str(running.folder)],
                                        capture_output=True, text=True, timeout=30)
                self.assertEqual(packed.returncode, 0, packed.stderr)
                self.assertEqual(os.stat(kit).st_mode & 0o777, 0o600)
                subprocess.run(["unzip", "-q", kit, "-d", folder], check=True)
            seat = f"{folder}/greensward-seat-ann"
            result = self.lab("solve", "1", "--data-dir", seat)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            self.assertIn("my-turbine-ann", result.stdout)
            others = self.lab("check", "1", "--data-dir", f"{folder}/greensward-seat-bob")
            self.assertEqual(others.returncode, 1)
            self.assertNotIn("done", others.stdout)
            lines = subprocess.run(f'eval "$({serve.BINARY} env --data-dir {seat})" && aws iot list-things --query "things[].thingName" --output text',
                                   shell=True, executable="/bin/bash", capture_output=True, text=True, timeout=60,
                                   env=dict(os.environ, PATH=f"/usr/bin:{os.environ['PATH']}"))
            self.assertIn("seat-ann", lines.stdout, lines.stderr)

    def test_a_seat_wants_a_plain_name_and_a_running_workspace(self):
        with serve.tempfile.TemporaryDirectory() as folder:
            place = ["--out", f"{folder}/x.zip", "--data-dir", folder]
            run = lambda name: subprocess.run([serve.BINARY, "seat", name, *place], capture_output=True, text=True, timeout=30)
            self.assertIn("letters, digits", run("a/b").stderr)
            self.assertIn("nothing runs in", run("ann").stderr)

    def test_devices_of_another_shell(self):
        with Serve("--lab", "5") as running:
            place = ["--data-dir", str(running.folder)]
            run = lambda *words: subprocess.run([serve.BINARY, "device", *words, *place], capture_output=True, text=True, timeout=30)
            self.assertEqual(run("sprinkler-456", "stop").returncode, 0)
            unknown = run("sprinkler-9", "stop")
            self.assertEqual(unknown.returncode, 1)
            self.assertIn("there is no simulated device sprinkler-9", unknown.stderr)
        with Serve() as running:
            nobody = subprocess.run([serve.BINARY, "device", "sprinkler-456", "stop", "--data-dir", str(running.folder)],
                                    capture_output=True, text=True, timeout=30)
            self.assertEqual(nobody.returncode, 1)
            self.assertIn("no simulated devices run here", nobody.stderr)


if __name__ == "__main__":
    serve.need("mosquitto_pub", "mosquitto_sub", "aws")
    unittest.main(verbosity=2)
