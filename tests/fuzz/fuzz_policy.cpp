// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluate.h"

#include "base/bytes.h"

#include <boost/json/serialize.hpp>
#include <cstdio>
#include <cstdlib>

// Any bytes as a policy document. The first byte chooses the dialect; what is before the first zero byte of the rest is
// the resource that is asked for, what follows it the document. Whatever parses can be judged and explained, both say
// the same, and the smallest statement that would allow the request does.
using namespace greensward;
using namespace greensward::policy;

namespace {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

Context everyday()
{
    Context context;
    context.set("iot:ClientId", "pump-1");
    context.set("aws:SourceIp", "192.168.1.20");
    context.set("iot:Connection.Thing.ThingName", "pump-1");
    context.set("iot:Connection.Thing.Attributes[site]", "*");
    context.setAll("iot:ConnectAttributes", {"LastWill", "PersistentConnect"});
    return context;
}

void judge(const Policy& policy, const AccessRequest& request)
{
    const Policy* one[] = {&policy};
    const Verdict verdict = evaluate(one, request);
    const Explanation said = explain(one, request);
    require(said.verdict.decision == verdict.decision, "the explanation is of the verdict");
    require(!said.text.empty(), "there is an explanation");
    require(verdict.allowed() == (verdict.decision == Decision::Allowed), "allowed means allowed");
    require((verdict.statement == nullptr) == (verdict.decision == Decision::ImplicitDeny), "a statement decided");
}

void helps(const AccessRequest& request, Dialect dialect)
{
    const auto smallest = smallestAllowing(request);
    const std::string document =
        boost::json::serialize(boost::json::object{{"Version", "2012-10-17"}, {"Statement", {smallest}}});
    const auto parsed = parsePolicy("smallest", document, dialect);
    if (!parsed)
        return; // a resource of thousands of characters does not fit into a document
    const Policy* one[] = {&*parsed};
    require(evaluate(one, request).allowed(), "the smallest statement allows what it was made for");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const auto dialect = static_cast<Dialect>(data[0] % 4);
    const std::string_view rest = asText(ByteView(data + 1, size - 1));
    const std::size_t zero = std::min(rest.find('\0'), rest.size());
    const std::string resource = "arn:aws:iot:us-east-1:123456789012:topic/" + std::string(rest.substr(0, zero));
    const std::string_view document = rest.substr(std::min(zero + 1, rest.size()));

    static const Context context = everyday();
    const AccessRequest request{.action = "iot:Publish",
                                .resource = resource,
                                .context = context,
                                .principalType = "AWS",
                                .principal = "arn:aws:sts::123456789012:assumed-role/pump/lab",
                                .principalToo = "arn:aws:iam::123456789012:role/pump"};
    if (dialect == Dialect::Iot)
        helps(request, dialect);
    const auto parsed = parsePolicy("fuzzed", document, dialect);
    if (parsed)
        judge(*parsed, request);
    else
        require(parsed.error().status == 400 && !parsed.error().message.empty(), "a refusal says why");
    return 0;
}
