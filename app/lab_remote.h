// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/event_stream.h"
#include "app/lab_site.h"
#include "app/http_transport.h"
#include "app/post_box.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace greensward::app {

/// Labs against an engine of another process: by its APIs, and by its flight recorder where the engine lets it be read
/// (recorder_door.h). Elsewhere it is seen as any program sees it, by what a client with the workspace's own certificate
/// may hear: then, what only a recorder knows (who was refused, and why) is not seen. Belongs to the thread that opens it.
class RemoteLabs
{
public:
    /// Fails when the gateway does not let it listen, after 8 s when it does not answer. home: that thread's; empty: work
    /// is done by turn().
    static Result<std::unique_ptr<RemoteLabs>> open(const Whereabouts& at, Home home = {});
    ~RemoteLabs();

    labs::Site& site() { return m_site; }
    client::Api& api() { return m_api; }
    /// Made when it is first asked for.
    labs::Course& course();
    void turn(std::chrono::milliseconds patience);
    bool turnUntil(const std::function<bool()>& isSo, std::chrono::milliseconds patience);

private:
    class Bridge;
    RemoteLabs(const Whereabouts& at, Home home);
    Result<void> listen(const Whereabouts& at);
    Result<void> listenAsAClient(const Whereabouts& at, const std::string& root);
    bool readRecorder();

    SystemClock m_clock;
    std::shared_ptr<PostBox> m_box = std::make_shared<PostBox>();
    Home m_home;
    net::EventLoop m_loop;
    HttpTransport m_plain;
    std::unique_ptr<Bridge> m_transport;
    client::Api m_api;
    client::Api m_loopApi;                 ///< loop thread
    std::unique_ptr<EventStream> m_stream; ///< loop thread
    std::mutex m_mutex;
    std::vector<trace::ChunkPtr> m_told; ///< by the stream; under the mutex
    trace::Recorder m_recorder{m_clock}; ///< loop thread
    std::unique_ptr<trace::Reader> m_reader;
    std::shared_ptr<LabClient> m_ear; ///< loop thread
    std::thread m_thread;
    std::unique_ptr<LabHands> m_hands;
    labs::Site m_site;
    std::unique_ptr<labs::Course> m_course;
};

} // namespace greensward::app
