// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Greengrass: the public API, and what cores and their devices ask with their certificates.
#include "aws/percent.h"
#include "cloud/api_front.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

/// Operations of AWS's own model that are not built.
std::string_view notBuilt(std::string_view path)
{
    if (path == "/greengrass/updates")
        return "CreateSoftwareUpdateJob";
    if (path.starts_with("/greengrass/bulk/"))
        return "bulk deployments";
    return path.ends_with("/runtimeconfig") ? "runtime configurations of things" : std::string_view();
}

/// These have evidence of their own.
bool isAskedForKeysOrCores(const GreengrassCoreService::Question& question)
{
    return question.operation == "Discover" || question.operation == "AssumeRoleForGroup";
}

} // namespace

void ApiFront::noteWhyNot(const Exchange& exchange, const GreengrassCoreService::Question& question,
                          std::string_view why)
{
    if (question.operation == "Discover")
        noteEvidence(exchange, trace::Finding::DiscoveryRefused,
                     m_parts.cores.whyNotDiscovered(question, exchange.caller), why);
    else if (question.operation == "AssumeRoleForGroup")
        if (const std::string evidence = m_parts.cores.whyNoGroupRole(question); !evidence.empty())
            noteEvidence(exchange, trace::Finding::RoleUnusable, evidence, why);
}

void ApiFront::greengrassPlane(Exchange exchange)
{
    const auto found = m_greengrass.find(exchange.request.method, exchange.request.path());
    if (!found) {
        exchange.operation =
            fmt::format("greengrass {} {}", exchange.request.method, exchange.request.path().substr(0, 200));
        auto error = aws::unknownOperation(exchange.form, exchange.operation);
        if (const std::string_view what = notBuilt(exchange.request.path()); !what.empty())
            error.message = fmt::format("Not built here: {}", what);
        return refuse(exchange, std::move(error));
    }
    const std::string operation = *found->operation;
    exchange.operation = "greengrass " + operation;
    auto body = bodyOf(exchange.request);
    if (!body)
        return refuse(exchange, badRequest("The body is not valid JSON").value());
    // Keys of certificate authorities take a while: the call lives until it is answered.
    const auto shared = std::make_shared<Exchange>(std::move(exchange));
    const ApiCall call = restCall(shared->request, shared->caller, found->labels, std::move(*body));
    if (!mayProceed(*shared, m_parts.greengrass.needs(operation, call)))
        return;
    note(*shared, 0, {});
    const store::Ticket before = m_parts.store.lastTicket();
    m_parts.greengrass.handle(operation, call, [this, shared, before](const GreengrassService::Answer& answer) {
        if (!answer)
            return refuse(*shared, answer.error());
        aws::Response response = aws::answer(shared->form, {}, answer->body, answer->status);
        if (answer->status == 204)
            response.body.clear();
        const store::Ticket ticket = m_parts.store.lastTicket();
        send(*shared, std::move(response), ticket == before ? 0 : ticket);
    });
}

/// The certificate was looked at; its own policies say what it may.
void ApiFront::askCloudOfCores(Exchange exchange)
{
    const auto question = m_parts.cores.question(exchange.request);
    if (!question)
        return refuse(exchange, aws::unknownOperation(exchange.form, exchange.operation));
    exchange.operation = "greengrass " + question->operation;
    const Principal device = m_parts.authorization.certificateAlone(exchange.caller.userId, exchange.caller.sourceIp);
    if (!deviceMay(exchange, device, "greengrass:" + question->operation, question->resource))
        return;
    note(exchange, 0, {});
    const store::Ticket before = m_parts.store.lastTicket();
    auto answer = m_parts.cores.handle(*question, exchange.request, exchange.caller);
    if (!answer || answer->status >= 400)
        noteWhyNot(exchange, *question, answer ? std::string() : answer.error().explanation);
    else if (!answer->unreachable.empty())
        noteEvidence(exchange, trace::Finding::CoreUnreachable, answer->unreachable, {});
    if (!answer && answer.error().status == 403 && isAskedForKeysOrCores(*question)) {
        note(exchange, 403, answer.error().explanation);
        return exchange.respond(
            aws::answer(exchange.form, {}, json::object{{"message", nullptr}, {"traceId", exchange.form.requestId}}, 403));
    }
    if (!answer && answer.error().status == 403)
        return refuseDevice(exchange,
                            {.reason = Denial::Reason::Http,
                             .certificateId = exchange.caller.userId,
                             .action = "greengrass:" + question->operation,
                             .resource = question->resource},
                            &device, answer.error().explanation);
    if (!answer)
        return refuse(exchange, answer.error());
    aws::Response response = aws::answer(exchange.form, {}, answer->body, answer->status);
    if (answer->raw) {
        response.set("Content-Type", "application/zip");
        response.body = std::move(*answer->raw);
    }
    const store::Ticket ticket = m_parts.store.lastTicket();
    send(exchange, std::move(response), ticket == before ? 0 : ticket);
}

} // namespace greensward::cloud
