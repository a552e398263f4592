// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/api_front.h"

#include "aws/percent.h"
#include "aws/query_form.h"
#include "cloud/denial.h"
#include "cloud/metering.h"
#include "cloud/request_evidence.h"
#include "cloud/services/iot_access.h"
#include "cloud/uuid.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostHeld = 10'000;

/// A browser asks whether a page may call a service that has one address, "/": Cognito and STS answer pages, as at AWS.
bool isPreflight(const aws::Request& request)
{
    return request.method == "OPTIONS" && request.path() == "/" && request.has("Origin") &&
           request.has("Access-Control-Request-Method");
}

aws::Response preflightAnswer(const aws::Request& request)
{
    return {.status = 200,
            .fields = {{"Access-Control-Allow-Origin", "*"},
                       {"Access-Control-Allow-Methods", "POST"},
                       {"Access-Control-Allow-Headers", std::string(request.field("Access-Control-Request-Headers"))},
                       {"Access-Control-Max-Age", "172800"}}};
}

void openToPages(aws::Response& response)
{
    response.set("Access-Control-Allow-Origin", "*");
    response.set("Access-Control-Expose-Headers", "x-amzn-RequestId,x-amzn-ErrorType,Date");
}

/// What everybody may ask, unsigned.
bool isOpen(std::string_view service, std::string_view operation)
{
    return service == "cognito-identity" ? CognitoIdentityService::isOpen(operation)
                                         : service == "sts" && operation == "AssumeRoleWithWebIdentity";
}

/// The members of a call that is no REST.
aws::ApiResult<json::object> inputOf(const aws::Request& request, aws::Protocol protocol)
{
    if (protocol == aws::Protocol::Query)
        return aws::decodeQueryForm(request.body.empty() ? request.query() : std::string_view(request.body));
    auto body = bodyOf(request);
    if (!body)
        return aws::apiFailure("SerializationException", 400, "The body is not valid JSON");
    return std::move(*body);
}

} // namespace

ApiFront::ApiFront(Parts parts) : m_parts(std::move(parts))
{
    for (const auto& operation : IotService::operations())
        m_iot.add(std::string(operation.method), operation.uri, std::string(operation.name));
    for (const auto& operation : GreengrassService::operations())
        m_greengrass.add(operation.method, operation.uri, operation.name);
    for (const auto& operation : LambdaService::operations())
        m_lambda.add(std::string(operation.method), operation.uri, std::string(operation.name));
}

void ApiFront::handle(aws::Request request, Respond respond)
{
    if (isPreflight(request))
        return respond(preflightAnswer(request));
    const aws::Route route = aws::route(request);
    Exchange exchange{.request = std::move(request),
                      .respond = std::move(respond),
                      .form = {.protocol = route.protocol, .service = route.service, .requestId = uuid(m_parts.random)},
                      .operation = {},
                      .caller = {},
                      .event = 0};
    exchange.form.head = exchange.request.method == "HEAD";
    exchange.fromPage = exchange.request.has("Origin") && route.service &&
                        (route.service->name == "cognito-identity" || route.service->name == "sts");
    exchange.operation = route.service
                             ? fmt::format("{} {}", route.service->name, route.operation)
                             : fmt::format("{} {}", exchange.request.method, exchange.request.path().substr(0, 200));
    switch (route.kind) {
    case aws::Route::Kind::Operation:
        return signedRequest(std::move(exchange), route);
    case aws::Route::Kind::DevicePlane:
    case aws::Route::Kind::Credentials:
        return deviceRequest(std::move(exchange), route.kind);
    case aws::Route::Kind::WebSocket: // it did not ask for an upgrade
    case aws::Route::Kind::Invocation:
    case aws::Route::Kind::Unknown:
        break;
    }
    if (!exchange.request.peer.certificateId.empty())
        return deviceRequest(std::move(exchange), route.kind);
    refuse(exchange, aws::unknownOperation(exchange.form, exchange.operation));
}

// --- who asks ------------------------------------------------------------------------------------------------------

