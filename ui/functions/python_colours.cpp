// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/python_colours.h"

#include "ui/kit/theme.h"

#include <QSet>
#include <QTextDocument>

namespace greensward::ui {

namespace {

enum BlockState { Plain = -1, InSingle = 1, InDouble = 2 }; ///< within a string of three quotes

const QSet<QString>& keywords()
{
    static const QSet<QString> kWords{
        QStringLiteral("False"),  QStringLiteral("None"),     QStringLiteral("True"),   QStringLiteral("and"),
        QStringLiteral("as"),     QStringLiteral("assert"),   QStringLiteral("async"),  QStringLiteral("await"),
        QStringLiteral("break"),  QStringLiteral("class"),    QStringLiteral("continue"), QStringLiteral("def"),
        QStringLiteral("del"),    QStringLiteral("elif"),     QStringLiteral("else"),   QStringLiteral("except"),
        QStringLiteral("finally"), QStringLiteral("for"),     QStringLiteral("from"),   QStringLiteral("global"),
        QStringLiteral("if"),     QStringLiteral("import"),   QStringLiteral("in"),     QStringLiteral("is"),
        QStringLiteral("lambda"), QStringLiteral("nonlocal"), QStringLiteral("not"),    QStringLiteral("or"),
        QStringLiteral("pass"),   QStringLiteral("raise"),    QStringLiteral("return"), QStringLiteral("try"),
        QStringLiteral("while"),  QStringLiteral("with"),     QStringLiteral("yield")};
    return kWords;
}

QTextCharFormat in(Role role, bool strong = false)
{
    QTextCharFormat format;
    format.setForeground(color(role));
    if (strong)
        format.setFontWeight(QFont::DemiBold);
    return format;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

int endOfWord(const QString& text, int from)
{
    while (from < text.size() && isWordPart(text[from]))
        ++from;
    return from;
}

int endOfNumber(const QString& text, int from)
{
    while (from < text.size() && (isWordPart(text[from]) || text[from] == QLatin1Char('.')))
        ++from;
    return from;
}

} // namespace

PythonColours::PythonColours(QTextDocument* document) : QSyntaxHighlighter(document) {}

void PythonColours::setFile(const QString& name)
{
    m_isPython = name.endsWith(QLatin1String(".py"));
    rehighlight();
}

int PythonColours::string(const QString& text, int from, int quotes, QChar quote)
{
    int at = from;
    while (at < text.size()) {
        if (text[at] == QLatin1Char('\\')) {
            at += 2;
            continue;
        }
        if (text[at] == quote && (quotes == 1 || text.mid(at, 3) == QString(3, quote)))
            return at + quotes;
        ++at;
    }
    if (quotes == 3)
        setCurrentBlockState(quote == QLatin1Char('"') ? InDouble : InSingle);
    return static_cast<int>(text.size());
}

void PythonColours::highlightBlock(const QString& text)
{
    setCurrentBlockState(Plain);
    if (!m_isPython)
        return;
    int at = 0;
    bool defines = false; // the next word is what def or class names
    if (const int before = previousBlockState(); before == InSingle || before == InDouble) {
        at = string(text, 0, 3, QLatin1Char(before == InDouble ? '"' : '\''));
        setFormat(0, at, in(Role::Accent));
    }
    while (at < text.size()) {
        const QChar c = text[at];
        int end = at + 1;
        if (c == QLatin1Char('#')) {
            end = static_cast<int>(text.size());
            setFormat(at, end - at, in(Role::MutedText));
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const int quotes = text.mid(at, 3) == QString(3, c) ? 3 : 1;
            end = string(text, at + quotes, quotes, c);
            setFormat(at, end - at, in(Role::Accent));
        } else if (c == QLatin1Char('@')) {
            end = endOfWord(text, at + 1);
            setFormat(at, end - at, in(Role::Edge));
        } else if (c.isDigit()) {
            end = endOfNumber(text, at);
            setFormat(at, end - at, in(Role::Attention));
        } else if (isWordPart(c)) {
            end = endOfWord(text, at);
            const QString word = text.mid(at, end - at);
            if (keywords().contains(word))
                setFormat(at, end - at, in(Role::Information, true));
            else if (defines)
                setFormat(at, end - at, in(Role::Edge, true));
            defines = word == QLatin1String("def") || word == QLatin1String("class");
        }
        at = end;
    }
}

} // namespace greensward::ui
