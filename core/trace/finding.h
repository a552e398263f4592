// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace greensward::trace {

/// `extra` of Kind::Evidence: what was found, and which members the JSON object of its payload has. Evidence is recorded
/// where something is refused, so it costs nothing while all is well. No secret is ever among it.
enum class Finding : std::uint8_t {
    /// A connection never became a link. cause: word of net::RefusalCause; port; serverName (SNI) and covered: whether
    /// the server's certificate names it; names: those it does name; alpn: as offered; certificate, if one was shown:
    /// subject, issuer, ca, selfSigned, from, until (ISO), id.
    LinkRefused,
    /// MQTT over TLS on the port that is shared with HTTPS, without ALPN. port.
    LinkWithoutAlpn,
    /// A device was told no. reason: word of cloud::Denial; client, certificate, arn, status, subject, issuer, ca; things: of the
    /// certificate; policies: names; action, resource; explicit: a Deny statement says so; patterns: resources that the
    /// action is allowed on; foreign: those that name another region or account and would fit else; missing: variables
    /// without a value; rows: action, resource, allowed; statement: the smallest that allows it.
    AccessDenied,
    /// A request was not believed. reason: word of aws::SignatureRefusal::Reason; key, region, service, host, agent; signedAt and
    /// now (ISO), skew: seconds the client's clock is ahead.
    SignatureRefused,
    /// A request names a region that is not the workspace's. region, ours, service; arn: where it was found, if not in
    /// the signature.
    OtherRegion,
    /// A temporary key was used. key, expires (ISO), seconds: that are left, and life: of all it had.
    TemporaryKey,
    /// A device asked for its cores and was told of none, although its policy allows the question. thing; things: of
    /// the certificate; reason: "bad-name", "no-thing", "not-attached", "no-group", "not-deployed", "no-address",
    /// "too-many"; groups: those that have the thing, each id, name, version (the latest) and state: "never",
    /// "running", "failed", "older" (what is deployed does not have it), "no-address", "deployed".
    DiscoveryRefused,
    /// A device was told of addresses of its core none of which it is likely to reach. thing, core, group, from: the
    /// device's own address; addresses: id, host, port, verdict: "loopback", "docker", "link-local", "other-network".
    CoreUnreachable,
    /// A role that something needs is not there or cannot be used. which: "group" or "alias"; cause: "missing",
    /// "no-alias", "no-role", "no-trust"; core, group or alias; role: its ARN, if one was named.
    RoleUnusable,
    /// The state of a deployment as of now: recorded whenever it changes, and for all that counts when the program
    /// starts. group, name, deployment, version, type, status, core: its thing; coreArn; gone: the group was deleted;
    /// faults: code, message; local: devices whose shadows are not kept in step with the cloud (once it succeeded).
    Deployment,
    /// A core cannot let devices in. core, port, why; cause: "port-in-use" or "other".
    CoreNotServing,
    /// Something was said at a core and leads nowhere; at most twice a minute for one source and topic. core, source: as
    /// people call it, sourceEnd: as a subscription names it, topic, why; nearest: id, source, subject, target of the
    /// route that comes nearest, if one begins there.
    NoRoute,
};

} // namespace greensward::trace
