// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/memory_client.h"
#include "trace/recorder.h"
#include "ui/models/engine_port.h"

#include <string>
#include <vector>

namespace greensward::app {

/// The console's own MQTT client: what a person publishes and subscribes to in the window goes through it, so that the
/// broker treats it like everybody else. Engine thread.
class ConsoleClient final : private mqtt::ClientHandler
{
public:
    static constexpr std::size_t kMostSubscriptions = 100;

    /// version: the newest that the gateway speaks.
    ConsoleClient(const MemoryClient::Parts& parts, trace::Recorder& recorder, mqtt::Version version);

    /// "console-" and four random digits: two consoles on one broker must not throw each other out.
    const std::string& id() const { return m_id; }
    /// What cannot be published is recorded as refused, with the reason.
    void publish(const ui::PublishRequest& request);
    /// Another's message that could not be sent: recorded as refused.
    void noteRefused(std::string_view who, const ui::PublishRequest& request, std::string_view why);
    void subscribe(const std::string& filter, int qos);
    void unsubscribe(const std::string& filter);
    const std::vector<ui::ConsoleSubscription>& subscriptions() const { return m_subscriptions; }
    void stop() { m_client.stop(); }

private:
    void message(const mqtt::Publish& message) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;
    mqtt::ClientSettings settings(mqtt::Version version) const;

    trace::Recorder& m_recorder;
    std::string m_id;
    std::vector<ui::ConsoleSubscription> m_subscriptions;
    std::vector<mqtt::Token> m_tokens; ///< beside m_subscriptions
    MemoryClient m_client;
};

} // namespace greensward::app
