// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/connection_log.h"

#include <fmt/format.h>

namespace greensward::edge {

namespace {

constexpr const char* kLogName = "GGConnManager";

} // namespace

void ConnectionLog::connected(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Connect& packet)
{
    m_log.system(kLogName, LogLevel::Info, fmt::format("{} connected from {}", clientId, peer.address));
    if (!packet.cleanStart)
        m_log.system(kLogName, LogLevel::Info, fmt::format("{} asks for a session; a core keeps none", clientId));
}

void ConnectionLog::refused(const mqtt::Peer& peer, std::string_view clientId, mqtt::ReasonCode code)
{
    m_log.system(kLogName, LogLevel::Warn,
                 fmt::format("{} from {} with the certificate {} is turned away: {}", clientId, peer.address,
                             peer.certificateId(), mqtt::text(code)));
}

void ConnectionLog::disconnected(const mqtt::Peer&, std::string_view clientId, mqtt::DisconnectReason reason)
{
    m_log.system(kLogName, LogLevel::Info, fmt::format("{} is gone: {}", clientId, mqtt::text(reason)));
}

} // namespace greensward::edge
