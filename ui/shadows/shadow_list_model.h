// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_book.h"

#include <QAbstractItemModel>

#include <string>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// Things that have shadows: a thing's row is its classic shadow, its named ones stand below it. Only what the window's
/// scope keeps.
class ShadowListModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Version, kColumnCount };
    enum Role { StandingRole = Qt::UserRole };
    enum class Standing { InSync, Differs, Missing, Deleted };
    Q_ENUM(Standing)

    explicit ShadowListModel(EngineMirror& mirror, QObject* parent = nullptr);

    /// The classic shadow for a thing's row, though there may be none.
    ShadowName nameAt(const QModelIndex& index) const;
    QModelIndex find(const ShadowName& name) const;
    int shadows() const { return m_shown; }
    int allShadows() const { return static_cast<int>(m_book.records().size()); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void countsChanged();

private:
    struct Thing
    {
        std::string name;
        std::vector<std::string> named;
    };
    void rebuild();

    EngineMirror& m_mirror;
    ShadowBook& m_book;
    std::vector<Thing> m_things; ///< by name
    int m_shown = 0;
};

/// "≠ 2", "in sync": how a shadow stands, in few letters.
QString standingText(const ShadowRecord* record);
ShadowListModel::Standing standingOf(const ShadowRecord* record);

} // namespace greensward::ui
