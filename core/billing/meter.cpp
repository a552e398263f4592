// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/meter.h"

#include <algorithm>
#include <cassert>

namespace greensward::billing {

using namespace std::chrono_literals;

namespace {

/// A ping that is so much too early is on time: clients' timers are not the gateway's.
constexpr Duration kPingTolerance = 1s;

std::uint64_t minutesBegun(Duration connected)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(connected).count();
    return std::max<std::uint64_t>(1, (static_cast<std::uint64_t>(std::max<std::int64_t>(seconds, 0)) + 59) / 60);
}

} // namespace

std::string_view topicPart(std::string_view topic)
{
    std::size_t from = 0;
    const int levels = topic.starts_with("$aws/things/") ? 3 : 2;
    for (int level = 0; level < levels; ++level) {
        const std::size_t end = topic.find('/', from);
        if (end == std::string_view::npos)
            return topic;
        from = end + 1;
    }
    return topic.substr(0, from - 1);
}

Meter::Meter(const Clock& clock) : m_clock(clock)
{
    m_ledger.since = clock.wall();
    m_connections.resize(1);
    m_connections[0].line = &m_ledger.otherClients;
}

void Meter::setPrices(std::vector<std::shared_ptr<const PriceList>> lists, std::vector<std::string> problems)
{
    settleAll();
    lists.resize(std::min(lists.size(), kMostLists));
    std::array<std::size_t, kMostLists> before{};
    for (std::size_t at = 0; at < kMostLists; ++at) {
        const auto same = at < lists.size() ? std::find_if(m_lists.begin(), m_lists.end(),
                                                           [&](const auto& list) { return list->id == lists[at]->id; })
                                            : m_lists.end();
        before[at] = same == m_lists.end() ? kMostLists : static_cast<std::size_t>(same - m_lists.begin());
    }
    const auto reorder = [&before](Use& use) {
        const auto old = use.units;
        for (std::size_t at = 0; at < kMostLists; ++at)
            use.units[at] = before[at] < kMostLists ? old[before[at]] : Counts{};
    };
    for (Ledger* ledger : {&m_ledger, m_before.get()}) {
        if (!ledger)
            continue;
        for (Use* use : {&ledger->total, &ledger->otherClients, &ledger->otherTopics})
            reorder(*use);
        for (Lines* lines : {&ledger->clients, &ledger->topics})
            for (auto& [name, use] : *lines)
                reorder(*use);
    }
    m_lists = std::move(lists);
    m_problems = std::move(problems);
}

// --- what happens --------------------------------------------------------------------------------------------------

Seat Meter::join(std::string_view clientId, std::size_t will)
{
    if (m_free.empty()) {
        m_free.push_back(static_cast<Seat>(m_connections.size()));
        m_connections.emplace_back();
    }
    const Seat seat = m_free.back();
    m_free.pop_back();
    Connection& connection = m_connections[seat];
    connection = {};
    connection.clientId = clientId;
    connection.line = &clientLine(clientId);
    connection.since = m_clock.now();
    connection.open = true;
    for (Use* use : {&m_ledger.total, connection.line})
        add(*use, Quantity::Connect, will, 0, 1);
    settleTime(connection);
    return seat;
}

void Meter::leave(Seat seat)
{
    if (seat == 0)
        return;
    Connection& connection = m_connections[seat];
    assert(connection.open);
    settle(connection, connection.in, Quantity::Published);
    settle(connection, connection.out, Quantity::Delivered);
    settleTime(connection);
    connection.open = false;
    m_free.push_back(seat);
}

void Meter::ping(Seat seat)
{
    Connection& connection = m_connections[seat];
    const Instant now = m_clock.now();
    Counts units[kMostLists];
    for (std::size_t list = 0; list < m_lists.size(); ++list) {
        const Measure& measure = m_lists[list]->measure(Quantity::Ping);
        if (!measure.isCounted())
            continue;
        Instant& nextFree = connection.nextFreePing[list];
        if (measure.freeEverySeconds > 0 && now + kPingTolerance >= nextFree)
            nextFree = std::max(now, nextFree) + std::chrono::seconds(measure.freeEverySeconds);
        else
            units[list][Quantity::Ping] = 1;
    }
    for (Use* use : {&m_ledger.total, connection.line}) {
        ++use->events[Quantity::Ping];
        for (std::size_t list = 0; list < m_lists.size(); ++list)
            use->units[list].add(units[list]);
    }
}

