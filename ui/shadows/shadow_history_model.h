// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_record.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace greensward::ui {

class EngineMirror;

/// What was asked of one shadow, oldest first, as far as the scope keeps it: the version ladder. Keeps copies: the record goes on while a view is
/// paused.
class ShadowHistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Sort { Reported, Desired, Both, Nothing, Deleted, Refused };
    Q_ENUM(Sort)
    enum Role {
        SortRole = Qt::UserRole,
        VersionRole, ///< "v42", "409"
        WhoRole,
        WhenRole,
        WhatRole,
        DeltaRole, ///< bool: desired and reported differed afterwards
    };

    explicit ShadowHistoryModel(EngineMirror& mirror, QObject* parent = nullptr);

    /// Rows stay where they are as long as the record only grew. Null: none.
    void setRecord(const ShadowRecord* record);
    const ShadowChange& change(int row) const { return m_changes[static_cast<std::size_t>(row)]; }
    /// -1 when it is not there (any more).
    int rowOf(trace::EventId event) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    EngineMirror& m_mirror;
    ShadowName m_name;
    QStringList m_terms; ///< of the filter that the changes were chosen by
    std::vector<ShadowChange> m_changes;
};

} // namespace greensward::ui
