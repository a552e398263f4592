// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/identity_pools.h"
#include "net/http.h"

#include <string>
#include <string_view>

namespace greensward::app {

/// The web page for a telephone, below /phone/ of every port that speaks HTTP: the files of resources/phone, as they are
/// now, and pool.json, which tells it whom to ask for credentials. It needs no signature and tells no secret: the page
/// asks for its credentials like any other. Engine thread.
class PhonePage
{
public:
    /// The identity pool that pool.json names, when there is one that lets guests in.
    static constexpr std::string_view kPoolName = "phone";

    PhonePage(const cloud::IdentityPools& pools, std::string region) : m_pools(pools), m_region(std::move(region)) {}

    /// Whether the page is meant: "/phone", "/phone/…".
    static bool isMeantBy(std::string_view target);
    net::HttpResponse answer(const net::HttpRequest& request) const;

private:
    net::HttpResponse pool() const;

    const cloud::IdentityPools& m_pools;
    std::string m_region;
};

} // namespace greensward::app
