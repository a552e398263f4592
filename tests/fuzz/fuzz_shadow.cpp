// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/service.h"

#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>

// Any bytes as a request. The first byte chooses the operation and the way, what is before the first zero byte the name
// or path, the rest is the payload. Whatever is said must be JSON, sizes stay within limits, and what is stored can be
// read again.
using namespace greensward;
using namespace greensward::shadow;

namespace {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

class LastWritten final : public ShadowStore
{
public:
    Ticket save(std::string_view thing, std::string_view shadow, std::int64_t version, std::string_view text) override
    {
        last = {std::string(thing), std::string(shadow), version, {}, std::string(text)};
        return ++tickets;
    }
    Ticket bury(std::string_view, std::string_view, std::int64_t, std::int64_t) override { return ++tickets; }
    Ticket drop(std::string_view, std::string_view) override { return ++tickets; }

    StoredShadow last;
    Ticket tickets = 0;
};

void requireJson(std::string_view text)
{
    boost::json::error_code error;
    boost::json::parse({text.data(), text.size()}, error);
    require(!error, "what is said is JSON");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const unsigned choice = data[0];
    const std::string_view rest = asText(ByteView(data + 1, size - 1));
    const std::size_t zero = std::min(rest.find('\0'), rest.size());
    const std::string name(rest.substr(0, zero));
    const ByteView payload = asBytes(rest.substr(std::min(zero + 1, rest.size())));

    static const ManualClock clock;
    trace::Recorder recorder(clock, {.history = 0, .mailbox = 0});
    LastWritten store;
    const Settings settings = choice & 8 ? Settings::aws2017() : Settings::aws();
    ShadowService service({.recorder = recorder, .store = &store, .thingExists = {}}, settings);
    const Moment now{clock.now(), clock.wall()};
    constexpr std::string_view kFirst = R"({"state":{"desired":{"a":{"b":1},"c":[1]},"reported":{"a":{"b":2}}}})";
    service.publish("$aws/things/t/shadow/update", asBytes(kFirst), {.connection = 1, .who = "w"}, now);

    constexpr std::string_view kOperations[] = {"get", "update", "delete", "update"};
    constexpr std::string_view kMethods[] = {"GET", "POST", "DELETE", "PUT"};
    if (choice & 4) {
        const std::string target = choice & 16 ? name : "/things/t/shadow" + name;
        const auto response =
            service.handle({.method = kMethods[choice & 3], .target = target, .body = payload}, {.who = "r"}, now);
        if (response) {
            requireJson(response->body);
            require((response->status == 200) == response->errorType.empty(), "a refusal has a type");
        }
    } else {
        const std::string prefix = choice & 16 ? name : "$aws/things/t/shadow/";
        service.publish(prefix + std::string(kOperations[choice & 3]), payload, {.connection = 1, .who = "w"}, now);
    }
    service.committed(store.tickets);
    require(service.waiting() == 0, "everything is said once everything is safe");
    for (const Outgoing& message : service.takeMessages())
        requireJson(message.payload);
    for (const ShadowSummary& shadow : service.list())
        require(shadow.size <= settings.documentBytes, "no document is larger than its limit");
    service.view("t", "");
    ShadowService next({.recorder = recorder, .store = nullptr, .thingExists = {}}, settings);
    require(next.restore({store.last}).has_value(), "what is stored can be read");
    return 0;
}
