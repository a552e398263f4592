// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What outlives the process: the numbers by list id, client and topic. Prices are not kept; their files are.
#include "billing/meter.h"

#include <boost/json.hpp>

namespace greensward::billing {

namespace json = boost::json;

namespace {

constexpr std::size_t kDeepest = 8;

json::object countsJson(const Counts& counts)
{
    json::object object;
    for (std::size_t at = 0; at < kQuantities; ++at)
        if (counts.values[at] > 0)
            object[name(static_cast<Quantity>(at))] = counts.values[at];
    return object;
}

std::uint64_t number(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    boost::system::error_code error;
    const auto number = value && value->is_number() ? value->to_number<std::uint64_t>(error) : 0;
    return error ? 0 : number;
}

/// A quantity of a later version is left out.
Counts countsOf(const json::value* value)
{
    Counts counts;
    if (value && value->is_object())
        for (std::size_t at = 0; at < kQuantities; ++at)
            counts.values[at] = number(value->get_object(), name(static_cast<Quantity>(at)));
    return counts;
}

json::object useJson(const Use& use, const std::vector<std::shared_ptr<const PriceList>>& lists)
{
    json::object units;
    for (std::size_t list = 0; list < lists.size(); ++list)
        units[lists[list]->id] = countsJson(use.units[list]);
    return {{"events", countsJson(use.events)}, {"units", std::move(units)},      {"octets", use.publishedOctets},
            {"connected", use.connectedMillis}, {"lastPayload", use.lastPayload}, {"lastTopic", use.lastTopic}};
}

Use useOf(const json::object& object, const std::vector<std::shared_ptr<const PriceList>>& lists)
{
    Use use;
    use.events = countsOf(object.if_contains("events"));
    if (const json::value* units = object.if_contains("units"); units && units->is_object())
        for (std::size_t list = 0; list < lists.size(); ++list)
            use.units[list] = countsOf(units->get_object().if_contains(lists[list]->id));
    use.publishedOctets = number(object, "octets");
    use.connectedMillis = number(object, "connected");
    use.lastPayload = static_cast<std::uint32_t>(number(object, "lastPayload"));
    use.lastTopic = static_cast<std::uint32_t>(number(object, "lastTopic"));
    return use;
}

} // namespace

std::uint64_t Meter::changes()
{
    settleAll();
    std::uint64_t sum = static_cast<std::uint64_t>(m_ledger.since.time_since_epoch().count());
    for (const std::uint64_t events : m_ledger.total.events.values)
        sum += events;
    return sum;
}

std::string Meter::record()
{
    settleAll();
    const auto lines = [this](const Lines& from) {
        json::object object;
        for (const auto& [name, use] : from)
            object[name] = useJson(*use, m_lists);
        return object;
    };
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(m_ledger.since.time_since_epoch());
    return json::serialize(json::object{{"since", since.count()},
                                        {"total", useJson(m_ledger.total, m_lists)},
                                        {"otherClients", useJson(m_ledger.otherClients, m_lists)},
                                        {"otherTopics", useJson(m_ledger.otherTopics, m_lists)},
                                        {"clients", lines(m_ledger.clients)},
                                        {"topics", lines(m_ledger.topics)}});
}

bool Meter::restore(std::string_view record)
{
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = kDeepest;
    const json::value value = json::parse(record, error, {}, options);
    if (error || !value.is_object())
        return false;
    const json::object& kept = value.get_object();
    const auto add = [&](Use& into, std::string_view member) {
        if (const json::value* use = kept.if_contains(member); use && use->is_object())
            into.add(useOf(use->get_object(), m_lists));
    };
    add(m_ledger.total, "total");
    add(m_ledger.otherClients, "otherClients");
    add(m_ledger.otherTopics, "otherTopics");
    const auto addLines = [&](std::string_view member, auto line) {
        if (const json::value* lines = kept.if_contains(member); lines && lines->is_object())
            for (const auto& [name, use] : lines->get_object())
                if (use.is_object())
                    line(std::string_view(name)).add(useOf(use.get_object(), m_lists));
    };
    addLines("clients", [this](std::string_view name) -> Use& { return clientLine(name); });
    addLines("topics", [this](std::string_view name) -> Use& { return topicLine(name); });
    if (const std::uint64_t since = number(kept, "since"); since > 0)
        m_ledger.since = WallTime{std::chrono::milliseconds(since)};
    return true;
}

} // namespace greensward::billing
