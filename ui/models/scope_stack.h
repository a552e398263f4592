// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>

#include <cstddef>
#include <vector>

namespace greensward::ui {

/// The window's one scope: the filter that log, lanes, plots and map share, with the way back to earlier ones. A scope
/// is a list of terms (chips), joined by "and".
class ScopeStack final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostScopes = 100; ///< remembered; older ones are forgotten
    static constexpr qsizetype kMostSaved = 50;

    /// A filter with a name, kept between runs.
    struct Saved
    {
        QString name;
        QString text;
    };

    explicit ScopeStack(QObject* parent = nullptr);

    const QStringList& terms() const { return m_scopes[m_at].terms; }
    /// All terms as one text of the filter language.
    QString text() const { return terms().join(QLatin1Char(' ')); }
    /// The terms and the draft, parsed. Never one with a problem: such a text is not taken.
    const Filter& filter() const { return m_draft.isEmpty() ? m_scopes[m_at].filter : m_withDraft; }
    bool isEmpty() const { return terms().isEmpty() && m_draft.isEmpty(); }

    /// What is being typed: it filters already, but is no step that one can come back to. False, and the draft before
    /// it ends, when the text has a problem.
    bool setDraft(const QString& text);
    const QString& draft() const { return m_draft; }

    /// Replaces the scope. False, and nothing changes, when the text has a problem (see Filter::parse).
    bool setText(const QString& text);
    /// "Keep only": adds a term unless it is there; its opposite goes. "Hide": the same with a minus in front.
    bool add(const QString& term);
    void remove(const QString& term);
    void clear();

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_scopes.size(); }
    void goBack();
    void goForward();

    /// In the order of their names.
    const QList<Saved>& saved() const { return m_saved; }
    /// Keeps a text under a name, in place of what had the name. False when there is no name, the text has a problem,
    /// or kMostSaved are kept.
    bool save(const QString& name, const QString& text);
    void forget(const QString& name);
    /// The saved filters as JSON, and read back; what is no such text changes nothing.
    QByteArray savedText() const;
    void setSavedText(const QByteArray& json);

signals:
    void changed();
    void savedChanged();

private:
    struct Scope
    {
        QStringList terms;
        Filter filter;
    };
    bool push(const QStringList& terms);

    std::vector<Scope> m_scopes;
    std::size_t m_at = 0;
    QString m_draft;
    Filter m_withDraft;
    QList<Saved> m_saved;
};

} // namespace greensward::ui
