// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/account_reader.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace greensward::ui {

class EdgeDesk;

/// The shadows of a group's things: as the core has them, beside those of the cloud.
class ShadowPairs final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Thing, Here, Cloud, Difference, Synced, kColumnCount };
    struct Pair
    {
        std::string thing;
        std::string arn;   ///< empty: it is in the core's store, but not in the group
        std::string local; ///< document; empty: there is none, or it cannot be told
        std::string cloud;
        bool isCore = false;
        bool operator==(const Pair&) const = default;
    };

    ShadowPairs(EdgeDesk& desk, QObject* parent);
    void setGroup(const std::string& id);
    /// Asks the core and the cloud again.
    void refresh();
    const Pair* pair(int row) const;
    /// What of the state differs; −1: one of them is not there.
    int differences(const Pair& pair) const;
    /// There is a core that tells.
    bool isLocalKnown() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void read();

private:
    void follow(const std::string& id);
    void takeLocal(const std::string& thing, const std::string& document);
    Pair* find(const std::string& thing);
    void tellChanged();

    EdgeDesk& m_desk;
    AccountReader m_reader;
    std::string m_group;
    std::vector<Pair> m_pairs;
};

/// The state of a shadow's document, indented; empty when there is none.
QString shadowStateText(const std::string& document);

} // namespace greensward::ui
