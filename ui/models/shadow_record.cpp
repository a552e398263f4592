// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shadow_record.h"

#include <boost/json.hpp>

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr std::string_view kThings = "$aws/things/";
constexpr std::string_view kShadow = "/shadow";
constexpr std::string_view kName = "/name/";
constexpr std::size_t kMostAnswered = 16;
/// An update that was not asked for through the recorder; its request is made of what was accepted.
constexpr std::string_view kAccepted = "update/accepted";

json::object objectOf(std::string_view text)
{
    boost::system::error_code error;
    json::value value = json::parse(text, error);
    return !error && value.is_object() ? std::move(value.as_object()) : json::object{};
}

std::int64_t versionIn(std::string_view payload)
{
    const json::object object = objectOf(payload);
    const auto* version = object.if_contains("version");
    return version && version->is_int64() ? version->as_int64() : 0;
}

} // namespace

std::string prefixOf(const ShadowName& name)
{
    std::string prefix = std::string(kThings) + name.thing + std::string(kShadow);
    if (!name.shadow.empty())
        prefix += std::string(kName) + name.shadow;
    return prefix;
}

std::optional<ShadowTopic> shadowTopic(std::string_view topic)
{
    if (!topic.starts_with(kThings))
        return std::nullopt;
    topic.remove_prefix(kThings.size());
    const auto slash = topic.find('/');
    if (slash == 0 || slash == std::string_view::npos || !topic.substr(slash).starts_with(kShadow))
        return std::nullopt;
    ShadowTopic found{.name = {std::string(topic.substr(0, slash)), {}}, .suffix = topic.substr(slash + kShadow.size())};
    if (found.suffix.starts_with(kName)) {
        found.suffix.remove_prefix(kName.size());
        const auto end = found.suffix.find('/');
        found.name.shadow = std::string(found.suffix.substr(0, end));
        found.suffix = end == std::string_view::npos ? std::string_view{} : found.suffix.substr(end);
    }
    if (!found.suffix.empty()) {
        if (found.suffix.front() != '/')
            return std::nullopt; // "/shadows"
        found.suffix.remove_prefix(1);
    }
    return found;
}

std::optional<ShadowDocument> ShadowRecord::current() const
{
    if (m_current.empty())
        return std::nullopt;
    return m_currentIsAnswer ? documentOfAnswer(m_current) : documentOfSnapshot(m_current);
}

std::optional<ShadowDocument> ShadowRecord::documentAfter(const ShadowChange& change)
{
    return change.documents.empty() ? std::nullopt : documentOfSnapshot(change.documents);
}

std::optional<ShadowDocument> ShadowRecord::documentAt(std::int64_t version) const
{
    for (auto change = m_changes.rbegin(); change != m_changes.rend(); ++change)
        if (change->accepted() && change->version <= version && !change->documents.empty())
            return documentOfSnapshot(change->documents);
    return std::nullopt;
}

/// An update that no delta followed has made them equal: nothing is sent then (shadow.md 6).
const std::map<QString, WallTime>& ShadowRecord::differences() const
{
    static const std::map<QString, WallTime> none;
    return m_deltaFollowed ? m_differences : none;
}

std::map<std::pair<bool, QString>, ShadowWriter> ShadowRecord::writers(const ShadowChange* upTo) const
{
    auto writers = m_writersBefore;
    for (const ShadowChange& change : m_changes) {
        applyWriters(change, writers);
        if (&change == upTo)
            break;
    }
    return writers;
}

void ShadowRecord::applyWriters(const ShadowChange& change, std::map<std::pair<bool, QString>, ShadowWriter>& writers) const
{
    if (!change.accepted())
        return;
    if (change.removes)
        return writers.clear();
    const json::object request = objectOf(change.request);
    const auto* state = request.if_contains("state");
    if (!state || !state->is_object())
        return;
    for (const bool desired : {true, false}) {
        const auto* section = state->as_object().if_contains(desired ? "desired" : "reported");
        if (section && section->is_object())
            eachLeaf(section->as_object(), [&](const ShadowPath& path, const json::value&) {
                writers[{desired, pathText(path)}] = {change.who, change.time};
            });
    }
}

