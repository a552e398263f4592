// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "fake_engine.h"
#include "mqtt/topic.h"
#include "shadow/service.h"

#include <QCoreApplication>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace greensward::ui {

/// An engine for tests with the real shadow service behind it: asked over its API, or by messages of clients.
class ShadowCloud final : public FakeEngine, private client::Transport
{
public:
    explicit ShadowCloud(bool withDevices = true)
        : FakeEngine(withDevices)
        , m_service({.recorder = recorder(), .store = nullptr, .thingExists = {}})
        , m_api(*this, clock(),
                {.key = {.accessKeyId = "AKIDEXAMPLE", .secretAccessKey = "secret"}, .region = "us-east-1", .host = "localhost"})
    {}

    client::Api* api() override { return &m_api; }
    void command(const std::string& deviceId, DeviceCommand command, double value) override
    {
        FakeEngine::command(deviceId, command, value);
        if (command == DeviceCommand::ReportShadow)
            update(deviceId, deviceId, R"({"state":{"reported":{"water":"off"}}})");
    }

    /// A client publishes on "…/shadow/update" of a thing, or on one of its named shadows.
    void update(const std::string& from, const std::string& thing, const std::string& request, const std::string& name = {})
    {
        ask(from, "$aws/things/" + thing + "/shadow" + (name.empty() ? "" : "/name/" + name) + "/update", request);
    }
    void ask(const std::string& from, const std::string& topic, const std::string& payload)
    {
        const auto event = publishAs(from, topic, payload, 0, 0);
        const shadow::Requester who{.connection = 1, .who = from, .cause = event, .journey = event};
        m_service.publish(topic, asBytes(std::string_view(payload)), who, now());
        answer();
        flush();
    }
    /// Messages on this filter reach the client.
    void listen(const std::string& client, const std::string& filter) { m_listeners.emplace_back(client, filter); }
    shadow::ShadowService& service() { return m_service; }
    std::vector<std::string> calls; ///< "GET /things/x/shadow"

private:
    shadow::Moment now() const { return {clock().now(), clock().wall()}; }
    trace::EventId publishAs(const std::string& from, const std::string& topic, const std::string& payload,
                             trace::EventId cause, trace::JourneyId journey)
    {
        return record({.kind = trace::Kind::MessagePublished,
                       .flags = 1,
                       .cause = cause,
                       .journey = journey,
                       .subject = from,
                       .object = topic,
                       .payload = asBytes(std::string_view(payload))});
    }
    void answer()
    {
        for (const auto& outgoing : m_service.takeMessages()) {
            const auto event = publishAs("$aws", outgoing.topic, outgoing.payload, outgoing.cause, outgoing.journey);
            for (const auto& [client, filter] : m_listeners)
                if (mqtt::topicMatches(filter, outgoing.topic))
                    record({.kind = trace::Kind::MessageDelivered,
                            .flags = 1,
                            .cause = event,
                            .subject = client,
                            .object = outgoing.topic});
        }
    }
    void send(aws::Request request, Received received) override
    {
        calls.push_back(request.method + ' ' + std::string(request.path()));
        aws::Response response;
        if (request.path() == "/things") {
            response.body = R"({"things":[{"thingName":"sprinkler-456"}]})";
        } else {
            const auto event = record({.kind = trace::Kind::ApiCalled, .subject = kCaller, .object = "iotdata"});
            const shadow::Requester who{.who = kCaller, .cause = event, .journey = event};
            const auto done = m_service.handle(
                {.method = request.method, .target = request.target, .body = asBytes(std::string_view(request.body))}, who, now());
            if (done) {
                response = {.status = static_cast<unsigned>(done->status), .body = done->body};
                response.fields.emplace_back("x-amzn-ErrorType", done->errorType);
            }
            answer();
            flush();
        }
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [received = std::move(received), response = std::move(response)] { received(response); }, Qt::QueuedConnection);
    }

    static constexpr const char* kCaller = "arn:aws:iam::123456789012:root";
    shadow::ShadowService m_service;
    client::Api m_api;
    std::vector<std::pair<std::string, std::string>> m_listeners;
};

} // namespace greensward::ui
