// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace greensward::ui {

/// One leaf in which two JSON payloads differ.
struct PayloadChange
{
    enum class Kind { Added, Removed, Changed };
    Kind kind{};
    QString path;               ///< "reported.rpm", "values[2]"
    QString before;             ///< as JSON; empty when added
    QString after;              ///< as JSON; empty when removed
    std::optional<double> step; ///< after - before, for two numbers
    bool operator==(const PayloadChange&) const = default;
};

struct PayloadDifference
{
    bool comparable = false;            ///< both are JSON
    std::vector<PayloadChange> changes; ///< in the order of the newer payload, removed ones last
    int unchanged = 0;                  ///< leaves that are the same
};

/// What changed structurally; the order of an object's fields does not matter.
PayloadDifference difference(std::string_view before, std::string_view after);

/// A difference as a table.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Before, After, Step, kColumnCount };
    enum Role { KindRole = Qt::UserRole };

    explicit DifferenceModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setChanges(std::vector<PayloadChange> changes);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PayloadChange> m_changes;
};

} // namespace greensward::ui
