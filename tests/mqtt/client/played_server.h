// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/client.h"
#include "packet_text.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace greensward::mqtt {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

/// A client under test in virtual time; the test plays its driver and its server, in bytes.
class PlayedServer : private ClientHandler
{
public:
    explicit PlayedServer(ClientSettings settings = {});

    static ClientSettings v5();
    static ClientSettings persistent(Version version = Version::v311);

    Client client;

    /// start(), open the link, answer CONNECT with success.
    void connect(std::string_view connack = "0000");
    /// Opens the link that the client must be wanting.
    void open();
    /// Lets the link break and waits until the client wants the next.
    void breakLink();
    /// A packet from the server.
    void say(std::uint8_t first, std::string_view body);
    void feed(ByteView bytes) { client.receive(bytes, now()); }
    /// What the client has said since the last call, as described packets; everything is taken as written.
    Lines heard();
    /// What the handler was told since the last call.
    Lines told();
    /// Lets time pass, firing deadlines when they are due.
    void pass(Duration time);
    Instant now() const { return m_clock.now(); }

    Token publish(std::string_view topic, std::string_view payload, QoS qos = QoS::AtLeastOnce, bool retain = false);
    /// Why a publish was refused; empty when it was not.
    std::string refusal(const Publish& message);

    /// Called from inside message(), to see what a handler may do.
    std::function<void()> onMessage;
    std::function<void(Token)> onAcknowledged;

private:
    void connected(const Connack& answer) override;
    void refused(ReasonCode code, std::string_view reason) override;
    void disconnected(ClientEnd end, ReasonCode code, std::string_view why) override;
    void message(const Publish& message) override;
    void acknowledged(Token token, ReasonCode code) override;
    void subscribed(Token token, std::span<const ReasonCode> codes) override;
    void unsubscribed(Token token, std::span<const ReasonCode> codes) override;
    void dropped(Token token, std::string_view why) override;

    ManualClock m_clock;
    Lines m_told;
};

} // namespace greensward::mqtt