void ApiFront::signedRequest(Exchange exchange, const aws::Route& route)
{
    auto verified = aws::verifySignature(exchange.request, m_parts.keyring, m_parts.clock.wall());
    if (!verified && verified.error().reason == aws::SignatureRefusal::Reason::Missing &&
        isOpen(route.service->name, route.operation)) {
        exchange.caller.sourceIp = exchange.request.peer.address;
        return actionPlane(std::move(exchange), route);
    }
    if (!verified) {
        const auto family = aws::errorFamily(route.protocol, route.service ? route.service->name : "");
        refuse(exchange, aws::refusalError(verified.error(), family));
        return noteEvidence(exchange, trace::Finding::SignatureRefused,
                            signatureEvidence(exchange.request, verified.error(), m_parts.clock.wall()),
                            verified.error().explanation);
    }
    if (const auto elsewhere = signedElsewhere(verified->signature, m_parts.account))
        noteEvidence(exchange, trace::Finding::OtherRegion, *elsewhere, "signed for another region");
    if (const aws::Credential* key = m_parts.keyring.find(verified->caller.accessKeyId); key && key->expires)
        noteEvidence(exchange, trace::Finding::TemporaryKey, temporaryKeyEvidence(*key, m_parts.clock.wall()), {});
    exchange.caller = std::move(verified->caller);
    exchange.caller.sourceIp = exchange.request.peer.address;
    const std::string_view service = route.service->name;
    if (service == "iot")
        return controlPlane(std::move(exchange));
    if (service == "iotdata")
        return dataPlane(std::move(exchange));
    if (service == "lambda")
        return lambdaPlane(std::move(exchange));
    if (service == "greengrass")
        return greengrassPlane(std::move(exchange));
    if (service == "sts" || service == "iam" || service == "cognito-identity" || service == "logs")
        return actionPlane(std::move(exchange), route);
    refuse(exchange,
           aws::unknownOperation(exchange.form, route.operation.empty() ? exchange.operation : route.operation));
}

bool ApiFront::mayProceed(Exchange& exchange, const std::vector<AccessNeed>& needs)
{
    const aws::Caller& caller = exchange.caller;
    const std::string_view service = exchange.form.service->name;
    const TemporarySession* session = m_parts.callers.session(caller);
    if (session && session->origin == TemporarySession::Origin::SessionToken && service == "iam") {
        aws::ApiError error{.code = "InvalidClientTokenId",
                            .status = 403,
                            .message = "The security token included in the request is invalid"};
        error.explanation = "keys of GetSessionToken cannot be used with IAM unless they were asked for with MFA";
        refuse(exchange, error);
        return false;
    }
    if (caller.kind != aws::Caller::Kind::User && caller.kind != aws::Caller::Kind::Role)
        return true; // the account itself; nobody, where anybody may; a device, which was asked about
    if (needs.empty())
        return true;
    const Principal principal =
        service == "iotdata" ? m_parts.callers.messenger(caller, {}) : m_parts.callers.caller(caller);
    for (const AccessNeed& need : needs) {
        const auto error = m_parts.callers.refusal(principal, need, service);
        if (!error)
            continue;
        refuse(exchange, *error);
        const Denial denial{.reason = Denial::Reason::Http, .action = need.action, .resource = need.resource};
        noteEvidence(exchange, trace::Finding::AccessDenied, *evidenceOf(denial, m_parts.authorization, &principal),
                     error->explanation);
        return false;
    }
    return true;
}

tl::expected<aws::Caller, aws::SignatureRefusal> ApiFront::webSocketCaller(const aws::Request& request) const
{
    const auto verified = aws::verifySignature(request, m_parts.keyring, m_parts.clock.wall());
    if (!verified)
        return tl::unexpected(verified.error());
    if (verified->signature.scope.service != "iotdevicegateway")
        return tl::unexpected(aws::SignatureRefusal{
            .reason = aws::SignatureRefusal::Reason::Mismatch,
            .text = "",
            .explanation = fmt::format("the WebSocket was signed for the service {}, it must be iotdevicegateway",
                                       verified->signature.scope.service)});
    return verified->caller;
}

// --- what is asked -------------------------------------------------------------------------------------------------

