// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace greensward::ui {

/// The words of this trade in a few sentences each, from resources/glossary/terms.json, and terms.LANGUAGE.json.
class Glossary
{
public:
    struct Term
    {
        QString title;
        QString text;
        QStringList see; ///< other terms
    };

    /// The program's own in the language of the window. Read the first time somebody asks.
    static const Glossary& instance();
    /// What is not translated is in English.
    static Glossary inLanguage(const QString& code);
    /// Of a text in the form of terms.json; empty when it has another.
    static Glossary parse(const QByteArray& json);

    /// Null when there is none.
    const Term* find(const QString& id) const;
    /// Takes over the title and the text of terms that both have.
    void translate(const Glossary& other);
    QStringList ids() const { return m_terms.keys(); }

private:
    QHash<QString, Term> m_terms;
};

} // namespace greensward::ui
