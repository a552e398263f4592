// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/cloud_calls.h"
#include "edge/group_shelf.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace greensward::edge {

/// GGDeviceCertificateManager: the local server's certificate, signed by the group's authority for a few days. Gets one
/// when there is none, when it does not name all that the core is called, when the authority is another, and ahead of
/// its end. What is valid meanwhile goes on being used. Driven by run(); one thread.
class CertificateAgent
{
public:
    struct Parts
    {
        const Clock& clock;
        CloudCalls& cloud;
        GroupShelf& shelf;
        /// A certificate to serve with from now on.
        std::function<void(const ServerIdentity&)> ready;
        /// The cloud will not give one: the reason.
        std::function<void(std::string)> refused;
        std::function<void(std::string)> warn;
    };
    explicit CertificateAgent(Parts parts) : m_parts(std::move(parts)) {}

    /// From now on; null: none is needed. names: what devices call the core, DNS names and addresses.
    void setGroup(const GroupDocument* group, std::vector<std::string> names);
    /// The same group; a new certificate follows when it does not cover them.
    void setNames(std::vector<std::string> names);
    void setOnline(bool online);

    void run();
    std::optional<Instant> nextDeadline() const;

private:
    enum class State { Missing, Old, Good };
    State judge(const ServerIdentity& server) const;
    Instant laterBy(WallTime until) const;
    void plan();
    void ask();
    void answered(const CloudAnswer& answer, const std::string& keyPem);
    void serve(const ServerIdentity& server);

    Parts m_parts;
    const GroupDocument* m_group = nullptr;
    std::vector<std::string> m_names;
    std::optional<ServerIdentity> m_serving;
    std::optional<Instant> m_askAt;
    bool m_online = false;
    bool m_asking = false;
    unsigned m_failures = 0;
    std::uint64_t m_epoch = 0; ///< answers of an earlier group are not wanted
};

} // namespace greensward::edge
