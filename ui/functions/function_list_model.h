// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace greensward::ui {

class EngineMirror;
class FunctionDesk;

/// The account's functions, each in two lines: its name, and how it is with it.
class FunctionListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// How the last call went, as far as this window knows.
    enum class Standing { NotCalled, Running, Warm, Cold, Failed };
    enum Role {
        NameRole = Qt::UserRole,
        FactsRole, ///< "python3.9 · 2 versions · 1 alias"
        CallsRole, ///< "4 s ago · warm · 1 of 3 failed"
        StandingRole,
        DirtyRole,
    };

    FunctionListModel(EngineMirror& mirror, FunctionDesk& desk, QObject* parent);

    int rowOf(const QString& name) const;
    /// What is said of the last call: "not called yet", "cold", "warm", "failed".
    QString standingText(const QString& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void follow();
    void refresh();
    Standing standingOf(const QString& name) const;
    QString facts(const QString& name) const;
    QString calls(const QString& name) const;

    EngineMirror& m_mirror;
    FunctionDesk& m_desk;
    std::vector<QString> m_names; ///< as shown
};

} // namespace greensward::ui
