// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/broker_choice.h"

#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"

namespace greensward::ui {

BrokerChoice::BrokerChoice(EngineMirror& mirror, QWidget* parent)
    : QComboBox(parent), m_brokers(mirror.model<BrokersModel>())
{
    setAccessibleName(tr("Broker"));
    setToolTip(tr("Where it goes: this workspace's gateway, or a broker elsewhere"));
    setSizeAdjustPolicy(AdjustToContents);
    connect(&m_brokers, &BrokersModel::namesChanged, this, &BrokerChoice::fill);
    fill();
}

void BrokerChoice::setBroker(const QString& name)
{
    setCurrentIndex(qMax(0, findData(name)));
}

void BrokerChoice::fill()
{
    const QString chosen = broker();
    clear();
    addItem(tr("SIM · gateway"), QString());
    for (const QString& name : m_brokers.names())
        addItem(tr("LIVE · %1").arg(name), name);
    setBroker(chosen);
    setVisible(count() > 1);
}

} // namespace greensward::ui
