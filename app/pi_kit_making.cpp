// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pi_kit_making.h"

#include "app/open_addresses.h"
#include "app/pi_kit.h"
#include "app/pi_kit_enrolment.h"
#include "base/files.h"
#include "net/local_addresses.h"

namespace greensward::app {

namespace {

constexpr std::size_t kLargestPem = 64u << 10;
constexpr std::string_view kEverywhere = "0.0.0.0";

} // namespace

std::vector<std::string> hostsFor(std::string_view listen)
{
    std::vector<std::string> hosts = openAddresses(isLoopback(listen) ? kEverywhere : listen, net::localAddresses());
    if (const std::string name = nameOnTheNetwork(net::hostName()); !name.empty())
        hosts.push_back(name);
    return hosts;
}

bool isCertifiedFor(const std::filesystem::path& directory, const std::vector<std::string>& hosts)
{
    const auto pem = readFile(directory / "keys" / "server.pem", kLargestPem);
    const auto certificate = pem ? pki::Certificate::fromPem(*pem) : tl::unexpected(pem.error());
    return !certificate || certificate->covers(hosts);
}

Result<void> makeKit(const Whereabouts& at, const KitOrder& order)
{
    if (order.hosts.empty())
        return failure("this machine has neither a name nor an address on a network, so a kit could not say where it is");
    auto root = readFile(at.rootCertificate, kLargestPem);
    if (!root)
        return tl::unexpected(root.error());
    const auto identity = enrolThing(at, order.thing);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto files = kitFiles({.thing = order.thing,
                                 .hosts = order.hosts,
                                 .ports = order.ports,
                                 .rootPem = std::move(*root),
                                 .certificatePem = identity->certificate.pem(),
                                 .keyPem = identity->key.pem()});
    if (!files)
        return tl::unexpected(files.error());
    return writeKit(order.out, kitFolder(order.thing), *files);
}

} // namespace greensward::app
