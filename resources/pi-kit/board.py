# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the board can feel and do: the CPU's temperature, and one GPIO pin. Put your own sensor here."""
import atexit
import math
import pathlib
import shutil
import subprocess
import time

_held = None  # the gpioset that holds the line


def temperature():
    """In °C, and where it comes from; made up on a machine that tells none."""
    for zone in sorted(pathlib.Path("/sys/class/thermal").glob("thermal_zone*/temp")):
        try:
            return round(int(zone.read_text()) / 1000, 1), "cpu"
        except (OSError, ValueError):
            continue
    return round(45 + 5 * math.sin(time.time() / 30), 1), "made up"


def switch(on, gpio):
    """Drives the pin through /sys or gpiod, whichever is there; says it where neither is."""
    how = _through_sys(on, gpio["pin"]) or _through_gpiod(on, gpio["chip"], gpio["pin"]) or "no GPIO here, so this line is all"
    print(f"switched {'on' if on else 'off'} ({how})", flush=True)


def _through_sys(on, pin):
    line = pathlib.Path(f"/sys/class/gpio/gpio{pin}")
    try:
        if not line.exists():
            pathlib.Path("/sys/class/gpio/export").write_text(str(pin))
        (line / "direction").write_text("high" if on else "low")
        return f"{line}"
    except OSError:
        return None


def _through_gpiod(on, chip, pin):
    global _held
    if not shutil.which("gpioset") or not pathlib.Path("/dev", chip).exists():
        return None
    _release()
    version = subprocess.run(["gpioset", "--version"], capture_output=True, text=True).stdout
    words = ["--mode=signal", chip] if " v1" in version or " 1." in version else ["--chip", chip]
    _held = subprocess.Popen(["gpioset", *words, f"{pin}={int(on)}"])
    try:
        _held.wait(0.2)  # it stays for as long as the line is held: one that went was refused
    except subprocess.TimeoutExpired:
        return f"{chip} line {pin}"
    _held = None
    return None


def _release():
    if _held:
        _held.terminate()
        _held.wait()


atexit.register(_release)
