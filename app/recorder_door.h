// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "aws/http.h"
#include "base/random.h"
#include "net/http.h"
#include "trace/recorder.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace greensward::app {

/// Lets programs of other machines read the flight recorder: a class's consoles, whose labs are judged by what happens
/// here. `POST /greensward/events`, signed with the workspace's own key (SigV4, service "greensward"); the body names a
/// reader, or nothing for a new one, which begins now:
///
///     {"reader":"6f1e…"}   →   {"reader":"6f1e…","lost":0}, then an event a line (capture/event_line.h)
///
/// 403 without that signature, 410 for a reader that nobody asked for half a minute, 503 when there are 64 of them.
/// Engine thread.
class RecorderDoor
{
public:
    static constexpr std::string_view kTarget = "/greensward/events";
    static constexpr std::string_view kService = "greensward";
    static constexpr std::size_t kMostReaders = 64;
    static constexpr Duration kForgotten = std::chrono::seconds{30};
    static constexpr std::size_t kMostBytes = 4u << 20; ///< of one answer; the rest comes with the next

    struct Parts
    {
        trace::Recorder& recorder;
        const aws::CredentialSource& keys;
        std::string accessKeyId; ///< the one key that opens it
        const Clock& clock;
    };
    explicit RecorderDoor(Parts parts);

    static bool isMeantBy(std::string_view target) { return target == kTarget; }
    net::HttpResponse answer(const aws::Request& request);

private:
    struct Guest
    {
        std::unique_ptr<trace::Reader> reader;
        std::vector<trace::ChunkPtr> waiting; ///< read, but not told yet
        std::size_t chunk = 0;                ///< of waiting
        std::size_t event = 0;                ///< of that chunk
        Instant asked{};
    };
    void forget();
    std::string lines(Guest& guest) const;

    Parts m_parts;
    Random m_random;
    std::map<std::string, Guest, std::less<>> m_guests;
};

} // namespace greensward::app
