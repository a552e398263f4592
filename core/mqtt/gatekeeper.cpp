// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/gatekeeper.h"

namespace greensward::mqtt {

// The open door: a complete MQTT server. What AWS or the edge core forbids is taken away by overriding.

Verdict Gatekeeper::connect(const Peer&, const Connect&)
{
    return Verdict::allow();
}

Verdict Gatekeeper::publish(const Peer&, std::string_view, Publish&)
{
    return Verdict::allow();
}

Verdict Gatekeeper::publishWill(const Peer&, std::string_view, const Will&)
{
    return Verdict::allow();
}

Verdict Gatekeeper::subscribe(const Peer&, std::string_view, std::string_view, SubscriptionOptions&)
{
    return Verdict::allow();
}

Verdict Gatekeeper::receive(const Peer&, std::string_view, std::string_view, std::string_view)
{
    return Verdict::allow();
}

} // namespace greensward::mqtt
