// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace greensward::ui {

/// One leaf in which two JSON payloads differ.
struct PayloadChange
{
    enum class Kind { Added, Removed, Changed, Retyped };
    Kind kind{};
    QString path;               ///< "reported.rpm", "values[2]"
    QString before;             ///< as JSON; empty when added
    QString after;              ///< as JSON; empty when removed
    std::optional<double> step; ///< after - before, for two numbers
    bool ignored = false;       ///< on the list of what does not count
    QString note;               ///< Retyped: "number → text"
    bool operator==(const PayloadChange&) const = default;
};

struct PayloadDifference
{
    bool comparable = false; ///< both are JSON
    std::vector<PayloadChange>
        changes;       ///< in the order of the newer payload, removed ones last, ignored ones at the end
    int unchanged = 0; ///< leaves that are the same
    int ignored = 0;   ///< changes that do not count
};

/// Fields that a difference passes over: a bare name ("timestamp") at any depth, a path ("state.rpm") in one place.
bool isIgnored(const QString& path, const QStringList& ignore);

/// What changed structurally; the order of an object's fields does not matter. Arrays of things that name themselves
/// (by id, name, key or thing) are compared thing by thing; of two arrays of different length, the longest run that is
/// in both stays where it is. Paths are those of the newer payload, of removed ones those of the older.
PayloadDifference difference(std::string_view before, std::string_view after, const QStringList& ignore = {});

/// A difference as a table.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Before, After, Step, kColumnCount };
    enum Role { KindRole = Qt::UserRole, IgnoredRole, PathRole };

    explicit DifferenceModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setChanges(std::vector<PayloadChange> changes);
    const PayloadChange& change(int row) const { return m_changes[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PayloadChange> m_changes;
};

} // namespace greensward::ui
