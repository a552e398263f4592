// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_content.h"

#include <QAbstractTableModel>

#include <vector>

namespace greensward::ui {

class EdgeDesk;

/// The route table of a group: from whom (rows) to whom (columns), a cell holds the subjects that lead on. What is
/// changed and not deployed is told from what is in the group.
class RouteMatrix final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SubjectsRole = Qt::UserRole, ///< QStringList: as they are wanted
        NewRole,                     ///< QStringList: those of them that the account's group does not have
        GoneRole,                    ///< QStringList: that the account's group has, and that are to go
        SourceRole,                  ///< of the route, as on the wire
        TargetRole,
        EndKindRole, ///< of headers: RouteEnd::Kind
    };

    RouteMatrix(EdgeDesk& desk, QObject* parent);
    void setGroup(const std::string& id);
    const std::string& group() const { return m_group; }
    const std::vector<RouteEnd>& ends() const { return m_ends; }
    const RouteEnd& end(int at) const { return m_ends[static_cast<std::size_t>(at)]; }
    /// −1 when it is no end.
    int placeOf(const std::string& value) const;
    int routes() const;
    /// Cloud to cloud is none.
    bool isPossible(const QModelIndex& cell) const;
    void setSubjects(const QModelIndex& cell, const QStringList& subjects);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void follow(const std::string& id);
    QString told(const QModelIndex& index) const;

    EdgeDesk& m_desk;
    std::string m_group;
    std::vector<RouteEnd> m_ends;
};

} // namespace greensward::ui
