# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` puts in place works away from the source tree, and desktops accept what describes it."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def main(build: pathlib.Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder)
        run("cmake", "--install", build, "--prefix", prefix)
        program = prefix / "bin" / "greensward"
        share = prefix / "share"
        assert "0.1.0" in run(program, "--version")
        assert (share / "greensward/models/turbine.device.json").is_file()
        for name in ("icons/hicolor/scalable/apps/io.greensward.Greensward.svg", "mime/packages/io.greensward.Greensward.xml",
                     "man/man1/greensward.1"):
            assert (share / name).is_file(), name
        desktop = share / "applications/io.greensward.Greensward.desktop"
        metainfo = share / "metainfo/io.greensward.Greensward.metainfo.xml"
        if shutil.which("desktop-file-validate"):
            assert run("desktop-file-validate", desktop) == ""
        if shutil.which("appstreamcli"):
            run("appstreamcli", "validate", "--no-net", metainfo)
        if shutil.which("man"):
            told = run("man", "--warnings", "-l", share / "man/man1/greensward.1", env=dict(os.environ, MANWIDTH="80"))
            assert "workspace export" in told
    return 0


sys.exit(main(pathlib.Path(sys.argv[1])))
