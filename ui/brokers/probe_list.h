// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/brokers_port.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace greensward::ui {

class RoleLabel;

/// The steps of a connection test, as they happen.
class ProbeList final : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeList(BrokersPort* port, QWidget* parent = nullptr);
    ~ProbeList() override;

    void run(const BrokerProfile& profile);
    void clear();
    void showSteps(const std::vector<ProbeStep>& steps);
    /// All steps, one a line.
    QString text() const;
    bool isRunning() const { return m_poll.isActive(); }

signals:
    void finished(bool good);

private:
    void look();

    BrokersPort* m_port;
    QVBoxLayout* m_column;
    std::vector<RoleLabel*> m_lines;
    QTimer m_poll;
};

} // namespace greensward::ui
