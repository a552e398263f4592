// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A device of a Greengrass group with the AWS IoT Device SDK for JavaScript, version 2, told by nothing but its certificate where the core is:
// node greengrass_device.js HOST PORT ROOT_CA CERT KEY THING FILTER. Says what it hears; each line it reads is published: TOPIC and the payload.
// PORT 443: the SDK's own way. Another: the same client with a connection to that port, since the SDK has no option for it.
'use strict';
const readline = require('readline');
const {greengrass, http, io, iot, mqtt} = require('aws-iot-device-sdk-v2');

const [host, port, rootCa, cert, key, thing, filter] = process.argv.slice(2);

function discoveryClient() {
  const options = new io.TlsContextOptions();
  options.override_default_trust_store_from_path(undefined, rootCa);
  options.certificate_filepath = cert;
  options.private_key_filepath = key;
  if (port === '443') options.alpn_list.push('x-amzn-http-ca');
  const context = new io.ClientTlsContext(options);
  const sockets = new io.SocketOptions(io.SocketType.STREAM, io.SocketDomain.IPV4, 3000);
  const bootstrap = new io.ClientBootstrap();
  const client = new greengrass.DiscoveryClient(bootstrap, sockets, context, 'us-east-1', host);
  if (port !== '443') client.connection_manager = new http.HttpClientConnectionManager(
    bootstrap, host, Number(port), 4, 16 * 1024, sockets, new io.TlsConnectionOptions(context, host));
  return client;
}

const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));

async function discover() {
  const client = discoveryClient();
  for (let attempt = 1; ; ++attempt) {
    try {
      return await client.discover(thing);
    } catch (error) {
      if (error.response_code !== 404 || attempt === 30) throw error;
      await pause(1);  // the core has not said yet where it is
    }
  }
}

async function connect(group, way) {
  const settings = iot.AwsIotMqttConnectionConfigBuilder.new_mtls_builder_from_path(cert, key)
    .with_certificate_authority(group.certificate_authorities[0])
    .with_client_id(thing).with_clean_session(false)
    .with_endpoint(way.host_address).with_port(way.port).build();
  const connection = new mqtt.MqttClient().new_connection(settings);
  await connection.connect();
  return connection;
}

async function firstThatAnswers(found) {
  for (const group of found.gg_groups)
    for (const core of group.cores)
      for (const way of core.connectivity)
        try {
          const connection = await connect(group, way);
          console.log('connected', core.thing_arn, `${way.host_address}:${way.port}`);
          return connection;
        } catch (error) {
          console.log('not there', way.host_address, String(error));
        }
  throw new Error('no core answers');
}

async function main() {
  const found = await discover();
  console.log('discovered', found.gg_groups[0].gg_group_id);
  const connection = await firstThatAnswers(found);
  await connection.subscribe(filter, mqtt.QoS.AtLeastOnce, (topic, payload) =>
    console.log('heard', topic, Buffer.from(payload).toString()));
  console.log('subscribed');
  for await (const line of readline.createInterface({input: process.stdin})) {
    const end = line.indexOf(' ');
    await connection.publish(line.slice(0, end), line.slice(end + 1), mqtt.QoS.AtLeastOnce);
    console.log('acknowledged');
  }
  await connection.disconnect();
  console.log('gone');
  process.exit(0);
}

main().catch(error => { console.log('failed', String(error)); process.exit(1); });
