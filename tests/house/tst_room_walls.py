# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A header of a room that was not named does not compile.

For every room the compiler's own command of one of its sources is taken from compile_commands.json and run on a file that
includes a header: one of the room itself (must compile), and one of each room above (must not)."""
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

# Lowest first; (folder, header of its own).
ROOMS = [
    ("core/base", "base/clock.h"),
    ("core/trace", "trace/recorder.h"),
    ("core/store", "store/database.h"),
    ("core/pki", "pki/certificate.h"),
    ("core/net", "net/link.h"),
    ("core/mqtt", "mqtt/broker.h"),
    ("core/billing", "billing/meter.h"),
    ("core/aws", "aws/http.h"),
    ("core/policy", "policy/policy.h"),
    ("core/shadow", "shadow/service.h"),
    ("core/edge", "edge/route_table.h"),
    ("core/cloud", "cloud/things.h"),
    ("core/capture", "capture/reader.h"),
    ("core/doctor", "doctor/doctor.h"),
    ("simulator", "simulator/device_view.h"),
    ("labs/engine", "labs/course.h"),
    ("ui", "ui/models/engine_port.h"),
]
# Neighbours that may not see each other although neither is above: only the listed arrows exist.
ABOVE = {name: [other for other, _ in ROOMS[index + 1:]] for index, (name, _) in enumerate(ROOMS)}


def compiles(command: list[str], header: str, folder: str) -> bool:
    with tempfile.TemporaryDirectory() as scratch:
        source = pathlib.Path(scratch) / "wall.cpp"
        source.write_text(f'#include "{header}"\n', encoding="utf-8")
        done = subprocess.run(command + ["-fsyntax-only", str(source)], cwd=folder, capture_output=True, check=False)
        return done.returncode == 0


def main(root: str, build: str, compiler: str) -> int:
    commands = json.loads((pathlib.Path(build) / "compile_commands.json").read_text(encoding="utf-8"))
    headers = dict(ROOMS)
    failures = 0
    for room, own in ROOMS:
        entry = next((c for c in commands if pathlib.Path(c["file"]).is_relative_to(pathlib.Path(root) / room)), None)
        if entry is None:
            print(f"{room}: no source of this room is built")
            failures += 1
            continue
        words = shlex.split(entry["command"])
        flags, skip = [compiler], False
        for position, word in enumerate(words):
            if skip:
                skip = False
                flags.append(word)
            elif word in ("-I", "-isystem"):
                flags.append(word)
                skip = True
            elif word.startswith(("-I", "-std", "-D", "-f")) and not word.startswith("-fpch"):
                flags.append(word)
        if not compiles(flags, own, entry["directory"]):
            print(f"{room}: its own header {own} does not compile")
            failures += 1
        for other in ABOVE[room]:
            if compiles(flags, headers[other], entry["directory"]):
                print(f"{room} can include {headers[other]} of {other}, which is above it")
                failures += 1
    if failures == 0:
        print(f"{len(ROOMS)} rooms, every wall stands")
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:4]))
