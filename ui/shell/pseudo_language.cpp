// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pseudo_language.h"

#include <QHash>

namespace greensward::ui {

namespace {

constexpr QChar kOpen(0x27E6);
constexpr QChar kClose(0x27E7);
/// Languages that need more room than English need about a third more.
constexpr int kThird = 3;

QChar accented(QChar plain)
{
    static const QHash<QChar, QChar> kLetters = {
        {u'a', u'á'}, {u'e', u'é'}, {u'i', u'í'}, {u'o', u'ö'}, {u'u', u'ü'}, {u'c', u'ç'}, {u'n', u'ñ'}, {u's', u'š'},
        {u'y', u'ý'}, {u'A', u'Å'}, {u'E', u'Ë'}, {u'I', u'Ï'}, {u'O', u'Ø'}, {u'U', u'Û'}, {u'C', u'Č'}, {u'N', u'Ñ'}};
    return kLetters.value(plain, plain);
}

} // namespace

QString PseudoLanguage::translate(const char*, const char* source, const char*, int n) const
{
    QString text = QString::fromUtf8(source);
    if (n >= 0)
        text.replace(QLatin1String("%n"), QString::number(n));
    return pseudo(text);
}

QString PseudoLanguage::pseudo(const QString& source)
{
    if (source.trimmed().isEmpty())
        return source;
    const auto tab = source.indexOf(QLatin1Char('\t'));
    const QString words = tab < 0 ? source : source.left(tab);
    QString text(kOpen);
    int letters = 0;
    bool inTag = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QChar c = words[at];
        inTag |= c == QLatin1Char('<');
        const bool marker = c == QLatin1Char('%') && at + 1 < words.size();
        if (marker) { // %1, %L1, %n
            text += c;
            text += words[++at];
        } else {
            text += inTag ? c : accented(c);
            letters += !inTag && c.isLetter();
        }
        inTag &= c != QLatin1Char('>');
    }
    text += QString(letters / kThird, QChar(u'·'));
    text += kClose;
    return tab < 0 ? text : text + source.mid(tab);
}

bool PseudoLanguage::isPseudo(const QString& text)
{
    return text.contains(kOpen) && text.contains(kClose);
}

} // namespace greensward::ui
