// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/engine_mirror.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace greensward::ui {

class BrokerChips;
class Chip;
class ElidedLabel;
class RoleLabel;
class StatusField;

/// The strip along the bottom: where the messages come from, how many, what was dropped, memory, time.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    /// Pixels, at the zoom of now.
    static int tall() { return px(36); }

    explicit StatusStrip(EngineMirror& mirror, QWidget* parent = nullptr);
    /// Hides what should not be read off a projector.
    void setMasked(bool masked);
    /// Stands in place of the facts for some seconds.
    void tell(const QString& notice);
    BrokerChips& brokers() { return *m_brokers; }

signals:
    void workspaceAsked(const QString& id);
    /// Somebody wants to know what this field means.
    void whyAsked(QWidget* field);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_notice;
    QTimer m_noticeGoes;
    void showOrigin();
    void showStatus();
    void showClock();
    void showFaults();
    void showCost();
    void showDoctor();

    EngineMirror& m_mirror;
    Chip* m_origin;
    BrokerChips* m_brokers;
    Chip* m_faults;
    QToolButton* m_doctor;
    ElidedLabel* m_facts;
    StatusField* m_rate;
    StatusField* m_memory;
    StatusField* m_losses;
    RoleLabel* m_cost;
    RoleLabel* m_clock;
    bool m_masked = false;
};

} // namespace greensward::ui
