// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/json_writer.h"
#include "shadow/service_core.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::shadow {

namespace {

/// ,"timestamp":T[,"clientToken":"…"]}
void appendEnd(std::string& body, std::int64_t timestamp, std::string_view token)
{
    body += ",\"timestamp\":";
    appendNumber(body, timestamp);
    if (!token.empty()) {
        body += ",\"clientToken\":";
        body += token;
    }
    body += '}';
}

std::string answerTopic(const Call& call, std::string_view suffix)
{
    std::string topic = topicPrefix(call.thing, call.shadow);
    topic += '/';
    topic += text(call.operation);
    topic += suffix;
    return topic;
}

constexpr std::string_view kEmptyDocument = R"({"state":{},"metadata":{},"version":0})";

} // namespace

bool ShadowService::Core::publish(std::string_view topic, ByteView payload, const Requester& requester, Moment now)
{
    const auto parts = parseTopic(topic, m_settings.namedShadows);
    if (!parts)
        return false;
    const Call call{.operation = parts->operation,
                    .thing = parts->thing,
                    .shadow = parts->shadow,
                    .payload = payload,
                    .requester = requester,
                    .now = now};
    if (const auto why = checkNames(*parts)) {
        recordRejected(call, *why);
        send(call, std::string(topic) + "/rejected", rejectedBody(*why, call.timestamp(), m_settings), 0,
             {requester.cause, requester.journey}, false);
        return true;
    }
    perform(call);
    return true;
}

std::optional<Rejection> ShadowService::Core::checkNames(const TopicParts& parts) const
{
    if (auto thing = checkThingName(parts.thing); !thing)
        return rejections::invalid(std::move(thing.error().message));
    if (!parts.named)
        return std::nullopt;
    if (auto shadow = checkShadowName(parts.shadow, m_settings.dollarInShadowName); !shadow)
        return rejections::invalid(std::move(shadow.error().message));
    return std::nullopt;
}

std::optional<Rejection> ShadowService::Core::checkThrottles(const Call& call)
{
    if (!call.http && !m_throttle.mayWait(call.requester.connection, call.thing))
        return rejections::tooManyRequests();
    if (!m_throttle.take(call.thing, call.now.instant))
        return rejections::tooManyRequests();
    return std::nullopt;
}

Outcome ShadowService::Core::perform(const Call& call)
{
    Outcome outcome = serve(call);
    const bool turnedAway = outcome.code == 429 || outcome.code == 503;
    if (m_parts.served && !turnedAway) {
        const Shadow* shadow = find(call.thing, call.shadow);
        const std::size_t size = shadow && !shadow->deleted ? shadow->document.size() : 0;
        const std::string topic = topicPrefix(call.thing, call.shadow);
        m_parts.served({.who = call.requester.who, .topic = topic, .size = std::max(size, call.payload.size())});
    }
    return outcome;
}

Outcome ShadowService::Core::serve(const Call& call)
{
    if (auto why = checkThrottles(call))
        return reject(call, std::move(*why), nullptr);
    if (call.http && m_parts.store != nullptr && m_parts.store->congested())
        return reject(call, rejections::unavailable(), nullptr);
    if (m_settings.thingMustExist && m_parts.thingExists && !m_parts.thingExists(call.thing))
        return reject(call, {404, "Thing not found", {}}, nullptr);
    switch (call.operation) {
    case Operation::Get:
        return get(call);
    case Operation::Update:
        return update(call);
    case Operation::Delete:
        break;
    }
    return remove(call);
}

Outcome ShadowService::Core::get(const Call& call)
{
    Shadow* const shadow = current(call);
    const auto token = parseToken(m_reader, call.payload, m_settings);
    if (!token)
        return reject(call, token.error(), shadow);
    if (shadow == nullptr || shadow->deleted) {
        Rejection why = rejections::noSuchShadow(call.thing, call.shadow, m_settings);
        why.token = *token;
        return reject(call, std::move(why), shadow);
    }
    std::string delta;
    std::string metadataDelta;
    const bool differs =
        shadow->document.appendDelta(delta, m_settings.metadataDelta ? &metadataDelta : nullptr, m_settings);
    const auto appendDelta = [&](std::string& body, const std::string& text) {
        if (differs && !text.empty())
            body += (body.back() == '{' ? "\"delta\":" : ",\"delta\":") + text;
        body += '}';
    };
    std::string body = "{\"state\":{";
    shadow->document.appendStates(body);
    appendDelta(body, delta);
    body += ",\"metadata\":{";
    shadow->document.appendMetadatas(body);
    appendDelta(body, metadataDelta);
    body += ",\"version\":";
    appendNumber(body, shadow->version);
    appendEnd(body, call.timestamp(), *token);

    const Ticket ticket = waitsFor(shadow);
    if (!call.http)
        send(call, answerTopic(call, "/accepted"), body, ticket, recordAccepted(call, shadow->version), true);
    else
        recordAccepted(call, shadow->version);
    return {.code = 200, .body = std::move(body), .why = {}, .waitsFor = ticket};
}

