// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace greensward::ui {

class EngineMirror;

/// A message that can be sent again: topic and payload may hold variables (payload_variables.h).
struct SendTemplate
{
    QString name;
    QString topic;
    QString payload;
    int qos = 0;
    bool retain = false;
    bool builtIn = false;
    bool inRow = false; ///< has a button of its own in the tool row
    bool operator==(const SendTemplate&) const = default;
};

/// The templates by name: the built-in ones first, then a person's own, which live in console/templates.json below the
/// workspace's data directory.
class TemplateLibrary final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { BuiltInRole = Qt::UserRole, InRowRole };
    static constexpr std::size_t kMost = 500;

    explicit TemplateLibrary(EngineMirror& mirror);

    const SendTemplate& at(int row) const { return m_templates[static_cast<std::size_t>(row)]; }
    int find(const QString& name) const;
    /// Why it may not be called so, in a sentence; empty when it may. `except`: a row that is renamed.
    QString nameProblem(const QString& name, int except = -1) const;
    /// A person's own of this name is replaced; answers the row, or -1 when the library is full or the name is taken by
    /// a built-in one.
    int save(SendTemplate saved);
    bool rename(int row, const QString& name);
    bool remove(int row);
    void setInRow(int row, bool inRow);
    /// Why the last change is not on disk; empty when it is.
    const QString& problem() const { return m_problem; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    void changed();

private:
    void load();
    void keep();

    EngineMirror& m_mirror;
    std::vector<SendTemplate> m_templates;
    QString m_problem;
};

} // namespace greensward::ui
