// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billing/bill.h"
#include "billing/hint.h"
#include "ui/models/event_consumer.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// The meter's newest bill as the window shows it, what a month with more devices would cost, and what could be chosen
/// differently. Looks once a second; while the window is paused it keeps what it shows.
class CostModel final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr int kMostDevices = 1'000'000;

    explicit CostModel(EngineMirror& mirror);

    /// Null before the first, and where nothing is metered.
    const std::shared_ptr<const billing::Bill>& bill() const { return m_bill; }
    bool isEmpty() const;
    const std::vector<billing::Hint>& hints() const { return m_hints; }

    /// "If this ran a month with so many like that client": the client; the dearest that is no console's own until one
    /// is chosen.
    QString reference() const;
    void setReference(const QString& clientId);
    int devices() const { return m_devices; }
    void setDevices(int devices);
    /// Nothing counted without a bill or a client.
    billing::Use month() const;

    /// Can be undone, with what came since: once.
    void reset();
    QUndoStack& undoStack() { return m_undo; }
    void rereadPrices();
    /// Looks now instead of at the next second.
    void refresh();

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    void billChanged();
    /// Reference or number of devices.
    void monthChanged();

private:
    EngineMirror& m_mirror;
    std::shared_ptr<const billing::Bill> m_bill;
    std::vector<billing::Hint> m_hints;
    QString m_reference;
    int m_devices = 500;
    QUndoStack m_undo;
};

/// "0.0031 USD".
QString moneyText(const billing::Money& money);
/// The year of a price list, by which it is told from the others: "2017".
QString yearOf(const billing::PriceList& list);
/// What is counted, in words: "Messages from devices".
QString quantityText(billing::Quantity quantity);
/// The hint with its arithmetic, one or two sentences.
QString hintText(const billing::Hint& hint, const billing::Bill& bill);

} // namespace greensward::ui
