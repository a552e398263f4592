// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "ui/models/brokers_port.h"

#include <QHash>
#include <QThread>

#include <memory>
#include <mutex>

namespace greensward::app {

class BrokerConnection;
class BrokerProbe;
struct BrokerBoard;

/// The connections to brokers elsewhere, on a network thread of their own: neither a slow broker nor a flood waits for
/// the window, nor the window for them. The engine hears of them through its recorder. Goes before the engine is
/// stopped, and needs a QCoreApplication.
class ForeignBrokers final : public ui::BrokersPort
{
public:
    static constexpr int kMost = 16;

    explicit ForeignBrokers(Engine& engine);
    ~ForeignBrokers() override;

    void open(const ui::BrokerProfile& profile) override;
    void close(const QString& name) override;
    std::vector<ui::BrokerStatus> brokers() const override;
    void publish(const QString& name, const ui::PublishRequest& request) override;
    void subscribe(const QString& name, const std::string& filter, int qos) override;
    void unsubscribe(const QString& name, const std::string& filter) override;
    void probe(const ui::BrokerProfile& profile) override;
    void stopProbe() override;
    std::vector<ui::ProbeStep> probeSteps() const override;

private:
    struct ProbeBoard
    {
        std::mutex mutex;
        std::vector<ui::ProbeStep> steps;
    };
    struct Open
    {
        BrokerConnection* connection = nullptr; ///< of the network thread
        std::shared_ptr<BrokerBoard> board;
    };
    template<typename Work>
    void with(const QString& name, Work work);

    Engine& m_engine;
    QThread m_thread;
    QObject* m_network; ///< lives on the thread
    QHash<QString, Open> m_open;
    QStringList m_order;
    std::shared_ptr<ProbeBoard> m_probeBoard;
    BrokerProbe* m_probe = nullptr; ///< of the network thread
};

} // namespace greensward::app