ShadowChange& ShadowRecord::add(ShadowChange change)
{
    m_bytes += change.bytes();
    m_changes.push_back(std::move(change));
    if (m_changes.size() > kMostChanges)
        forgetOldest();
    return m_changes.back();
}

void ShadowRecord::forgetOldest()
{
    if (m_changes.size() <= 1)
        return;
    applyWriters(m_changes.front(), m_writersBefore);
    m_bytes -= m_changes.front().bytes();
    m_changes.pop_front();
    ++m_forgotten;
}

void ShadowRecord::noteAccepted(ShadowChange change)
{
    m_version = std::max(m_version, change.version);
    m_exists = !change.removes;
    m_deleted = change.removes;
    if (change.removes || !m_deltaFollowed)
        m_differences.clear();
    m_deltaFollowed = false;
    if (change.removes)
        dropCurrent();
    if (!change.removes && change.who == m_name.thing) {
        m_said = change.version;
        m_saidAt = change.time;
    }
    add(std::move(change));
}

void ShadowRecord::noteRejected(ShadowChange change)
{
    change.version = m_version;
    add(std::move(change));
}

void ShadowRecord::noteRead(std::int64_t version)
{
    m_version = std::max(m_version, version);
    m_exists = true;
    m_deleted = false;
}

/// Differences that were there before keep their beginning.
void ShadowRecord::noteDelta(std::string_view delta, std::int64_t version, trace::EventId cause, WallTime time)
{
    m_deltaFollowed = true;
    std::map<QString, WallTime> now;
    eachLeaf(objectOf(delta), [&](const ShadowPath& path, const json::value&) {
        QString text = pathText(path);
        const auto before = m_differences.find(text);
        const WallTime since = before == m_differences.end() ? time : before->second;
        now.emplace(std::move(text), since);
    });
    m_differences = std::move(now);
    ShadowChange* change = changeOf(cause);
    if (!change)
        change = acceptedAt(version);
    if (change) {
        m_bytes += delta.size() - change->delta.size();
        change->delta = delta;
    }
}

ShadowChange* ShadowRecord::changeOf(trace::EventId cause)
{
    if (cause == 0)
        return nullptr;
    const auto found = std::find_if(m_changes.rbegin(), m_changes.rend(), [cause](const ShadowChange& change) {
        return change.event == cause || (!change.accepted() && change.cause == cause);
    });
    return found == m_changes.rend() ? nullptr : &*found;
}

ShadowChange* ShadowRecord::acceptedAt(std::int64_t version)
{
    const auto found = std::find_if(m_changes.rbegin(), m_changes.rend(), [version](const ShadowChange& change) {
        return change.accepted() && change.version == version;
    });
    return found == m_changes.rend() ? nullptr : &*found;
}

void ShadowRecord::noteMessage(std::string_view suffix, std::string_view payload, bool whole, trace::EventId event,
                               trace::EventId cause, WallTime time)
{
    if (suffix == "get/accepted" || suffix == "update/delta") {
        m_answered.push_back({event, whole ? versionIn(payload) : 0});
        if (m_answered.size() > kMostAnswered)
            m_answered.pop_front();
    }
    if (!suffix.starts_with("update/") && !suffix.starts_with("delete/"))
        return;
    ShadowChange* change = changeOf(cause);
    if (!change && whole) {
        noteOfMessagesAlone(suffix, payload, event, time);
        change = acceptedAt(versionIn(suffix == "update/documents" ? std::string_view{} : payload));
    }
    if (suffix == "update/documents" && whole) {
        if (const auto document = documentOfSnapshot(payload)) {
            if (!change)
                change = acceptedAt(document->version);
            if (change) {
                m_bytes += payload.size() - change->documents.size();
                change->documents = payload;
            }
            setCurrent(document->version, std::string(payload), false);
        }
    }
    if (change && change->messages.size() < ShadowChange::kMostMessages)
        change->messages.push_back({event, std::string(suffix)});
}

