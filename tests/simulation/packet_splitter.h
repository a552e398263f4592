// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/decode.h"

namespace greensward::simulation {

/// Cuts a stream of bytes into packets, for onlookers.
class PacketSplitter
{
public:
    explicit PacketSplitter(mqtt::Sender sender) : m_sender(sender) {}

    /// Calls see(header, body) for each packet that is complete by now; see returns false to stop looking. Returns the
    /// error when the stream cannot be read.
    template<typename See>
    mqtt::Checked<void> feed(ByteView bytes, See&& see)
    {
        m_unread.insert(m_unread.end(), bytes.begin(), bytes.end());
        std::size_t used = 0;
        bool looking = true;
        while (looking) {
            const ByteView rest = ByteView(m_unread).subspan(used);
            const auto header = mqtt::decodeHeader(rest, m_sender, {});
            if (!header)
                return tl::unexpected(header.error());
            if (!*header || rest.size() < (*header)->packetSize())
                break;
            used += (*header)->packetSize();
            looking = see(**header, rest.subspan((*header)->headerSize, (*header)->remaining));
        }
        m_unread.erase(m_unread.begin(), m_unread.begin() + static_cast<std::ptrdiff_t>(used));
        return {};
    }
    /// A new connection begins.
    void clear() { m_unread.clear(); }

private:
    mqtt::Sender m_sender;
    Bytes m_unread;
};

} // namespace greensward::simulation
