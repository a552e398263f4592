// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker_port.h"
#include "net/event_loop.h"
#include "pki/certificate.h"
#include "simulator/link_maker.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace greensward::app {

/// Links of simulated devices over real sockets and TLS, each with the device's own certificate. Engine thread.
class TlsDeviceLinks final : public simulator::LinkMaker
{
public:
    TlsDeviceLinks(net::EventLoop& loop, std::string host, std::uint16_t port, std::string rootPem);

    /// The certificate a device shows; a device without one gets no link.
    void setIdentity(const std::string& deviceId, pki::Identity identity);

    /// Who is connected under the name of a device and is no simulated one: its address; empty: nobody.
    using RealOne = std::function<std::string(const std::string& deviceId)>;
    using Replaced = std::function<void(const std::string& deviceId, const std::string& why)>;
    /// While there is a real one its twin gets no link; replaced is told, from within open().
    void setRealOne(RealOne realOne, Replaced replaced)
    {
        m_realOne = std::move(realOne);
        m_replaced = std::move(replaced);
    }

    void open(const std::string& deviceId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;
    bool realTls() const override { return true; }

private:
    net::EventLoop& m_loop;
    std::string m_host;
    std::uint16_t m_port;
    std::string m_rootPem;
    std::map<std::string, pki::Identity> m_identities;
    RealOne m_realOne = [](const std::string&) { return std::string(); };
    Replaced m_replaced = [](const std::string&, const std::string&) {};
};

/// Links in memory, for devices by the thousand. Engine thread.
class MemoryDeviceLinks final : public simulator::LinkMaker
{
public:
    MemoryDeviceLinks(net::EventLoop& loop, mqtt::BrokerPort& port) : m_loop(loop), m_port(port) {}

    void open(const std::string& deviceId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;
    bool realTls() const override { return false; }

private:
    net::EventLoop& m_loop;
    mqtt::BrokerPort& m_port;
};

} // namespace greensward::app
