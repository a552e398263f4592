// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brokers/foreign_brokers.h"

#include "app/brokers/broker_connection.h"
#include "app/brokers/broker_probe.h"

#include <QTimer>

#include <algorithm>

namespace greensward::app {

namespace {

/// For goodbyes to leave.
constexpr int kFarewellMillis = 1'000;

} // namespace

ForeignBrokers::ForeignBrokers(Engine& engine) : m_engine(engine), m_network(new QObject)
{
    m_thread.setObjectName(QStringLiteral("brokers"));
    m_network->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
    m_thread.start();
}

ForeignBrokers::~ForeignBrokers()
{
    stopProbe();
    for (const QString& name : QStringList(m_order))
        close(name);
    // What closes deletes itself; the last of them, or the clock, ends the thread.
    QMetaObject::invokeMethod(m_network, [this] {
        auto* patience = new QTimer(m_network);
        QObject::connect(patience, &QTimer::timeout, m_network, [this, rounds = 0]() mutable {
            constexpr int kRoundMillis = 5;
            if (m_network->findChildren<BrokerConnection*>().isEmpty() || ++rounds * kRoundMillis > kFarewellMillis)
                m_thread.quit();
        });
        patience->start(5);
    });
    m_thread.wait();
}

void ForeignBrokers::open(const ui::BrokerProfile& profile)
{
    close(profile.name);
    if (m_open.size() >= kMost)
        return;
    Open open{.connection = nullptr, .board = std::make_shared<BrokerBoard>()};
    open.board->status.name = profile.name;
    open.board->status.address = profile.address();
    open.connection = new BrokerConnection(m_engine, profile, open.board);
    open.connection->moveToThread(&m_thread);
    QMetaObject::invokeMethod(m_network, [network = m_network, connection = open.connection] {
        connection->setParent(network);
        QObject::connect(connection, &BrokerConnection::finished, connection, &QObject::deleteLater);
        connection->start();
    });
    m_open.insert(profile.name, open);
    m_order << profile.name;
}

void ForeignBrokers::close(const QString& name)
{
    const Open open = m_open.take(name);
    m_order.removeAll(name);
    if (open.connection)
        QMetaObject::invokeMethod(m_network, [connection = open.connection] {
            connection->stop();
            QTimer::singleShot(kFarewellMillis, connection, &QObject::deleteLater); // a broker that does not let go
        });
}

std::vector<ui::BrokerStatus> ForeignBrokers::brokers() const
{
    std::vector<ui::BrokerStatus> all;
    const Instant now = m_engine.clock().now();
    for (const QString& name : m_order) {
        const Open& open = m_open[name];
        const std::lock_guard lock(open.board->mutex);
        all.push_back(open.board->status);
        if (open.board->nextTry)
            all.back().nextTry = std::max(0.0, std::chrono::duration<double>(*open.board->nextTry - now).count());
    }
    return all;
}

template<typename Work>
void ForeignBrokers::with(const QString& name, Work work)
{
    // A connection is deleted only by work that comes after it was taken out of m_open.
    if (BrokerConnection* connection = m_open.value(name).connection)
        QMetaObject::invokeMethod(m_network, [connection, work = std::move(work)] { work(*connection); });
}

void ForeignBrokers::publish(const QString& name, const ui::PublishRequest& request)
{
    with(name, [request](BrokerConnection& connection) { connection.publish(request); });
}

void ForeignBrokers::subscribe(const QString& name, const std::string& filter, int qos)
{
    with(name, [filter, qos](BrokerConnection& connection) { connection.subscribe(filter, qos); });
}

void ForeignBrokers::unsubscribe(const QString& name, const std::string& filter)
{
    with(name, [filter](BrokerConnection& connection) { connection.unsubscribe(filter); });
}

void ForeignBrokers::probe(const ui::BrokerProfile& profile)
{
    stopProbe();
    m_probeBoard = std::make_shared<ProbeBoard>();
    m_probe = new BrokerProbe(m_engine.clock(), profile, [board = m_probeBoard](const BrokerProbe::Steps& steps) {
        const std::lock_guard lock(board->mutex);
        board->steps = steps;
    });
    m_probe->moveToThread(&m_thread);
    QMetaObject::invokeMethod(m_network, [network = m_network, probe = m_probe] {
        probe->setParent(network);
        probe->start();
    });
}

void ForeignBrokers::stopProbe()
{
    if (BrokerProbe* probe = std::exchange(m_probe, nullptr))
        QMetaObject::invokeMethod(m_network, [probe] { delete probe; });
    m_probeBoard.reset();
}

std::vector<ui::ProbeStep> ForeignBrokers::probeSteps() const
{
    if (!m_probeBoard)
        return {};
    const std::lock_guard lock(m_probeBoard->mutex);
    return m_probeBoard->steps;
}

} // namespace greensward::app