void ApiFront::controlPlane(Exchange exchange)
{
    const auto found = m_iot.find(exchange.request.method, exchange.request.path());
    if (!found)
        return refuse(exchange, aws::unknownOperation(exchange.form, exchange.operation));
    exchange.operation = "iot " + *found->operation;
    auto body = bodyOf(exchange.request);
    if (!body)
        return refuse(exchange,
                      {.code = "InvalidRequestException", .status = 400, .message = "The body is not valid JSON"});
    // The service may answer later: the call lives until it has.
    const auto shared = std::make_shared<Exchange>(std::move(exchange));
    const ApiCall call = restCall(shared->request, shared->caller, found->labels, std::move(*body));
    if (!mayProceed(*shared, iotNeeds(m_parts.account, *found->operation, call)))
        return;
    note(*shared, 0, {});
    const store::Ticket before = m_parts.store.lastTicket();
    m_parts.iot.handle(*found->operation, call,
                       [this, shared, before, operation = *found->operation](aws::ApiResult<ApiAnswer> answer) {
                           const std::size_t answered = answer ? meteredSize(answer->body) : 0;
                           if (isRegistryOperation(operation))
                               m_parts.meter.count(billing::Quantity::RegistryOperation, whoAsks(shared->caller), {},
                                                   std::max(shared->request.body.size(), answered));
                           if (!answer)
                               return refuse(*shared, answer.error());
                           const store::Ticket ticket = m_parts.store.lastTicket();
                           send(*shared, aws::answer(shared->form, {}, answer->body, answer->status),
                                ticket == before ? 0 : ticket);
                       });
}

void ApiFront::dataPlane(Exchange exchange)
{
    const auto question = m_parts.data.question(exchange.request);
    if (!question)
        return refuse(exchange, aws::unknownOperation(exchange.form, exchange.operation));
    exchange.operation = "iotdata " + question->operation;
    std::vector<AccessNeed> needs{{question->action, question->resource}};
    if (!question->also.empty())
        needs.push_back({question->also, question->resource});
    exchange.form.service = aws::serviceNamed("iotdata");
    if (!mayProceed(exchange, needs))
        return;
    note(exchange, 0, {});
    HeldResponse held = m_parts.data.handle(exchange.request, exchange.caller, exchange.event);
    held.response.set("x-amzn-RequestId", exchange.form.requestId);
    if (held.response.status >= 400 && !held.response.body.empty())
        m_parts.meter.count(billing::Quantity::HttpRefusal, whoAsks(exchange.caller), {}, held.response.body.size());
    send(exchange, std::move(held.response), held.waitsFor);
}

void ApiFront::lambdaPlane(Exchange exchange)
{
    const auto found = m_lambda.find(exchange.request.method, exchange.request.path());
    if (!found)
        return refuse(exchange, aws::unknownOperation(exchange.form, exchange.operation));
    const std::string operation = *found->operation;
    exchange.operation = "lambda " + operation;
    auto body = operation == "Invoke" ? json::object{} : bodyOf(exchange.request); // an event is no member of ours
    if (!body)
        return refuse(exchange, {.code = "InvalidRequestContentException",
                                 .status = 400,
                                 .message = "Could not parse request body into json"});
    // A function may answer later: the call lives until it has.
    const auto shared = std::make_shared<Exchange>(std::move(exchange));
    const ApiCall call = restCall(shared->request, shared->caller, found->labels, std::move(*body));
    if (!mayProceed(*shared, m_parts.lambda.needs(operation, call)))
        return;
    note(*shared, 0, {});
    const store::Ticket before = m_parts.store.lastTicket();
    m_parts.lambda.handle(operation, call, [this, shared, before](LambdaService::Result answer) {
        if (!answer)
            return refuse(*shared, answer.error());
        aws::Response response = aws::answer(shared->form, {}, answer->body, answer->status);
        if (answer->raw)
            response.body = std::move(*answer->raw);
        for (const auto& [name, value] : answer->fields)
            response.set(name, value);
        const store::Ticket ticket = m_parts.store.lastTicket();
        send(*shared, std::move(response), ticket == before ? 0 : ticket);
    });
}

