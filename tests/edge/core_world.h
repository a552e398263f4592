// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/core.h"
#include "fake_workers.h"
#include "group_text.h"
#include "memory_shelf.h"
#include "world_client.h"
#include "world_cloud.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace greensward::edge::test {

/// A core's disk: keeps what it is told once it is synced.
class MemoryStore final : public CoreStore, public shadow::ShadowStore
{
public:
    Ticket addToSpool(const SpooledMessage& message) override
    {
        return write([this, message] { m_spool.emplace(message.number, message); });
    }
    Ticket dropFromSpool(std::uint64_t number) override
    {
        return write([this, number] { m_spool.erase(number); });
    }
    Ticket saveRecord(const SyncRecord& record) override
    {
        return write([this, record] { m_records.insert_or_assign(record.thing, record); });
    }
    Ticket dropRecord(std::string_view thing) override
    {
        return write([this, thing = std::string(thing)] { m_records.erase(thing); });
    }
    Ticket save(std::string_view thing, std::string_view, std::int64_t version, std::string_view snapshot) override
    {
        return put({std::string(thing), {}, version, {}, std::string(snapshot)});
    }
    Ticket bury(std::string_view thing, std::string_view, std::int64_t version, std::int64_t deletedAt) override
    {
        return put({std::string(thing), {}, version, deletedAt, {}});
    }
    Ticket drop(std::string_view thing, std::string_view) override
    {
        return write([this, thing = std::string(thing)] { m_shadows.erase(thing); });
    }

    /// Everything written so far is safe; the ticket to tell.
    Ticket sync()
    {
        for (const auto& one : m_waiting)
            one();
        m_waiting.clear();
        return m_last;
    }
    bool waits() const { return !m_waiting.empty(); }
    /// The machine stopped: what was not synced is gone.
    void crash() { m_waiting.clear(); }
    KeptCore kept() const
    {
        KeptCore core;
        for (const auto& [number, message] : m_spool)
            core.spool.push_back(message);
        for (const auto& [thing, record] : m_records)
            core.records.push_back(record);
        return core;
    }
    std::vector<shadow::StoredShadow> shadows() const
    {
        std::vector<shadow::StoredShadow> all;
        for (const auto& [thing, stored] : m_shadows)
            all.push_back(stored);
        return all;
    }

private:
    Ticket write(std::function<void()> operation)
    {
        m_waiting.push_back(std::move(operation));
        return ++m_last;
    }
    Ticket put(shadow::StoredShadow stored)
    {
        return write([this, stored = std::move(stored)] { m_shadows.insert_or_assign(stored.thing, stored); });
    }
    std::vector<std::function<void()>> m_waiting;
    Ticket m_last = 0;
    std::map<std::uint64_t, SpooledMessage> m_spool;
    std::map<std::string, SyncRecord> m_records;
    std::map<std::string, shadow::StoredShadow> m_shadows;
};

/// A core, its cloud and its devices in virtual time.
class CoreWorld : private LocalServer
{
public:
    explicit CoreWorld(std::uint64_t seed = 1);
    ~CoreWorld() override;

    /// A device with its certificate, started.
    WorldClient& device(const std::string& name) { return client(name, certificateOf(name)); }
    WorldClient& client(const std::string& id, const std::string& certificate);
    /// A client of the cloud, started.
    WorldClient& cloudClient(const std::string& id);

    void startCore();
    /// The process of the core ends as by SIGKILL.
    void killCore(bool losesUnsynced = true);
    /// Lets time pass.
    void pass(Duration time);
    /// Until nothing moves; no longer than that.
    void settle(Duration atMost = std::chrono::seconds(30)) { pass(atMost); }
    /// Deploys, and waits.
    void deploy(const GroupText& group, const std::string& id = "deployment-1");
    /// The last thing the cloud was told of a deployment.
    std::string status(const std::string& id = "deployment-1")
    {
        const auto& all = cloud.statuses(id);
        return all.empty() ? std::string() : all.back();
    }
    std::string shadow(const std::string& thing, bool desired = false) const;
    /// Does what is due at this moment, until it comes to rest: for whoever moves the clock himself.
    void catchUp();
    std::optional<Instant> nextDeadline() const;

    ManualClock clock;
    trace::Recorder recorder{clock};
    Random random;
    WorldCloud cloud;
    HubLinks links;
    MemoryShelf shelf;
    MemoryStore store;
    FakeWorkers workers;
    lambda::Workers* otherWorkers = nullptr; ///< instead of those
    simulation::MemoryHub hub; ///< of devices
    std::vector<std::string> addresses{"192.168.1.4", "127.0.0.1"};
    std::unique_ptr<Core> core;
    std::optional<ServerIdentity> serving;
    std::string portProblem; ///< the local server cannot be opened
    bool syncs = true;       ///< the store syncs by itself
    std::optional<std::filesystem::path> logs;

private:
    Result<void> open(const ServerIdentity& identity) override;
    void close() override;
    bool runOnce();

    std::deque<std::function<void()>> m_posted; ///< second halves of background work
    std::vector<std::unique_ptr<WorldClient>> m_clients;
    bool m_woken = false;
    std::uint64_t m_seed;
    std::uint64_t m_starts = 0;
};

} // namespace greensward::edge::test
