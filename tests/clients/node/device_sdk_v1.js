// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The AWS IoT Device SDK for JavaScript, version 1: node device_sdk_v1.js READY_FILE CERT KEY (mqtts | wss) THING
// Subscribes, publishes to itself, then updates a shadow and waits for the delta. Prints one word a step.
'use strict';
const fs = require('fs');
const sdk = require('aws-iot-device-sdk');

const [readyFile, certPath, keyPath, protocol, thing] = process.argv.slice(2);
const ready = JSON.parse(fs.readFileSync(readyFile, 'utf8'));
const data = new URL(ready.data);
const options = protocol === 'wss'
  ? {protocol: 'wss', host: data.hostname, port: Number(data.port), region: ready.region, caPath: ready.ca_file,
     accessKeyId: ready.access_key_id, secretKey: ready.secret_access_key}
  : {host: ready.mqtts.host, port: ready.mqtts.port, caPath: ready.ca_file, certPath, keyPath};

const fail = why => { console.error(String(why)); process.exit(1); };
setTimeout(() => fail('timeout'), 20000);

const shadows = sdk.thingShadow({...options, clientId: thing});
shadows.on('error', fail);
shadows.on('connect', () => {
  console.log('connected');
  shadows.subscribe(`sdk/${thing}`, {qos: 1}, error => {
    if (error) fail(error);
    shadows.publish(`sdk/${thing}`, 'hello', {qos: 1});
  });
});
shadows.on('message', (topic, payload) => {
  if (topic !== `sdk/${thing}` || payload.toString() !== 'hello') return;
  console.log('message');
  shadows.register(thing, {}, () => {
    shadows.update(thing, {state: {desired: {on: true}}});
  });
});
shadows.on('delta', (name, delta) => {
  console.log('delta', JSON.stringify(delta.state));
  shadows.update(thing, {state: {reported: delta.state}});
});
let asked = false;
shadows.on('status', (name, status, token, state) => {
  console.log('status', status, state.version === undefined ? '' : state.version);
  if (status !== 'accepted' || !state.state || !state.state.reported) return;
  if (!asked) {
    asked = true;
    shadows.get(thing);
  } else if (!state.state.delta) {
    console.log('done');
    shadows.end(true, () => process.exit(0));
  }
});
