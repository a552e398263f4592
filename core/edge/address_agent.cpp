// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/address_agent.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace json = boost::json;

namespace {

constexpr Duration kEvery = std::chrono::seconds(60);
constexpr std::string_view kOwnIds[]{"AUTOIP_", "localhost_"};

bool isOwn(std::string_view id)
{
    return std::any_of(std::begin(kOwnIds), std::end(kOwnIds),
                       [id](std::string_view own) { return id.starts_with(own); });
}

bool isLoopback(std::string_view address)
{
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

std::string textOf(const json::object& from, const char* name)
{
    const json::value* const value = from.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

} // namespace

void AddressAgent::start()
{
    m_started = true;
    m_told.clear();
    m_lookAt = m_parts.clock.now();
}

void AddressAgent::stop()
{
    m_started = false;
}

void AddressAgent::setOnline(bool online)
{
    m_online = online;
    if (online)
        m_lookAt = m_parts.clock.now();
}

std::vector<std::string> AddressAgent::names() const
{
    std::vector<std::string> all{"localhost", "127.0.0.1"};
    const auto add = [&all](const std::string& name) {
        if (!name.empty() && std::find(all.begin(), all.end(), name) == all.end())
            all.push_back(name);
    };
    for (const std::string& address : m_parts.addresses())
        add(address);
    for (const std::string& name : m_manual)
        add(name);
    return all;
}

void AddressAgent::run()
{
    if (m_started && m_online && !m_asking && m_parts.clock.now() >= m_lookAt)
        look();
}

std::optional<Instant> AddressAgent::nextDeadline() const
{
    return m_started && m_online && !m_asking ? std::optional(m_lookAt) : std::nullopt;
}

void AddressAgent::look()
{
    m_asking = true;
    m_lookAt = m_parts.clock.now() + kEvery;
    m_parts.cloud.connectivity([this](const CloudAnswer& answer) {
        m_asking = false;
        looked(answer);
    });
}

void AddressAgent::looked(const CloudAnswer& answer)
{
    if (!answer.ok() && answer.status != 404) {
        if (!answer.isPassing())
            m_parts.warn(fmt::format("the core's addresses cannot be looked up: {}", answer.problem()));
        return;
    }
    boost::system::error_code error;
    const json::value body = json::parse(answer.body, error);
    std::vector<std::string> manual;
    if (!error && body.is_object())
        if (const json::value* list = body.get_object().if_contains("ConnectivityInfo"); list && list->is_array())
            for (const json::value& entry : list->get_array())
                if (entry.is_object() && !isOwn(textOf(entry.get_object(), "Id")))
                    manual.push_back(textOf(entry.get_object(), "HostAddress"));
    if (manual != m_manual) {
        m_manual = std::move(manual);
        m_parts.changed();
    }
    if (m_manual.empty())
        tell();
}

void AddressAgent::tell()
{
    json::array list;
    std::vector<std::string> addresses = m_parts.addresses();
    // Some devices take the first that looks like an address.
    std::stable_partition(addresses.begin(), addresses.end(), [](const std::string& a) { return !isLoopback(a); });
    std::size_t number = 0;
    for (const std::string& address : addresses)
        list.push_back(json::object{{"Id", isLoopback(address) ? fmt::format("localhost_{}_{}", address, number)
                                                               : fmt::format("AUTOIP_{}_{}", address, number)},
                                    {"HostAddress", address},
                                    {"PortNumber", m_parts.port},
                                    {"Metadata", ""}}),
            ++number;
    std::string body = json::serialize(json::object{{"ConnectivityInfo", std::move(list)}});
    if (body == m_told)
        return;
    m_asking = true;
    m_parts.cloud.tellConnectivity(body, [this, body](const CloudAnswer& answer) {
        m_asking = false;
        if (answer.ok()) {
            const bool another = !m_told.empty();
            m_told = body;
            if (another)
                m_parts.changed();
        } else if (!answer.isPassing()) {
            m_parts.warn(fmt::format("the core's addresses cannot be told: {}", answer.problem()));
        }
    });
}

} // namespace greensward::edge
