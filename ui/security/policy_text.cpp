// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/policy_text.h"

#include "policy/policy.h"
#include "ui/models/json_text.h"
#include "ui/models/payload_text.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;

namespace {

/// Finds its way in a text that is JSON; a text that is none only leads it nowhere.
class JsonWalk
{
public:
    explicit JsonWalk(const QString& text) : m_text(text) {}

    qsizetype root() const { return skipBlank(0); }
    TextRange valueAt(qsizetype at) const { return {at, endOf(at) - at}; }
    bool isAt(qsizetype at, char c) const { return at < m_text.size() && m_text[at] == QLatin1Char(c); }

    /// The value of a member of the object at this place; its name's place in nameAt. -1 when there is none.
    qsizetype member(qsizetype object, const QString& name, TextRange* nameAt = nullptr) const
    {
        if (!isAt(object, '{'))
            return -1;
        for (qsizetype at = skipBlank(object + 1); at < m_text.size() && !isAt(at, '}');) {
            const qsizetype end = endOf(at);
            const QString found = m_text.mid(at + 1, end - at - 2);
            const qsizetype value = skipBlank(skipBlank(end) + 1); // behind the colon
            if (found == name) {
                if (nameAt)
                    *nameAt = {at, end - at};
                return value;
            }
            at = next(endOf(value));
        }
        return -1;
    }

    /// The member whose name the path begins with, which may itself hold dots and colons; cut from the path's front.
    qsizetype memberOnPath(qsizetype object, QString& path, TextRange* nameAt) const
    {
        if (!isAt(object, '{'))
            return -1;
        for (qsizetype at = skipBlank(object + 1); at < m_text.size() && !isAt(at, '}');) {
            const qsizetype end = endOf(at);
            const QString name = m_text.mid(at + 1, end - at - 2);
            const qsizetype value = skipBlank(skipBlank(end) + 1);
            const QChar after = path.size() > name.size() ? path[name.size()] : QLatin1Char('.');
            if (!name.isEmpty() && path.startsWith(name) &&
                (after == QLatin1Char('.') || after == QLatin1Char('['))) {
                *nameAt = {at, end - at};
                path.remove(0, name.size());
                return value;
            }
            at = next(endOf(value));
        }
        return -1;
    }

    qsizetype element(qsizetype array, int index) const
    {
        if (!isAt(array, '['))
            return index == 0 ? array : -1; // one alone needs no list
        for (qsizetype at = skipBlank(array + 1); at < m_text.size() && !isAt(at, ']'); at = next(endOf(at)))
            if (index-- == 0)
                return at;
        return -1;
    }

private:
    qsizetype skipBlank(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        return at;
    }

    qsizetype next(qsizetype at) const
    {
        at = skipBlank(at);
        return isAt(at, ',') ? skipBlank(at + 1) : at;
    }

    qsizetype endOf(qsizetype at) const
    {
        int depth = 0;
        bool quoted = false;
        for (; at < m_text.size(); ++at) {
            const QChar c = m_text[at];
            if (quoted) {
                if (c == QLatin1Char('\\'))
                    ++at;
                else if (c == QLatin1Char('"')) {
                    quoted = false;
                    if (depth == 0)
                        return at + 1;
                }
                continue;
            }
            if (c == QLatin1Char('"')) {
                quoted = true;
            } else if (c == QLatin1Char('{') || c == QLatin1Char('[')) {
                ++depth;
            } else if (c == QLatin1Char('}') || c == QLatin1Char(']')) {
                if (depth == 0)
                    return at;
                if (--depth == 0)
                    return at + 1;
            } else if (depth == 0 && (c == QLatin1Char(',') || c.isSpace())) {
                return at;
            }
        }
        return m_text.size();
    }

    const QString& m_text;
};

QString translated(const char* text)
{
    return QCoreApplication::translate("PolicyText", text);
}

PolicyProblem problemAt(const QString& document, TextRange place, const QString& why)
{
    const QString before = document.left(place.begin);
    const int line = static_cast<int>(before.count(QLatin1Char('\n'))) + 1;
    const auto column = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1)) + 1;
    return {.sentence =
                translated(QT_TRANSLATE_NOOP("PolicyText", "Line %1, column %2: %3.")).arg(line).arg(column).arg(why),
            .line = line,
            .place = place};
}

} // namespace

