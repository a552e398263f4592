// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/client_certificates.h"

namespace greensward::ui {

std::string ClientCertificates::certificateOf(std::string_view clientId) const
{
    const auto found = m_certificates.find(clientId);
    return found == m_certificates.end() ? std::string() : found->second;
}

void ClientCertificates::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        if (event.kind != trace::Kind::ClientConnected && event.kind != trace::Kind::ClientRefused)
            continue;
        const std::string_view certificate = chunk.text(event.payload);
        const std::string_view client = chunk.text(event.subject);
        if (const auto known = m_certificates.find(client); known != m_certificates.end()) {
            known->second = certificate;
            continue;
        }
        if (certificate.empty())
            continue;
        if (m_order.size() == kMost) {
            m_certificates.erase(m_order.front());
            m_order.pop_front();
        }
        m_order.emplace_back(client);
        m_certificates.emplace(client, certificate);
    }
}

} // namespace greensward::ui
