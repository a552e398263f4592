// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two calls of a Cognito identity pool, which need no signature: who am I, and what may I borrow?

/** What the service said no with. */
export class ServiceRefusal extends Error {
  constructor(operation, code, message) {
    super(message);
    this.operation = operation;
    this.code = code;
  }
}

export class Cognito {
  /** By how many milliseconds the service's clock is ahead of this telephone's: it is the service that checks times. */
  clockAhead = 0;

  constructor(origin) {
    this.origin = origin;
  }

  async call(operation, body) {
    const answer = await fetch(this.origin + "/", {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "AWSCognitoIdentityService." + operation,
      },
      body: JSON.stringify(body),
    });
    const date = Date.parse(answer.headers.get("Date") ?? "");
    if (date && Math.abs(date - Date.now()) > 2000) this.clockAhead = date - Date.now();
    const said = await answer.json();
    if (answer.ok) return said;
    const code = (answer.headers.get("x-amzn-ErrorType") ?? said.__type ?? "").split(":")[0].split("#").pop();
    throw new ServiceRefusal(operation, code, said.message ?? said.Message ?? `HTTP status ${answer.status}`);
  }

  async identity(pool) {
    return (await this.call("GetId", { IdentityPoolId: pool })).IdentityId;
  }

  async credentials(identity) {
    const lent = (await this.call("GetCredentialsForIdentity", { IdentityId: identity })).Credentials;
    return {
      accessKeyId: lent.AccessKeyId,
      secretKey: lent.SecretKey,
      sessionToken: lent.SessionToken,
      expires: new Date(lent.Expiration * 1000),
    };
  }

  now() {
    return new Date(Date.now() + this.clockAhead);
  }
}
