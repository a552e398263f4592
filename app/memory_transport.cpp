// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memory_transport.h"

namespace greensward::app {

MemoryTransport::MemoryTransport(Engine& engine)
    : m_engine(engine)
    , m_desk(new QObject, [](QObject* desk) { desk->deleteLater(); })
    , m_open(std::make_shared<bool>(true))
{}

void MemoryTransport::send(aws::Request request, Received received)
{
    request.peer.address = "memory";
    const std::weak_ptr<bool> open = m_open;
    auto deliver = [desk = m_desk, open, received = std::move(received)](aws::Response response) {
        auto hand = [open, received, response = std::move(response)]() mutable {
            if (!open.expired())
                received(std::move(response));
        };
        QMetaObject::invokeMethod(desk.get(), std::move(hand), Qt::QueuedConnection);
    };
    m_engine.post([engine = &m_engine, request = std::move(request), deliver = std::move(deliver)]() mutable {
        engine->cloud().front().handle(std::move(request), std::move(deliver));
    });
}

} // namespace greensward::app
