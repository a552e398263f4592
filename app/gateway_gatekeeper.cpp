// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gateway_gatekeeper.h"

#include <string_view>

namespace greensward::app {

namespace {

bool isOfThisMachine(std::string_view address)
{
    return address.starts_with("127.") || address.starts_with("[::1]") || address.starts_with("[::ffff:127.");
}

} // namespace

mqtt::Verdict GatewayGatekeeper::connect(const mqtt::Peer& peer, const mqtt::Connect&)
{
    using mqtt::ReasonCode;
    using mqtt::Verdict;
    if (!peer.certificateId.empty() || peer.transport == "memory" ||
        (m_plainPort != 0 && peer.localPort == m_plainPort))
        return Verdict::allow();
    if (peer.transport != "ws" && peer.transport != "wss")
        return Verdict::refuse(ReasonCode::NotAuthorized, "MQTT over TLS wants a client certificate of this workspace");
    if (!isOfThisMachine(peer.address)) {
        return Verdict::refuse(ReasonCode::NotAuthorized,
                               "WebSocket without a client certificate is open to programs of this machine only");
    }
    return Verdict::allow();
}

} // namespace greensward::app
