// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/sigv4_hint.h"

#include <fmt/format.h>

namespace greensward::aws {

namespace {

std::vector<std::string> otherHosts(const Request& request)
{
    const std::string host{request.field("host")};
    const auto colon = host.rfind(':');
    const std::string bare = host.substr(0, colon);
    const std::string port =
        colon == std::string::npos ? std::to_string(request.peer.localPort) : host.substr(colon + 1);
    std::vector<std::string> hosts{bare, bare + ':' + port};
    for (const std::string name : {"localhost", "127.0.0.1", "host.docker.internal", "host"}) {
        hosts.push_back(name);
        hosts.push_back(name + ':' + port);
    }
    std::erase(hosts, host);
    return hosts;
}

Request withField(Request request, std::string_view name, const std::string& value)
{
    for (auto& [field, old] : request.fields)
        if (equalIgnoringCase(field, name))
            old = value;
    return request;
}

} // namespace

std::string mismatchHint(const Request& request, const CanonicalForm& form, const Signature& signature,
                         const std::function<bool(const std::string&)>& matches)
{
    Request bare{.method = request.method, .target = request.target, .fields = request.fields};
    for (const auto& host : otherHosts(request))
        if (matches(canonicalRequest(withField(bare, "host", host), form)))
            return fmt::format(
                "the client signed host {}, the request says {}: something between them rewrites the Host "
                "field, or the client was given another endpoint",
                host, request.field("host"));
    CanonicalForm other = form;
    other.s3 = !form.s3;
    if (matches(canonicalRequest(bare, other)))
        return form.s3 ? "the client encoded the path twice; S3 wants it encoded once"
                       : "the client encoded the path once; every service but S3 wants escapes encoded again";
    for (const auto& [hash, what] : {std::pair{sha256Hex(""), "an empty body"},
                                     std::pair{std::string{"UNSIGNED-PAYLOAD"}, "no body at all (UNSIGNED-PAYLOAD)"}}) {
        other = form;
        other.payloadHash = hash;
        if (hash != form.payloadHash && matches(canonicalRequest(bare, other)))
            return fmt::format("the client signed {}, but the request has a body of {} octets", what,
                               request.body.size());
    }
    for (const std::string_view method : {"GET", "POST", "PUT", "HEAD"}) {
        Request changed = bare;
        changed.method = method;
        if (method != request.method && matches(canonicalRequest(changed, form)))
            return fmt::format("the client signed {}, the request is {}", method, request.method);
    }
    // curl signs the query in the order it is written.
    std::string canonical = canonicalRequest(bare, form);
    const auto sorted = canonicalQuery(request.query(), form.leaveOut);
    if (const auto at = canonical.find('\n' + sorted + '\n'); !sorted.empty() && at != std::string::npos) {
        canonical.replace(at + 1, sorted.size(), request.query());
        if (matches(canonical))
            return "the client signed the query in the order it is written; it has to be sorted (curl before 8 does "
                   "that)";
    }
    return fmt::format(
        "the client knows the key {} but signed with another secret, or something changed a signed part of "
        "the request on its way ({} are signed)",
        signature.scope.accessKeyId, fmt::join(signature.signedHeaders, ", "));
}

} // namespace greensward::aws
