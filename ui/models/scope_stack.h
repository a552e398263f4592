// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"

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

    explicit ScopeStack(QObject* parent = nullptr);

    const QStringList& terms() const { return m_scopes[m_at].terms; }
    /// All terms as one text of the filter language.
    QString text() const { return terms().join(QLatin1Char(' ')); }
    /// The terms, parsed. Never one with a problem: such a text is not taken.
    const Filter& filter() const { return m_scopes[m_at].filter; }
    bool isEmpty() const { return terms().isEmpty(); }

    /// Replaces the scope. False, and nothing changes, when the text has a problem (see Filter::parse).
    bool setText(const QString& text);
    /// "Keep only": adds a term unless it is there. "Hide": the same with a minus in front.
    bool add(const QString& term);
    void remove(const QString& term);
    void clear();

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_scopes.size(); }
    void goBack();
    void goForward();

signals:
    void changed();

private:
    struct Scope
    {
        QStringList terms;
        Filter filter;
    };
    bool push(const QStringList& terms);

    std::vector<Scope> m_scopes;
    std::size_t m_at = 0;
};

} // namespace greensward::ui
