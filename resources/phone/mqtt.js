// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// As much of MQTT 3.1.1 over WebSocket as a page needs: CONNECT, SUBSCRIBE, PUBLISH with QoS 0, PINGREQ, DISCONNECT.
// The clause numbers are those of the OASIS standard of 29 October 2014.

const kConnect = 1, kConnack = 2, kPublish = 3, kSubscribe = 8, kSuback = 9, kPingreq = 12, kDisconnect = 14;
const kPingresp = 13;
const kMostOctets = 1 << 20; // of an incoming packet
const kPatience = 10000; // ms for an answer

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A string with its length in two octets [MQTT-1.5.3]. */
function text(string) {
  const octets = encoder.encode(string);
  return [octets.length >> 8, octets.length & 255, ...octets];
}

function packet(type, flags, body) {
  const head = [(type << 4) | flags];
  let rest = body.length; // section 2.2.3: seven bits an octet, the eighth says that more follow
  do {
    head.push((rest % 128) | (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Uint8Array.from([...head, ...body]);
}

/** Where it ended: "socket" (the WebSocket did not open), "connect" (CONNACK refused: code), "subscribe", "lost". */
export class MqttEnd extends Error {
  constructor(stage, code = 0) {
    super(stage);
    this.stage = stage;
    this.code = code;
  }
}

export class MqttClient {
  onMessage = (_topic, _payload) => {};
  /** The connection ended by itself. */
  onEnd = (_end) => {};
  octets = { sent: 0, received: 0 };

  #socket;
  #buffer = new Uint8Array(0);
  #waiting = new Map(); // packet type, or type:id → {resolve, reject, timer}
  #nextId = 1;
  #ping;
  #unanswered = 0;
  #stage = "socket";
  #over = false;

  /** Resolves when the gateway has said yes. */
  connect(url, clientId, keepAlive = 30) {
    const answered = this.#expect(kConnack);
    this.#socket = new WebSocket(url, "mqtt");
    this.#socket.binaryType = "arraybuffer";
    this.#socket.onopen = () => {
      this.#stage = "connect";
      // Section 3.1: protocol name, level 4, clean session, keep alive, client id.
      this.#send(packet(kConnect, 0, [...text("MQTT"), 4, 2, keepAlive >> 8, keepAlive & 255, ...text(clientId)]));
      this.#ping = setInterval(() => this.#beat(), keepAlive * 1000);
    };
    this.#socket.onmessage = (event) => this.#received(new Uint8Array(event.data));
    this.#socket.onclose = () => this.#end(new MqttEnd(this.#stage));
    return answered;
  }

  /** Resolves to a code for each filter: the QoS, or 0x80 for no [MQTT-3.9.3-2]. */
  subscribe(filters) {
    const id = this.#nextId;
    this.#nextId = (id % 65535) + 1;
    this.#stage = "subscribe";
    const answered = this.#expect(`${kSuback}:${id}`);
    this.#send(packet(kSubscribe, 2, [id >> 8, id & 255, ...filters.flatMap((filter) => [...text(filter), 0])]));
    return answered;
  }

  publish(topic, payload) {
    this.#send(packet(kPublish, 0, [...text(topic), ...encoder.encode(payload)]));
  }

  close() {
    this.#over = true;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#send(packet(kDisconnect, 0, []));
    this.#socket?.close();
    this.#end(new MqttEnd("lost"));
  }

  #send(octets) {
    this.octets.sent += octets.length;
    this.#socket.send(octets);
  }

  #expect(what) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(new MqttEnd(this.#stage)), kPatience);
      this.#waiting.set(what, { resolve, reject, timer });
    });
  }

  #answer(what, value) {
    const waiting = this.#waiting.get(what);
    if (!waiting) return;
    this.#waiting.delete(what);
    clearTimeout(waiting.timer);
    waiting.resolve(value);
  }

  #end(end) {
    clearInterval(this.#ping);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) {
      clearTimeout(one.timer);
      one.reject(end);
    }
    if (this.#over) return;
    this.#over = true;
    this.#socket.close();
    if (waiting.length === 0) this.onEnd(end);
  }

  /** Two pings without an answer: the other side is gone, though nobody said so. */
  #beat() {
    if (++this.#unanswered > 2) return this.#end(new MqttEnd("lost"));
    this.#send(packet(kPingreq, 0, []));
  }

  /** Packets need not begin and end where WebSocket frames do [MQTT-6.0.0-2]. */
  #received(octets) {
    this.octets.received += octets.length;
    this.#unanswered = 0;
    const all = new Uint8Array(this.#buffer.length + octets.length);
    all.set(this.#buffer);
    all.set(octets, this.#buffer.length);
    let at = 0;
    while (at < all.length && !this.#over) {
      const found = this.#frame(all, at);
      if (!found) break;
      this.#take(all[at] >> 4, all[at] & 15, all.subarray(found.begin, found.end));
      at = found.end;
    }
    this.#buffer = all.slice(at);
  }

  /** Where the packet that begins there has its body; nothing while it is not all there. */
  #frame(all, at) {
    let length = 0;
    for (let i = 0; i < 4; ++i) {
      const octet = all[at + 1 + i];
      if (octet === undefined) return undefined;
      length += (octet & 127) * 128 ** i;
      if (octet & 128) continue;
      if (length > kMostOctets) break;
      const begin = at + 2 + i;
      return begin + length <= all.length ? { begin, end: begin + length } : undefined;
    }
    this.#end(new MqttEnd("lost"));
    return undefined;
  }

  #take(type, flags, body) {
    if (type === kConnack) {
      if (body[1] !== 0) return this.#end(new MqttEnd("connect", body[1]));
      this.#stage = "lost";
      this.#answer(kConnack);
    } else if (type === kSuback) {
      this.#stage = "lost";
      this.#answer(`${kSuback}:${(body[0] << 8) | body[1]}`, Array.from(body.subarray(2)));
    } else if (type === kPublish) {
      const topicEnd = 2 + ((body[0] << 8) | body[1]);
      const payload = body.subarray(topicEnd + (flags & 6 ? 2 : 0));
      this.onMessage(decoder.decode(body.subarray(2, topicEnd)), decoder.decode(payload));
    } else if (type !== kPingresp) {
      this.#end(new MqttEnd("lost"));
    }
  }
}
