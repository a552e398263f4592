// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scope_stack.h"

namespace greensward::ui {

ScopeStack::ScopeStack(QObject* parent) : QObject(parent), m_scopes(1) {}

bool ScopeStack::setText(const QString& text)
{
    return push(Filter::parse(text).terms());
}

bool ScopeStack::add(const QString& term)
{
    if (terms().contains(term))
        return true;
    return push(terms() + QStringList{term});
}

void ScopeStack::remove(const QString& term)
{
    QStringList rest = terms();
    rest.removeAll(term);
    push(rest);
}

void ScopeStack::clear()
{
    push({});
}

bool ScopeStack::push(const QStringList& terms)
{
    Filter filter = Filter::parse(terms.join(QLatin1Char(' ')));
    if (!filter.problem().isEmpty())
        return false;
    if (terms == this->terms())
        return true;
    m_scopes.resize(m_at + 1);
    m_scopes.push_back({terms, std::move(filter)});
    if (m_scopes.size() > kMostScopes)
        m_scopes.erase(m_scopes.begin());
    m_at = m_scopes.size() - 1;
    emit changed();
    return true;
}

void ScopeStack::goBack()
{
    if (!canGoBack())
        return;
    --m_at;
    emit changed();
}

void ScopeStack::goForward()
{
    if (!canGoForward())
        return;
    ++m_at;
    emit changed();
}

} // namespace greensward::ui
