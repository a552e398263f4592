// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cost_model.h"

#include "billing/projection.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QUndoCommand>

#include <algorithm>

namespace greensward::ui {

using billing::Hint;
using billing::Quantity;

namespace {

constexpr std::size_t kMostHints = 20;

class ResetMeter final : public QUndoCommand
{
public:
    ResetMeter(EngineMirror& mirror, CostModel& model)
        : QUndoCommand(CostModel::tr("Reset the meter")), m_mirror(mirror), m_model(model)
    {}
    void redo() override
    {
        m_mirror.engine().resetMeter();
        m_model.refresh();
    }
    void undo() override
    {
        m_mirror.engine().undoMeterReset();
        m_model.refresh();
    }

private:
    EngineMirror& m_mirror;
    CostModel& m_model;
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Cost", text);
}

QString octetsText(std::uint64_t octets)
{
    return translated("%1 B").arg(countText(octets));
}

} // namespace

CostModel::CostModel(EngineMirror& mirror) : m_mirror(mirror)
{
    m_undo.setUndoLimit(1); // the meter remembers one reset
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (!m_mirror.isPaused())
            refresh();
    });
    refresh();
}

void CostModel::refresh()
{
    auto bill = m_mirror.engine().bill();
    if (bill == m_bill)
        return;
    m_bill = std::move(bill);
    m_hints = m_bill ? billing::hintsOf(*m_bill, kMostHints) : std::vector<Hint>{};
    emit billChanged();
}

bool CostModel::isEmpty() const
{
    return !m_bill || m_bill->total.events == billing::Counts{};
}

QString CostModel::reference() const
{
    if (!m_reference.isEmpty() || !m_bill)
        return m_reference;
    const std::string& console = m_mirror.status().consoleClient;
    const auto device = std::find_if(m_bill->clients.begin(), m_bill->clients.end(), [&](const auto& line) {
        return !line.name.empty() && line.name != console && line.use.connectedMillis > 0;
    });
    return device == m_bill->clients.end() ? QString() : QString::fromStdString(device->name);
}

void CostModel::setReference(const QString& clientId)
{
    if (m_reference == clientId)
        return;
    m_reference = clientId;
    emit monthChanged();
}

void CostModel::setDevices(int devices)
{
    devices = std::clamp(devices, 1, kMostDevices);
    if (m_devices == devices)
        return;
    m_devices = devices;
    emit monthChanged();
}

billing::Use CostModel::month() const
{
    if (!m_bill)
        return {};
    const std::string name = reference().toStdString();
    for (const auto& line : m_bill->clients)
        if (!name.empty() && line.name == name)
            return billing::monthOf(line.use, static_cast<std::uint64_t>(m_devices), *m_bill);
    return {};
}

void CostModel::reset()
{
    m_undo.push(new ResetMeter(m_mirror, *this));
}

void CostModel::rereadPrices()
{
    m_mirror.engine().rereadPrices();
}

// --- words ---------------------------------------------------------------------------------------------------------

QString moneyText(const billing::Money& money)
{
    return translated("%1 USD").arg(QString::fromStdString(money.text()));
}

QString yearOf(const billing::PriceList& list)
{
    return QString::fromStdString(list.date).left(4);
}

QString quantityText(Quantity quantity)
{
    switch (quantity) {
    case Quantity::ConnectionMinute:
        return translated("Minutes connected");
    case Quantity::Connect:
        return translated("Connections made");
    case Quantity::Ping:
        return translated("Pings");
    case Quantity::Published:
        return translated("Messages from devices");
    case Quantity::Delivered:
        return translated("Messages to devices");
    case Quantity::Retained:
        return translated("Messages retained");
    case Quantity::Acknowledged:
        return translated("Acknowledgements from devices");
    case Quantity::Subscribe:
        return translated("Subscriptions made");
    case Quantity::Kept:
        return translated("Messages kept for absent devices");
    case Quantity::HttpPublish:
        return translated("Messages by HTTP");
    case Quantity::HttpRefusal:
        return translated("Refusals by HTTP");
    case Quantity::ShadowOperation:
        return translated("Shadow operations");
    case Quantity::RegistryOperation:
        return translated("Registry operations");
    case Quantity::RuleTriggered:
        return translated("Rules triggered");
    case Quantity::RuleAction:
        return translated("Actions of rules");
    case Quantity::kCount:
        break;
    }
    return {};
}

QString hintText(const Hint& hint, const billing::Bill& bill)
{
    const billing::PriceList& list = *bill.lists[hint.list];
    const QString year = yearOf(list);
    const QString who = QString::fromStdString(hint.who);
    const QString saves = moneyText(hint.saves);
    switch (hint.kind) {
    case Hint::Kind::JustOverABlock:
        return hint.units == 2
                   ? translated("%1, %2: a message of %3 costs two units. %4 less halves it; so far that is %5.")
                         .arg(year, who, octetsText(hint.size), octetsText(hint.spare), saves)
                   : translated("%1, %2: a message of %3 costs %4 units. %5 less makes it %6; so far that is %7.")
                         .arg(year, who, octetsText(hint.size), countText(hint.units), octetsText(hint.spare),
                              countText(hint.units - 1), saves);
    case Hint::Kind::Pings:
        return translated(
                   "%1, %2: %3 pings were billed, one each %4 s. This choice costs %5 so far; a longer keep-alive "
                   "costs less.")
            .arg(year, who, countText(hint.units), QString::number(hint.seconds, 'f', hint.seconds < 10 ? 1 : 0),
                 saves);
    case Hint::Kind::FanOut:
        return translated(
                   "%1, %2: each message is delivered %3 times. With its publishing this choice costs ×%4; to one "
                   "receiver it would cost %5 less.")
            .arg(year, who, countText(hint.factor), countText(hint.factor + 1), saves);
    case Hint::Kind::RoomLeft:
        return translated("%1, %2: a message of %3 pays for %4. %5 readings in one message cost as much as one; so far "
                          "that would have saved %6.")
            .arg(year, who, octetsText(hint.size), octetsText(list.measure(Quantity::Published).block),
                 countText(hint.factor), saves);
    }
    return {};
}

} // namespace greensward::ui