void ApiFront::actionPlane(Exchange exchange, const aws::Route& route)
{
    const std::string_view service = route.service->name;
    const auto input = inputOf(exchange.request, route.protocol);
    if (!input)
        return refuse(exchange, input.error());
    std::vector<AccessNeed> needs;
    if (service == "iam")
        needs = m_parts.iam.needs(route.operation, *input, exchange.caller);
    else if (service == "cognito-identity")
        needs = m_parts.cognito.needs(route.operation, *input);
    else if (service == "logs")
        needs = m_parts.logs.needs(route.operation, *input);
    if (!mayProceed(exchange, needs)) // STS asks by itself: trust counts there
        return;
    note(exchange, 0, {});
    const store::Ticket before = m_parts.store.lastTicket();
    auto answer = service == "iam"    ? m_parts.iam.handle(route.operation, *input, exchange.caller)
                  : service == "sts"  ? m_parts.sts.handle(route.operation, *input, exchange.caller)
                  : service == "logs" ? m_parts.logs.handle(route.operation, *input)
                                      : m_parts.cognito.handle(route.operation, *input, exchange.caller);
    if (!answer)
        return refuse(exchange, aws::unknownOperation(exchange.form, route.operation));
    if (!*answer)
        return refuse(exchange, answer->error());
    const store::Ticket ticket = m_parts.store.lastTicket();
    send(exchange, aws::answer(exchange.form, route.operation, **answer), ticket == before ? 0 : ticket);
}

// --- the answer ----------------------------------------------------------------------------------------------------

void ApiFront::refuse(Exchange& exchange, aws::ApiError error)
{
    if (error.message.empty() && error.code == "UnknownOperationException")
        error.message = "Unknown operation: " + exchange.operation;
    note(exchange, error.status,
         error.explanation.empty() ? fmt::format("{}: {}", error.code, error.message)
                                   : fmt::format("{}: {}", error.code, error.explanation));
    if (error.status == 400 || error.status == 404)
        if (const auto elsewhere = arnElsewhere(exchange.request, m_parts.account))
            noteEvidence(exchange, trace::Finding::OtherRegion, *elsewhere, error.message);
    aws::Response response = aws::answerError(exchange.form, error);
    if (exchange.fromPage)
        openToPages(response);
    exchange.respond(std::move(response));
}

void ApiFront::send(Exchange& exchange, aws::Response response, store::Ticket ticket)
{
    if (response.status >= 400)
        note(exchange, response.status, response.body);
    if (exchange.fromPage)
        openToPages(response);
    if (ticket <= m_committed) {
        exchange.respond(std::move(response));
        return;
    }
    if (m_held.size() >= kMostHeld) { // the disk is far behind: nobody is told what is not kept
        refuse(exchange, {.code = "ServiceUnavailableException", .status = 503, .message = "The store is behind"});
        return;
    }
    m_held.push_back({ticket, std::move(exchange.respond), std::move(response)});
}

void ApiFront::committed(store::Ticket upTo)
{
    m_committed = std::max(m_committed, upTo);
    std::deque<Held> waiting;
    waiting.swap(m_held);
    for (Held& held : waiting) {
        if (held.ticket <= m_committed)
            held.respond(std::move(held.response));
        else
            m_held.push_back(std::move(held));
    }
}

/// status 0: the request as it begins; what it causes refers to that event.
void ApiFront::note(Exchange& exchange, unsigned status, std::string_view why)
{
    const std::string_view who = exchange.caller.arn.empty() ? std::string_view(exchange.request.peer.address)
                                                             : std::string_view(exchange.caller.arn);
    const trace::EventId event =
        m_parts.recorder.record({.kind = status >= 400 ? trace::Kind::ApiRefused : trace::Kind::ApiCalled,
                                 .cause = exchange.event,
                                 .journey = exchange.event,
                                 .extra = status,
                                 .subject = who,
                                 .object = exchange.operation,
                                 .detail = why,
                                 .payload = asBytes(exchange.request.field("User-Agent"))});
    if (status == 0 || exchange.event == 0)
        exchange.event = event;
}

/// Evidence is read when all is over, so what it belongs to may come before or behind it.
void ApiFront::noteEvidence(const Exchange& exchange, trace::Finding finding, std::string_view particulars,
                            std::string_view why)
{
    const std::string_view who = exchange.caller.arn.empty() ? std::string_view(exchange.request.peer.address)
                                                             : std::string_view(exchange.caller.arn);
    m_parts.recorder.record({.kind = trace::Kind::Evidence,
                             .cause = exchange.event,
                             .journey = exchange.event,
                             .extra = static_cast<std::int64_t>(finding),
                             .subject = who,
                             .object = exchange.operation,
                             .detail = why,
                             .payload = asBytes(particulars)});
}

} // namespace greensward::cloud
