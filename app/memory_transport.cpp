// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memory_transport.h"

#include <QObject>

namespace greensward::app {

Home qtHome()
{
    // Stands in this thread for work under way.
    const std::shared_ptr<QObject> desk(new QObject, [](QObject* object) { object->deleteLater(); });
    return [desk](std::function<void()> work) {
        QMetaObject::invokeMethod(desk.get(), std::move(work), Qt::QueuedConnection);
    };
}

MemoryTransport::MemoryTransport(Engine& engine, Home home)
    : m_engine(engine), m_home(std::move(home)), m_open(std::make_shared<bool>(true))
{}

void MemoryTransport::send(aws::Request request, Received received)
{
    request.peer.address = "memory";
    const std::weak_ptr<bool> open = m_open;
    auto deliver = [home = m_home, open, received = std::move(received)](aws::Response response) {
        home([open, received, response = std::move(response)] {
            if (!open.expired())
                received(response);
        });
    };
    m_engine.post([engine = &m_engine, request = std::move(request), deliver = std::move(deliver)]() mutable {
        engine->cloud().front().handle(std::move(request), std::move(deliver));
    });
}

} // namespace greensward::app
