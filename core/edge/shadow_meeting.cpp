// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How two sides meet: what is asked of the cloud, and what is written where.
#include "edge/cloud_document.h"
#include "edge/shadow_sync.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::edge {

namespace {

constexpr std::string_view kWho = "$GGShadowSyncManager";
constexpr Duration kFirstPause = std::chrono::seconds(1);
constexpr unsigned kMostDoublings = 6;

} // namespace

void ShadowSync::fetch(Named& named)
{
    named.second.busy = true;
    named.second.heardVersion = 0;
    ++m_requests;
    m_parts.cloud.shadow(named.first, [this, epoch = m_epoch, thing = named.first](const CloudAnswer& answer) {
        Named* const back = epoch == m_epoch ? finished(thing) : nullptr;
        if (!back)
            return;
        Twin& twin = back->second;
        if (answer.ok()) {
            auto document = readCloudDocument(asBytes(answer.body));
            if (!document)
                return failed(*back, {502, "the cloud's shadow cannot be read"}, "read");
            twin.cloud = ShadowState::of(document->state);
            twin.cloudVersion = document->version;
        } else if (answer.status == 404) {
            twin.cloud.reset();
            twin.cloudVersion = 0;
        } else {
            return failed(*back, answer, "read");
        }
        twin.failures = 0;
        twin.cloudKnown = twin.heardVersion <= twin.cloudVersion;
        look(*back);
    });
}

/// The heart: both sides are known.
void ShadowSync::meet(Named& named)
{
    Twin& twin = named.second;
    const auto local = localState(named.first);
    std::optional<ShadowState> base;
    if (twin.record)
        base = ShadowState::parse(twin.record->base);
    if (!local && !twin.cloud)
        return forget(named);
    if (local && !twin.cloud) {
        if (base && *base == *local)
            return deleteLocal(named); // it was deleted in the cloud
        return create(named, *local);
    }
    if (!local && base && twin.record->cloudVersion == twin.cloudVersion)
        return deleteCloud(named); // it was deleted here
    const ShadowState here = local.value_or(ShadowState{});
    const ShadowState merged = mergeStates(local && base ? *base : ShadowState{}, here, *twin.cloud);
    if (!writeLocal(named, here, merged))
        return;
    remember(named);
    if (!(merged == *twin.cloud))
        push(named, merged);
}

void ShadowSync::push(Named& named, const ShadowState& to)
{
    Twin& twin = named.second;
    twin.busy = true;
    twin.heardVersion = 0;
    ++m_requests;
    m_parts.cloud.updateShadow(named.first, updateBetween(*twin.cloud, to, twin.cloudVersion),
                               [this, epoch = m_epoch, thing = named.first, to](const CloudAnswer& answer) {
                                   Named* const back = epoch == m_epoch ? finished(thing) : nullptr;
                                   if (!back)
                                       return;
                                   pushed(*back, to, answer);
                               });
}

void ShadowSync::pushed(Named& named, const ShadowState& to, const CloudAnswer& answer)
{
    Twin& twin = named.second;
    if (answer.status == 409) { // somebody was faster
        twin.cloudKnown = false;
        twin.dirty = true;
        return look(named);
    }
    if (!answer.ok()) {
        twin.cloudKnown = false; // it may have been done all the same
        return failed(named, answer, "write");
    }
    twin.failures = 0;
    const auto document = readCloudDocument(asBytes(answer.body));
    twin.cloud = to;
    twin.cloudVersion = document ? document->version : twin.cloudVersion + 1;
    twin.cloudKnown = document && twin.heardVersion <= twin.cloudVersion;
    twin.dirty = twin.dirty || !twin.cloudKnown;
    remember(named);
    look(named);
}

