# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A function for a core: answers a question at once, and makes one message of fifty values."""
import json

import greengrasssdk

client = greengrasssdk.client("iot-data")
kept = []


def handler(event, context):
    if context.client_context.custom["subject"] == "law/ask":
        client.publish(topic="law/answer", payload=json.dumps(event))
        return
    kept.append(event["value"])
    if len(kept) == 50:
        summary = {"count": len(kept), "least": min(kept), "mean": sum(kept) / len(kept), "most": max(kept)}
        client.publish(topic="law/summary", payload=json.dumps(summary))
        kept.clear()
