// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace greensward::ui {

class BrokersModel;
class EngineMirror;
class ScopeStack;

/// A badge for each connection elsewhere: LIVE in a solid frame, its name and how it stands. Pressed, it offers what
/// can be done with it. No place is taken while there is none.
class BrokerChips final : public QWidget
{
    Q_OBJECT

public:
    explicit BrokerChips(EngineMirror& mirror, QWidget* parent = nullptr);
    /// Hides what should not be read off a projector.
    void setMasked(bool masked);

signals:
    void editAsked(const QString& name);
    void passwordAsked(const QString& name);

private:
    void fill();
    void showStates();

    ScopeStack& m_scope;
    BrokersModel& m_brokers;
    QHBoxLayout* m_row;
    bool m_masked = false;
};

} // namespace greensward::ui
