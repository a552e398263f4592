// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_content.h"

#include <QAbstractTableModel>

namespace greensward::ui {

class EdgeDesk;

/// The devices of a group as it is wanted.
class EdgeDeviceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Standing, Synced, Certificate, Change, kColumnCount };

    EdgeDeviceModel(EdgeDesk& desk, QObject* parent);
    void setGroup(const std::string& id);
    std::string arnAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// The shadow is synced, or not, from the next deployment on.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void follow(const std::string& id);
    void lookAgain();

    EdgeDesk& m_desk;
    std::string m_group;
    GroupContent::Entries m_devices;
};

/// The functions of a group as it is wanted.
class EdgeFunctionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Life, Memory, Timeout, Variables, Change, kColumnCount };

    EdgeFunctionModel(EdgeDesk& desk, QObject* parent);
    void setGroup(const std::string& id);
    std::string arnAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow(const std::string& id);

    EdgeDesk& m_desk;
    std::string m_group;
    GroupContent::Entries m_functions;
};

} // namespace greensward::ui
