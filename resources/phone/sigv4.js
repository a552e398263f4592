// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// AWS Signature Version 4 in the query of a URL, as the device gateway wants it for MQTT over WebSocket.

import { hex, hmac, sha256 } from "./hash.js";

const kService = "iotdevicegateway";

/** RFC 3986: encodeURIComponent leaves five characters that a signature does not. */
const encoded = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());

/** "20261124T081500Z" */
export const amzDate = (time) => time.toISOString().replace(/[-:]|\.\d{3}/g, "");

async function signingKey(secret, day, region) {
  let key = "AWS4" + secret;
  for (const part of [day, region, kService, "aws4_request"]) key = await hmac(key, part);
  return key;
}

/**
 * The URL of a WebSocket for these credentials, good for so many seconds.
 * @param {{scheme: string, host: string, region: string, time: Date, seconds?: number}} at host with its port
 * @param {{accessKeyId: string, secretKey: string, sessionToken?: string}} credentials
 */
export async function signedUrl(at, credentials) {
  const date = amzDate(at.time);
  const scope = [date.slice(0, 8), at.region, kService, "aws4_request"].join("/");
  const query = [
    ["X-Amz-Algorithm", "AWS4-HMAC-SHA256"],
    ["X-Amz-Credential", `${credentials.accessKeyId}/${scope}`],
    ["X-Amz-Date", date],
    ["X-Amz-Expires", String(at.seconds ?? 300)],
    ["X-Amz-SignedHeaders", "host"],
  ]
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join("&");
  const request = ["GET", "/mqtt", query, `host:${at.host}`, "", "host", hex(await sha256(""))].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", date, scope, hex(await sha256(request))].join("\n");
  const signature = hex(await hmac(await signingKey(credentials.secretKey, date.slice(0, 8), at.region), toSign));
  // The gateway is the one service that wants the token behind the signature and not in it.
  const token = credentials.sessionToken ? `&X-Amz-Security-Token=${encoded(credentials.sessionToken)}` : "";
  return `${at.scheme}://${at.host}/mqtt?${query}&X-Amz-Signature=${signature}${token}`;
}
