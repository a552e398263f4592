// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_entry.h"

#include <QStringList>

#include <optional>

namespace greensward::ui {

/// A function as it is being edited: its package as the account has it, and what is written differently.
class FunctionDraft
{
public:
    /// The package came. What is being written stays.
    void take(const QByteArray& zip, const QString& sha256, const SourceFiles& files);
    /// What is written was saved as this package.
    void saved(const QByteArray& zip, const QString& sha256, const std::map<QString, QString>& written);
    void fail(const QString& problem) { m_problem = problem; }

    bool isKnown() const { return !m_sha256.isEmpty(); }
    const QString& sha256() const { return m_sha256; }
    const QByteArray& zip() const { return m_zip; }
    /// Why there is no code to be shown; empty otherwise.
    const QString& problem() const { return m_problem; }
    /// Texts of the package, the handler's own first.
    QStringList files(const QString& handler) const;
    QString text(const QString& file) const;
    void write(const QString& file, const QString& text);
    const std::map<QString, QString>& written() const { return m_written; }
    bool isWritten(const QString& file) const { return m_written.contains(file); }

    /// What is set differently; nothing: as the account has it.
    const std::optional<FunctionSettings>& settings() const { return m_settings; }
    void set(const FunctionSettings& settings, const FunctionSettings& asSaved);
    void settingsSaved(const FunctionSettings& saved);

    bool isDirty() const { return !m_written.empty() || m_settings; }
    void revert();

    /// The file of the package that a path at run time means: "index.py" for "/var/task/index.py". Empty: none.
    QString fileOf(const QString& path) const;

private:
    QString m_sha256;
    QByteArray m_zip;
    QString m_problem;
    std::map<QString, QString> m_texts;
    std::map<QString, QString> m_written; ///< only what differs from m_texts
    std::optional<FunctionSettings> m_settings;
};

} // namespace greensward::ui
