// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/doctor.h"
#include "ui/models/event_consumer.h"

#include <QAbstractListModel>
#include <QSet>
#include <QString>

namespace greensward::ui {

class EngineMirror;

/// The doctor's open cards, the latest first. Goes on while the window is paused: what is wrong stays worth knowing.
class DoctorModel final : public QAbstractListModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Role { CodeRole = Qt::UserRole, ClientRole };

    explicit DoctorModel(EngineMirror& mirror);

    const std::vector<doctor::Card>& cards() const { return m_doctor.cards(); }
    /// What was right once.
    const std::vector<doctor::Card>& learned() const { return m_doctor.learned(); }
    /// A card is about this client.
    bool concerns(const QString& client) const { return m_clients.contains(client); }
    /// "D07 Two clients, one id", of the latest card about this client; empty without.
    QString noteOf(const QString& client) const;
    void dismiss(doctor::Code code, const std::string& key);

    void ingest(const trace::Chunk& chunk) override { m_doctor.read(chunk); }
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    /// Cards came, changed or went.
    void cardsChanged();
    /// A card that was not there before: to be announced.
    void raised(const QString& spoken);

private:
    void announceNew();

    EngineMirror& m_mirror;
    doctor::Doctor m_doctor;
    std::uint64_t m_shown = 0;
    int m_rows = 0;
    QSet<QString> m_clients;
    QSet<QString> m_known; ///< code and key of the cards shown
};

/// A text of the doctor in the language of the window.
QString doctorText(const doctor::Text& text);
/// "D07 Two clients, one id. `wt-2` is used … (certain)": a card read aloud.
QString spokenText(const doctor::Card& card);

} // namespace greensward::ui
