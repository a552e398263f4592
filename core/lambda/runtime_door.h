// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/listener.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace greensward::lambda {

/// A request to the Runtime API, on its way to the instance that made it. Any thread; moved, answered once. Who is not
/// answered is told that the function is over.
class RuntimeRequest
{
public:
    RuntimeRequest(net::HttpRequest request, net::EventLoop& loop, net::HttpResponder respond)
        : m_request(std::move(request)), m_loop(&loop), m_respond(std::move(respond))
    {}
    RuntimeRequest(RuntimeRequest&& other) noexcept
        : m_request(std::move(other.m_request)), m_loop(other.m_loop), m_respond(std::exchange(other.m_respond, nullptr))
    {}
    RuntimeRequest& operator=(RuntimeRequest&&) = delete;
    ~RuntimeRequest();

    const net::HttpRequest& request() const { return m_request; }
    std::string takeBody() { return std::move(m_request.body); }
    void answer(net::HttpResponse response);

private:
    net::HttpRequest m_request;
    net::EventLoop* m_loop;
    net::HttpResponder m_respond;
};

/// The port of loopback where executables speak the Lambda Runtime API, with a thread of its own. All requests must be
/// gone before it, which close() makes possible.
class RuntimeDoor : private net::ListenerHandler
{
public:
    using Asked = std::function<void(RuntimeRequest)>; ///< called on its thread
    static Result<std::unique_ptr<RuntimeDoor>> open(Asked asked);
    ~RuntimeDoor() override;
    /// Nobody asks afterwards; what was asked can still be answered, or dropped.
    void close();

    std::uint16_t port() const { return m_listener->port(); }
    std::string address() const;

private:
    explicit RuntimeDoor(Asked asked) : m_asked(std::move(asked)) {}
    net::LinkHandler* linkOpened(net::Link&) override { return nullptr; }
    void refused(const net::Refusal&) override {}
    void request(const net::HttpRequest& request, net::HttpResponder respond) override;

    Asked m_asked;
    net::EventLoop m_loop;
    std::unique_ptr<net::Listener> m_listener;
    std::thread m_thread;
};

} // namespace greensward::lambda
