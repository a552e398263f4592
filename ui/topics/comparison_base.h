// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/message_log_model.h"

#include <QObject>

#include <optional>

namespace greensward::ui {

class EngineMirror;

/// The message that others are compared with, if one was chosen; a copy, for the log may let it go.
class ComparisonBase final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    explicit ComparisonBase(EngineMirror&) {}
    const std::optional<InspectedMessage>& message() const { return m_message; }
    void set(std::optional<InspectedMessage> message)
    {
        m_message = std::move(message);
        emit changed();
    }

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    void changed();

private:
    std::optional<InspectedMessage> m_message;
};

} // namespace greensward::ui
