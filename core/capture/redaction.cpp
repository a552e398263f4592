// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/redaction.h"

#include "capture/json_fields.h"
#include "capture/private_keys.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::capture {

using trace::Kind;

namespace {

/// Their object is a topic or a filter.
constexpr trace::KindSet kAboutTopics{Kind::MessagePublished, Kind::MessageDelivered, Kind::MessageQueued,
                                      Kind::MessageDropped,   Kind::MessageRefused,   Kind::MessageAcknowledged,
                                      Kind::RetainedStored,   Kind::RetainedCleared,  Kind::Subscribed,
                                      Kind::SubscribeRefused, Kind::Unsubscribed,     Kind::WillArmed,
                                      Kind::WillPublished,    Kind::WillWithheld};

/// Their payload says which certificate a client shows.
constexpr trace::KindSet kNamesCertificate{Kind::LinkOpened, Kind::ClientConnected, Kind::ClientRefused};
/// Their object is where a peer is.
constexpr trace::KindSet kAboutPeers{Kind::LinkOpened,     Kind::LinkRefused,     Kind::LinkClosed,
                                     Kind::ClientRefused,  Kind::ClientConnected, Kind::ClientDisconnected,
                                     Kind::ClientTakenOver};

/// Members of evidence (trace::Finding) that say which certificate it was, and whose.
const std::vector<std::string> kCertificateMembers{"certificate", "arn",   "subject", "issuer", "id",
                                                   "ca",          "names", "things",  "serverName"};

bool isWordly(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
           (character >= 'A' && character <= 'Z');
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// "192.168.1.20:50612" without its port, "[::1]:50612" likewise.
std::string_view hostOf(std::string_view address)
{
    if (address.starts_with('['))
        return address.substr(0, address.find(']') + 1);
    if (std::count(address.begin(), address.end(), ':') > 1)
        return address; // IPv6 without a port
    return address.substr(0, address.find(':'));
}

/// Length of the dotted quad that begins there; 0 when none does.
std::size_t quadAt(std::string_view text, std::size_t at)
{
    if (at > 0 && (isWordly(text[at - 1]) || text[at - 1] == '.'))
        return 0;
    std::size_t end = at;
    for (int part = 0; part < 4; ++part) {
        std::size_t digits = 0;
        while (end + digits < text.size() && isDigit(text[end + digits]))
            ++digits;
        if (digits == 0 || digits > 3)
            return 0;
        end += digits;
        if (part < 3 && (end >= text.size() || text[end++] != '.'))
            return 0;
    }
    return end < text.size() && (isWordly(text[end]) || text[end] == '.') ? 0 : end - at;
}

} // namespace

Redactor::Redactor(Redaction redaction) : m_redaction(std::move(redaction))
{
    for (const std::string& id : m_redaction.clients)
        if (!id.empty())
            m_clients.emplace_back(id, fmt::format("client-{}", m_clients.size() + 1));
    std::stable_sort(m_clients.begin(), m_clients.end(),
                     [](const auto& one, const auto& other) { return one.first.size() > other.first.size(); });
}

bool Redactor::leavesOut(const trace::Event& event, std::string_view object, std::string_view payload) const
{
    if (event.kind != Kind::Evidence)
        return kAboutTopics.contains(event.kind) && isPrivate(object);
    for (const std::string_view place : {"topic/", "topicfilter/"})
        for (std::size_t at = payload.find(place); at != std::string_view::npos; at = payload.find(place, at)) {
            at += place.size();
            if (isPrivate(payload.substr(at, payload.find('"', at) - at)))
                return true;
        }
    return false;
}

bool Redactor::isPrivate(std::string_view topic) const
{
    return !topic.empty() &&
           std::any_of(m_redaction.topics.begin(), m_redaction.topics.end(), [topic](const std::string& filter) {
               return filter == topic || (mqtt::checkTopicFilter(filter) && mqtt::topicMatches(filter, topic));
           });
}

void Redactor::apply(const trace::Event& event, const trace::Chunk& chunk, trace::ChunkBuilder& into)
{
    const std::string_view object = chunk.text(event.object);
    if (leavesOut(event, object, chunk.text(event.payload))) {
        ++m_count.events;
        return;
    }
    std::string subject = cleaned(chunk.text(event.subject));
    std::string about = cleaned(object);
    const std::string detail = cleaned(chunk.text(event.detail));
    std::string payload(chunk.text(event.payload));
    if (m_redaction.addresses && kAboutPeers.contains(event.kind)) {
        // What has no dots (IPv6) is known by its place.
        if (!object.empty() && about == object) {
            about = addressFor(hostOf(object));
            ++m_count.addresses;
        }
        if (const auto who = chunk.text(event.subject); !who.empty() && (who == object || who.starts_with('[')))
            subject = addressFor(hostOf(who));
    }
    if (kNamesCertificate.contains(event.kind) && m_redaction.certificates && !payload.empty()) {
        payload.clear();
        ++m_count.certificates;
    } else if (m_redaction.payloads && !payload.empty()) {
        payload.clear();
        ++m_count.payloads;
    } else {
        payload = cleaned(payload);
        removeFields(payload, m_redaction.fields, m_count.fields);
        if (event.kind == Kind::Evidence && m_redaction.certificates)
            removeFields(payload, kCertificateMembers, m_count.certificates);
    }
    trace::Event left = event;
    if (event.kind == Kind::LinkOpened && m_redaction.certificates)
        left.extra = 0;
    const bool whole = event.payloadSize == event.payload.length;
    left.payloadSize = whole && !m_redaction.payloads ? static_cast<std::uint32_t>(payload.size())
                                                      : std::max(event.payloadSize, std::uint32_t(payload.size()));
    into.add(left, subject, about, detail, asBytes(payload), cleaned(chunk.origin(event)));
    ++m_count.kept;
}

std::string Redactor::cleaned(std::string_view text)
{
    std::string clean(text);
    m_count.keys += removePrivateKeys(clean);
    replaceClients(clean);
    if (m_redaction.addresses)
        replaceAddresses(clean);
    return clean;
}

void Redactor::replaceClients(std::string& text)
{
    for (const auto& [id, other] : m_clients) {
        for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at)) {
            const std::size_t end = at + id.size();
            if ((at > 0 && isWordly(text[at - 1])) || (end < text.size() && isWordly(text[end]))) {
                at = end;
                continue; // a part of a longer word
            }
            text.replace(at, id.size(), other);
            at += other.size();
            ++m_count.clients;
        }
    }
}

