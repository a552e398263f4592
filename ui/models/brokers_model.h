// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/brokers_port.h"
#include "ui/models/event_consumer.h"

#include <QObject>

#include <vector>

namespace greensward::ui {

class EngineMirror;

/// How the connections to brokers elsewhere stand, looked at ten times a second while there are any.
class BrokersModel final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    explicit BrokersModel(EngineMirror& mirror);

    const std::vector<BrokerStatus>& brokers() const { return m_brokers; }
    QStringList names() const;
    /// Null where there can be none: a capture, an engine that did not start.
    BrokersPort* port() const;
    void open(const BrokerProfile& profile);
    /// Says goodbye; not opened again at the next start.
    void close(const QString& name);
    /// Opens what was open at the end of the run before, once; of those whose password was not kept, asks for it.
    void reopen();
    /// "online over tls 1.3", "tries again in 4 s (2 failed): nobody listens …"
    static QString standing(const BrokerStatus& broker);

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    /// A connection came, went, or stands otherwise.
    void changed();
    /// Came or went.
    void namesChanged();
    /// refused: the broker did not take the one it got; else there is none yet.
    void passwordWanted(const QString& name, bool refused);

private:
    void refresh();

    EngineMirror& m_mirror;
    bool m_reopened = false;
    bool m_used = false; ///< something was opened: before, nobody is asked
    std::vector<BrokerStatus> m_brokers;
};

} // namespace greensward::ui
