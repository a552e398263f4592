// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/listener.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace greensward::net {

/// Handles everything that a listener brings: echoes links (or does what the test says), answers requests, and notes
/// what happened so that the test's thread can wait for it.
class FrontDesk : public ListenerHandler, public LinkHandler
{
public:
    struct Seen
    {
        std::vector<LinkDescription> opened;
        std::vector<std::string> closed;  ///< why
        std::vector<std::string> refused; ///< why
        std::vector<HttpRequest> requests;
        std::string received;
    };

    // What a test may change, before the loop sees a connection.
    std::function<void(Link&, ByteView)> onReceived = [this](Link& link, ByteView bytes) { echo(link, bytes); };
    std::function<void(Link&)> onOpened = [](Link&) {};
    std::function<void(const HttpRequest&, HttpResponder)> onRequest = [](const HttpRequest& request,
                                                                          HttpResponder respond) {
        respond(
            {.status = 200, .fields = {{"Content-Type", "text/plain"}}, .body = request.method + " " + request.target});
    };
    std::function<std::optional<HttpResponse>(const HttpRequest&, LinkDescription&)> onUpgrading =
        [](const HttpRequest&, LinkDescription&) { return std::nullopt; };
    bool keepBytes = true;

    LinkHandler* linkOpened(Link& link) override
    {
        onOpened(link);
        note([&](Seen& seen) { seen.opened.push_back(link.description()); });
        return this;
    }
    void refused(const Refusal& refusal) override
    {
        note([&](Seen& seen) { seen.refused.push_back(refusal.why); });
    }
    void request(const HttpRequest& request, HttpResponder respond) override
    {
        note([&](Seen& seen) { seen.requests.push_back(request); });
        onRequest(request, std::move(respond));
    }

    std::optional<HttpResponse> upgrading(const HttpRequest& request, LinkDescription& link) override
    {
        return onUpgrading(request, link);
    }

    void received(Link& link, ByteView bytes) override
    {
        if (keepBytes)
            note([&](Seen& seen) { seen.received += asText(bytes); });
        onReceived(link, bytes);
    }
    void writable(Link& link) override { flush(link); }
    void closed(Link& link, std::string_view why) override
    {
        m_waiting.erase(&link);
        note([&](Seen& seen) { seen.closed.emplace_back(why); });
    }

    /// Sends back, keeping what the link does not take. Engine thread.
    void echo(Link& link, ByteView bytes)
    {
        m_waiting[&link] += asText(bytes);
        flush(link);
    }

    /// Waits until the condition holds for what was seen so far; false after ten seconds.
    bool waitFor(const std::function<bool(const Seen&)>& condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds{10}, [&] { return condition(m_seen); });
    }
    bool waitForRefusal(std::string_view why)
    {
        return waitFor([&](const Seen& seen) {
            return std::find(seen.refused.begin(), seen.refused.end(), why) != seen.refused.end();
        });
    }
    bool waitForClosed(std::string_view why)
    {
        return waitFor([&](const Seen& seen) {
            return std::find(seen.closed.begin(), seen.closed.end(), why) != seen.closed.end();
        });
    }
    bool waitForLinks(std::size_t count)
    {
        return waitFor([&](const Seen& seen) { return seen.opened.size() >= count; });
    }
    Seen seen() const
    {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

private:
    void flush(Link& link)
    {
        std::string& waiting = m_waiting[&link];
        const std::vector<ByteView> slices{asBytes(waiting)};
        waiting.erase(0, link.write(slices));
    }
    template<typename Change>
    void note(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_seen);
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Seen m_seen;
    std::map<Link*, std::string> m_waiting; ///< engine thread only
};

} // namespace greensward::net
