// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

#include <QString>

#include <deque>
#include <vector>

namespace greensward::ui {

class Filter;

/// Something that happened, as a vertical line in every plot.
struct EventMark
{
    enum class Sort : char { Will = 'W', Fault = 'F', Connected = 'C', Lost = 'X' };

    double time = 0; ///< seconds since 1970
    Sort sort{};
    trace::Kind kind{};
    QString subject; ///< client or device
    QString object;
    QString detail;
};

/// The newest marks of the session, at most kMost. One thread.
class EventMarks
{
public:
    static constexpr std::size_t kMost = 5000;

    /// True when there is a new one.
    bool ingest(const trace::Chunk& chunk);
    const std::deque<EventMark>& all() const { return m_marks; }
    std::uint64_t trimmed() const { return m_trimmed; }
    /// Those the filter lets through, in order of time.
    std::vector<EventMark> matching(const Filter& filter) const;

private:
    std::deque<EventMark> m_marks;
    std::uint64_t m_trimmed = 0;
};

/// "Last will published: ev-gen-123, lastwill/ev-gen-123".
QString markText(const EventMark& mark);

} // namespace greensward::ui
