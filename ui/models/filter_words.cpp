// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace greensward::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Filter", text);
}

bool isFieldCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.') || c == QLatin1Char('$') ||
           c == QLatin1Char('[') || c == QLatin1Char(']') || c == QLatin1Char('-');
}

/// Reads one word after the other.
class Splitter
{
public:
    explicit Splitter(const QString& text) : m_text(text) {}

    FilterWords all()
    {
        for (;;) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at == m_text.size() || !m_result.problem.isEmpty())
                return m_result;
            readWord();
        }
    }

private:
    void readWord()
    {
        FilterWord word;
        const qsizetype start = m_at;
        word.start = static_cast<int>(start);
        if (m_text[m_at] == QLatin1Char('-') && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            word.negated = true;
            ++m_at;
        }
        readHead(word);
        readValue(word);
        word.written = m_text.mid(start, m_at - start);
        m_result.words.push_back(std::move(word));
    }

    /// "key:" or "field>": whatever stands before the value.
    void readHead(FilterWord& word)
    {
        const qsizetype begin = m_at;
        QString field;
        if (m_text[m_at] == QLatin1Char('"')) {
            // A field of more than one word: "wind speed">12
            qsizetype at = m_at;
            if (!unquote(at, field) || operationAt(at).isEmpty())
                return;
            m_at = at;
        } else {
            while (m_at < m_text.size() && isFieldCharacter(m_text[m_at]))
                ++m_at;
            field = m_text.mid(begin, m_at - begin);
            if (m_at < m_text.size() && m_text[m_at] == QLatin1Char(':') && isKey(field)) {
                word.form = FilterWord::Form::Key;
                word.key = field.toLower();
                ++m_at;
                return;
            }
        }
        const QString operation = operationAt(m_at);
        if (operation.isEmpty() || field.isEmpty()) {
            m_at = begin;
            return;
        }
        word.form = FilterWord::Form::Compare;
        word.key = field;
        word.operation = operation;
        m_at += operation.size();
    }

    void readValue(FilterWord& word)
    {
        const qsizetype begin = m_at;
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('"')) {
            word.quoted = true;
            if (!unquote(m_at, word.value)) {
                m_at = m_text.size();
                complain(translated(QT_TRANSLATE_NOOP("Filter", "The closing quote is missing.")), begin);
            } else if (m_at < m_text.size() && !m_text[m_at].isSpace()) {
                const qsizetype end = endOfWord();
                complain(translated(QT_TRANSLATE_NOOP("Filter", "A space belongs after the closing quote.")), m_at,
                         end - m_at);
                m_at = end;
            }
            return;
        }
        m_at = endOfWord();
        word.value = m_text.mid(begin, m_at - begin);
    }

    qsizetype endOfWord() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text[end].isSpace())
            ++end;
        return end;
    }

    /// Past the closing quote. False when there is none.
    bool unquote(qsizetype& at, QString& into) const
    {
        into.clear();
        for (++at; at < m_text.size(); ++at) {
            if (m_text[at] == QLatin1Char('"')) {
                ++at;
                return true;
            }
            if (m_text[at] == QLatin1Char('\\') && at + 1 < m_text.size() &&
                (m_text[at + 1] == QLatin1Char('"') || m_text[at + 1] == QLatin1Char('\\')))
                ++at;
            into += m_text[at];
        }
        return false;
    }

    QString operationAt(qsizetype at) const
    {
        for (const char* operation : {"!=", "<=", ">=", "=", "<", ">"})
            if (QStringView(m_text).mid(at).startsWith(QLatin1String(operation)))
                return QLatin1String(operation);
        return {};
    }

    /// A colon after anything but letters is text: "10:43", "a-1:b".
    static bool isKey(const QString& word)
    {
        return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    }

    void complain(const QString& problem, qsizetype start, qsizetype length = -1)
    {
        m_result.problem = problem;
        m_result.problemStart = static_cast<int>(start);
        m_result.problemLength = static_cast<int>(length < 0 ? m_text.size() - start : length);
    }

    const QString& m_text;
    qsizetype m_at = 0;
    FilterWords m_result;
};

} // namespace

FilterWords splitFilter(const QString& text)
{
    return Splitter(text).all();
}

QString quotedForFilter(const QString& value)
{
    const bool plain = !value.isEmpty() && !value.startsWith(QLatin1Char('"')) &&
                       std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    if (plain)
        return value;
    QString escaped = value;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

} // namespace greensward::ui
