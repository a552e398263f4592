// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/event_line.h"
#include "client/api.h"
#include "net/event_loop.h"
#include "trace/chunk_builder.h"

#include <functional>
#include <memory>
#include <string>

namespace greensward::app {

/// What another engine's recorder tells from now on (recorder_door.h), asked for three times a second. Belongs to the
/// loop's thread.
class EventStream
{
public:
    using Heard = std::function<void(trace::ChunkPtr)>;
    using Opened = std::function<void(Result<void>)>;

    /// api must outlive it, and answer on the loop's thread.
    EventStream(net::EventLoop& loop, const Clock& clock, client::Api& api, Heard heard);

    /// opened: once, whether there is such a door and it opens. Later gaps are bridged by asking again.
    void open(Opened opened);

private:
    void ask();
    void take(const std::string& body);

    const Clock& m_clock;
    client::Api& m_api;
    Heard m_heard;
    Opened m_opened;
    std::string m_reader; ///< as the door named it; empty before
    std::unique_ptr<capture::LineReader> m_lines = std::make_unique<capture::LineReader>();
    net::EventLoop::Timer m_again;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true);
};

} // namespace greensward::app
