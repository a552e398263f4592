// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace greensward::ui {

class FunctionListModel;

/// The functions of the account, one of them chosen.
class FunctionListView final : public QListView
{
    Q_OBJECT

public:
    FunctionListView(FunctionListModel& model, QWidget* parent);
    void mark(const QString& name);
    void setCompact(bool compact);

signals:
    void chosen(const QString& name);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    FunctionListModel& m_model;
    bool m_marking = false;
};

} // namespace greensward::ui