void Redactor::replaceAddresses(std::string& text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t length = isDigit(text[at]) ? quadAt(text, at) : 0;
        if (length == 0)
            continue;
        const std::string other = addressFor(std::string_view(text).substr(at, length));
        text.replace(at, length, other);
        at += other.size();
        ++m_count.addresses;
    }
}

std::string Redactor::addressFor(std::string_view host)
{
    const auto known = m_addresses.find(host);
    if (known != m_addresses.end())
        return known->second;
    return m_addresses.emplace(host, fmt::format("address-{}", m_addresses.size() + 1)).first->second;
}

void Redactor::removeFields(std::string& payload, const std::vector<std::string>& names, std::uint64_t& count)
{
    if (names.empty() || payload.empty())
        return;
    const auto removed = replaceFields(payload, names, "\"removed\"");
    if (removed) {
        count += *removed;
    } else {
        // What cannot be taken apart may hold the field all the same.
        payload.clear();
        ++m_count.payloads;
    }
}

std::vector<std::string> Redactor::notes() const
{
    std::vector<std::string> notes;
    const auto note = [&](std::uint64_t count, std::string_view what) {
        if (count > 0)
            notes.push_back(fmt::format("{} {}", count, what));
    };
    note(m_count.events, "events about topics that are not to be shared");
    note(m_count.fields, "values of fields that are not to be shared");
    note(m_count.clients, "mentions of clients have another name");
    note(m_count.addresses, "mentions of addresses have another name");
    note(m_count.certificates, "names in certificates");
    note(m_count.payloads, "payloads");
    note(m_count.keys, "private keys");
    return notes;
}

Result<void> redact(Reader& reader, Redactor& redactor, Writer* writer)
{
    trace::ChunkBuilder left;
    for (;;) {
        const auto chunk = reader.next();
        if (!chunk)
            return tl::unexpected(chunk.error());
        if (!*chunk)
            return {};
        for (const trace::Event& event : (*chunk)->events())
            redactor.apply(event, **chunk, left);
        const trace::ChunkPtr kept = left.take();
        if (!writer || !kept)
            continue;
        for (const trace::Event& event : kept->events())
            if (!writer->write(event, *kept))
                return failure(writer->full());
    }
}

} // namespace greensward::capture
