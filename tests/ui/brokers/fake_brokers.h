// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_engine.h"
#include "ui/models/brokers_port.h"

#include <algorithm>

namespace greensward::ui {

/// Remembers what was asked of it, and tells what a test puts in.
class FakeBrokers final : public BrokersPort
{
public:
    void open(const BrokerProfile& profile) override
    {
        close(profile.name);
        opened.push_back(profile);
        BrokerStatus status;
        status.name = profile.name;
        status.address = profile.address();
        statuses.push_back(status);
    }
    void close(const QString& name) override
    {
        std::erase_if(statuses, [&name](const BrokerStatus& one) { return one.name == name; });
    }
    std::vector<BrokerStatus> brokers() const override { return statuses; }
    void publish(const QString&, const PublishRequest&) override {}
    void subscribe(const QString& name, const std::string& filter, int) override
    {
        subscribed.push_back(name.toStdString() + ":" + filter);
    }
    void unsubscribe(const QString&, const std::string&) override {}
    void probe(const BrokerProfile& profile) override { probed = profile; }
    void stopProbe() override {}
    std::vector<ProbeStep> probeSteps() const override { return steps; }

    std::vector<BrokerProfile> opened;
    std::vector<BrokerStatus> statuses;
    std::vector<std::string> subscribed;
    BrokerProfile probed;
    std::vector<ProbeStep> steps;
};

class EngineWithBrokers final : public FakeEngine
{
public:
    BrokersPort* brokers() override { return &elsewhere; }
    FakeBrokers elsewhere;
};

} // namespace greensward::ui
