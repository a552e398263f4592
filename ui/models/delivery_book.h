// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/message_store.h"

#include <QObject>
#include <QStringList>

#include <array>
#include <deque>
#include <optional>

namespace greensward::ui {

class EngineMirror;

/// What became of the newest messages: to how many they went, who waits for them, where they were given up. Also knows
/// which event a row of the log is. Bounded to kMost messages.
class DeliveryBook final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 65'536;
    static constexpr std::size_t kNamed = 4; ///< receivers that are known by name

    struct Entry
    {
        trace::EventId id = 0;
        Serial serial = 0;
        std::uint32_t delivered = 0;
        std::uint32_t asRetained = 0; ///< of these, to who subscribed later, because it was retained
        std::uint32_t queued = 0;     ///< for who is absent or slow
        std::uint32_t dropped = 0; ///< for who was to have it and did not get it
        std::array<std::uint16_t, kNamed> receivers{};
    };

    explicit DeliveryBook(EngineMirror& mirror);

    const Entry* find(Serial serial) const;
    const Entry* findEvent(trace::EventId id) const;
    /// The first few who got it.
    QStringList receivers(const Entry& entry) const;

    void ingest(const trace::Chunk& chunk) override;
    bool wantsForeign() const override { return true; }
    void publish() override;

signals:
    /// Something became of messages that were there before.
    void changed();

private:
    Entry* entryOf(trace::EventId id);
    void noteReceiver(Entry& entry, std::string_view name);
    void takeBack(Entry& entry, std::string_view name);
    std::uint16_t nameId(std::string_view name);

    EngineMirror& m_mirror;
    std::deque<Entry> m_entries; ///< by id, and by serial
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint16_t> m_nameIds;
    bool m_changed = false;
};

} // namespace greensward::ui
