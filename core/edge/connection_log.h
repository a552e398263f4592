// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/core_log.h"
#include "mqtt/observer.h"

namespace greensward::edge {

/// GGConnManager's log: who came, was turned away and went. One thread.
class ConnectionLog final : public mqtt::BrokerObserver
{
public:
    explicit ConnectionLog(CoreLog& log) : m_log(log) {}

    void connected(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Connect& packet) override;
    void refused(const mqtt::Peer& peer, std::string_view clientId, mqtt::ReasonCode code) override;
    void disconnected(const mqtt::Peer& peer, std::string_view clientId, mqtt::DisconnectReason reason) override;

private:
    CoreLog& m_log;
};

} // namespace greensward::edge
