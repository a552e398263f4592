// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope/known_clients.h"

#include "ui/models/origin_key.h"

namespace greensward::ui {

void KnownClients::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        if (event.kind == trace::Kind::ClientConnected && m_ids.size() < kMostClients)
            m_ids.emplace(originKey(chunk.origin(event), chunk.text(event.subject)));
}

} // namespace greensward::ui
