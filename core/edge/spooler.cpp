// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/spooler.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace greensward::edge {

namespace {

constexpr std::string_view kSpooler = "arn:aws:lambda:::function:GGCloudSpooler:1";

const std::string* variable(const GroupFunction& function, const char* name)
{
    const auto found = function.variables.find(name);
    return found == function.variables.end() ? nullptr : &found->second;
}

/// Powers of two, so that a flood is told of in a few events.
bool worthTelling(std::uint64_t count)
{
    return (count & (count - 1)) == 0;
}

} // namespace

Result<SpoolSettings> SpoolSettings::of(const GroupDocument& group)
{
    SpoolSettings settings;
    const GroupFunction* const entry = group.function(kSpooler);
    if (!entry)
        return settings;
    if (const auto* storage = variable(*entry, "GG_CONFIG_STORAGE_TYPE")) {
        if (*storage != "FileSystem" && *storage != "Memory")
            return failure(fmt::format("GG_CONFIG_STORAGE_TYPE is {}, neither Memory nor FileSystem", *storage));
        settings.onDisk = *storage == "FileSystem";
    }
    if (const auto* most = variable(*entry, "GG_CONFIG_MAX_SIZE_BYTES")) {
        const auto read = std::from_chars(most->data(), most->data() + most->size(), settings.bytes);
        if (read.ec != std::errc{} || read.ptr != most->data() + most->size() || settings.bytes < kLeastBytes)
            return failure(fmt::format("GG_CONFIG_MAX_SIZE_BYTES is {}; {} is the least", *most, kLeastBytes));
    }
    if (const auto* quality = variable(*entry, "GG_CONFIG_SUBSCRIPTION_QUALITY")) {
        if (*quality != "AtMostOnce" && *quality != "AtLeastOncePersistent")
            return failure(fmt::format(
                "GG_CONFIG_SUBSCRIPTION_QUALITY is {}, neither AtMostOnce nor AtLeastOncePersistent", *quality));
        settings.persistent = *quality == "AtLeastOncePersistent";
    }
    return settings;
}

void Spooler::restore(std::vector<SpooledMessage> kept)
{
    for (SpooledMessage& message : kept) {
        m_last = std::max(m_last, message.number);
        m_bytes += weight(message);
        m_messages.push_back(std::move(message));
    }
    m_settings.onDisk = !m_messages.empty();
}

void Spooler::configure(const SpoolSettings& settings)
{
    m_onItsWay = false;
    const bool wasOnDisk = m_settings.onDisk;
    if (!wasOnDisk) {
        m_messages.clear();
        m_bytes = 0;
    }
    m_settings = settings;
    if (wasOnDisk && !settings.onDisk && m_parts.store) // they go on as the new settings say: in memory
        for (const SpooledMessage& message : m_messages)
            m_parts.store->dropFromSpool(message.number);
    makeRoom(0);
    m_toldFilled = false;
    if (!m_messages.empty())
        noteWaiting();
}

void Spooler::clear()
{
    while (!m_messages.empty())
        drop(m_messages.size() - 1);
    m_onItsWay = false;
}

Result<void> Spooler::hasRoom(std::string_view topic, std::string_view payload) const
{
    if (m_bytes + topic.size() + payload.size() + kOverhead > m_settings.bytes)
        return failure(fmt::format("the spool is full: {} messages wait for the cloud", m_messages.size()));
    return {};
}

Result<Ticket> Spooler::add(std::string_view topic, std::string_view payload, WhenSpoolFull whenFull)
{
    SpooledMessage message{m_last + 1, std::string(topic), std::string(payload)};
    const std::size_t size = weight(message);
    if (size > m_settings.bytes)
        return failure("the message is larger than the whole spool");
    if (whenFull == WhenSpoolFull::Refuse)
        if (const auto room = hasRoom(topic, payload); !room)
            return tl::unexpected(room.error());
    makeRoom(size);
    ++m_last;
    m_bytes += size;
    const Ticket ticket = m_settings.onDisk && m_parts.store ? m_parts.store->addToSpool(message) : 0;
    m_messages.push_back(std::move(message));
    if (!m_online && !m_toldFilled)
        noteWaiting();
    return ticket;
}

/// The oldest go; the one on its way is the cloud's by now, and goes last.
void Spooler::makeRoom(std::size_t needed)
{
    while (m_bytes + needed > m_settings.bytes && !m_messages.empty()) {
        const std::size_t oldest = m_onItsWay && m_messages.size() > 1 ? 1 : 0;
        if (oldest == 0)
            m_onItsWay = false;
        drop(oldest);
        ++m_discarded;
        if (worthTelling(m_discarded))
            noteDiscarded();
    }
}

void Spooler::drop(std::size_t index)
{
    const auto gone = m_messages.begin() + static_cast<std::ptrdiff_t>(index);
    m_bytes -= weight(*gone);
    if (m_settings.onDisk && m_parts.store)
        m_parts.store->dropFromSpool(gone->number);
    m_messages.erase(gone);
}

const SpooledMessage* Spooler::take()
{
    if (m_onItsWay || m_messages.empty())
        return nullptr;
    m_onItsWay = true;
    return &m_messages.front();
}

bool Spooler::arrived(std::uint64_t number)
{
    if (!m_onItsWay || m_messages.empty() || m_messages.front().number != number)
        return false;
    m_onItsWay = false;
    drop(0);
    ++m_sinceFilled;
    if (m_messages.empty() && m_toldFilled) {
        m_toldFilled = false;
        m_parts.recorder.record({.kind = trace::Kind::SpoolDrained,
                                 .extra = static_cast<std::int64_t>(m_sinceFilled),
                                 .subject = m_parts.core,
                                 .detail = fmt::format("{} messages went to the cloud", m_sinceFilled)});
    }
    return true;
}

void Spooler::noteWaiting()
{
    m_toldFilled = true;
    m_sinceFilled = 0;
    m_parts.recorder.record(
        {.kind = trace::Kind::SpoolFilled,
         .extra = static_cast<std::int64_t>(m_messages.size()),
         .subject = m_parts.core,
         .detail = m_online ? "messages wait for the cloud" : "the cloud cannot be reached: messages wait"});
}

void Spooler::noteDiscarded()
{
    m_parts.recorder.record({.kind = trace::Kind::LimitReached,
                             .extra = static_cast<std::int64_t>(m_discarded - m_discardedTold),
                             .subject = m_parts.core,
                             .detail = fmt::format("the spool holds {} bytes at most: the oldest make room, {} so far",
                                                   m_settings.bytes, m_discarded)});
    m_discardedTold = m_discarded;
}

} // namespace greensward::edge
