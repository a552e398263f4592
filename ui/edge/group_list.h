// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>

#include <string>
#include <vector>

namespace greensward::ui {

class EdgeDesk;

/// The groups of the account, each with how it stands.
class GroupListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        StandingRole, ///< "serving · 2 devices", "not deployed"
        InkRole,      ///< ui::Role of that
        EditedRole,
    };

    GroupListModel(EdgeDesk& desk, QObject* parent);
    int rowOf(const std::string& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void follow();
    void refresh();
    QString standing(const std::string& id) const;
    int ink(const std::string& id) const;

    EdgeDesk& m_desk;
    std::vector<std::pair<std::string, QString>> m_groups; ///< id, name
};

/// One of the groups is chosen in it.
class GroupListView final : public QListView
{
    Q_OBJECT

public:
    GroupListView(GroupListModel& model, QWidget* parent);
    void mark(const std::string& id);

signals:
    void chosen(const std::string& id);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    GroupListModel& m_model;
    bool m_marking = false;
};

} // namespace greensward::ui
