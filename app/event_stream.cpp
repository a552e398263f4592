// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_stream.h"

#include "app/recorder_door.h"

#include <boost/json.hpp>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::chrono::milliseconds kRhythm{300};
constexpr unsigned kGone = 410;

} // namespace

EventStream::EventStream(net::EventLoop& loop, const Clock& clock, client::Api& api, Heard heard)
    : m_clock(clock), m_api(api), m_heard(std::move(heard)), m_again(loop, [this] { ask(); })
{}

void EventStream::open(Opened opened)
{
    m_opened = std::move(opened);
    ask();
}

void EventStream::ask()
{
    client::Call call{.service = std::string(RecorderDoor::kService),
                      .method = "POST",
                      .path = std::string(RecorderDoor::kTarget),
                      .body = m_reader.empty() ? "{}" : json::serialize(json::object{{"reader", m_reader}})};
    m_api.call(std::move(call), [this, open = std::weak_ptr(m_open)](const client::Answer& answer) {
        if (open.expired())
            return;
        if (answer.ok())
            take(answer.body);
        else if (answer.status == kGone)
            m_reader.clear();
        if (const auto opened = std::exchange(m_opened, nullptr)) {
            opened(answer.ok() ? Result<void>{} : failure(answer.problem));
            if (!answer.ok())
                return; // there is no such door
        }
        m_again.set(m_clock.now() + kRhythm);
    });
}

void EventStream::take(const std::string& body)
{
    std::string_view rest = body;
    const auto line = [&rest] {
        const auto end = rest.find('\n');
        const std::string_view one = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        return one;
    };
    boost::system::error_code broken;
    const json::value head = json::parse(line(), broken);
    if (broken || !head.is_object())
        return;
    const json::value* reader = head.get_object().if_contains("reader");
    if (reader && reader->is_string() && m_reader != reader->get_string().c_str()) {
        m_reader = reader->get_string().c_str();
        m_lines = std::make_unique<capture::LineReader>(); // another engine's ids may begin at 1
    }
    trace::ChunkBuilder builder;
    while (!rest.empty())
        m_lines->read(line(), builder);
    if (auto chunk = builder.take())
        m_heard(std::move(chunk));
}

} // namespace greensward::app
