// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace greensward::ui {

class EngineMirror;

/// The rows of the activity list that the window's scope lets through.
class ActivityFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ActivityFilter(EngineMirror& mirror, QObject* parent = nullptr);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    EngineMirror& m_mirror;
};

} // namespace greensward::ui
