// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/percent.h"
#include "aws/query_form.h"
#include "aws/routing.h"
#include "aws/sigv4.h"
#include "aws/sigv4_sign.h"
#include "aws/uri_template.h"

#include "base/bytes.h"

#include <cstdio>
#include <cstdlib>
#include <string>

// Any bytes as an HTTP request: "METHOD TARGET", lines of fields, an empty line, the body. Reading its signature, path,
// query and form harms nobody; nobody gets in without the secret; and what is signed here is believed here, unless a
// field of it is changed.
using namespace greensward;
using namespace greensward::aws;

namespace {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

class OneKey final : public CredentialSource
{
public:
    const Credential* find(std::string_view id) const override { return id == key.accessKeyId ? &key : nullptr; }
    Credential key{.accessKeyId = "AKIAIOSFODNN7EXAMPLE", .secretAccessKey = "a secret nobody can guess"};
};

std::string_view lineOf(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

Request requestOf(std::string_view text)
{
    Request request;
    std::string_view first = lineOf(text);
    const std::size_t space = std::min(first.find(' '), first.size());
    request.method = first.substr(0, space);
    request.target = first.substr(std::min(space + 1, first.size()));
    while (!text.empty()) {
        const std::string_view line = lineOf(text);
        if (line.empty())
            break;
        const std::size_t colon = std::min(line.find(':'), line.size());
        request.fields.emplace_back(line.substr(0, colon), line.substr(std::min(colon + 1, line.size())));
    }
    request.body = text;
    return request;
}

void read(const Request& request)
{
    static const UriTemplate things{"/things/{thingName}/shadow"};
    static const UriTemplate objects{"/{Bucket}/{Key+}"};
    route(request);
    things.match(request.path());
    objects.match(request.path());
    splitQuery(request.query(), Plus::IsSpace);
    const auto form = decodeQueryForm(request.body);
    require(form || !form.error().message.empty(), "a refusal says why");
    require(percentDecode(percentEncode(request.body)) == request.body, "encoding is undone by decoding");
}

void sign(Request request, const OneKey& keys, WallTime now)
{
    std::erase_if(request.fields, [](const auto& field) {
        return equalIgnoringCase(field.first, "host") || equalIgnoringCase(field.first, "authorization");
    });
    request.fields.emplace_back("Host", "localhost");
    if (request.query().find("X-Amz-") != std::string_view::npos || request.has("x-amz-content-sha256") ||
        request.has("x-amz-decoded-content-length"))
        return; // says of itself that it is signed another way
    signRequest(request, {.key = keys.key, .region = "us-east-1", .service = "iot", .time = now});
    if (const auto verified = verifySignature(request, keys, now); !verified)
        return; // fields that a signature cannot cover (two of a name, characters outside HTTP)
    request.body += '!';
    require(!verifySignature(request, keys, now), "a changed body is noticed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const OneKey keys;
    const WallTime now{std::chrono::seconds{1'700'000'000}};
    const Request request = requestOf(asText(ByteView(data, size)));
    read(request);
    const auto verified = verifySignature(request, keys, now);
    require(!verified, "nobody gets in without the secret");
    require(!refusalError(verified.error(), ErrorFamily{}).message.empty() || !verified.error().explanation.empty(),
            "a refusal says why");
    sign(request, keys, now);
    return 0;
}
