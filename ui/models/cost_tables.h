// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cost_model.h"

#include <QAbstractListModel>
#include <QAbstractTableModel>

namespace greensward::ui {

/// What was counted, a row each: how often it happened, then for each price list its units, price and money, and the
/// share of the last list's sum.
class CountedTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Happened, kFixed };
    enum Part { Units, Rate, Usd, kParts };

    explicit CountedTable(CostModel& model, QObject* parent = nullptr);
    billing::Quantity quantity(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int lists() const { return m_lists; }
    int column(int list, Part part) const { return kFixed + list * kParts + part; }
    int shareColumn() const { return kFixed + m_lists * kParts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void refresh();
    QVariant text(const QModelIndex& index) const;

    CostModel& m_model;
    std::shared_ptr<const billing::Bill> m_bill;
    std::vector<billing::Quantity> m_rows;
    int m_lists = 0;
};

/// Clients, or parts of the topic tree: what each used and what it costs.
class LineTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Of { Clients, Topics };
    enum Column { Name, From, To, Pings, Minutes, Shadows, kFixed };

    LineTable(CostModel& model, Of of, QObject* parent = nullptr);
    QString name(int row) const;
    int lists() const { return m_lists; }
    int usdColumn(int list) const { return kFixed + list; }
    int shareColumn() const { return kFixed + m_lists; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void refresh();
    const std::vector<billing::Bill::Line>& lines(const billing::Bill& bill) const;
    const billing::Bill::Line& line(int row) const;

    CostModel& m_model;
    Of m_of;
    std::shared_ptr<const billing::Bill> m_bill;
    int m_rows = 0;
    int m_lists = 0;
};

/// A month with many devices: each charge of each price list, and the sums.
class MonthTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { List, What, Units, Usd, kColumnCount };

    explicit MonthTable(CostModel& model, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString list;
        QString what;
        QString units;
        QString usd;
        bool sum;
    };
    void refresh();

    CostModel& m_model;
    std::vector<Row> m_rows;
};

/// What could be chosen differently, a sentence each.
class HintList final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HintList(CostModel& model, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void refresh();

    CostModel& m_model;
    QStringList m_rows;
};

} // namespace greensward::ui
