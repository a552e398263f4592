// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 and HMAC. Browsers give WebCrypto to secure contexts only, and http://192.168.… is none: then by hand.

const encoder = new TextEncoder();
const octetsOf = (text) => (typeof text === "string" ? encoder.encode(text) : text);

/** Thirty-two bits of the fraction of x: the constants of FIPS 180-4 are roots of the first primes. */
const fraction = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32) >>> 0;

function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; ++n) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

const kStart = primes(8).map((p) => fraction(Math.sqrt(p)));
const kRound = primes(64).map((p) => fraction(Math.cbrt(p)));
const kBlock = 64;

function padded(octets) {
  const length = Math.ceil((octets.length + 9) / kBlock) * kBlock;
  const all = new Uint8Array(length);
  all.set(octets);
  all[octets.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(length - 8, Math.floor(octets.length / 2 ** 29));
  view.setUint32(length - 4, (octets.length << 3) >>> 0);
  return view;
}

const turned = (x, by) => (x >>> by) | (x << (32 - by));

function addBlock(state, view, at) {
  const w = new Uint32Array(64);
  for (let i = 0; i < 16; ++i) w[i] = view.getUint32(at + 4 * i);
  for (let i = 16; i < 64; ++i) {
    const early = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3);
    const late = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10);
    w[i] = w[i - 16] + early + w[i - 7] + late;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; ++i) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + kRound[i] + w[i]) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((x, i) => (state[i] += x));
}

/** Without WebCrypto; exported for tests. */
export function sha256ByHand(text) {
  const view = padded(octetsOf(text));
  const state = new Uint32Array(kStart);
  for (let at = 0; at < view.byteLength; at += kBlock) addBlock(state, view, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((x, i) => digest.setUint32(4 * i, x));
  return new Uint8Array(digest.buffer);
}

/** Exported for tests. */
export function hmacByHand(key, text) {
  let octets = octetsOf(key);
  if (octets.length > kBlock) octets = sha256ByHand(octets);
  const inner = new Uint8Array(kBlock).fill(0x36);
  const outer = new Uint8Array(kBlock).fill(0x5c);
  octets.forEach((x, i) => {
    inner[i] ^= x;
    outer[i] ^= x;
  });
  const joined = (a, b) => Uint8Array.from([...a, ...b]);
  return sha256ByHand(joined(outer, sha256ByHand(joined(inner, octetsOf(text)))));
}

const subtle = globalThis.crypto?.subtle;

export async function sha256(text) {
  return subtle ? new Uint8Array(await subtle.digest("SHA-256", octetsOf(text))) : sha256ByHand(text);
}

export async function hmac(key, text) {
  if (!subtle) return hmacByHand(key, text);
  const imported = await subtle.importKey("raw", octetsOf(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", imported, octetsOf(text)));
}

export const hex = (octets) => Array.from(octets, (x) => x.toString(16).padStart(2, "0")).join("");
