#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the same loads on our broker, on mosquitto and, when its binary is given, on FlashMQ, one after the other, each load on a
# fresh broker, and prints how many times better ours is.
#
#   tests/bench/compare_brokers.sh                      all loads
#   tests/bench/compare_brokers.sh pipe fanout          only these
#   FLASHMQ=/path/to/flashmq tests/bench/compare_brokers.sh
#   SCALE=0.1 …                                         a tenth of the messages
#   ROUNDS=3 …                                          each load so many times; the median counts
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
greensward=${GREENSWARD_BINARY:-$PWD/build/release/greensward}
scale=${SCALE:-1}
rounds=${ROUNDS:-1}
loads=("$@")
[ ${#loads[@]} -gt 0 ] || loads=(pipe fanout fanin qos1 pingpong idle)

[ -x "$greensward" ] || { echo "compare_brokers: build first: ./run --build" >&2; exit 1; }
PATH=$PATH:/usr/sbin
command -v mosquitto >/dev/null || { echo "compare_brokers: install mosquitto (apt-get install mosquitto)" >&2; exit 1; }
brokers=(greensward mosquitto)
[ -z "${FLASHMQ:-}" ] || brokers+=(flashmq)

work=$(mktemp -d)
broker_pid=
stop_broker() {
  [ -n "$broker_pid" ] || return 0
  kill "$broker_pid" 2>/dev/null || true
  wait "$broker_pid" 2>/dev/null || true
  broker_pid=
}
trap 'stop_broker; rm -rf "$work"' EXIT

free_port() {
  /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

await_port() {
  for _ in $(seq 200); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0
    sleep 0.05
  done
  echo "compare_brokers: $2 does not answer" >&2
  return 1
}

start_mosquitto() {
  # As fast as it goes: no limits on queues, no delay on small packets.
  printf '%s\n' "listener $1 127.0.0.1" "allow_anonymous true" "max_queued_messages 0" "max_inflight_messages 0" \
    "set_tcp_nodelay true" "log_type error" >"$work/mosquitto.conf"
  mosquitto -c "$work/mosquitto.conf" >"$work/mosquitto.log" 2>&1 &
  broker_pid=$!
}

start_flashmq() {
  mkdir -p "$work/flashmq"
  printf '%s\n' "allow_anonymous true" "thread_count 1" "log_level error" "log_file $work/flashmq.log" \
    "storage_dir $work/flashmq" "listen {" "  protocol mqtt" "  port $1" "}" >"$work/flashmq.conf"
  "$FLASHMQ" --config-file "$work/flashmq.conf" >"$work/flashmq.out" 2>&1 &
  broker_pid=$!
}

# measure BROKER LOAD: one line of JSON
measure() {
  if [ "$1" = greensward ]; then
    "$greensward" bench broker --load "$2" --scale "$scale"
    return
  fi
  local port
  port=$(free_port)
  "start_$1" "$port"
  await_port "$port" "$1"
  "$greensward" bench broker --load "$2" --scale "$scale" --against "127.0.0.1:$port" --pid "$broker_pid"
  stop_broker
}

ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)"
for load in "${loads[@]}"; do
  for _ in $(seq "$rounds"); do
    for broker in "${brokers[@]}"; do
      printf '%s ' "$broker" >>"$work/results"
      measure "$broker" "$load" | tee -a "$work/results" | sed "s/^/$broker /" >&2 || true
    done
  done
done

/usr/bin/python3 - "$work/results" <<'TABLE'
import collections, json, statistics, sys

# load: (figure, its name, whether more is better)
FIGURES = {
    "pipe": [("delivered_per_s", "1 to 1, QoS 0, messages/s", True)],
    "fanout": [("delivered_per_s", "1 to 100, QoS 0, deliveries/s", True)],
    "fanin": [("delivered_per_s", "100 to 1, QoS 0, messages/s", True)],
    "qos1": [("delivered_per_s", "1 to 1, QoS 1, messages/s", True)],
    "pingpong": [("p50_us", "ping-pong p50, µs", False), ("p99_us", "ping-pong p99, µs", False)],
    "idle": [("p50_us", "ping-pong p50 beside idle connections, µs", False),
             ("bytes_per_idle_connection", "bytes per idle connection", False)],
}
results = collections.defaultdict(list)
for line in open(sys.argv[1]):
    broker, text = line.split(" ", 1)
    result = json.loads(text)
    if not result["ok"]:
        print(f"{broker}: {result['load']} failed: {text.strip()}")
        continue
    for figure, _, _ in FIGURES[result["load"]]:
        results[result["load"], figure, broker].append(result[figure])
brokers = list(dict.fromkeys(key[2] for key in results))
print("| | " + " | ".join(brokers) + " | " + " | ".join(f"ours over {b}" for b in brokers[1:]) + " |")
print("|---|" + "---:|" * (2 * len(brokers) - 1))
for load, figures in FIGURES.items():
    for figure, title, more_is_better in figures:
        medians = {b: statistics.median(results[load, figure, b]) for b in brokers if results[load, figure, b]}
        if "greensward" not in medians:
            continue
        ours = medians["greensward"]
        cells = [f"{medians[b]:,.0f}" if b in medians else "failed" for b in brokers]
        for b in brokers[1:]:
            ratio = (ours / medians[b] if more_is_better else medians[b] / ours) if medians.get(b) and ours else None
            cells.append(f"{ratio:.2f} ×" if ratio else "")
        print(f"| {title} | " + " | ".join(cells) + " |")
TABLE
