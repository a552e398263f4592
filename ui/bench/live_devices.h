// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/bench/clock_reading.h"
#include "ui/models/event_consumer.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace greensward::ui {

class EngineMirror;

/// A device that is not simulated: it came over TLS and showed a certificate of its own.
struct LiveDevice
{
    std::string id; ///< client id
    std::uint64_t connection = 0;
    QString address;
    QString transport;                ///< "tls 1.3"
    QString certificate;              ///< its subject
    std::int64_t certificateEnds = 0; ///< seconds since 1970; 0: not known
    int keepAlive = 0;                ///< seconds, 0: none
    bool online = false;
    bool willArmed = false;
    QString ended; ///< why it is not online any more
    quint64 sent = 0;
    quint64 received = 0;
    WallTime since{};     ///< of its connection, or of the end of it
    WallTime lastHeard{}; ///< a message or a ping
    ClockReading clock{};
};

/// The real devices on the bench, those gone included, the newest last. Bounded to kMost: the one gone longest leaves.
class LiveDevices final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 50;

    explicit LiveDevices(EngineMirror& /*mirror*/) {}

    const std::deque<LiveDevice>& devices() const { return m_devices; }
    /// Null when there is none of that id.
    const LiveDevice* find(std::string_view id) const;

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

signals:
    /// Devices came or went; what was known by place is known no more.
    void listChanged();
    /// The same devices, other numbers.
    void valuesChanged();

private:
    struct Link
    {
        QString address;
        QString transport;
        QString certificate;
        std::int64_t certificateEnds = 0;
    };
    static constexpr std::size_t kMostLinks = 1000; ///< open, but not yet a client

    void take(const trace::Chunk& chunk, const trace::Event& event);
    void connect(const trace::Chunk& chunk, const trace::Event& event);
    LiveDevice* known(std::string_view id);

    std::deque<LiveDevice> m_devices;
    std::unordered_map<std::uint64_t, Link> m_links; ///< by connection
    bool m_listChanged = false;
    bool m_valuesChanged = false;
};

} // namespace greensward::ui