std::optional<Rejection> ShadowService::Core::checkVersion(const UpdateRequest& request, const Shadow* shadow) const
{
    if (!request.version)
        return std::nullopt;
    const bool exists = shadow != nullptr && !shadow->deleted;
    if (!exists && m_settings.missingVersion == Settings::MissingVersion::MustBeOne) {
        if (*request.version == 1)
            return std::nullopt;
        return rejections::invalid("Invalid version");
    }
    if (*request.version == (shadow != nullptr ? shadow->version : 0))
        return std::nullopt;
    return rejections::versionConflict();
}

Outcome ShadowService::Core::update(const Call& call)
{
    Shadow* shadow = current(call);
    const std::int64_t timestamp = call.timestamp();
    auto request = parseUpdate(m_reader, call.payload, m_settings, timestamp, m_writers.number(call.requester.who));
    if (!request)
        return reject(call, std::move(request.error()), shadow);
    const auto refuse = [&](Rejection why) {
        why.token = request->token;
        return reject(call, std::move(why), shadow);
    };
    if (auto why = checkVersion(*request, shadow))
        return refuse(std::move(*why));
    if (shadow == nullptr && m_shadows >= m_settings.shadows) {
        m_parts.recorder.record({.kind = trace::Kind::LimitReached,
                                 .object = call.thing,
                                 .detail = "no more shadows can be kept; the new one was refused"});
        return refuse(call.http ? rejections::unavailable() : Rejection{500, "Internal service failure", {}});
    }

    // Merging takes the values out of the request, so what is said of it is written first.
    std::string accepted = "{\"state\":";
    appendValue(accepted, request->state);
    accepted += ",\"metadata\":";
    appendMetadata(accepted, request->state);
    accepted += ",\"version\":";
    const bool existed = shadow != nullptr && !shadow->deleted;
    std::string previous = m_settings.firstPreviousIsNull ? "null" : std::string(kEmptyDocument);
    if (existed) {
        previous.clear();
        shadow->document.appendSnapshot(previous, shadow->version);
    }
    Document fresh;
    Document& document = existed ? shadow->document : fresh;
    if (const auto merged = document.apply(*request, call.payload.size(), m_settings); !merged)
        return refuse(rejections::tooLarge(merged.error(), m_settings));

    if (shadow == nullptr)
        shadow = &make(call.thing, call.shadow);
    if (!existed)
        shadow->document = std::move(fresh);
    shadow->deleted = false;
    ++shadow->version;
    std::string currentText;
    shadow->document.appendSnapshot(currentText, shadow->version);
    if (m_parts.store != nullptr)
        shadow->written = m_parts.store->save(call.thing, call.shadow, shadow->version, currentText);
    remember(*shadow, call, 200, {});

    appendNumber(accepted, shadow->version);
    appendEnd(accepted, timestamp, request->token);
    sendChanges(call, *shadow, request->token, previous, currentText, accepted, recordAccepted(call, shadow->version));
    return {.code = 200, .body = std::move(accepted), .why = {}, .waitsFor = waitsFor(shadow)};
}

