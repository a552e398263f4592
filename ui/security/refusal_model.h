// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/models/event_consumer.h"
#include "ui/security/principal.h"

#include <QAbstractTableModel>

#include <deque>
#include <string>

namespace greensward::ui {

class ClientCertificates;
class EngineMirror;

/// Somebody was refused something.
struct Refusal
{
    WallTime time{}; ///< of the last one
    trace::EventId event = 0;
    trace::Kind kind{};
    std::string who;           ///< client id, or the ARN of an API's caller
    AccessQuestion question;   ///< of an API: {"iot CreateThing", ""}
    std::string why;           ///< in the gateway's words
    std::string certificateId; ///< it showed; empty: policies had no say
    std::string address;       ///< without the port; empty: unknown
    quint64 times = 1;

    bool isSame(const Refusal& other) const;
};

/// Every refusal of connections, messages, subscriptions and API calls, newest first; what is refused again and again
/// is one row that counts. Bounded.
class RefusalModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Time, Who, What, Why, kColumnCount };
    static constexpr std::size_t kMost = 500;

    explicit RefusalModel(EngineMirror& mirror);

    const Refusal& refusal(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1 when it has gone, or never was.
    int rowOf(trace::EventId event) const;
    /// All there were since the start.
    quint64 total() const { return m_total; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void note(const trace::Chunk& chunk, const trace::Event& event);
    void show(Refusal refusal);

    ClientCertificates& m_certificates;
    std::deque<Refusal> m_rows;
    std::deque<Refusal> m_fresh; ///< oldest first
    quint64 m_total = 0;
};

/// "Publish turbines/1/telemetry", "Connect as turbine-1", "CreateThing".
QString questionText(const AccessQuestion& question);

} // namespace greensward::ui
