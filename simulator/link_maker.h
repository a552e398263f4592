// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/link.h"

#include <functional>
#include <string>

namespace greensward::simulator {

/// Where devices get their links to a broker from: real TLS with the device's own certificate, or links in memory when
/// there are thousands. app has one of each; tests have a network in virtual time. Engine thread. Outlives the devices.
class LinkMaker
{
public:
    virtual ~LinkMaker() = default;

    /// Opens a link for this device; done is called exactly once, with the link, whose handler is then the given one,
    /// or with the reason why there is none. It may be called from inside this call.
    virtual void open(const std::string& deviceId, net::LinkHandler& handler,
                      std::function<void(Result<net::Link*>)> done) = 0;
    /// Whether its links are sockets with TLS.
    virtual bool realTls() const = 0;
};

} // namespace greensward::simulator