void ShadowService::Core::sendChanges(const Call& call, const Shadow& shadow, std::string_view token,
                                      std::string_view previous, std::string_view current, std::string_view accepted,
                                      Origin origin)
{
    const Ticket ticket = waitsFor(&shadow);
    const auto sendAccepted = [&] {
        send(call, answerTopic(call, "/accepted"), std::string(accepted), ticket, origin, true);
    };
    const auto sendDelta = [&] {
        std::string payload = "{\"version\":";
        appendNumber(payload, shadow.version);
        payload += ",\"timestamp\":";
        appendNumber(payload, call.timestamp());
        payload += ",\"state\":";
        const std::size_t stateAt = payload.size();
        std::string metadata;
        if (!shadow.document.appendDelta(payload, &metadata, m_settings))
            return;
        if (m_parts.recorder.wants(trace::Kind::ShadowDelta))
            m_parts.recorder.record({.kind = trace::Kind::ShadowDelta,
                                     .cause = origin.cause,
                                     .journey = origin.journey,
                                     .extra = shadow.version,
                                     .subject = call.requester.who,
                                     .object = topicPrefix(call.thing, call.shadow),
                                     .payload = asBytes(std::string_view(payload).substr(stateAt))});
        payload += ",\"metadata\":";
        payload += metadata;
        if (!token.empty() && m_settings.deltaToken) {
            payload += ",\"clientToken\":";
            payload += token;
        }
        payload += '}';
        send(call, answerTopic(call, "/delta"), std::move(payload), ticket, origin, false);
    };
    const auto sendDocuments = [&] {
        std::string payload;
        payload.reserve(previous.size() + current.size() + token.size() + 80);
        payload += "{\"previous\":";
        payload += previous;
        payload += ",\"current\":";
        payload += current;
        appendEnd(payload, call.timestamp(), token);
        send(call, answerTopic(call, "/documents"), std::move(payload), ticket, origin, false);
    };
    switch (m_settings.order) {
    case Settings::Order::AcceptedDeltaDocuments:
        sendAccepted();
        sendDelta();
        sendDocuments();
        break;
    case Settings::Order::DeltaDocumentsAccepted:
        sendDelta();
        sendDocuments();
        sendAccepted();
        break;
    case Settings::Order::DocumentsDeltaAccepted:
        sendDocuments();
        sendDelta();
        sendAccepted();
        break;
    }
}

Outcome ShadowService::Core::remove(const Call& call)
{
    Shadow* const shadow = current(call);
    const auto token = parseToken(m_reader, call.payload, m_settings);
    if (!token)
        return reject(call, token.error(), shadow);
    if (shadow == nullptr || shadow->deleted) {
        Rejection why = rejections::noSuchShadow(call.thing, call.shadow, m_settings);
        why.token = *token;
        return reject(call, std::move(why), shadow);
    }
    std::string body;
    if (m_settings.deleteBody == Settings::DeleteBody::VersionAndTimestamp) {
        body = "{\"version\":";
        appendNumber(body, shadow->version);
        appendEnd(body, call.timestamp(), *token);
    }
    const Origin origin = recordAccepted(call, shadow->version);
    shadow->version += m_settings.versionsADelete;
    shadow->document = Document();
    shadow->deleted = true;
    shadow->deletedAt = call.timestamp();
    if (m_parts.store != nullptr)
        shadow->written = m_parts.store->bury(call.thing, call.shadow, shadow->version, shadow->deletedAt);
    remember(*shadow, call, 200, {});
    const Ticket ticket = waitsFor(shadow);
    send(call, answerTopic(call, "/accepted"), body, ticket, origin, true);
    return {.code = 200, .body = std::move(body), .why = {}, .waitsFor = ticket};
}

Outcome ShadowService::Core::reject(const Call& call, Rejection why, Shadow* shadow)
{
    recordRejected(call, why);
    if (shadow != nullptr && call.operation != Operation::Get)
        remember(*shadow, call, why.code, why.message);
    const Ticket ticket = waitsFor(shadow);
    if (!call.http)
        send(call, answerTopic(call, "/rejected"), rejectedBody(why, call.timestamp(), m_settings), ticket,
             {call.requester.cause, call.requester.journey}, true);
    return {.code = why.code, .body = {}, .why = std::move(why.message), .waitsFor = ticket};
}

ShadowService::Core::Origin ShadowService::Core::recordAccepted(const Call& call, std::int64_t version)
{
    const Origin origin{call.requester.cause, call.requester.journey};
    if (!m_parts.recorder.wants(trace::Kind::ShadowAccepted))
        return origin;
    const auto event = m_parts.recorder.record({.kind = trace::Kind::ShadowAccepted,
                                                .cause = origin.cause,
                                                .journey = origin.journey,
                                                .extra = version,
                                                .subject = call.requester.who,
                                                .object = topicPrefix(call.thing, call.shadow),
                                                .detail = text(call.operation),
                                                .payload = call.payload});
    return {event, origin.journey != 0 ? origin.journey : event};
}

void ShadowService::Core::recordRejected(const Call& call, const Rejection& why)
{
    if (!m_parts.recorder.wants(trace::Kind::ShadowRejected))
        return;
    m_parts.recorder.record({.kind = trace::Kind::ShadowRejected,
                             .cause = call.requester.cause,
                             .journey = call.requester.journey,
                             .extra = why.code,
                             .subject = call.requester.who,
                             .object = topicPrefix(call.thing, call.shadow),
                             .detail = fmt::format("{}: {}", text(call.operation), why.message),
                             .payload = call.payload});
}

} // namespace greensward::shadow
