// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "broker_world.h"
#include "fake_engine.h"

namespace greensward::ui {

/// An engine for tests of views whose events come from a real broker in virtual time.
class BrokerEngine final : public FakeEngine
{
public:
    explicit BrokerEngine(mqtt::BrokerWorld& world)
        : FakeEngine(false), m_reader(world.recorder(), trace::KindSet::all())
    {}

    std::vector<trace::ChunkPtr> drain() override { return m_reader.drain(); }

private:
    trace::Reader m_reader;
};

} // namespace greensward::ui
