// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/shadow_record.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// All shadows that the stream of events tells of: what was asked of them and by whom, what the service said, what the
/// device heard of it. Documents come from update/documents messages, and from the API where those are missing
/// (ShadowDesk asks). Lives as long as the window; bounded by changes a shadow, by shadows and by bytes in all.
class ShadowBook final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostShadows = 20'000;
    static constexpr std::size_t kMostBytes = 32u << 20;

    explicit ShadowBook(EngineMirror& mirror);

    /// Ordered by thing, then name; the classic shadow first.
    const std::map<ShadowName, std::unique_ptr<ShadowRecord>>& records() const { return m_records; }
    /// Null when there is none.
    const ShadowRecord* find(const ShadowName& name) const;
    /// The classic shadow of a thing, for its node and card.
    const ShadowRecord* classic(const std::string& thing) const { return find({thing, {}}); }
    /// A client of this name is connected, as far as the stream tells.
    bool isOnline(const std::string& client) const { return m_online.contains(client); }
    /// Shadows there was no room for.
    std::uint64_t refused() const { return m_refused; }

    void noteAnswer(const ShadowName& name, const std::string& body);
    void noteMissing(const ShadowName& name);
    /// An answer spoke of this version; the stream may not have shown it yet.
    void noteVersion(const ShadowName& name, std::int64_t version);

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

signals:
    /// Shadows came.
    void added();
    /// What these say has changed. Once a frame.
    void changed(const std::set<greensward::ui::ShadowName>& names);

private:
    ShadowRecord* record(const ShadowName& name, bool make);
    void noteService(const trace::Event& event, const trace::Chunk& chunk);
    void noteMessage(const trace::Event& event, const trace::Chunk& chunk);
    void notePresence(const trace::Event& event, const trace::Chunk& chunk);
    void keepWithin(ShadowRecord& record, std::size_t bytesBefore);

    std::map<ShadowName, std::unique_ptr<ShadowRecord>> m_records;
    std::unordered_set<std::string> m_online;
    std::set<ShadowName> m_dirty;
    std::size_t m_bytes = 0;
    std::uint64_t m_refused = 0;
    bool m_grown = false;
};

} // namespace greensward::ui
