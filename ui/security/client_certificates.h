// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace greensward::ui {

class EngineMirror;

/// Which certificate a client showed when it connected, or tried to, last. Bounded: the oldest are forgotten.
class ClientCertificates final : public EventConsumer
{
public:
    static constexpr std::size_t kMost = 20'000;

    explicit ClientCertificates(EngineMirror& /*mirror*/) {}
    /// The certificate's id; empty when it showed none, or is not known.
    std::string certificateOf(std::string_view clientId) const;
    const std::map<std::string, std::string, std::less<>>& all() const { return m_certificates; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override {}

private:
    std::map<std::string, std::string, std::less<>> m_certificates;
    std::deque<std::string> m_order;
};

} // namespace greensward::ui
