#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the device until Ctrl+C:  ./run.sh        on Paho
#                                ./run.sh --sdk  on the AWS IoT Device SDK
set -eu
cd "$(dirname "$0")"
python=/usr/bin/python3 # the system's, which install.sh gave Paho
[ -x "$python" ] || python=python3
[ -x venv/bin/python3 ] && python=venv/bin/python3
export PYTHONDONTWRITEBYTECODE=1
case ${1:-} in
"") exec "$python" device_paho.py ;;
--sdk) exec "$python" device_aws_sdk.py ;;
*)
    echo "run.sh knows --sdk, not $1" >&2
    exit 2
    ;;
esac
