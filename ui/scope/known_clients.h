// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"

#include <cstddef>
#include <set>
#include <string>

namespace greensward::ui {

class EngineMirror;

/// The ids of clients that have connected, for completion. Bounded: of a flood of ids the first kMostClients are known.
class KnownClients final : public EventConsumer
{
public:
    static constexpr std::size_t kMostClients = 20'000;

    explicit KnownClients(EngineMirror& /*mirror*/) {}
    const std::set<std::string, std::less<>>& ids() const { return m_ids; }

    void ingest(const trace::Chunk& chunk) override;
    bool wantsForeign() const override { return true; }
    void publish() override {}

private:
    std::set<std::string, std::less<>> m_ids;
};

} // namespace greensward::ui
