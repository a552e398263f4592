// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Borrows credentials, connects, and shows a turbine and a sprinkler. In the address: ?pool=ID&turbine=123&sprinkler=THING

import { Cognito, ServiceRefusal } from "./cognito.js";
import { Curve } from "./curve.js";
import { MqttClient } from "./mqtt.js";
import { signedUrl } from "./sigv4.js";
import { FiltersRefused, inWords, NoPool } from "./trouble.js";

const kRetry = 3000; // ms
const kBlame = 2000; // ms: a connection that ends so soon after a publish ended because of it
const kSilence = 8000; // ms without a message that are worth a word

const wanted = new URLSearchParams(location.search);
const turbine = `turbines/ev-gen/${wanted.get("turbine") ?? "123"}`;
const thing = wanted.get("sprinkler") ?? "sprinkler-456";
const shadow = `$aws/things/${thing}/shadow`;
const filters = [turbine, `${shadow}/get/+`, `${shadow}/update/documents`, `${shadow}/update/rejected`];

const element = (id) => document.getElementById(id);
const show = (id, text) => (element(id).textContent = text);
const cognito = new Cognito(location.origin);
const curve = new Curve(element("curve"), 100);
const at = { host: location.host, client: clientId(), filters, pool: "", expires: null, published: "" };

let mqtt = null;
let region = "us-east-1";
let shadowKnown = false;
let water = { desired: undefined, reported: undefined };

/** One for each tab, and the same after a reload, so that the gateway closes the old connection. */
function clientId() {
  let id = sessionStorage.getItem("client");
  if (!id) {
    id = "phone-" + Array.from(crypto.getRandomValues(new Uint8Array(4)), (x) => x.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem("client", id);
  }
  return id;
}

// --- what is shown ---------------------------------------------------------------------------------------------------

function say(text, tone) {
  show("state", text);
  element("state").dataset.tone = tone;
}

function complain(words) {
  show("trouble-title", words.title);
  show("trouble-text", words.text);
  element("again").hidden = words.byItself;
  element("trouble").hidden = false;
}

function showTurbine(said) {
  const digits = { output: 1, "rotor-freq": 2, "output-freq": 2, temperature: 1, humidity: 0 };
  for (const [name, places] of Object.entries(digits))
    if (typeof said[name] === "number") show(name, said[name].toFixed(places));
  if (typeof said.output === "number") curve.add(performance.now() / 1000, said.output);
  element("curve").dataset.points = curve.length;
}

function showWater() {
  const wish = water.desired ?? water.reported;
  const button = element("water");
  button.setAttribute("aria-checked", String(wish === "on"));
  button.disabled = !mqtt;
  show("desired", water.desired ?? "–");
  show("reported", water.reported ?? "–");
  const differs = water.desired !== undefined && water.desired !== water.reported;
  element("delta").dataset.tone = differs ? "delta" : "";
  if (differs) show("delta", `delta: ${water.desired} is desired, and the sprinkler has not said so yet`);
  else if (shadowKnown) show("delta", water.desired ? "The sprinkler does what is desired." : "Nothing is desired yet.");
}

function showOctets() {
  if (mqtt) show("octets", `MQTT over this WebSocket: ${mqtt.octets.sent} octets sent, ${mqtt.octets.received} received`);
}

// --- what comes and goes ---------------------------------------------------------------------------------------------

function take(state) {
  shadowKnown = true;
  water = { desired: state?.desired?.water, reported: state?.reported?.water };
  showWater();
}

function received(topic, payload) {
  let said;
  try {
    said = JSON.parse(payload);
  } catch {
    return; // not one of ours
  }
  if (topic.startsWith(shadow)) at.published = ""; // it was heard
  if (topic === turbine) showTurbine(said);
  else if (topic === `${shadow}/get/accepted`) take(said.state);
  else if (topic === `${shadow}/update/documents`) take(said.current?.state);
  else if (topic === `${shadow}/get/rejected` && said.code === 404) take({}); // no shadow yet: a wish makes one
  else if (topic.endsWith("/rejected")) show("delta", `The shadow service said no: ${said.message}`);
  showOctets();
}

function publish(topic, payload) {
  at.published = topic;
  setTimeout(() => (at.published = ""), kBlame);
  mqtt.publish(topic, payload);
}

element("water").addEventListener("click", () => {
  const wish = element("water").getAttribute("aria-checked") === "true" ? "off" : "on";
  publish(`${shadow}/update`, JSON.stringify({ state: { desired: { water: wish } } }));
});

// --- coming in -------------------------------------------------------------------------------------------------------

async function poolToAsk() {
  const answer = await fetch("pool.json");
  const said = await answer.json();
  region = said.region;
  const pool = wanted.get("pool") ?? said.pool;
  if (!pool) throw new NoPool();
  return pool;
}

/** The identity is kept, so that this telephone stays the same guest. */
async function borrow() {
  const name = `identity of ${at.pool}`;
  const known = localStorage.getItem(name);
  if (known) {
    try {
      return await cognito.credentials(known);
    } catch (error) {
      if (!(error instanceof ServiceRefusal) || error.code !== "ResourceNotFoundException") throw error;
    }
  }
  const identity = await cognito.identity(at.pool);
  localStorage.setItem(name, identity);
  return cognito.credentials(identity);
}

async function comeIn() {
  at.expires = null;
  at.pool = await poolToAsk();
  const credentials = await borrow();
  at.expires = credentials.expires;
  show("lent", `${at.client}, with credentials ${credentials.accessKeyId} until ${at.expires.toLocaleTimeString()}`);
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const client = new MqttClient();
  client.onMessage = received;
  client.onEnd = (end) => outside(end);
  await client.connect(await signedUrl({ scheme, host: location.host, region, time: cognito.now() }, credentials), at.client);
  const codes = await client.subscribe(filters);
  mqtt = client;
  element("trouble").hidden = true;
  const refused = filters.filter((_, i) => codes[i] === 0x80);
  if (refused.includes(turbine)) say("connected", "busy");
  else say("live", "good");
  showWater();
  if (refused.length) complain(inWords(new FiltersRefused(refused), at));
  else hearOrSay(client);
  if (!refused.some((filter) => filter.startsWith(shadow))) publish(`${shadow}/get`, "");
}

/** Without iot:Receive all looks well and nothing comes. */
function hearOrSay(client) {
  const before = curve.length;
  setTimeout(() => {
    if (mqtt !== client || curve.length > before) return;
    complain({
      title: "Nothing is heard of the turbine",
      text: `The page is subscribed, but no message comes. The turbine is off, or the role does not allow iot:Receive on topic/${turbine}.`,
    });
  }, kSilence);
}

function outside(error) {
  mqtt?.close();
  mqtt = null;
  showWater();
  const words = inWords(error, { ...at, now: cognito.now() });
  say(words.byItself ? "waiting" : "not connected", words.byItself ? "busy" : "bad");
  complain(words);
  if (words.byItself) setTimeout(begin, kRetry);
}

async function begin() {
  say("connecting", "busy");
  try {
    await comeIn();
  } catch (error) {
    outside(error);
  }
}

element("again").addEventListener("click", () => {
  if (mqtt) mqtt.close();
  mqtt = null;
  begin();
});
addEventListener("pagehide", () => mqtt?.close());
addEventListener("pageshow", (event) => event.persisted && begin());
show("turbine-topic", turbine);
show("sprinkler-name", thing);
begin();
