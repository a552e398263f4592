// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace greensward::ui {

class BrokersModel;
class EngineMirror;

/// Which broker something goes to: the workspace's own gateway, or a connection elsewhere. Hidden while there is only
/// the gateway.
class BrokerChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit BrokerChoice(EngineMirror& mirror, QWidget* parent = nullptr);
    /// Empty: the gateway.
    QString broker() const { return currentData().toString(); }
    void setBroker(const QString& name);

private:
    void fill();
    BrokersModel& m_brokers;
};

} // namespace greensward::ui
