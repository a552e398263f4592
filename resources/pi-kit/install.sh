#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes this folder ready to run:  ./install.sh            the Paho client
#                                  ./install.sh --sdk      the AWS IoT Device SDK, too, in a virtual environment here
#                                  ./install.sh --service  also started with the machine (systemd)
set -eu
cd "$(dirname "$0")"
here=$(pwd)
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

chmod 600 device.key
python=/usr/bin/python3
[ -x "$python" ] || python=python3
if ! "$python" -c 'import paho.mqtt.client' 2>/dev/null; then
    if ! command -v apt-get >/dev/null; then
        echo "install Python 3 and its package paho-mqtt, then start this again" >&2
        exit 1
    fi
    as_root apt-get update
    as_root apt-get install -y python3 python3-venv python3-paho-mqtt
fi
for word in "$@"; do
    case $word in
    --sdk)
        "$python" -m venv --system-site-packages venv
        venv/bin/pip install awsiotsdk
        ;;
    --service)
        case $here in
        *[!A-Za-z0-9/._:-]*) echo "systemd wants a folder name without blanks and signs; move this folder first" >&2; exit 1 ;;
        esac
        sed -e "s|@FOLDER@|$here|" -e "s|@USER@|$(id -un)|" greensward-device.service |
            as_root tee /etc/systemd/system/greensward-device.service >/dev/null
        as_root systemctl daemon-reload
        as_root systemctl enable --now greensward-device.service
        ;;
    *)
        echo "install.sh knows --sdk and --service, not $word" >&2
        exit 2
        ;;
    esac
done
echo "ready: ./run.sh"
