# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A function for a core: triples what a meter says, and counts how often this instance was called."""
import json
import time

import greengrasssdk

client = greengrasssdk.client("iot-data")
count = 0


def handler(event, context):
    global count
    count += 1
    answer = {"value": 3 * event["value"], "count": count}
    client.publish(topic="mill/answer", payload=json.dumps(answer))
    time.sleep(event.get("sleep", 0))
