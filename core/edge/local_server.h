// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/group_shelf.h"

namespace greensward::edge {

/// Where devices reach the core: a listener over TLS, or a place in memory. Links that are open go on when it closes;
/// the core ends them at its broker.
class LocalServer
{
public:
    virtual ~LocalServer() = default;
    /// Devices get in from now on, and are shown this certificate. Open already: those that come from now on.
    virtual Result<void> open(const ServerIdentity& identity) = 0;
    virtual void close() = 0;
};

} // namespace greensward::edge