void Meter::subscribe(Seat seat, std::size_t filters)
{
    for (Use* use : {&m_ledger.total, m_connections[seat].line})
        add(*use, Quantity::Subscribe, filters, 0, 1);
}

void Meter::publish(Seat seat, std::string_view topic, std::size_t payload, bool retain)
{
    Connection& connection = m_connections[seat];
    run(connection, connection.in, m_in, Quantity::Published, topic, payload);
    if (retain)
        for (Use* use : {&m_ledger.total, connection.line, &topicLine(topic)})
            add(*use, Quantity::Retained, payload, topic.size(), 1);
}

void Meter::deliver(Seat seat, std::string_view topic, std::size_t payload)
{
    Connection& connection = m_connections[seat];
    run(connection, connection.out, m_out, Quantity::Delivered, topic, payload);
}

void Meter::takeBack(Seat seat, std::string_view topic, std::size_t payload)
{
    Connection& connection = m_connections[seat];
    settle(connection, connection.out, Quantity::Delivered);
    settle(m_out, Quantity::Delivered);
    for (Use* use : {&m_ledger.total, connection.line, &topicLine(topic)})
        subtract(*use, Quantity::Delivered, payload, topic.size());
}

void Meter::acknowledge(Seat seat)
{
    for (Use* use : {&m_ledger.total, m_connections[seat].line})
        add(*use, Quantity::Acknowledged, 0, 0, 1);
}

void Meter::keep(std::string_view clientId, std::string_view topic, std::size_t payload)
{
    for (Use* use : {&m_ledger.total, &clientLine(clientId), &topicLine(topic)})
        add(*use, Quantity::Kept, payload, topic.size(), 1);
}

void Meter::count(Quantity quantity, std::string_view who, std::string_view topic, std::size_t size)
{
    add(m_ledger.total, quantity, size, topic.size(), 1);
    add(clientLine(who), quantity, size, topic.size(), 1);
    if (!topic.empty())
        add(topicLine(topic), quantity, size, topic.size(), 1);
}

// --- runs ----------------------------------------------------------------------------------------------------------

void Meter::run(Connection& connection, Run& own, TopicRun& all, Quantity quantity, std::string_view topic,
                std::size_t payload)
{
    const auto size = static_cast<std::uint32_t>(payload);
    const auto name = static_cast<std::uint32_t>(topic.size());
    if (own.payload != size || own.topic != name) {
        settle(connection, own, quantity);
        own = {size, name, 0};
    }
    ++own.count;
    if (all.run.payload != size || all.topic != topic) {
        settle(all, quantity);
        all.topic = topic;
        all.run = {size, name, 0};
    }
    ++all.run.count;
}

void Meter::settle(Connection& connection, Run& run, Quantity quantity)
{
    if (run.count > 0)
        add(*connection.line, quantity, run.payload, run.topic, run.count);
    run.count = 0;
}

void Meter::settle(TopicRun& run, Quantity quantity)
{
    if (run.run.count > 0)
        for (Use* use : {&m_ledger.total, &topicLine(run.topic)})
            add(*use, quantity, run.run.payload, run.run.topic, run.run.count);
    run.run.count = 0;
}

void Meter::settleAll()
{
    for (Connection& connection : m_connections) {
        settle(connection, connection.in, Quantity::Published);
        settle(connection, connection.out, Quantity::Delivered);
        if (connection.open)
            settleTime(connection);
    }
    settle(m_in, Quantity::Published);
    settle(m_out, Quantity::Delivered);
}

/// Each minute that was begun, at least one [price page: one-minute increments].
void Meter::settleTime(Connection& connection)
{
    const Duration connected = m_clock.now() - connection.since;
    const auto millis = static_cast<std::uint64_t>(
        std::max<std::int64_t>(0, std::chrono::floor<std::chrono::milliseconds>(connected).count()));
    const std::uint64_t minutes = minutesBegun(connected);
    for (Use* use : {&m_ledger.total, connection.line}) {
        if (minutes > connection.minutesCounted)
            add(*use, Quantity::ConnectionMinute, 0, 0, minutes - connection.minutesCounted);
        use->connectedMillis += millis - std::min(millis, connection.millisCounted);
    }
    connection.minutesCounted = std::max(minutes, connection.minutesCounted);
    connection.millisCounted = std::max(millis, connection.millisCounted);
}

