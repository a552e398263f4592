// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/cloud_calls.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace greensward::edge {

/// GGIPDetector: tells the cloud under which addresses devices find this core, and knows what it is called. A list that
/// a person made (entries whose ids are not the detector's own) is left as it is, and its names count, too. Driven by
/// run(); one thread.
class AddressAgent
{
public:
    struct Parts
    {
        const Clock& clock;
        CloudCalls& cloud;
        std::function<std::vector<std::string>()> addresses; ///< of this machine that the local server answers at
        std::uint16_t port = 8883;
        /// What the core is called has changed: for its certificate.
        std::function<void()> changed;
        std::function<void(std::string)> warn;
    };
    explicit AddressAgent(Parts parts) : m_parts(std::move(parts)) {}

    /// Begins to look after it: there is a group. Looks at once.
    void start();
    void stop();
    void setOnline(bool online);
    void setPort(std::uint16_t port) { m_parts.port = port; }

    /// Everything that the server's certificate has to cover; localhost and 127.0.0.1 among it.
    std::vector<std::string> names() const;

    void run();
    std::optional<Instant> nextDeadline() const;

private:
    void look();
    void looked(const CloudAnswer& answer);
    void tell();

    Parts m_parts;
    bool m_started = false;
    bool m_online = false;
    bool m_asking = false;
    std::vector<std::string> m_manual; ///< what a person has told the cloud
    std::string m_told;                ///< the list as the cloud has it from us
    Instant m_lookAt{};
};

} // namespace greensward::edge
