// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace greensward::ui {

/// What a presenter wants to have in view at one place of the program.
struct PresenterNote
{
    QString text; ///< Markdown
    QString next; ///< what to do next, in a sentence; empty when the note does not say
    QString file; ///< where it was read; empty when there is none

    bool operator==(const PresenterNote&) const = default;
};

/// The notes of an instructor: NAME.md, or NAME.LANGUAGE.md where there is one, of the folder of one's own and of those
/// that come with the program. The last section of a note (from its last "## " on) is what to do next.
class PresenterNotes final
{
public:
    /// own: where edited notes are, may be empty or missing; others: looked into after it, in this order.
    PresenterNotes(QString own, QStringList others) : m_own(std::move(own)), m_others(std::move(others)) {}

    /// The first of the names that there is a note for.
    PresenterNote find(const QStringList& names, const QString& language) const;
    /// Puts a copy of the note into one's own folder, unless it is there, or an empty one when there is none; answers
    /// the file. Empty with a sentence in problem when it could not be.
    QString makeOwn(const PresenterNote& note, const QString& name, QString& problem) const;

    static PresenterNote split(const QString& markdown);

private:
    QString m_own;
    QStringList m_others;
};

} // namespace greensward::ui
