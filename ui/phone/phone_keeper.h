// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/models/event_consumer.h"
#include "ui/models/outside_port.h"
#include "ui/models/phone_port.h"

#include <memory>

namespace greensward::ui {

/// The window's telephone, made when it is first looked at: it stays in while views come and go.
class PhoneKeeper final : public EventConsumer
{
public:
    explicit PhoneKeeper(EngineMirror& mirror) : m_engine(mirror.engine()) {}

    /// Null in a capture: nobody is there to come in to.
    PhonePort* phone()
    {
        if (OutsidePort* outside = m_phone ? nullptr : m_engine.outside())
            m_phone = outside->openPhone();
        return m_phone.get();
    }
    bool wasOpened() const { return m_phone != nullptr; }

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

private:
    EnginePort& m_engine;
    std::unique_ptr<PhonePort> m_phone;
};

} // namespace greensward::ui
