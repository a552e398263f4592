// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "trace/event.h"
#include "ui/models/shadow_document.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::ui {

struct ShadowName
{
    std::string thing;
    std::string shadow; ///< empty: the classic one
    auto operator<=>(const ShadowName&) const = default;
};
/// "$aws/things/T/shadow", "$aws/things/T/shadow/name/S", and what stands behind it in a topic ("update/accepted").
std::string prefixOf(const ShadowName& name);
struct ShadowTopic
{
    ShadowName name;
    std::string_view suffix; ///< empty: the topic is the prefix itself
};
/// Nothing when the topic is none of a shadow.
std::optional<ShadowTopic> shadowTopic(std::string_view topic);

/// A message of an exchange.
struct ShadowMessage
{
    trace::EventId event = 0;
    std::string suffix; ///< "update", "update/accepted"
};

/// One update or deletion that was asked for, and what the service said.
struct ShadowChange
{
    static constexpr std::size_t kMostMessages = 8;

    bool removes = false; ///< a deletion
    int code = 200;       ///< 200: accepted
    std::string reason{}; ///< why it was refused
    std::int64_t version = 0; ///< of the document afterwards; refused: the version it stayed at, 0 when not known
    WallTime time{};
    std::string who{}; ///< client id or ARN; empty: the messages do not tell
    trace::EventId event = 0; ///< the recorder's ShadowAccepted or ShadowRejected; 0: only messages were seen
    trace::EventId cause = 0; ///< the request's message, or its ApiCalled
    std::string request{};    ///< as sent; empty: not seen
    std::string delta{};      ///< the difference after it, a JSON object; empty: none
    std::string documents{};  ///< the update/documents message; empty: not seen
    std::vector<ShadowMessage> messages{};

    bool accepted() const { return code == 200; }
    std::size_t bytes() const { return request.size() + delta.size() + documents.size() + reason.size() + 256; }
};

/// Who wrote a leaf last.
struct ShadowWriter
{
    std::string who;
    WallTime time{};
};

/// What is known of one shadow: its last changes, and what the ones before them left behind.
class ShadowRecord
{
public:
    static constexpr std::size_t kMostChanges = 100;

    explicit ShadowRecord(ShadowName name) : m_name(std::move(name)) {}

    const ShadowName& name() const { return m_name; }
    std::int64_t version() const { return m_version; }
    /// There is a document, as far as is known.
    bool exists() const { return m_exists; }
    /// There was one, and it was deleted.
    bool isDeleted() const { return m_deleted; }
    const std::deque<ShadowChange>& changes() const { return m_changes; }
    std::uint64_t forgottenChanges() const { return m_forgotten; }
    std::size_t bytes() const { return m_bytes; }

    /// The newest document that was seen; its version may be behind version(). Nothing when none was.
    std::optional<ShadowDocument> current() const;
    /// The document as it was after this change; nothing when it was not seen.
    static std::optional<ShadowDocument> documentAfter(const ShadowChange& change);
    /// The newest document that was seen up to this version.
    std::optional<ShadowDocument> documentAt(std::int64_t version) const;
    std::int64_t currentVersion() const { return m_currentVersion; }
    /// Leaves that differ, by path, and since when.
    const std::map<QString, WallTime>& differences() const;
    /// By section and path; up to and including this change (null: all).
    std::map<std::pair<bool, QString>, ShadowWriter> writers(const ShadowChange* upTo = nullptr) const;

    /// The newest version that was delivered to the client that is named as the thing, in a delta or a document.
    std::int64_t toldVersion() const { return m_told; }
    WallTime toldAt() const { return m_toldAt; }
    /// The last update of that client.
    std::int64_t saidVersion() const { return m_said; }
    WallTime saidAt() const { return m_saidAt; }

    // --- from the stream, oldest first
    void noteAccepted(ShadowChange change);
    void noteRejected(ShadowChange change);
    /// The document was read at this version.
    void noteRead(std::int64_t version);
    void noteDelta(std::string_view delta, std::int64_t version, trace::EventId cause, WallTime time);
    void noteMessage(std::string_view suffix, std::string_view payload, bool whole, trace::EventId event,
                     trace::EventId cause, WallTime time);
    void noteDelivered(trace::EventId message, WallTime time);
    // --- from an answer of the API
    void noteAnswer(const std::string& body);
    void noteMissing();

    /// Keeps what it says of writers. No effect when it is the only one.
    void forgetOldest();

private:
    struct Answered
    {
        trace::EventId event;
        std::int64_t version;
    };
    ShadowChange& add(ShadowChange change);
    ShadowChange* changeOf(trace::EventId cause);
    ShadowChange* acceptedAt(std::int64_t version);
    void noteOfMessagesAlone(std::string_view suffix, std::string_view payload, trace::EventId event, WallTime time);
    void applyWriters(const ShadowChange& change, std::map<std::pair<bool, QString>, ShadowWriter>& writers) const;
    void dropCurrent();
    void setCurrent(std::int64_t version, std::string text, bool isAnswer);

    ShadowName m_name;
    std::int64_t m_version = 0;
    bool m_exists = false;
    bool m_deleted = false;
    std::deque<ShadowChange> m_changes;
    std::uint64_t m_forgotten = 0;
    std::size_t m_bytes = 0;
    std::string m_current; ///< as received
    bool m_currentIsAnswer = false;
    std::int64_t m_currentVersion = 0;
    std::map<QString, WallTime> m_differences;
    bool m_deltaFollowed = false; ///< the newest accepted update
    std::map<std::pair<bool, QString>, ShadowWriter> m_writersBefore;
    std::deque<Answered> m_answered; ///< messages that tell the device a version
    std::int64_t m_told = 0;
    WallTime m_toldAt{};
    std::int64_t m_said = 0;
    WallTime m_saidAt{};
};

} // namespace greensward::ui