/// Where there was none. What it is afterwards is looked at: another may have made one, too.
void ShadowSync::create(Named& named, const ShadowState& local)
{
    forget(named);
    std::string body = updateBetween({}, local);
    if (body.empty())
        body = R"({"state":{"reported":{}}})"; // it is there, and empty
    named.second.busy = true;
    ++m_requests;
    m_parts.cloud.updateShadow(named.first, std::move(body),
                               [this, epoch = m_epoch, thing = named.first](const CloudAnswer& answer) {
                                   Named* const back = epoch == m_epoch ? finished(thing) : nullptr;
                                   if (!back)
                                       return;
                                   back->second.cloudKnown = false;
                                   if (!answer.ok())
                                       return failed(*back, answer, "create");
                                   back->second.dirty = true;
                                   look(*back);
                               });
}

void ShadowSync::deleteCloud(Named& named)
{
    named.second.busy = true;
    named.second.heardVersion = 0;
    ++m_requests;
    m_parts.cloud.deleteShadow(named.first, [this, epoch = m_epoch, thing = named.first](const CloudAnswer& answer) {
        Named* const back = epoch == m_epoch ? finished(thing) : nullptr;
        if (!back)
            return;
        back->second.cloudKnown = false;
        if (!answer.ok() && answer.status != 404)
            return failed(*back, answer, "delete");
        forget(*back);
        back->second.dirty = true; // somebody may have made a new one, here or there
        look(*back);
    });
}

/// False when the local service will not have it.
bool ShadowSync::writeLocal(Named& named, const ShadowState& from, const ShadowState& to)
{
    const bool exists = localState(named.first).has_value();
    std::string update = updateBetween(from, to);
    if (update.empty() && exists)
        return true;
    if (update.empty())
        update = R"({"state":{"reported":{}}})";
    const std::string target = "/things/" + named.first + "/shadow";
    const auto answer = m_parts.local.handle({.method = "POST", .target = target, .body = asBytes(update)},
                                             {.who = kWho}, {m_parts.clock.now(), m_parts.clock.wall()});
    m_parts.wroteLocally();
    if (answer && answer->status == 429) { // others are busy with it
        named.second.dirty = true;
        named.second.notBefore = m_parts.clock.now() + kFirstPause;
        return false;
    }
    if (answer && answer->status == 200)
        return true;
    m_parts.warn(fmt::format("the shadow of {} cannot be brought in step here: {}", named.first,
                             answer ? answer->body : "not a shadow"));
    return false;
}

void ShadowSync::deleteLocal(Named& named)
{
    const std::string target = "/things/" + named.first + "/shadow";
    m_parts.local.handle({.method = "DELETE", .target = target, .body = {}}, {.who = kWho},
                         {m_parts.clock.now(), m_parts.clock.wall()});
    m_parts.wroteLocally();
    forget(named);
}

// --- what was the same ---------------------------------------------------------------------------------------------

void ShadowSync::remember(Named& named)
{
    Twin& twin = named.second;
    SyncRecord record{named.first, twin.cloud->text(), twin.cloudVersion};
    if (twin.record && twin.record->base == record.base && twin.record->cloudVersion == record.cloudVersion)
        return;
    if (m_parts.store)
        m_parts.store->saveRecord(record);
    twin.record = std::move(record);
}

void ShadowSync::forget(Named& named)
{
    if (named.second.record && m_parts.store)
        m_parts.store->dropRecord(named.first);
    named.second.record.reset();
}

std::optional<ShadowState> ShadowSync::localState(const std::string& thing) const
{
    const auto view = m_parts.local.view(thing, {});
    if (!view || view->deleted)
        return std::nullopt;
    const auto section = [](const std::string& text) { return text.empty() ? std::string("{}") : text; };
    return ShadowState::parse(
        fmt::format("{{\"desired\":{},\"reported\":{}}}", section(view->desired), section(view->reported)));
}

void ShadowSync::failed(Named& named, const CloudAnswer& answer, std::string_view what)
{
    Twin& twin = named.second;
    if (!answer.isPassing()) { // until something changes
        m_parts.warn(fmt::format("the cloud's shadow of {} cannot be {}: {}", named.first,
                                 what == "read" ? "read" : "written", answer.problem()));
        twin.dirty = false;
        return;
    }
    twin.dirty = true;
    twin.notBefore = m_parts.clock.now() + kFirstPause * (1u << std::min(twin.failures, kMostDoublings));
    ++twin.failures;
}

} // namespace greensward::edge
