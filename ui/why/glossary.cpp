// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/glossary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's resources are linked in only when somebody asks for them, outside any namespace.
static void initGlossary()
{
    Q_INIT_RESOURCE(glossary);
}

namespace greensward::ui {

const Glossary& Glossary::instance()
{
    static const Glossary kGlossary = [] {
        initGlossary();
        QFile file(QStringLiteral(":/glossary/terms.json"));
        return file.open(QIODevice::ReadOnly) ? parse(file.readAll()) : Glossary();
    }();
    return kGlossary;
}

Glossary Glossary::parse(const QByteArray& json)
{
    Glossary glossary;
    const QJsonObject terms = QJsonDocument::fromJson(json).object()[QStringLiteral("terms")].toObject();
    for (auto one = terms.begin(); one != terms.end(); ++one) {
        const QJsonObject said = one.value().toObject();
        Term term;
        term.title = said[QStringLiteral("title")].toString();
        term.text = said[QStringLiteral("text")].toString();
        for (const QJsonValue& other : said[QStringLiteral("see")].toArray())
            term.see << other.toString();
        glossary.m_terms.insert(one.key(), std::move(term));
    }
    return glossary;
}

const Glossary::Term* Glossary::find(const QString& id) const
{
    const auto found = m_terms.constFind(id);
    return found == m_terms.constEnd() ? nullptr : &*found;
}

} // namespace greensward::ui