void Meter::add(Use& use, Quantity quantity, std::uint64_t payload, std::uint64_t topic, std::uint64_t times) const
{
    use.events[quantity] += times;
    for (std::size_t list = 0; list < m_lists.size(); ++list)
        if (const Measure& measure = m_lists[list]->measure(quantity); measure.isCounted())
            use.units[list][quantity] += measure.units(payload, topic) * times;
    if (quantity == Quantity::Published) {
        use.publishedOctets += payload * times;
        use.lastPayload = static_cast<std::uint32_t>(payload);
        use.lastTopic = static_cast<std::uint32_t>(topic);
    }
}

/// Never below nought: the meter may have been reset since.
void Meter::subtract(Use& use, Quantity quantity, std::uint64_t payload, std::uint64_t topic) const
{
    use.events[quantity] -= std::min<std::uint64_t>(use.events[quantity], 1);
    for (std::size_t list = 0; list < m_lists.size(); ++list)
        if (const Measure& measure = m_lists[list]->measure(quantity); measure.isCounted())
            use.units[list][quantity] -= std::min(use.units[list][quantity], measure.units(payload, topic));
}

Use& Meter::clientLine(std::string_view clientId)
{
    const auto known = m_ledger.clients.find(clientId);
    if (known != m_ledger.clients.end())
        return *known->second;
    if (clientId.empty() || m_ledger.clients.size() >= kMostClients)
        return m_ledger.otherClients;
    return *m_ledger.clients.emplace(std::string(clientId), std::make_unique<Use>()).first->second;
}

Use& Meter::topicLine(std::string_view topic)
{
    const std::string_view part = topicPart(topic);
    const auto known = m_ledger.topics.find(part);
    if (known != m_ledger.topics.end())
        return *known->second;
    if (m_ledger.topics.size() >= kMostTopics)
        return m_ledger.otherTopics;
    return *m_ledger.topics.emplace(std::string(part), std::make_unique<Use>()).first->second;
}

// --- to look at ----------------------------------------------------------------------------------------------------

Bill Meter::bill()
{
    settleAll();
    Bill bill{.since = m_ledger.since,
              .made = m_clock.wall(),
              .lists = m_lists,
              .problems = m_problems,
              .total = m_ledger.total,
              .clients = {},
              .topics = {},
              .canUndoReset = m_before != nullptr};
    const auto fill = [this](std::vector<Bill::Line>& lines, const Lines& from, const Use& others) {
        std::vector<std::pair<Money, Bill::Line>> priced;
        const auto take = [&](const std::string& name, const Use& use) {
            if (use == Use{})
                return;
            const std::size_t list = m_lists.empty() ? 0 : m_lists.size() - 1;
            priced.emplace_back(m_lists.empty() ? Money{} : m_lists[list]->cost(use.units[list]),
                                Bill::Line{name, use});
        };
        for (const auto& [name, use] : from)
            take(name, *use);
        take({}, others);
        std::sort(priced.begin(), priced.end(), [](const auto& one, const auto& other) {
            return one.first == other.first ? one.second.name < other.second.name : other.first < one.first;
        });
        for (auto& [money, line] : priced)
            lines.push_back(std::move(line));
    };
    fill(bill.clients, m_ledger.clients, m_ledger.otherClients);
    fill(bill.topics, m_ledger.topics, m_ledger.otherTopics);
    return bill;
}

void Meter::reset()
{
    settleAll();
    m_before = std::make_unique<Ledger>(std::move(m_ledger));
    m_ledger = {};
    m_ledger.since = m_clock.wall();
    findLinesAgain();
}

void Meter::undoReset()
{
    if (!m_before)
        return;
    settleAll();
    Ledger since = std::move(m_ledger);
    m_ledger = std::move(*m_before);
    m_before.reset();
    m_ledger.total.add(since.total);
    m_ledger.otherClients.add(since.otherClients);
    m_ledger.otherTopics.add(since.otherTopics);
    for (const auto& [name, use] : since.clients)
        clientLine(name).add(*use);
    for (const auto& [name, use] : since.topics)
        topicLine(name).add(*use);
    findLinesAgain();
}

/// The lines are other ones now.
void Meter::findLinesAgain()
{
    m_connections[0].line = &m_ledger.otherClients;
    for (Connection& connection : m_connections)
        if (connection.open)
            connection.line = &clientLine(connection.clientId);
}

} // namespace greensward::billing
