// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/durable_session_store.h"

#include "mqtt/session_ledger.h"

namespace greensward::mqtt {

using store::Database;

namespace {

/// What an operation holds besides texts and messages, roughly.
constexpr std::size_t kOperationBytes = 160;

} // namespace

DurableSessionStore::DurableSessionStore(store::Writer& writer, std::string broker)
    : m_writer(writer), m_ledger(std::make_shared<SessionLedger>(std::move(broker)))
{}

DurableSessionStore::~DurableSessionStore() = default;

store::StoreResult<StoredBroker> DurableSessionStore::load()
{
    StoredBroker found;
    return m_writer
        .runNow([&](Database& database) {
            return m_ledger->load(database).map([&](StoredBroker loaded) { found = std::move(loaded); });
        })
        .map([&] { return std::move(found); });
}

template<typename Change>
Ticket DurableSessionStore::submit(Change change, std::size_t bytes)
{
    return m_writer.submit(
        [ledger = m_ledger, change = std::move(change)](Database& database) { return change(*ledger, database); },
        kOperationBytes + bytes);
}

/// A message that is queued for many sessions in a row is there once.
std::size_t DurableSessionStore::weigh(const MessagePtr& message)
{
    if (message.get() == m_lastWeighed)
        return 0;
    m_lastWeighed = message.get();
    return message->topic.size() + message->payload.size();
}

Ticket DurableSessionStore::saveSession(std::string_view clientId, std::uint32_t expiry,
                                        std::optional<WallTime> disconnectedAt)
{
    return submit(
        [client = std::string(clientId), expiry, disconnectedAt](SessionLedger& ledger, Database& database) {
            return ledger.saveSession(database, client, expiry, disconnectedAt);
        },
        clientId.size());
}

Ticket DurableSessionStore::dropSession(std::string_view clientId)
{
    return submit([client = std::string(clientId)](SessionLedger& ledger,
                                                   Database& database) { return ledger.dropSession(database, client); },
                  clientId.size());
}

Ticket DurableSessionStore::saveSubscription(std::string_view clientId, const StoredSession::Subscription& subscription)
{
    return submit(
        [client = std::string(clientId), subscription](SessionLedger& ledger, Database& database) {
            return ledger.saveSubscription(database, client, subscription);
        },
        clientId.size() + subscription.filter.size());
}

Ticket DurableSessionStore::dropSubscription(std::string_view clientId, std::string_view filter)
{
    return submit(
        [client = std::string(clientId), filter = std::string(filter)](SessionLedger& ledger, Database& database) {
            return ledger.dropSubscription(database, client, filter);
        },
        clientId.size() + filter.size());
}

Ticket DurableSessionStore::addDelivery(std::string_view clientId, const StoredSession::Delivery& delivery)
{
    return submit(
        [client = std::string(clientId), delivery](SessionLedger& ledger, Database& database) {
            return ledger.addDelivery(database, client, delivery);
        },
        clientId.size() + weigh(delivery.message));
}

Ticket DurableSessionStore::updateDelivery(std::string_view clientId, std::uint64_t order, PacketId packetId,
                                           DeliveryState state)
{
    return submit(
        [client = std::string(clientId), order, packetId, state](SessionLedger& ledger, Database& database) {
            return ledger.updateDelivery(database, client, order, packetId, state);
        },
        clientId.size());
}

Ticket DurableSessionStore::dropDelivery(std::string_view clientId, std::uint64_t order)
{
    return submit(
        [client = std::string(clientId), order](SessionLedger& ledger, Database& database) {
            return ledger.dropDelivery(database, client, order);
        },
        clientId.size());
}

Ticket DurableSessionStore::addReceived(std::string_view clientId, PacketId packetId)
{
    return submit(
        [client = std::string(clientId), packetId](SessionLedger& ledger, Database& database) {
            return ledger.addReceived(database, client, packetId);
        },
        clientId.size());
}

Ticket DurableSessionStore::dropReceived(std::string_view clientId, PacketId packetId)
{
    return submit(
        [client = std::string(clientId), packetId](SessionLedger& ledger, Database& database) {
            return ledger.dropReceived(database, client, packetId);
        },
        clientId.size());
}

Ticket DurableSessionStore::saveWill(std::string_view clientId, const MessagePtr& message, WallTime dueAt)
{
    return submit(
        [client = std::string(clientId), message, dueAt](SessionLedger& ledger, Database& database) {
            return ledger.saveWill(database, client, message, dueAt);
        },
        clientId.size() + weigh(message));
}

Ticket DurableSessionStore::dropWill(std::string_view clientId)
{
    return submit([client = std::string(clientId)](SessionLedger& ledger,
                                                   Database& database) { return ledger.dropWill(database, client); },
                  clientId.size());
}

Ticket DurableSessionStore::saveRetained(const MessagePtr& message)
{
    return submit(
        [message](SessionLedger& ledger, Database& database) { return ledger.saveRetained(database, message); },
        weigh(message));
}

Ticket DurableSessionStore::dropRetained(std::string_view topic)
{
    return submit([topic = std::string(topic)](SessionLedger& ledger,
                                               Database& database) { return ledger.dropRetained(database, topic); },
                  topic.size());
}

void DurableSessionStore::beginTogether()
{
    m_writer.beginTogether();
}

void DurableSessionStore::endTogether()
{
    m_writer.endTogether();
}

bool DurableSessionStore::congested() const
{
    return m_writer.congested();
}

} // namespace greensward::mqtt
