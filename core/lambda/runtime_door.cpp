// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/runtime_door.h"

#include <fmt/format.h>

namespace greensward::lambda {

namespace {

constexpr std::size_t kLargestBody = 7U << 20; ///< a result may have 6 MiB; a little more can be refused politely
constexpr std::size_t kConnections = 1000;

} // namespace

RuntimeRequest::~RuntimeRequest()
{
    if (m_respond)
        answer({.status = 410, .body = R"({"errorMessage":"The function is over","errorType":"Runtime.Over"})"});
}

void RuntimeRequest::answer(net::HttpResponse response)
{
    // The connection belongs to the loop's thread, and so does the last mention of it.
    m_loop->post([respond = std::exchange(m_respond, nullptr), response = std::move(response)]() mutable {
        respond(std::move(response));
        respond = nullptr;
    });
}

Result<std::unique_ptr<RuntimeDoor>> RuntimeDoor::open(Asked asked)
{
    std::unique_ptr<RuntimeDoor> door(new RuntimeDoor(std::move(asked)));
    auto listener = net::Listener::open(door->m_loop,
                                        {.speech = net::Speech::Http,
                                         .webSocketPaths = {},
                                         .maximumHttpBody = kLargestBody,
                                         .connections = kConnections},
                                        *door);
    if (!listener)
        return tl::unexpected(listener.error());
    door->m_listener = std::move(*listener);
    door->m_thread = std::thread([loop = &door->m_loop] { loop->run(); });
    return door;
}

RuntimeDoor::~RuntimeDoor()
{
    close();
}

void RuntimeDoor::close()
{
    if (!m_thread.joinable())
        return;
    // Closed where it lives; then the loop may end.
    m_loop.post([this] {
        m_listener.reset();
        m_loop.stop();
    });
    m_thread.join();
}

std::string RuntimeDoor::address() const
{
    return fmt::format("127.0.0.1:{}", port());
}

void RuntimeDoor::request(const net::HttpRequest& request, net::HttpResponder respond)
{
    m_asked(RuntimeRequest(request, m_loop, std::move(respond)));
}

} // namespace greensward::lambda
