// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The AWS IoT Device SDK for JavaScript, version 2: node device_sdk_v2.js READY_FILE CERT KEY (mqtts | wss | mqtt5) THING
'use strict';
const fs = require('fs');
const {mqtt, mqtt5, io, iot, auth, iotshadow} = require('aws-iot-device-sdk-v2');

const [readyFile, certPath, keyPath, protocol, thing] = process.argv.slice(2);
const ready = JSON.parse(fs.readFileSync(readyFile, 'utf8'));
const data = new URL(ready.data);
setTimeout(() => { console.error('timeout'); process.exit(1); }, 20000);

function settings311() {
  const builder = protocol === 'wss'
    ? iot.AwsIotMqttConnectionConfigBuilder.new_with_websockets({
        region: ready.region,
        credentials_provider: auth.AwsCredentialsProvider.newStatic(ready.access_key_id, ready.secret_access_key)})
    : iot.AwsIotMqttConnectionConfigBuilder.new_mtls_builder_from_path(certPath, keyPath);
  builder.with_certificate_authority_from_path(undefined, ready.ca_file);
  builder.with_clean_session(true).with_client_id(thing);
  builder.with_endpoint(protocol === 'wss' ? data.hostname : ready.mqtts.host);
  builder.with_port(protocol === 'wss' ? Number(data.port) : ready.mqtts.port);
  return builder.build();
}

async function shadowWith311() {
  const connection = new mqtt.MqttClient().new_connection(settings311());
  await connection.connect();
  console.log('connected');
  const got = new Promise(resolve => connection.subscribe(`sdk/${thing}`, mqtt.QoS.AtLeastOnce,
    (topic, payload) => resolve(Buffer.from(payload).toString())).then(() =>
    connection.publish(`sdk/${thing}`, 'hello', mqtt.QoS.AtLeastOnce)));
  if (await got !== 'hello') throw new Error('another message');
  console.log('message');

  const shadow = new iotshadow.IotShadowClient(connection);
  let delta;
  const deltaCame = new Promise(resolve => { delta = resolve; });
  await shadow.subscribeToShadowDeltaUpdatedEvents({thingName: thing}, mqtt.QoS.AtLeastOnce,
    (error, event) => delta(error || event.state));
  let accepted;
  const acceptedCame = new Promise(resolve => { accepted = resolve; });
  await shadow.subscribeToUpdateShadowAccepted({thingName: thing}, mqtt.QoS.AtLeastOnce, (error, answer) => accepted(answer));
  let rejected;
  const rejectedCame = new Promise(resolve => { rejected = resolve; });
  await shadow.subscribeToUpdateShadowRejected({thingName: thing}, mqtt.QoS.AtLeastOnce, (error, answer) => rejected(answer));
  await shadow.publishUpdateShadow({thingName: thing, clientToken: 'one', state: {desired: {on: true}}}, mqtt.QoS.AtLeastOnce);
  const answer = await acceptedCame;
  if (answer.clientToken !== 'one') throw new Error('another token');
  console.log('delta', JSON.stringify(await deltaCame));
  await shadow.publishUpdateShadow({thingName: thing, version: 99, state: {desired: {on: false}}}, mqtt.QoS.AtLeastOnce);
  console.log('rejected', (await rejectedCame).code);
  await connection.disconnect();
}

async function messageWith5() {
  const builder = iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromPath(ready.mqtts.host, certPath, keyPath);
  builder.withCertificateAuthorityFromPath(undefined, ready.ca_file);
  builder.withPort(ready.mqtts.port);
  builder.withConnectProperties({clientId: thing, keepAliveIntervalSeconds: 60});
  const client = new mqtt5.Mqtt5Client(builder.build());
  const success = new Promise((resolve, reject) => {
    client.on('connectionSuccess', resolve);
    client.on('connectionFailure', event => reject(event.error));
  });
  const message = new Promise(resolve => client.on('messageReceived', event => resolve(event.message)));
  client.start();
  await success;
  console.log('connected');
  await client.subscribe({subscriptions: [{topicFilter: `sdk/${thing}`, qos: mqtt5.QoS.AtLeastOnce}]});
  await client.publish({topicName: `sdk/${thing}`, payload: 'hello', qos: mqtt5.QoS.AtLeastOnce});
  if (Buffer.from((await message).payload).toString() !== 'hello') throw new Error('another message');
  console.log('message');
  const stopped = new Promise(resolve => client.on('stopped', resolve));
  client.stop();
  await stopped;
}

(protocol === 'mqtt5' ? messageWith5() : shadowWith311()).then(
  () => { console.log('done'); process.exit(0); },
  error => { console.error(error); process.exit(1); });
