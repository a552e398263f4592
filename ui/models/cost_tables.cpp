// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cost_tables.h"

#include "ui/models/number_text.h"

namespace greensward::ui {

using billing::Money;
using billing::Quantity;

namespace {

constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;

QString shareText(const Money& part, const Money& whole)
{
    if (whole.isZero())
        return QStringLiteral("–");
    return QStringLiteral("%1 %").arg(100 * part.approximate() / whole.approximate(), 0, 'f', 1);
}

QString amountText(const Money& money)
{
    return QString::fromStdString(money.text());
}

/// The price of a million, of the first tier where there are several.
QString rateText(const billing::PriceList& list, Quantity quantity)
{
    const billing::Measure& measure = list.measure(quantity);
    if (!measure.isCounted())
        return CountedTable::tr("free");
    const billing::Charge& charge = list.charges[measure.charge];
    const QString first = amountText(charge.tiers.front().perMillion);
    return charge.tiers.size() == 1 ? CountedTable::tr("%1 / M").arg(first)
                                    : CountedTable::tr("from %1 / M").arg(first);
}

} // namespace

// --- by what is counted --------------------------------------------------------------------------------------------

CountedTable::CountedTable(CostModel& model, QObject* parent) : QAbstractTableModel(parent), m_model(model)
{
    connect(&model, &CostModel::billChanged, this, &CountedTable::refresh);
    refresh();
}

void CountedTable::refresh()
{
    const auto& bill = m_model.bill();
    std::vector<Quantity> rows;
    for (std::size_t at = 0; bill && at < billing::kQuantities; ++at)
        if (bill->total.events.values[at] > 0)
            rows.push_back(static_cast<Quantity>(at));
    const int lists = bill ? static_cast<int>(bill->lists.size()) : 0;
    if (rows != m_rows || lists != m_lists) {
        beginResetModel();
        m_bill = bill;
        m_rows = std::move(rows);
        m_lists = lists;
        endResetModel();
        return;
    }
    m_bill = bill;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CountedTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CountedTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : shareColumn() + 1;
}

QVariant CountedTable::text(const QModelIndex& index) const
{
    const Quantity what = quantity(index.row());
    if (index.column() == What)
        return quantityText(what);
    if (index.column() == Happened)
        return countText(m_bill->total.events[what]);
    const auto usd = [&](std::size_t list) { return m_bill->lists[list]->cost(what, m_bill->total.units[list]); };
    if (index.column() == shareColumn()) {
        if (m_lists == 0)
            return {};
        const auto last = static_cast<std::size_t>(m_lists - 1);
        return shareText(usd(last), m_bill->cost(last));
    }
    const auto list = static_cast<std::size_t>((index.column() - kFixed) / kParts);
    switch (static_cast<Part>((index.column() - kFixed) % kParts)) {
    case Units:
        return countText(m_bill->total.units[list][what]);
    case Rate:
        return rateText(*m_bill->lists[list], what);
    default:
        return amountText(usd(list));
    }
}

QVariant CountedTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != What)
        return QVariant::fromValue(kRight);
    return role == Qt::DisplayRole ? text(index) : QVariant();
}

QVariant CountedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == What ? Qt::AlignLeft | Qt::AlignVCenter : kRight);
    if (role != Qt::DisplayRole)
        return {};
    if (section == What)
        return tr("What");
    if (section == Happened)
        return tr("Happened");
    if (section >= shareColumn() || !m_bill)
        return m_bill && m_lists > 0 ? tr("Share %1").arg(yearOf(*m_bill->lists.back())) : tr("Share");
    const QString year = yearOf(*m_bill->lists[static_cast<std::size_t>((section - kFixed) / kParts)]);
    switch (static_cast<Part>((section - kFixed) % kParts)) {
    case Units:
        return tr("Units %1").arg(year);
    case Rate:
        return tr("Price %1").arg(year);
    default:
        return tr("USD %1").arg(year);
    }
}

// --- by client, by topic -------------------------------------------------------------------------------------------

LineTable::LineTable(CostModel& model, Of of, QObject* parent) : QAbstractTableModel(parent), m_model(model), m_of(of)
{
    connect(&model, &CostModel::billChanged, this, &LineTable::refresh);
    refresh();
}

const std::vector<billing::Bill::Line>& LineTable::lines(const billing::Bill& bill) const
{
    return m_of == Of::Clients ? bill.clients : bill.topics;
}

const billing::Bill::Line& LineTable::line(int row) const
{
    return lines(*m_bill)[static_cast<std::size_t>(row)];
}

QString LineTable::name(int row) const
{
    return QString::fromStdString(line(row).name);
}