std::optional<TextRange> statementRange(const QString& document, int index)
{
    const JsonWalk walk(document);
    const qsizetype list = walk.member(walk.root(), QStringLiteral("Statement"));
    const qsizetype at = list < 0 ? -1 : walk.element(list, index);
    return at < 0 ? std::nullopt : std::optional(walk.valueAt(at));
}

TextRange placeRange(const QString& document, const QString& place)
{
    static const QRegularExpression kIndex(QStringLiteral("^\\[(\\d+)\\]"));
    const JsonWalk walk(document);
    qsizetype at = walk.root();
    TextRange range = walk.valueAt(at);
    for (QString path = place; !path.isEmpty();) {
        if (const auto match = kIndex.match(path); match.hasMatch()) {
            at = walk.element(at, match.captured(1).toInt());
            path.remove(0, match.capturedLength());
        } else {
            TextRange nameAt;
            path.remove(0, path.startsWith(QLatin1Char('.')) ? 1 : 0);
            at = walk.memberOnPath(at, path, &nameAt);
        }
        if (at < 0)
            break;
        range = walk.valueAt(at);
    }
    return range;
}

PolicyProblem policyProblem(const QString& document)
{
    if (const JsonProblem broken = jsonProblem(document); broken.line > 0) {
        const qsizetype begin = std::min(broken.position, document.size());
        return {.sentence = broken.sentence, .line = broken.line, .place = {begin, 1}};
    }
    const auto parsed = policy::parsePolicy("policy", document.toStdString(), policy::Dialect::Iot);
    if (parsed)
        return {};
    QString why = QString::fromStdString(parsed.error().message);
    why.remove(QStringLiteral("Policy document is Malformed: "));
    // The sentence begins with the place, and goes on behind a blank or a colon and a blank.
    static const QRegularExpression kPlace(QStringLiteral("^((?:Statement|Version)\\S*?):?(?:\\s|$)"));
    static const QRegularExpression kUnknown(QStringLiteral("unknown member (\\w+)"));
    const QString place = kPlace.match(why).captured(1);
    const QString unknown = kUnknown.match(why).captured(1);
    const JsonWalk walk(document);
    TextRange range = placeRange(document, place);
    TextRange nameAt;
    if (!unknown.isEmpty() && walk.member(range.begin, unknown, &nameAt) >= 0)
        range = nameAt;
    if (why.endsWith(QLatin1String("no such operator"))) {
        const auto above = placeRange(document, place.left(place.lastIndexOf(QLatin1Char('.'))));
        if (walk.member(above.begin, place.mid(place.lastIndexOf(QLatin1Char('.')) + 1), &nameAt) >= 0)
            range = nameAt;
    }
    return problemAt(document, range, why);
}

QString readablePolicy(const std::string& document)
{
    return readableText(document);
}

std::optional<QString> withStatement(const std::string& document, const std::string& statement)
{
    boost::system::error_code broken;
    const json::value added = json::parse(statement, broken);
    if (broken)
        return std::nullopt;
    json::value whole =
        document.empty() ? json::value(json::object{{"Version", "2012-10-17"}}) : json::parse(document, broken);
    if (broken || !whole.is_object())
        return std::nullopt;
    json::value& list = whole.get_object()["Statement"];
    if (list.is_object()) {
        json::value alone = std::move(list);
        list = json::array{std::move(alone)};
    } else if (!list.is_array()) {
        list = json::array{};
    }
    list.get_array().push_back(added);
    return readableText(json::serialize(whole));
}

QList<TextLine> lineDifference(const QString& before, const QString& after)
{
    const QStringList old = before.split(QLatin1Char('\n'));
    const QStringList now = after.split(QLatin1Char('\n'));
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    QList<TextLine> lines;
    for (qsizetype at = 0; at < head; ++at)
        lines.append({TextLine::Change::Same, old[at]});
    for (qsizetype at = head; at < old.size() - tail; ++at)
        lines.append({TextLine::Change::Removed, old[at]});
    for (qsizetype at = head; at < now.size() - tail; ++at)
        lines.append({TextLine::Change::Added, now[at]});
    for (qsizetype at = old.size() - tail; at < old.size(); ++at)
        lines.append({TextLine::Change::Same, old[at]});
    return lines;
}

} // namespace greensward::ui