/// The recorder said nothing of the request: another cloud's messages, or a capture of them.
void ShadowRecord::noteOfMessagesAlone(std::string_view suffix, std::string_view payload, trace::EventId event,
                                       WallTime time)
{
    const json::object body = objectOf(payload);
    ShadowChange change;
    change.time = time;
    change.event = event;
    if (suffix == "update/rejected" || suffix == "delete/rejected") {
        const auto* code = body.if_contains("code");
        const auto* message = body.if_contains("message");
        change.code = code && code->is_int64() ? static_cast<int>(code->as_int64()) : 400;
        change.reason = message && message->is_string() ? std::string(message->as_string()) : std::string();
        change.removes = suffix.starts_with("delete");
        change.messages.push_back({event, std::string(suffix)});
        return noteRejected(std::move(change));
    }
    change.version = versionIn(suffix == "update/documents" ? std::string_view{} : payload);
    if (suffix == "update/documents")
        if (const auto document = documentOfSnapshot(payload))
            change.version = document->version;
    if (change.version == 0)
        return;
    ShadowChange* known = acceptedAt(change.version);
    if (known && suffix == kAccepted && known->request.empty()) {
        m_bytes += payload.size();
        known->request = payload;
    }
    if (!known && (suffix == kAccepted || suffix == "update/documents" || suffix == "delete/accepted")) {
        change.removes = suffix.starts_with("delete");
        if (suffix == kAccepted)
            change.request = payload; // state as it was sent (shadow.md 9.2)
        noteAccepted(std::move(change));
    }
    if (suffix == "update/delta")
        if (const auto* state = body.if_contains("state"))
            noteDelta(json::serialize(*state), versionIn(payload), 0, time);
}

void ShadowRecord::setCurrent(std::int64_t version, std::string text, bool isAnswer)
{
    if (version < m_currentVersion)
        return;
    m_bytes += text.size() - m_current.size();
    m_current = std::move(text);
    m_currentIsAnswer = isAnswer;
    m_currentVersion = version;
    noteRead(version);
}

void ShadowRecord::dropCurrent()
{
    m_bytes -= m_current.size();
    m_current.clear();
    m_currentVersion = 0;
}

void ShadowRecord::noteDelivered(trace::EventId message, WallTime time)
{
    const auto told = std::find_if(m_answered.rbegin(), m_answered.rend(),
                                   [message](const Answered& one) { return one.event == message; });
    if (told == m_answered.rend() || told->version < m_told)
        return;
    m_told = told->version;
    m_toldAt = time;
}

void ShadowRecord::noteAnswer(const std::string& body)
{
    const auto document = documentOfAnswer(body);
    if (!document || document->version < m_version)
        return; // the stream is ahead of it
    const json::object whole = objectOf(body);
    const auto* state = whole.if_contains("state");
    const auto* delta = state && state->is_object() ? state->as_object().if_contains("delta") : nullptr;
    if (document->version > m_version || m_changes.empty()) {
        m_differences.clear();
        m_deltaFollowed = false;
        // It differs at least since desired was written.
        if (delta && delta->is_object())
            eachLeaf(delta->as_object(), [&](const ShadowPath& path, const json::value&) {
                const auto seconds = timestampAt(document->desiredMetadata, path);
                m_differences[pathText(path)] = WallTime(std::chrono::seconds(seconds.value_or(0)));
                m_deltaFollowed = true;
            });
    }
    if (m_currentVersion < document->version || m_current.empty())
        setCurrent(document->version, body, true);
}

void ShadowRecord::noteMissing()
{
    m_exists = false;
    dropCurrent();
    m_differences.clear();
    m_deltaFollowed = false;
}

} // namespace greensward::ui
