// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace greensward::ui {

class BrokerDialog;
class Commands;
class EngineMirror;
class PasswordDialog;

/// What the window can do with brokers elsewhere: its commands, and the dialog behind them.
class BrokerDesk final : public QObject
{
    Q_OBJECT

public:
    /// owner: the commands go when it does; window: the dialog stands before it.
    BrokerDesk(EngineMirror& mirror, Commands& commands, QObject* owner, QWidget& window);

    /// Null where there can be no connection: a capture.
    BrokerDialog* connectToBroker();
    /// Endpoint and a folder of certificates.
    BrokerDialog* connectToAws();
    BrokerDialog* edit(const QString& name);
    /// For the password of a saved connection, in a window beside this one.
    PasswordDialog* askPassword(const QString& name, bool refused);

signals:
    /// Connected, or about to.
    void opened();

private:
    BrokerDialog* openDialog();

    EngineMirror& m_mirror;
    QWidget& m_window;
};

} // namespace greensward::ui
