// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/event.h"

#include <QObject>
#include <QString>

namespace greensward::ui {

/// What is selected in the window, whatever list, lane or node it was selected in: every view shows the same thing
/// marked. Empty or 0: nothing of that sort.
class Selection final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QString& client() const { return m_client; }
    const QString& topic() const { return m_topic; }
    /// A message or another event of the log.
    trace::EventId event() const { return m_event; }

    void setClient(const QString& client)
    {
        if (client != m_client) {
            m_client = client;
            emit clientChanged(client);
        }
    }
    void setTopic(const QString& topic)
    {
        if (topic != m_topic) {
            m_topic = topic;
            emit topicChanged(topic);
        }
    }
    void setEvent(trace::EventId event)
    {
        if (event != m_event) {
            m_event = event;
            emit eventChanged(event);
        }
    }

signals:
    void clientChanged(const QString& client);
    void topicChanged(const QString& topic);
    void eventChanged(greensward::trace::EventId event);

private:
    QString m_client;
    QString m_topic;
    trace::EventId m_event = 0;
};

} // namespace greensward::ui
