// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http_transport.h"
#include "app/lab_client.h"

#include <functional>
#include <memory>
#include <string>

namespace greensward::app {

/// Asks the cloud, once, where a device's core is (greengrass-and-gateway.md 5). Belongs to the loop's thread.
class CoreDiscovery final : public std::enable_shared_from_this<CoreDiscovery>
{
public:
    /// The place as of a client of the core: its address, and its group's authority as whom to believe.
    using Done = std::function<void(Result<LabClient::Place>)>;

    /// cloud: as of a client of the gateway, with the port of HTTPS.
    static void ask(net::EventLoop& loop, const Clock& clock, const LabClient::Place& cloud, const std::string& thing,
                    const std::string& core, Done done);

private:
    CoreDiscovery(net::EventLoop& loop, const Clock& clock, LabClient::Place cloud);
    Result<LabClient::Place> found(const aws::Response& answer, const std::string& thing,
                                   const std::string& core) const;

    LabClient::Place m_cloud;
    HttpTransport m_transport;
};

} // namespace greensward::app
