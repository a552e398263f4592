// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/cloud_calls.h"
#include "edge/core_log.h"

#include <functional>
#include <string>
#include <vector>

namespace greensward::edge {

/// GGTES: temporary keys of the group's role for the functions, as the SDKs ask for them at
/// AWS_CONTAINER_CREDENTIALS_FULL_URI (greengrass-and-gateway 10.8). Asks the cloud when those at hand are about to
/// end; without the cloud gives what is left. One thread.
class TokenExchange
{
public:
    /// HTTP status and a JSON body.
    using Answered = std::function<void(unsigned status, std::string body)>;

    struct Parts
    {
        const Clock& clock;
        CloudCalls& cloud;
        CoreLog& log;
    };
    explicit TokenExchange(Parts parts) : m_parts(std::move(parts)) {}

    /// Of another group from now on, or none.
    void setGroup(const GroupDocument* group);
    void ask(Answered answered);

private:
    bool isGoodFor(Duration ahead) const;
    void answered(const CloudAnswer& answer);
    void tell(unsigned status, const std::string& body);

    Parts m_parts;
    std::string m_group;
    std::string m_roleArn;
    std::string m_keys; ///< the body; empty: none
    WallTime m_ends{};
    std::vector<Answered> m_waiting;
    std::uint64_t m_epoch = 0;
};

} // namespace greensward::edge
