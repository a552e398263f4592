// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/glossary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

// A static library's resources are linked in only when somebody asks for them, outside any namespace.
static void initGlossary()
{
    Q_INIT_RESOURCE(glossary);
}

namespace greensward::ui {

namespace {

Glossary read(const QString& name)
{
    QFile file(QStringLiteral(":/glossary/") + name);
    return file.open(QIODevice::ReadOnly) ? Glossary::parse(file.readAll()) : Glossary();
}

} // namespace

const Glossary& Glossary::instance()
{
    static QHash<QString, Glossary> known;
    const QString code = QLocale().name().section(QLatin1Char('_'), 0, 0);
    auto found = known.find(code);
    if (found == known.end())
        found = known.insert(code, inLanguage(code));
    return *found;
}

Glossary Glossary::inLanguage(const QString& code)
{
    initGlossary();
    Glossary glossary = read(QStringLiteral("terms.json"));
    glossary.translate(read(QStringLiteral("terms.%1.json").arg(code)));
    return glossary;
}

void Glossary::translate(const Glossary& other)
{
    for (auto one = other.m_terms.begin(); one != other.m_terms.end(); ++one)
        if (const auto mine = m_terms.find(one.key()); mine != m_terms.end()) {
            mine->title = one->title;
            mine->text = one->text;
        }
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