void LineTable::refresh()
{
    const auto& bill = m_model.bill();
    const int rows = bill ? static_cast<int>(lines(*bill).size()) : 0;
    const int lists = bill ? static_cast<int>(bill->lists.size()) : 0;
    bool same = rows == m_rows && lists == m_lists;
    for (int row = 0; same && row < rows; ++row)
        same = line(row).name == lines(*bill)[static_cast<std::size_t>(row)].name;
    if (!same) {
        beginResetModel();
        m_bill = bill;
        m_rows = rows;
        m_lists = lists;
        endResetModel();
        return;
    }
    m_bill = bill;
    if (rows > 0)
        emit dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
}

int LineTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LineTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : shareColumn() + 1;
}

QVariant LineTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant::fromValue(kRight);
    if (role != Qt::DisplayRole)
        return {};
    const billing::Use& use = line(index.row()).use;
    switch (index.column()) {
    case Name:
        return line(index.row()).name.empty() ? tr("all others") : name(index.row());
    case From:
        return countText(use.events[Quantity::Published] + use.events[Quantity::HttpPublish]);
    case To:
        return countText(use.events[Quantity::Delivered]);
    case Pings:
        return countText(use.events[Quantity::Ping]);
    case Minutes:
        return countText(use.events[Quantity::ConnectionMinute]);
    case Shadows:
        return countText(use.events[Quantity::ShadowOperation] + use.events[Quantity::RegistryOperation]);
    default:
        break;
    }
    if (m_lists == 0)
        return {};
    const bool share = index.column() == shareColumn();
    const auto list = static_cast<std::size_t>(share ? m_lists - 1 : index.column() - kFixed);
    const Money money = m_bill->lists[list]->cost(use.units[list]);
    return share ? shareText(money, m_bill->cost(list)) : amountText(money);
}

QVariant LineTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == Name ? Qt::AlignLeft | Qt::AlignVCenter : kRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return m_of == Of::Clients ? tr("Client") : tr("Topics below");
    case From:
        return tr("From it");
    case To:
        return tr("To it");
    case Pings:
        return tr("Pings");
    case Minutes:
        return tr("Minutes");
    case Shadows:
        return tr("Operations");
    default:
        break;
    }
    if (section < shareColumn() && m_bill)
        return tr("USD %1").arg(yearOf(*m_bill->lists[static_cast<std::size_t>(section - kFixed)]));
    return m_bill && m_lists > 0 ? tr("Share %1").arg(yearOf(*m_bill->lists.back())) : tr("Share");
}

// --- a month -------------------------------------------------------------------------------------------------------

MonthTable::MonthTable(CostModel& model, QObject* parent) : QAbstractTableModel(parent), m_model(model)
{
    connect(&model, &CostModel::billChanged, this, &MonthTable::refresh);
    connect(&model, &CostModel::monthChanged, this, &MonthTable::refresh);
    refresh();
}

void MonthTable::refresh()
{
    std::vector<Row> rows;
    if (const auto& bill = m_model.bill()) {
        const billing::Use month = m_model.month();
        for (std::size_t at = 0; at < bill->lists.size(); ++at) {
            const billing::PriceList& list = *bill->lists[at];
            const QString title = QString::fromStdString(list.title);
            for (std::size_t charge = 0; charge < list.charges.size(); ++charge) {
                const std::uint64_t units = list.chargeUnits(charge, month.units[at]);
                rows.push_back({title, QString::fromStdString(list.charges[charge].title), countText(units),
                                amountText(list.charges[charge].cost(units)), false});
            }
            rows.push_back({title, tr("Together"), {}, amountText(list.cost(month.units[at])), true});
        }
    }
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

int MonthTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MonthTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant MonthTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() >= Units)
        return QVariant::fromValue(kRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case List:
        return row.list;
    case What:
        return row.what;
    case Units:
        return row.units;
    default:
        return row.usd;
    }
}

QVariant MonthTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section < Units ? Qt::AlignLeft | Qt::AlignVCenter : kRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case List:
        return tr("Price list");
    case What:
        return tr("What");
    case Units:
        return tr("Units a month");
    default:
        return tr("USD a month");
    }
}

// --- hints ---------------------------------------------------------------------------------------------------------

HintList::HintList(CostModel& model, QObject* parent) : QAbstractListModel(parent), m_model(model)
{
    connect(&model, &CostModel::billChanged, this, &HintList::refresh);
    refresh();
}

void HintList::refresh()
{
    QStringList rows;
    if (m_model.bill())
        for (const billing::Hint& hint : m_model.hints())
            rows << hintText(hint, *m_model.bill());
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int HintList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HintList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_rows[index.row()];
}

QVariant HintList::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? tr("Hint") : QVariant();
}

} // namespace greensward::ui
