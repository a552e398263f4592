// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace greensward::ui {

class RefusalModel;
class ScopeStack;

/// The refusals that the window's scope lets through.
class RefusalFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    RefusalFilter(RefusalModel& model, ScopeStack& scope, QObject* parent = nullptr);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    RefusalModel& m_model;
    ScopeStack& m_scope;
};

} // namespace greensward::ui
