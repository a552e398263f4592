// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scope_stack.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace greensward::ui {

ScopeStack::ScopeStack(QObject* parent) : QObject(parent), m_scopes(1) {}

bool ScopeStack::setText(const QString& text)
{
    const Filter filter = Filter::parse(text);
    return filter.problem().isEmpty() && push(filter.terms());
}

bool ScopeStack::setDraft(const QString& text)
{
    const QString draft = text.trimmed();
    if (draft == m_draft)
        return true;
    Filter filter = Filter::parse(this->text() + QLatin1Char(' ') + draft);
    const bool sound = filter.problem().isEmpty();
    if (!sound && m_draft.isEmpty())
        return false;
    m_draft = sound ? draft : QString();
    m_withDraft = std::move(filter);
    emit changed();
    return sound;
}

bool ScopeStack::add(const QString& term)
{
    if (terms().contains(term))
        return true;
    QStringList kept = terms();
    kept.removeAll(oppositeTerm(term));
    return push(kept + QStringList{term});
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
    const bool hadDraft = !std::exchange(m_draft, {}).isEmpty();
    if (terms == this->terms()) {
        if (hadDraft)
            emit changed();
        return true;
    }
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
    m_draft.clear();
    emit changed();
}

void ScopeStack::goForward()
{
    if (!canGoForward())
        return;
    ++m_at;
    m_draft.clear();
    emit changed();
}

bool ScopeStack::save(const QString& name, const QString& text)
{
    const QString plain = name.simplified();
    const Filter filter = Filter::parse(text);
    if (plain.isEmpty() || plain.size() > 80 || filter.isEmpty() || !filter.problem().isEmpty())
        return false;
    const auto same = [&](const Saved& one) { return one.name == plain; };
    const bool isNew = std::none_of(m_saved.begin(), m_saved.end(), same);
    if (isNew && m_saved.size() >= kMostSaved)
        return false;
    m_saved.removeIf(same);
    const auto place =
        std::lower_bound(m_saved.begin(), m_saved.end(), plain, [](const Saved& one, const QString& two) {
            return QString::localeAwareCompare(one.name, two) < 0;
        });
    m_saved.insert(place, {plain, filter.terms().join(QLatin1Char(' '))});
    emit savedChanged();
    return true;
}

void ScopeStack::forget(const QString& name)
{
    if (m_saved.removeIf([&](const Saved& one) { return one.name == name; }) > 0)
        emit savedChanged();
}

QByteArray ScopeStack::savedText() const
{
    QJsonArray list;
    for (const Saved& one : m_saved)
        list.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("text"), one.text}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

void ScopeStack::setSavedText(const QByteArray& json)
{
    for (const QJsonValue& one : QJsonDocument::fromJson(json).array())
        save(one[QStringLiteral("name")].toString(), one[QStringLiteral("text")].toString());
}

} // namespace greensward::ui
