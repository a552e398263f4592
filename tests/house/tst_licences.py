# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source, build and script file carries the two SPDX lines near its top."""
import pathlib
import subprocess
import sys

SUFFIXES = {".cpp", ".h", ".py", ".cmake", ".sh", ".qrc", ".svg"}
NAMES = {"CMakeLists.txt", "run", "test", ".clang-format", ".clang-tidy"}


def main(root: pathlib.Path) -> int:
    listed = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        print("not a git checkout: nothing to list")
        return 1
    missing = []
    for name in listed.stdout.splitlines():
        path = root / name
        if not path.is_file() or (path.suffix not in SUFFIXES and path.name not in NAMES):
            continue
        head = path.read_text(encoding="utf-8", errors="replace")[:600]
        if "SPDX-FileCopyrightText:" not in head or "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            missing.append(name)
    for name in missing:
        print(f"{name}: the SPDX lines are missing")
    return 1 if missing else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
