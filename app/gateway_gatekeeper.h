// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/gatekeeper.h"

#include <cstdint>

namespace greensward::app {

/// Who may connect to the device gateway: whoever proved to own a certificate of the workspace (the TLS layer has
/// checked it). Without one, only programs of this machine over WebSocket, devices that live in this process, and
/// whoever comes to the plain port, which is open only when asked for. Once connected, everything is allowed.
class GatewayGatekeeper final : public mqtt::Gatekeeper
{
public:
    /// plainPort: 0 when there is none.
    void setPlainPort(std::uint16_t plainPort) { m_plainPort = plainPort; }
    mqtt::Verdict connect(const mqtt::Peer& peer, const mqtt::Connect& packet) override;

private:
    std::uint16_t m_plainPort = 0;
};

} // namespace greensward::app
