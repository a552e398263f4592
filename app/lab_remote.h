// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_site.h"
#include "app/plain_transport.h"
#include "app/post_box.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace greensward::app {

/// Labs against an engine of another process, seen as any program sees it: by its APIs, and by what a client with the
/// workspace's own certificate may hear. What only the flight recorder knows (who was refused, and why) is not seen.
class RemoteLabs
{
public:
    /// Fails when the gateway does not let it listen.
    static Result<std::unique_ptr<RemoteLabs>> open(const Whereabouts& at);
    ~RemoteLabs();

    labs::Course& course() { return *m_course; }
    void turn(std::chrono::milliseconds patience);
    bool turnUntil(const std::function<bool()>& isSo, std::chrono::milliseconds patience);

private:
    class Bridge;
    explicit RemoteLabs(const Whereabouts& at);
    Result<void> listen(const Whereabouts& at);

    SystemClock m_clock;
    std::shared_ptr<PostBox> m_box = std::make_shared<PostBox>();
    net::EventLoop m_loop;
    PlainTransport m_plain;
    std::unique_ptr<Bridge> m_transport;
    client::Api m_api;
    trace::Recorder m_recorder{m_clock}; ///< loop thread
    std::unique_ptr<trace::Reader> m_reader;
    std::shared_ptr<LabClient> m_ear; ///< loop thread
    std::thread m_thread;
    std::unique_ptr<LabHands> m_hands;
    std::unique_ptr<labs::Course> m_course;
};

} // namespace greensward::app
