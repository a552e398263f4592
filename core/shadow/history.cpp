// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/history.h"

#include <algorithm>
#include <iterator>

namespace greensward::shadow {

std::size_t History::weigh(const Change& change)
{
    return sizeof(Change) + change.who.capacity() + change.reason.capacity() + change.request.capacity();
}

void History::add(const Change& change, ByteView request)
{
    Change* place = nullptr;
    if (m_ring.size() < kMost) {
        // While it grows the oldest is in front, so that the newest can go to the back.
        std::rotate(m_ring.begin(), m_ring.begin() + static_cast<std::ptrdiff_t>(m_oldest), m_ring.end());
        m_oldest = 0;
        place = &m_ring.emplace_back();
    } else {
        place = &m_ring[m_oldest];
        m_oldest = (m_oldest + 1) % kMost;
        m_bytes -= weigh(*place);
    }
    *place = change;
    place->requestCut = request.size() > kRequestBytes;
    place->request.assign(asText(request.first(std::min(request.size(), kRequestBytes))));
    m_bytes += weigh(*place);
}

void History::dropOldest()
{
    if (m_ring.empty())
        return;
    m_bytes -= weigh(m_ring[m_oldest]);
    m_ring.erase(m_ring.begin() + static_cast<std::ptrdiff_t>(m_oldest));
    if (m_oldest == m_ring.size())
        m_oldest = 0;
}

std::vector<Change> History::list() const
{
    std::vector<Change> changes(m_ring.begin() + static_cast<std::ptrdiff_t>(m_oldest), m_ring.end());
    changes.insert(changes.end(), m_ring.begin(), m_ring.begin() + static_cast<std::ptrdiff_t>(m_oldest));
    return changes;
}

} // namespace greensward::shadow
