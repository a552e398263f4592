// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recorder_door.h"

#include "aws/sigv4.h"
#include "capture/event_line.h"
#include "labs/condition.h"

#include <boost/json.hpp>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::size_t kNameDigits = 32;

net::HttpResponse plain(unsigned status, std::string text)
{
    return {.status = status, .fields = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = std::move(text) + '\n'};
}

/// Who asks; empty: somebody new.
std::string readerOf(const std::string& body)
{
    boost::system::error_code broken;
    const json::value value = json::parse(body, broken);
    const json::value* name = !broken && value.is_object() ? value.get_object().if_contains("reader") : nullptr;
    return name && name->is_string() ? std::string(name->get_string()) : std::string();
}

/// Of the gateway or of a core of the workspace: what brokers elsewhere say is nobody's business.
bool isOwn(const trace::Chunk& chunk, const trace::Event& event)
{
    return event.origin == 0 || labs::isOfCore(chunk.origin(event));
}

} // namespace

RecorderDoor::RecorderDoor(Parts parts) : m_parts(std::move(parts)), m_random(entropySeed()) {}

net::HttpResponse RecorderDoor::answer(const aws::Request& request)
{
    const auto verified = aws::verifySignature(request, m_parts.keys, m_parts.clock.wall());
    if (!verified || verified->signature.scope.service != kService ||
        verified->signature.scope.accessKeyId != m_parts.accessKeyId)
        return plain(403, verified ? "the recorder is read with the workspace's own key" : verified.error().explanation);
    forget();
    std::string name = readerOf(request.body);
    if (name.empty()) {
        if (m_guests.size() >= kMostReaders)
            return plain(503, "too many read the recorder already");
        name = m_random.hex(kNameDigits);
        m_guests[name].reader = std::make_unique<trace::Reader>(m_parts.recorder, trace::KindSet::all());
    }
    const auto found = m_guests.find(name);
    if (found == m_guests.end())
        return plain(410, "there is no such reader; ask for a new one");
    found->second.asked = m_parts.clock.now();
    const json::object head{{"reader", name}, {"lost", found->second.reader->lost()}};
    return {.status = 200,
            .fields = {{"Content-Type", "application/x-ndjson"}, {"Cache-Control", "no-store"}},
            .body = json::serialize(head) + '\n' + lines(found->second)};
}

std::string RecorderDoor::lines(Guest& guest) const
{
    std::string lines;
    while (lines.size() < kMostBytes) {
        if (guest.chunk == guest.waiting.size()) {
            guest.waiting = guest.reader->drain();
            guest.chunk = guest.event = 0;
            if (guest.waiting.empty())
                break;
        }
        const trace::Chunk& chunk = *guest.waiting[guest.chunk];
        for (; guest.event < chunk.events().size() && lines.size() < kMostBytes; ++guest.event)
            if (const trace::Event& event = chunk.events()[guest.event]; isOwn(chunk, event))
                capture::appendLine(lines, event, chunk);
        if (guest.event == chunk.events().size()) {
            ++guest.chunk;
            guest.event = 0;
        }
    }
    return lines;
}

void RecorderDoor::forget()
{
    std::erase_if(m_guests, [&](const auto& guest) { return m_parts.clock.now() - guest.second.asked > kForgotten; });
}

} // namespace greensward::app
