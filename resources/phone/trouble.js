// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, in plain words: {title, text, byItself: whether trying again without being told may help}.

import { ServiceRefusal } from "./cognito.js";
import { MqttEnd } from "./mqtt.js";

/** There is no pool to ask. */
export class NoPool extends Error {}

/** A part of the subscriptions was refused. */
export class FiltersRefused extends Error {
  constructor(filters) {
    super("filters");
    this.filters = filters;
  }
}

const kServiceWords = {
  ResourceNotFoundException: (at) => [
    "No such identity pool",
    `The pool ${at.pool} is not known here. It was deleted, or the address of this page names another one.`,
  ],
  NotAuthorizedException: (at) => [
    "Guests are not let in",
    `The identity pool ${at.pool} gives no credentials to somebody who is not signed in: allow unauthenticated identities, ` +
      "and see that the role's trust policy names this pool.",
  ],
  InvalidIdentityPoolConfigurationException: (at) => [
    "The pool has no role to lend",
    `The identity pool ${at.pool} has no role for guests, or the role's trust policy does not let Cognito lend it to them.`,
  ],
};

/** The first by name: four of them fill a telephone. */
function named(filters) {
  const more = filters.length - 1;
  return `topicfilter/${filters[0]}` + (more > 0 ? ` and ${more} more` : "");
}

const denied = (action, resource, at) => ({
  title: `The role does not allow ${action}`,
  text:
    `The credentials are good, but no policy of the pool's role for guests allows ${action} on ${resource}. ` +
    "The console's doctor shows the statement that is missing; with it in place, try again." +
    (at.expires ? ` (Credentials until ${at.expires.toLocaleTimeString()}.)` : ""),
  byItself: false,
});

function endInWords(end, at) {
  const ranOut = at.expires && at.expires <= at.now;
  if (ranOut)
    return {
      title: "The credentials have run out",
      text: `They were good until ${at.expires.toLocaleTimeString()}. The page asks for new ones.`,
      byItself: true,
    };
  if (end.stage === "connect") return denied("iot:Connect", `client/${at.client}`, at);
  if (end.stage === "subscribe") return denied("iot:Subscribe", named(at.filters), at);
  if (end.stage === "socket")
    return {
      title: "The gateway did not open the WebSocket",
      text:
        "It did not accept the signed URL: the credentials are not valid any more (was the role or the pool deleted?), or a " +
        "proxy stands between. The console's doctor says which.",
      byItself: false,
    };
  if (at.published) return denied("iot:Publish", `topic/${at.published}`, at);
  return { title: "The connection was lost", text: "The page connects again by itself.", byItself: true };
}

/** at: pool, client, filters, expires, now, host, published: the topic of a message that was sent a moment ago. */
export function inWords(error, at) {
  if (error instanceof NoPool)
    return {
      title: "Nobody lends this page credentials",
      text:
        "There is no identity pool named “phone” yet that lets guests in. Lab 4 makes one, and the page goes on as soon as it " +
        "is there; another pool can be named in the address: ?pool=ID.",
      byItself: true,
    };
  if (error instanceof FiltersRefused)
    return denied("iot:Subscribe", named(error.filters), at);
  if (error instanceof ServiceRefusal) {
    const [title, text] = kServiceWords[error.code]?.(at) ?? [`${error.operation} was refused`, `${error.code}: ${error.message}`];
    return { title, text: text === error.message ? text : `${text} (${error.code})`, byItself: false };
  }
  if (error instanceof MqttEnd) return endInWords(error, at);
  if (error instanceof TypeError)
    return {
      title: "The console does not answer",
      text: `Nothing was heard from ${at.host}. Does the console run, and is this telephone in its network?`,
      byItself: true,
    };
  return { title: "Something went wrong", text: String(error), byItself: false };
}
