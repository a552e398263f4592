// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/series_store.h"

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

void SeriesStore::watch(const std::string& device)
{
    std::erase(m_asked, device);
    if (!isWatched(device) && !hasRoom()) {
        m_devices.erase(m_asked.front());
        m_asked.erase(m_asked.begin());
    }
    m_asked.push_back(device);
    m_devices.try_emplace(device);
}

bool SeriesStore::ingest(const trace::Chunk& chunk)
{
    bool added = false;
    for (const trace::Event& event : chunk.events()) {
        // A device that is told of is watched at once: of a capture, its messages may be here before any snapshot.
        if ((event.kind == trace::Kind::DeviceStarted || event.kind == trace::Kind::DeviceState) && hasRoom()) {
            if (const std::string_view device = chunk.text(event.subject); !isWatched(device))
                watch(std::string(device));
            continue;
        }
        if (event.kind != trace::Kind::MessagePublished || m_devices.empty())
            continue;
        const std::string_view device = chunk.text(event.subject);
        if (isWatched(device))
            added |= add(device, std::chrono::duration<double>(event.time.time_since_epoch()).count(),
                         chunk.text(event.payload));
    }
    return added;
}

bool SeriesStore::add(std::string_view device, double time, std::string_view payload)
{
    const auto watched = m_devices.find(device);
    if (watched == m_devices.end())
        return false;
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    if (error || !value.is_object())
        return false;
    Fields& fields = watched->second;
    bool added = false;
    for (const auto& pair : value.get_object()) {
        if (!pair.value().is_number())
            continue;
        const std::string_view name(pair.key().data(), pair.key().size());
        auto field = fields.find(name);
        if (field == fields.end()) {
            if (fields.size() >= kMaxFields)
                continue;
            field = fields.emplace(name, Series()).first;
        }
        Series& series = field->second;
        series.push_back({time, pair.value().to_number<double>()});
        while (series.size() > kMaxPoints || series.front().time < time - kSpan)
            series.pop_front();
        added = true;
    }
    return added;
}

const SeriesStore::Fields& SeriesStore::fields(std::string_view device) const
{
    static const Fields kNone;
    const auto watched = m_devices.find(device);
    return watched == m_devices.end() ? kNone : watched->second;
}

} // namespace greensward::ui
